// 开展重点项目观摩活动: a party in helmets before a building that is going up.
#include "common.inc"
camera { perspective location <0.8, 3.3, -18.8> look_at <0.6, 7.0, 26> right x * 1.5 up y angle 49 }
Sun(vnormalize(<-0.66, 0.60, -0.52>), 0.9, 2.35)
Sky(70, 0.62, 0.95)
Haze(1500)
Hills(<-500, -6, 1200>, 2600, 700, 300, <5, 0, 2>)
Hills(<700, -6, 1700>, 3000, 900, 480, <1, 0, 8>)

#declare Concrete = texture {
  pigment { bozo turbulence 0.8 octaves 5 color_map { [0 rgb <0.33, 0.325, 0.31>] [0.6 rgb <0.41, 0.405, 0.39>] [1 rgb <0.47, 0.46, 0.44>] } scale <1.6, 3, 1.6> }
}
#declare Steel = texture { pigment { rgb <0.20, 0.205, 0.21> } finish { specular 0.3 roughness 0.05 } }
#declare Yellow = texture { pigment { rgb <0.62, 0.36, 0.03> } finish { specular 0.25 roughness 0.05 } }
#declare Rust = texture { pigment { bozo color_map { [0 rgb <0.17, 0.075, 0.04>] [1 rgb <0.26, 0.13, 0.075>] } scale 0.3 } }
#declare Net = texture {
  pigment { bozo turbulence 0.5 color_map { [0 rgbt <0.055, 0.15, 0.085, 0.30>] [1 rgbt <0.10, 0.22, 0.135, 0.46>] } scale <2.6, 1.2, 2> }
  normal { wrinkles 0.7 scale <1.4, 3, 1> }
  finish { diffuse 0.6, 0.35 }
}

// A frame of Bays by Floors, clad in netting up to Netted, scaffolded to the floor above.
#macro Shell(Bays, Bay, Floors, Storey, Deep, Netted, Number)
  #local R = seed(Number);
  #local Long = Bays * Bay;
  #local Top = Floors * Storey;
  union {
    #for (F, 1, Floors)
      box { <-0.9, F * Storey - 0.22, -0.9>, <Long + 0.9, F * Storey, Deep + 0.5> texture { Concrete } }
      box { <-0.2, F * Storey - 0.75, -0.15>, <Long + 0.2, F * Storey - 0.2, 0.2> texture { Concrete } }
    #end
    #for (B, 0, Bays) #for (D, 0, 2)
      box { <B * Bay - 0.3, 0, D * Deep / 2 - 0.3>, <B * Bay + 0.3, Top, D * Deep / 2 + 0.3> texture { Concrete } }
      // starter bars over the last slab
      #for (S, 0, 5)
        cylinder { <B * Bay - 0.25 + 0.1 * S, Top, D * Deep / 2 - 0.25 + 0.2 * mod(S, 2)>, <B * Bay - 0.25 + 0.1 * S + 0.06 * rand(R), Top + 1.1 + 0.4 * rand(R), D * Deep / 2 - 0.2>, 0.022 texture { Rust } }
      #end
    #end #end
    // infill walls, here and there
    #for (F, 0, Floors - 2) #for (B, 0, Bays - 1)
      #if (rand(R) < 0.75 - F * 0.06)
        box { <B * Bay + 0.3, F * Storey, 0.9>, <(B + 1) * Bay - 0.3 - (rand(R) < 0.5 ? 1.4 : 0), (F + 1) * Storey - 0.7, 1.1>
          pigment { brick rgb 0.30, rgb <0.36, 0.345, 0.32> brick_size <0.6, 0.25, 0.3> mortar 0.02 } }
      #end
      #for (S, 1, 3) #if (F >= Netted) cylinder { <B * Bay + S * Bay / 4, F * Storey, 0.3 + 1.5 * rand(R)>, <B * Bay + S * Bay / 4, (F + 1) * Storey, 0.4 + 1.5 * rand(R)>, 0.035 texture { Steel } } #end #end
    #end #end
    box { <1, 0, Deep * 0.5>, <Long - 1, Top - Storey, Deep * 0.5 + 0.2> texture { Concrete } }
    // scaffold on two sides
    #local High = min(Top + 1.6, (Netted + 2) * Storey);
    #for (I, 0, floor(Long / 1.6) + 1)
      cylinder { <I * 1.6 - 0.8, 0, -1.5>, <I * 1.6 - 0.8, High + 0.5 * rand(R), -1.5>, 0.04 }
      cylinder { <I * 1.6 - 0.8, 0, -2.4>, <I * 1.6 - 0.8, High + 0.5 * rand(R), -2.4>, 0.04 }
    #end
    #for (I, 1, floor(High / 1.75))
      cylinder { <-1.6, I * 1.75, -2.4>, <Long + 1.6, I * 1.75, -2.4>, 0.035 }
      box { <-1.4, I * 1.75 - 0.04, -2.3>, <Long + 1.4, I * 1.75, -1.5> pigment { rgb <0.24, 0.19, 0.13> } }
    #end
    #for (I, 1, floor(Netted * Storey / 1.75)) cylinder { <-1.6, I * 1.75, -2.68>, <Long + 0.6, I * 1.75, -2.68>, 0.035 } #end
    #for (I, 0, 5) cylinder { <I * Long / 6, 0, -2.45>, <I * Long / 6 + Long / 6, High, -2.45>, 0.035 } #end
    // netting, one sheet a storey, each hung a little differently
    #for (F, 0, Netted * 2 - 1) #for (B, 0, Bays * 3 - 1)
      #if (rand(R) < 0.96)
        box { <B * Bay / 3 - 0.9 + 0.05 * rand(R), F * Storey / 2 + 0.05 * rand(R), -2.54 - 0.07 * rand(R)>, <(B + 1) * Bay / 3 - 0.86, (F + 1) * Storey / 2 + 0.08 * rand(R), -2.53>
          texture { Net translate <rand(R), rand(R), rand(R)> * 40 } no_radiosity }
      #end
    #end #end
    texture { Steel }
  }
