// 鸿景社区党群服务中心: a community centre behind a shallow pool.
#include "common.inc"
camera { perspective location <-13, 2.5, -23> look_at <2.6, 5.7, 8> right x * 1.5 up y angle 58 }
Sun(vnormalize(<-0.70, 0.50, -0.62>), 1.0, 2.4)
Sky(35, 0.5, 0.95)
Haze(2400)
Hills(<-700, -8, 1300>, 2200, 700, 300, <2, 0, 6>)
Hills(<500, -8, 2000>, 3400, 900, 520, <9, 0, 2>)

#declare Render = texture { pigment { bozo turbulence 0.5 color_map { [0 rgb <0.63, 0.615, 0.58>] [1 rgb <0.69, 0.675, 0.64>] } scale <1.5, 4, 1.5> } normal { granite 0.04 scale 0.1 } }
#declare GreyBrick = texture {
  pigment { brick rgb <0.34, 0.33, 0.31>, rgb <0.155, 0.155, 0.155> brick_size <0.44, 0.13, 0.25> mortar 0.014 translate <0.1, 0.01, 0.08> }
}
#declare Timber = texture {
  pigment { wood turbulence 0.06 color_map { [0 rgb <0.26, 0.125, 0.055>] [1 rgb <0.35, 0.18, 0.085>] } scale <0.12, 3, 0.12> rotate x * 4 }
  finish { specular 0.15 roughness 0.05 }
}
#declare Metal = texture { pigment { rgb <0.075, 0.08, 0.085> } finish { specular 0.4 roughness 0.03 } }
#declare Red = texture { pigment { rgb <0.46, 0.025, 0.022> } finish { specular 0.2 roughness 0.04 } }

// main block: three storeys, white above grey brick
object { Front(6, 3.6, 1, 3.9, 0.28, 0.55, 0.75, 2, GreyBrick, Render, 21) translate <-16.6, 0, 8> }
object { Front(6, 3.6, 2, 3.5, 0.42, 0.85, 0.60, 2, Render, GreyBrick, 22) translate <-16.6, 3.9, 8> }
object { Front(5, 3.6, 1, 3.9, 0.28, 0.55, 0.75, 2, GreyBrick, Render, 23) translate <13, 0, 8> }
object { Front(5, 3.6, 2, 3.5, 0.42, 0.85, 0.60, 2, Render, GreyBrick, 24) translate <13, 3.9, 8> }
box { <-16.6, 0, 8.6>, <5, 10.9, 22> texture { Render } }
box { <13, 0, 8.6>, <31, 10.9, 22> texture { Render } }
box { <-17.1, 10.9, 7.5>, <31.5, 11.35, 22.5> texture { GreyBrick } }
box { <-16.9, 11.35, 7.8>, <31.3, 11.9, 22.3> texture { Render } }
// timber fins between the windows of the upper storeys
#for (I, 0, 6) #for (J, -1, 1)
  box { <-16.6 + I * 3.6 + J * 0.26 - 0.05, 4.3, 7.55>, <-16.6 + I * 3.6 + J * 0.26 + 0.05, 10.7, 8> texture { Timber } }
#end #end
#for (I, 0, 5) #for (J, -1, 1)
  box { <13 + I * 3.6 + J * 0.26 - 0.05, 4.3, 7.55>, <13 + I * 3.6 + J * 0.26 + 0.05, 10.7, 8> texture { Timber } }
