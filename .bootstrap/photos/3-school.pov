// 北大新世纪学校: a school with a clock tower behind its running track.
#include "common.inc"
camera { perspective location <-30, 3.3, -53> look_at <3.5, 10.6, 22> right x * 1.5 up y angle 55 }
Sun(vnormalize(<-0.62, 0.62, -0.55>), 0.75, 2.5)
Sky(140, 0.42, 0.95)
Haze(2600)
Hills(<-250, -8, 1500>, 2600, 700, 330, <3, 0, 1>)
Hills(<900, -8, 2300>, 3600, 900, 620, <7, 0, 4>)

#declare Brick = texture {
  pigment {
    brick rgb <0.42, 0.36, 0.30>, rgb <0.30, 0.125, 0.082> brick_size <0.48, 0.16, 0.3> mortar 0.016
    translate <0.1, 0.02, 0.11>
  }
}
#declare Stone = texture { pigment { bozo color_map { [0 rgb <0.60, 0.56, 0.49>] [1 rgb <0.68, 0.645, 0.57>] } scale 1.5 } }
#declare White = texture { pigment { bozo color_map { [0 rgb <0.66, 0.65, 0.62>] [1 rgb <0.72, 0.71, 0.68>] } scale <2, 5, 2> } }
#declare Slate = texture { pigment { rgb <0.10, 0.115, 0.135> } finish { specular 0.2 } }

// teaching building: two wings and the tower
object { Front(9, 4.2, 5, 3.7, 0.55, 0.95, 0.55, 3, Brick, Stone, 11) translate <-40, 0, 34> }
object { Front(9, 4.2, 5, 3.7, 0.55, 0.95, 0.55, 3, Brick, Stone, 12) translate <8.5, 0, 34> }
#for (S, 0, 1)
  box { <0, 18.5, -0.5>, <37.8, 19.5, 14> texture { Stone } translate <-40 + S * 48.5, 0, 34> }
  box { <-0.3, 19.5, -0.8>, <38.1, 19.75, 14> texture { White } translate <-40 + S * 48.5, 0, 34> }
  box { <0, 0, 0.6>, <37.8, 18.5, 14> texture { Brick } translate <-40 + S * 48.5, 0, 34> }
  // the arcade of the ground floor
  #for (B, 0, 9)
    box { <B * 4.2 - 0.35, 0, -2.2>, <B * 4.2 + 0.35, 3.4, -1.6> texture { Stone } translate <-40 + S * 48.5, 0, 34> }
  #end
  box { <-0.6, 3.4, -2.5>, <38.4, 3.95, 0.2> texture { Stone } translate <-40 + S * 48.5, 0, 34> }
#end
union {
  box { <-2.2, 0, 32>, <8.5, 22.5, 46> texture { Brick } }
  box { <-2.6, 22.5, 31.6>, <8.9, 23.4, 46.4> texture { White } }
  // the entrance, and tall windows over it
  box { <-3.6, 5.2, 27.5>, <9.9, 6.0, 34> texture { White } }
  #for (I, 0, 3) cylinder { <-2.6 + I * 3.83, 0, 28.2>, <-2.6 + I * 3.83, 5.2, 28.2>, 0.42 texture { White } } #end
  #local R = seed(5);
  #for (I, 0, 2)
    object { Window(2.6, 4.2, 2, R) translate <-1.2 + I * 2.9, 0.3, 31.8> }
    object { Window(2.2, 12.6, 2, R) translate <-1.0 + I * 2.9, 7.6, 31.75> }
    box { <-1.25 + I * 2.9, 7.2, 31.7>, <1.45 + I * 2.9, 7.6, 32> texture { Stone } }
  #end
  // the tower
  box { <-0.6, 23.4, 33>, <6.9, 33, 40.5> texture { Brick } }
  #for (I, 0, 1) box { <-0.9 + I * 7.1, 23.4, 32.7>, <0.1 + I * 7.1, 33, 33.4> texture { Stone } } #end
  box { <-1.2, 33, 32.4>, <7.5, 33.8, 41.1> texture { White } }
  #for (I, 0, 3) box { <-0.4 + I * 2.25, 33.8, 33>, <0.25 + I * 2.25, 36.4, 40.3> texture { Stone } } #end
  box { <-0.2, 33.8, 34>, <6.5, 36.4, 39.6> pigment { rgb 0.03 } }
  box { <-1.0, 36.4, 32.6>, <7.3, 37.0, 40.9> texture { White } }
  intersection {
    plane { <0, 0.6, -1>, 0 translate <0, 37, 32.8> } plane { <0, 0.6, 1>, 0 translate <0, 37, 40.7> }
    plane { <-1, 0.6, 0>, 0 translate <-0.8, 37, 0> } plane { <1, 0.6, 0>, 0 translate <7.1, 37, 0> }
    plane { -y, -37 }
    texture { Slate }
  }
  // the clock: ten minutes past ten
  cylinder { <3.15, 28.6, 32.95>, <3.15, 28.6, 32.6>, 2.55 texture { Stone } }
  cylinder { <3.15, 28.6, 32.95>, <3.15, 28.6, 32.52>, 2.2 pigment { rgb 0.80 } }
  #for (H, 0, 11)
    box { <-0.07, 1.65, 0>, <0.07, 2.0, -0.06> rotate z * -30 * H translate <3.15, 28.6, 32.52> pigment { rgb 0.02 } }
  #end
  box { <-0.12, -0.3, -0.1>, <0.12, 1.15, -0.16> rotate z * -305 translate <3.15, 28.6, 32.52> pigment { rgb 0.02 } }
  box { <-0.08, -0.4, -0.1>, <0.08, 1.7, -0.16> rotate z * -60 translate <3.15, 28.6, 32.52> pigment { rgb 0.02 } }
}
// another building behind, in the haze
object { Front(12, 4.4, 8, 3.5, 0.9, 0.9, 0.5, 2, White, Stone, 13) translate <48, 0, 120> }
object { Front(10, 4.4, 11, 3.3, 0.9, 0.9, 0.5, 2, White, Stone, 14) translate <-86, 0, 150> }