#end

// A lattice from y = 0 to Long, Side wide.
#macro Lattice(Long, Side, Rod)
  #local S = Side / 2;
  #local Step = Side * 1.05;
  union {
    #for (X, -1, 1, 2) #for (Z, -1, 1, 2) cylinder { <X * S, 0, Z * S>, <X * S, Long, Z * S>, Rod } #end #end
    #for (I, 0, floor(Long / Step) - 1)
      #local Y = I * Step;
      #local W = (mod(I, 2) ? 1 : -1) * S;
      cylinder { <-W, Y, -S>, <W, Y + Step, -S>, Rod * 0.6 } cylinder { <-W, Y, S>, <W, Y + Step, S>, Rod * 0.6 }
      cylinder { <-S, Y, -W>, <-S, Y + Step, W>, Rod * 0.6 } cylinder { <S, Y, -W>, <S, Y + Step, W>, Rod * 0.6 }
      cylinder { <-S, Y, -S>, <S, Y, -S>, Rod * 0.6 } cylinder { <-S, Y, S>, <S, Y, S>, Rod * 0.6 }
    #end
  }
#end
#macro Crane(Tall, Reach, Turn, Hook)
  union {
    object { Lattice(Tall, 1.8, 0.10) }
    union {
      object { Lattice(Reach, 1.25, 0.075) rotate z * -90 translate <0.8, 0, 0> }
      object { Lattice(Reach * 0.26, 1.25, 0.085) rotate z * 90 translate <-0.8, 0, 0> }
      object { Lattice(6.5, 1.2, 0.08) }
      cylinder { <0, 6.5, 0>, <Reach * 0.62, 0.6, 0>, 0.05 } cylinder { <0, 6.5, 0>, <Reach * 0.3, 0.6, 0>, 0.05 }
      cylinder { <0, 6.5, 0>, <-Reach * 0.24, 0.6, 0>, 0.05 }
      box { <-Reach * 0.26, -1.8, -0.8>, <-Reach * 0.20, 0.6, 0.8> texture { Concrete } }
      box { <0.9, -2.0, -1.9>, <2.3, 0.2, -0.7> pigment { rgb 0.6 } }
      box { <1.3, -1.3, -1.95>, <2.35, -0.2, -0.65> texture { Glass } }
      cylinder { <Reach * 0.55, -0.6, 0>, <Reach * 0.55, -Hook, 0>, 0.035 texture { Steel } }
      box { <Reach * 0.55 - 0.35, -Hook - 0.7, -0.2>, <Reach * 0.55 + 0.35, -Hook, 0.2> }
      union {
        #for (I, 0, 9) cylinder { <-3, 0.04 * mod(I, 3), 0.09 * I - 0.4>, <3, 0.04 * mod(I, 3), 0.09 * I - 0.4>, 0.05 } #end
        texture { Rust } translate <Reach * 0.55, -Hook - 2.6, 0>
      }
      cylinder { <Reach * 0.55, -Hook - 0.7, 0>, <Reach * 0.55 - 2, -Hook - 2.5, 0>, 0.03 texture { Steel } }
      cylinder { <Reach * 0.55, -Hook - 0.7, 0>, <Reach * 0.55 + 2, -Hook - 2.5, 0>, 0.03 texture { Steel } }
      rotate y * Turn translate <0, Tall, 0>
    }
    texture { Yellow }
  }