#end #end
// entrance: glass hall with a red board and a deep canopy
union {
  box { <5, 0, 6.8>, <5.9, 13.2, 22> texture { Render } }
  box { <12.1, 0, 6.8>, <13, 13.2, 22> texture { Render } }
  box { <4.7, 13.2, 6.4>, <13.3, 13.75, 22> texture { GreyBrick } }
  box { <5.9, 10.6, 7.0>, <12.1, 13.2, 7.6> texture { Render } }
  box { <5.9, 0, 7.9>, <12.1, 10.6, 7.95> texture { Glass } interior { ior 1.5 } }
  #for (I, 0, 6) box { <5.9 + I * 6.2 / 6 - 0.035, 4.4, 7.75>, <5.9 + I * 6.2 / 6 + 0.035, 10.6, 7.95> texture { Metal } } #end
  #for (I, 0, 4) box { <5.9, 4.4 + I * 1.55 - 0.035, 7.77>, <12.1, 4.4 + I * 1.55 + 0.035, 7.95> texture { Metal } } #end
  #for (I, 0, 4) box { <5.9 + I * 6.2 / 4 - 0.05, 0, 7.72>, <5.9 + I * 6.2 / 4 + 0.05, 3.6, 7.95> texture { Metal } } #end
  box { <5.9, 2.5, 7.74>, <12.1, 2.6, 7.95> texture { Metal } }
  box { <8.6, 0.9, 7.66>, <8.68, 1.5, 7.74> texture { Frame } } box { <9.4, 0.9, 7.66>, <9.48, 1.5, 7.74> texture { Frame } }
  // the canopy carries the name
  box { <4.2, 3.6, 3.0>, <13.8, 3.85, 8> texture { Metal } }
  box { <4.2, 3.85, 3.0>, <13.8, 4.75, 3.3> texture { Red } }
  box { <4.2, 3.85, 3.3>, <13.8, 4.0, 8> texture { Metal } }
  #for (I, 0, 1) cylinder { <4.8 + I * 8.4, 0, 3.5>, <4.8 + I * 8.4, 3.6, 3.5>, 0.13 texture { Metal } } #end
  text { ttf "LXGWWenKai-Bold.ttf" "鸿景社区党群服务中心" 0.08, 0 scale <0.80, 0.78, 1> translate <5.02, 4.04, 2.95>
    pigment { rgb <0.80, 0.60, 0.16> } finish { specular 0.4 roughness 0.03 } }
  // steps
  #for (I, 0, 2) box { <3.6 - I * 0.35 + 0.7, 0, 2.2 + I * 0.4 - 0.4>, <14.4 + I * 0.35 - 0.7, 0.05 + 0.11 * (I + 1) - 0.05, 8> pigment { rgb 0.42 } } #end
}
// notice boards in front of the left wing
#for (I, 0, 3)
  union {
    box { <0, 0.75, 0>, <2.3, 2.15, 0.1> pigment { rgb <0.60, 0.60, 0.58> } }
    box { <0.06, 1.85, -0.01>, <2.24, 2.1, 0> texture { Red } }
    #local R = seed(40 + I);
    #for (J, 0, 5)
      box { <0.12 + mod(J, 3) * 0.72, 0.84 + div(J, 3) * 0.5, -0.008>, <0.74 + mod(J, 3) * 0.72, 1.28 + div(J, 3) * 0.5, 0>
        pigment { granite color_map { [0 rgb <rand(R), rand(R), rand(R)> * 0.4] [0.5 rgb 0.6] [1 rgb <rand(R), rand(R), rand(R)> * 0.5] } scale 0.25 } }
    #end
    box { <-0.12, 2.15, -0.25>, <2.42, 2.23, 0.3> texture { Metal } }
    cylinder { <0.05, 0, 0.05>, <0.05, 2.15, 0.05>, 0.05 texture { Metal } } cylinder { <2.25, 0, 0.05>, <2.25, 2.15, 0.05>, 0.05 texture { Metal } }
    translate <-13.5 + I * 3.1, 0, 4.2>
  }
#end
// a plain flag on the roof of the entrance
cylinder { <9, 13.75, 9>, <9, 19.5, 9>, 0.05 pigment { rgb 0.6 } finish { specular 0.5 } }
mesh {
  #local N = 20;
  #macro Corner(I, J) <9 + I / N * 2.1, 19.3 - J * 1.4 - 0.2 * pow(I / N, 1.5), 9 + 0.2 * (I / N) * sin(I / N * 8 + 0.7 + J)> #end
  #for (I, 0, N - 1) #for (J, 0, 3)
    triangle { Corner(I, J / 4), Corner(I + 1, J / 4), Corner(I, (J + 1) / 4) }
    triangle { Corner(I + 1, J / 4), Corner(I + 1, (J + 1) / 4), Corner(I, (J + 1) / 4) }
  #end #end
  pigment { rgb <0.62, 0.02, 0.02> } finish { diffuse 0.65, 0.3 }
}
// blocks of flats behind
#declare Flat = texture { pigment { rgb <0.58, 0.50, 0.42> } }
#declare Pale = texture { pigment { rgb <0.66, 0.64, 0.60> } }
object { Front(7, 3.4, 14, 3.0, 0.75, 0.9, 0.5, 2, Flat, Pale, 31) translate <-44, 0, 72> }
object { Front(7, 3.4, 17, 3.0, 0.75, 0.9, 0.5, 2, Flat, Pale, 32) translate <2, 0, 110> }
object { Front(6, 3.4, 15, 3.0, 0.75, 0.9, 0.5, 2, Flat, Pale, 33) translate <52, 0, 84> }
#for (I, 0, 2) box { <0, 0, 0.6>, <23.8, 0.4 + 42 + 9 * mod(I, 2), 12> texture { Flat } translate <-44 + 46 * I, 0, 72 + (I = 1 ? 38 : 12 * (I / 2))> } #end