// the ground: forecourt, grass, track
plane { y, -0.05 pigment { bozo turbulence 0.7 color_map { [0 rgb <0.10, 0.13, 0.05>] [1 rgb <0.17, 0.19, 0.09>] } scale 5 } }
box {
  <-90, -0.02, 8>, <90, 0, 33>
  pigment { brick rgb <0.30, 0.29, 0.28>, rgb <0.40, 0.385, 0.36> brick_size <1.2, 0.6, 0.6> mortar 0.02 rotate x * 90 }
}
#declare Turf = texture {
  pigment {
    gradient x
    pigment_map {
      [0.5 bozo turbulence 0.4 color_map { [0 rgb <0.055, 0.125, 0.030>] [1 rgb <0.085, 0.165, 0.045>] } scale 0.3]
      [0.5 bozo turbulence 0.4 color_map { [0 rgb <0.075, 0.155, 0.036>] [1 rgb <0.110, 0.205, 0.055>] } scale 0.3]
    }
    scale 12
  }
  normal { granite 0.8 scale 0.12 }
}
#declare Tartan = texture {
  pigment { bozo turbulence 0.6 color_map { [0 rgb <0.34, 0.085, 0.055>] [1 rgb <0.41, 0.115, 0.07>] } scale 3 }
  normal { granite 0.25 scale 0.05 }
}
// Two straights and two bends; the near straight runs before the camera.
#macro Oval(Out, H)
  union {
    cylinder { <-38, 0, -17>, <-38, H, -17>, Out }
    cylinder { <46, 0, -17>, <46, H, -17>, Out }
    box { <-38, 0, -17 - Out>, <46, H, -17 + Out> }
  }
#end
object { Oval(24.6, 0.012) texture { Tartan } }
object { Oval(15.0, 0.02) texture { Turf } }
#for (L, 0, 8)
  #local W = 15.05 + L * 1.19;
  difference {
    object { Oval(W + 0.06, 0.018 + 0.0005 * L) } 
    object { Oval(W, 1) translate -0.5 * y }
    pigment { rgb 0.78 }
  }