#end

object { Shell(7, 5.4, 7, 3.5, 15, 4, 61) rotate y * 14 translate <-47, 0, 66> }
object { Shell(5, 5.4, 10, 3.3, 14, 6, 62) rotate y * -10 translate <19, 0, 92> }
object { Crane(38, 36, 158, 9) translate <1.5, 0, 84> }
object { Crane(46, 40, 196, 13) translate <53, 0, 100> }
#declare Flat = texture { pigment { rgb <0.56, 0.50, 0.43> } }
#declare Pale = texture { pigment { rgb <0.64, 0.62, 0.58> } }
#for (I, 0, 3)
  object { Front(7, 3.4, 15 + 2 * mod(I, 2), 3.0, 0.75, 0.9, 0.5, 2, Flat, Pale, 71 + I) translate <-120 + 62 * I, 0, 190 + 20 * mod(I, 3)> }
  box { <0, 0, 0.6>, <23.8, 45 + 6 * mod(I, 2), 12> texture { Flat } translate <-120 + 62 * I, 0, 190 + 20 * mod(I, 3)> }
#end

// the ground: a concrete road through raw earth
plane {
  y, 0
  pigment {
    bozo turbulence 1.1 octaves 7 omega 0.65
    color_map { [0 rgb <0.22, 0.165, 0.11>] [0.45 rgb <0.31, 0.245, 0.175>] [0.75 rgb <0.37, 0.31, 0.235>] [1 rgb <0.27, 0.215, 0.155>] }
    scale 3
  }
  normal { granite 0.55 scale 0.8 }
}
box {
  <-60, 0, -14>, <60, 0.06, 8>
  pigment { bozo turbulence 0.9 octaves 6 color_map { [0 rgb <0.34, 0.325, 0.295>] [0.55 rgb <0.42, 0.405, 0.375>] [1 rgb <0.36, 0.335, 0.29>] } scale <4, 1, 1.6> }
  normal { granite 0.12 scale 0.3 }
}
#for (I, -6, 6) box { <I * 5 - 0.015, 0.05, -14>, <I * 5 + 0.015, 0.0605, 8> pigment { rgb 0.2 } } #end
box { <-60, 0.05, -3.02>, <60, 0.0605, -2.98> pigment { rgb 0.2 } }
// heaps of earth
#declare R0 = seed(3);
#for (I, 0, 7)
  sphere { 0, 1 scale <4 + 5 * rand(R0), 0.7 + 1.3 * rand(R0), 3> translate <-38 + I * 11 + 5 * rand(R0), 0, 30 + 14 * rand(R0)>
    pigment { bozo turbulence 1 color_map { [0 rgb <0.22, 0.15, 0.09>] [1 rgb <0.36, 0.27, 0.18>] } } normal { granite 1.2 scale 1.2 } }
#end
// hoarding, white with a blue foot
#macro Hoarding(Long)
  union {
    #for (I, 0, Long / 2 - 1)
      box { <I * 2, 0.2, 0>, <I * 2 + 1.96, 1.9, 0.05> pigment { rgb <0.62, 0.63, 0.63> } }
      box { <I * 2, 0.2, -0.01>, <I * 2 + 1.96, 0.75, 0.04> pigment { rgb <0.05, 0.16, 0.36> } }
      box { <I * 2 - 0.05, 0, -0.03>, <I * 2 + 0.03, 2.05, 0.06> texture { Steel } }
    #end
  }
#end
object { Hoarding(34) translate <-52, 0, 16.5> }
object { Hoarding(30) translate <9, 0, 16.5> }
// bars, pipes and bricks
#for (I, 0, 59)
  cylinder { <-0.2 * rand(R0), 0, 0>, <9 + 0.4 * rand(R0), 0, 0>, 0.03 texture { Rust } translate <11.5, 0.2 + 0.06 * div(I, 15), 10.2 + 0.07 * mod(I, 15)> }
#end
#for (I, 0, 3) box { <11.6 + I * 2.7, 0, 10>, <11.75 + I * 2.7, 0.17, 11.4> pigment { rgb <0.30, 0.22, 0.13> } } #end
#for (I, 0, 4)
  box { <0, 0.14, 0>, <1.2, 1.15, 1.0> translate <-22 + I * 1.5, 0, 10.5 + 0.2 * mod(I, 2)>
    pigment { brick rgb <0.42, 0.39, 0.36>, rgb <0.33, 0.30, 0.28> brick_size <0.24, 0.115, 0.12> mortar 0.008 } }