// plaza, pool, grass
plane { y, -0.06 pigment { bozo turbulence 0.7 color_map { [0 rgb <0.085, 0.125, 0.04>] [1 rgb <0.15, 0.18, 0.075>] } scale 4 } }
#declare Paving = texture {
  pigment { brick pigment { rgb <0.25, 0.24, 0.23> }, pigment { bozo color_map { [0 rgb <0.35, 0.335, 0.31>] [1 rgb <0.46, 0.44, 0.41>] } scale 1.1 } brick_size <0.9, 0.45, 0.45> mortar 0.012 rotate x * 90 }
  normal { granite 0.05 scale 0.2 }
  finish { specular 0.08 roughness 0.08 reflection 0.015 }
}
difference {
  box { <-60, -0.6, -30>, <60, 0, 8> }
  box { <-40, -0.3, -16.5>, <14, 0.1, -6.2> }
  texture { Paving }
}
difference {
  box { <-40.3, -0.2, -16.8>, <14.3, 0.14, -5.9> } box { <-40, -1, -16.5>, <14, 1, -6.2> }
  pigment { bozo color_map { [0 rgb 0.36] [1 rgb 0.44] } scale 0.6 }
}
box {
  <-40, -0.3, -16.5>, <14, -0.02, -6.2>
  pigment { rgb <0.016, 0.028, 0.026> }
  normal { average normal_map { [1 bumps 0.030 scale <1.4, 0.5, 0.5>] [1 bumps 0.022 scale <0.5, 0.5, 0.16>] } }
  finish { diffuse 0.5 specular 0.5 roughness 0.002 reflection { 0.05, 0.92 fresnel on } conserve_energy }
  interior { ior 1.33 }
}
// lamps
#for (I, 0, 2)
  union {
    cylinder { 0, <0, 3.6, 0>, 0.055 } cylinder { <0, 3.6, 0>, <0, 3.7, 0>, 0.22 } cylinder { 0, <0, 0.4, 0>, 0.11 }
    cylinder { <0, 3.3, 0>, <0, 3.6, 0>, 0.12 pigment { rgb 0.75 } }
    texture { Metal } translate <-23.9 + I * 16.4, 0, -4.4>
  }
#end

// trees and shrubs
#declare A = Tree(51, 7.5, 5.6, 21000, 0.12, <0.085, 0.150, 0.035>)
#declare B = Tree(52, 6, 4.6, 18000, 0.11, <0.115, 0.175, 0.04>)
#declare C = Tree(53, 5, 3.6, 15000, 0.10, <0.17, 0.10, 0.03>)
#declare R0 = seed(8);
object { A translate <-18.6, 0, 2.0> } object { B rotate y * 310 scale 0.9 translate <-10.9, 0, 6.2> } object { B rotate y * 50 translate <-15.8, 0, 5.8> scale 1 }
object { A rotate y * 130 scale 0.95 translate <19.5, 0, 3.4> } object { B rotate y * 210 translate <25.5, 0, 2.2> }
object { C rotate y * 20 translate <16.2, 0, 5.2> } object { C rotate y * 100 scale 0.85 translate <2.3, 0, 4.9> }
object { A rotate y * 250 scale 1.25 translate <33, 0, 6> } object { A rotate y * 75 scale 1.3 translate <-27, 0, 9> }
#for (I, 0, 26)
  object { A rotate y * 360 * rand(R0) scale 1.2 + 0.6 * rand(R0) translate <-70 + I * 5.4, 0, 36 + 14 * rand(R0)> }
#end
#declare H = Hedge(54, 6, 0.7, 1.0, 8000, 0.07, <0.08, 0.145, 0.03>)
#for (I, 0, 2) object { H translate <-16.4 + I * 6.1, 0, 6.6> } #end
#for (I, 0, 2) object { H translate <14.6 + I * 6.1, 0, 6.4> } #end
// a bough at the edge of the picture
object { B rotate y * 33 scale 1.25 translate <-19.4, 0, -10.2> }

// visitors
#declare Dark = <0.03, 0.032, 0.04>;
object { Person(1.72, <0.50, 0.51, 0.53>, Dark, rgb -1, 5, 0.10) rotate y * 30 translate <6.2, 0, -1.6> }
object { Person(1.60, <0.36, 0.06, 0.07>, Dark, rgb -1, 12, 0.08) rotate y * 24 translate <7.0, 0, -1.9> }
object { Person(1.75, <0.06, 0.08, 0.14>, Dark, rgb -1, 0, 0.02) rotate y * -150 translate <10.6, 0.25, 3.4> }
object { Person(1.66, <0.10, 0.22, 0.30>, <0.08, 0.085, 0.10>, rgb -1, 25, 0.03) rotate y * 80 translate <9.7, 0.25, 3.2> }
object { Person(1.70, <0.30, 0.29, 0.26>, Dark, rgb -1, 0, 0.03) rotate y * 5 translate <-8.9, 0, 2.6> }
object { Person(1.58, <0.42, 0.40, 0.16>, <0.05, 0.06, 0.12>, rgb -1, 60, 0.03) rotate y * -8 translate <-8.1, 0, 2.7> }
object { Person(1.12, <0.55, 0.16, 0.12>, <0.05, 0.08, 0.18>, rgb -1, 10, 0.05) rotate y * 40 translate <5.5, 0, -1.3> }