#end
// pitch lines and a goal
#for (I, 0, 1) box { <-30, 0.02, -28.5 + I * 23>, <38, 0.026, -28.38 + I * 23> pigment { rgb 0.75 } } #end
#for (I, 0, 2) box { <-30 + I * 34, 0.02, -28.5>, <-29.88 + I * 34, 0.026, -5.5> pigment { rgb 0.75 } } #end
union {
  cylinder { <38, 0, -20.6>, <38, 2.44, -20.6>, 0.06 } cylinder { <38, 0, -13.3>, <38, 2.44, -13.3>, 0.06 }
  cylinder { <38, 2.44, -20.6>, <38, 2.44, -13.3>, 0.06 } pigment { rgb 0.8 }
}
// flags
#macro Flag(X, C, Phase)
  union {
    cylinder { <0, 0, 0>, <0, 13.5, 0>, 0.06 pigment { rgb 0.6 } finish { specular 0.6 metallic } }
    mesh {
      #local N = 24;
      #macro Corner(I, J) <I / N * 2.9, 13.3 - J * 1.9 - 0.25 * pow(I / N, 1.5), 0.28 * (I / N) * sin(I / N * 9 + Phase + J)> #end
      #for (I, 0, N - 1) #for (J, 0, 3)
        triangle { Corner(I, J / 4), Corner(I + 1, J / 4), Corner(I, (J + 1) / 4) }
        triangle { Corner(I + 1, J / 4), Corner(I + 1, (J + 1) / 4), Corner(I, (J + 1) / 4) }
      #end #end
      pigment { rgb C } finish { diffuse 0.65, 0.3 }
    }
    translate <X, 0, 17>
  }
#end
Flag(-4, <0.62, 0.02, 0.02>, 0.4)
Flag(-8.5, <0.06, 0.13, 0.33>, 1.7)
Flag(0.5, <0.75, 0.74, 0.72>, 2.6)
union { box { <-11, 0, 15.6>, <3, 0.35, 18.6> } box { <-10, 0.35, 16.2>, <2, 0.6, 18> } texture { Stone } }

// trees
#declare A = Tree(1, 9, 7, 15000, 0.17, <0.085, 0.155, 0.035>)
#declare B = Tree(2, 7.5, 6, 13000, 0.16, <0.11, 0.175, 0.04>)
#declare C = Tree(3, 11, 6.5, 15000, 0.19, <0.07, 0.135, 0.035>)
#declare R0 = seed(77);
#for (I, 0, 8)
  object { A rotate y * 360 * rand(R0) scale 1.0 + 0.3 * rand(R0) translate <-47 + I * 4.7 + rand(R0), 0, 26 + 2 * rand(R0)> }
  object { B rotate y * 360 * rand(R0) scale 1.0 + 0.4 * rand(R0) translate <14 + I * 4.9 + rand(R0), 0, 26 + 2 * rand(R0)> }
#end
#for (I, 0, 11)
  object { C rotate y * 360 * rand(R0) scale 0.8 + 0.4 * rand(R0) translate <60 + I * 5, 0, 22 + 30 * rand(R0)> }
  object { C rotate y * 360 * rand(R0) scale 0.8 + 0.4 * rand(R0) translate <-52 - I * 4, 0, 30 + 40 * rand(R0)> }
#end
#declare H = Hedge(4, 12, 0.8, 1.2, 9000, 0.09, <0.075, 0.14, 0.03>)
#for (I, 0, 7) #if (I != 3 & I != 4) object { H translate <-48 + I * 12.2, 0, 9> } #end #end

// a belt of trees where the ground meets the hills, and a bough over the camera
#for (I, 0, 60)
  object { C rotate y * 360 * rand(R0) scale 0.9 + 0.5 * rand(R0) translate <40 + 3.6 * I + 3 * rand(R0), 0, 70 + 60 * rand(R0)> }
#end
object { A rotate <0, 70, 0> scale 1.15 translate <-39.5, -0.5, -41.5> }

// pupils on the track and the grass
#declare R1 = seed(9);
#for (I, 0, 19)
  #local X = -28 + 56 * rand(R1);
  #local Z = -26 + 22 * rand(R1);
  object { Person(1.35 + 0.3 * rand(R1), (rand(R1) < 0.6 ? <0.66, 0.67, 0.70> : <0.07, 0.10, 0.20>), <0.035, 0.05, 0.12>, rgb -1, 40 * rand(R1), 0.16)
    rotate y * 360 * rand(R1) translate <X, 0.03, Z> }
#end
#for (I, 0, 5)
  object { Person(1.45 + 0.2 * rand(R1), (I = 1 | I = 4 ? <0.60, 0.61, 0.63> : <0.07, 0.10, 0.20>), <0.035, 0.05, 0.12>, rgb -1, 25 * rand(R1), 0.12)
    rotate y * (20 + 40 * rand(R1)) translate <-17 + I * 1.0 + 2.5 * rand(R1), 0.03, -26 + 4 * rand(R1)> }
#end