#end
// the display board, with a plan on it
union {
  box { <0, 0.7, 0>, <3.6, 2.75, 0.08> pigment { rgb <0.66, 0.67, 0.67> } }
  box { <0, 2.3, -0.01>, <3.6, 2.75, 0> pigment { rgb <0.07, 0.19, 0.40> } }
  text { ttf "LXGWWenKai-Bold.ttf" "重点项目观摩" 0.02, 0 scale <0.36, 0.34, 1> translate <0.72, 2.4, -0.02> pigment { rgb 0.8 } }
  box { <0.15, 0.95, -0.01>, <2.1, 2.15, 0> pigment { cells color_map { [0 rgb <0.16, 0.28, 0.14>] [0.4 rgb <0.45, 0.42, 0.34>] [1 rgb <0.36, 0.44, 0.52>] } scale <0.24, 0.18, 1> } }
  #for (I, 0, 6) box { <2.25, 1.05 + 0.16 * I, -0.008>, <3.4 - 0.4 * mod(I * 3, 2), 1.09 + 0.16 * I, 0> pigment { rgb 0.15 } } #end
  cylinder { <0.2, 0, 0.1>, <0.2, 2.7, 0.1>, 0.04 texture { Steel } } cylinder { <3.4, 0, 0.1>, <3.4, 2.7, 0.1>, 0.04 texture { Steel } }
  rotate y * -14 translate <3.7, 0.06, 1.2>
}

// the party, most of them turned to the board and the building
#declare Dark = <0.028, 0.03, 0.038>;
#declare WhiteHat = <0.68, 0.68, 0.66>;
#declare RedHat = <0.52, 0.03, 0.025>;
#declare YellowHat = <0.66, 0.45, 0.03>;
#declare Jackets = array[6] { <0.035, 0.045, 0.075>, <0.045, 0.045, 0.05>, <0.55, 0.56, 0.57>, <0.10, 0.12, 0.14>, <0.06, 0.08, 0.12>, <0.20, 0.19, 0.17> }
#macro Stand(X, Z, Turn, Top, Hat, Arm) object { Person(1.64 + 0.16 * rand(R0), Top, Dark * (0.8 + 0.8 * rand(R0)), Hat, Arm, 0.03) rotate y * Turn translate <X, 0.06, Z> } #end
Stand(-4.9, -2.2, 24, Jackets[0], WhiteHat, 4)
Stand(-4.1, -3.0, 14, Jackets[3], WhiteHat, 0)
Stand(-3.2, -2.5, 30, Jackets[2], WhiteHat, 8)
Stand(-2.3, -3.3, 20, Jackets[1], WhiteHat, 0)
Stand(-1.5, -2.4, 34, Jackets[4], WhiteHat, 3)
Stand(-0.7, -3.1, 22, Jackets[5], RedHat, 2)
Stand(0.2, -2.1, 38, Jackets[0], WhiteHat, 0)
Stand(-5.8, -1.2, 40, Jackets[5], WhiteHat, 0)
Stand(-4.4, -0.6, 36, Jackets[2], WhiteHat, 6)
Stand(-3.0, -0.8, 30, Jackets[1], RedHat, 0)
Stand(-1.9, -0.5, 44, Jackets[4], WhiteHat, 0)
Stand(0.9, -1.0, 40, Jackets[3], WhiteHat, 5)
Stand(-0.4, -0.4, 38, Jackets[0], WhiteHat, 0)
// the one who explains, in an orange waistcoat, points at the building
Stand(2.7, 0.5, -34, <0.66, 0.20, 0.02>, RedHat, 118)
Stand(8.1, 0.6, -70, <0.64, 0.22, 0.03>, YellowHat, 10)
Stand(8.9, 1.2, -60, <0.64, 0.22, 0.03>, YellowHat, 0)
// workers farther off
Stand(-12.5, 12.0, 80, <0.62, 0.22, 0.03>, YellowHat, 35)
Stand(-11.2, 12.6, -40, <0.10, 0.14, 0.2>, YellowHat, 20)
Stand(15.5, 12.4, 130, <0.62, 0.22, 0.03>, YellowHat, 40)
Stand(21.0, 13.0, 30, <0.10, 0.14, 0.2>, YellowHat, 15)

#declare A = Tree(81, 8, 6.5, 15000, 0.16, <0.08, 0.135, 0.035>)
#for (I, 0, 30)
  object { A rotate y * 360 * rand(R0) scale 0.9 + 0.6 * rand(R0) translate <-110 + I * 8, 0, 118 + 40 * rand(R0)> }
#end
