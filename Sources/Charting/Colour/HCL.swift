import Geometry

/// A colour by hue, chroma and lightness: the space in which Vega-Lite blends ranges of amounts.
struct HCL: Hashable, Sendable {
  var hue: Double
  var chroma: Double
  var light: Double

  init(_ colour: RGB) {
    let lab = HCL.lab(colour)
    light = lab.l
    chroma = (lab.a * lab.a + lab.b * lab.b).squareRoot()
    // A grey has no hue; blending takes the other colour's.
    hue =
      abs(lab.a) < 1e-3 && abs(lab.b) < 1e-3
      ? .nan : Elementary.atan2(lab.b, lab.a) * 180 / Elementary.pi
  }

  static func mix(_ a: RGB, _ b: RGB, _ share: Double) -> RGB {
    let (x, y) = (HCL(a), HCL(b))
    var mixed = x
    var turn = y.hue - x.hue
    if turn > 180 || turn < -180 { turn -= 360 * (turn / 360).rounded() }
    mixed.hue = x.hue.isNaN ? y.hue : y.hue.isNaN ? x.hue : x.hue + turn * share
    mixed.chroma = x.chroma + (y.chroma - x.chroma) * share
    mixed.light = x.light + (y.light - x.light) * share
    return mixed.colour
  }

  private static let white = (x: 0.96422, y: 1.0, z: 0.82521)

  /// CIELAB under D50, as d3-color reckons.
  static func lab(_ colour: RGB) -> (l: Double, a: Double, b: Double) {
    func linear(_ channel: Double) -> Double {
      let share = channel / 255
      return share <= 0.04045 ? share / 12.92 : Elementary.pow((share + 0.055) / 1.055, 2.4)
    }
    func curve(_ t: Double) -> Double {
      t > 216 / 24389.0 ? Elementary.pow(t, 1 / 3.0) : t / (3 * 36 / 841.0) + 4 / 29.0
    }
    let (r, g, b) = (linear(colour.red), linear(colour.green), linear(colour.blue))
    let y = curve((0.2225045 * r + 0.7168786 * g + 0.0606169 * b) / white.y)
    if r == g, g == b { return (116 * y - 16, 0, 0) }
    let x = curve((0.4360747 * r + 0.3850649 * g + 0.1430804 * b) / white.x)
    let z = curve((0.0139322 * r + 0.0971045 * g + 0.7141733 * b) / white.z)
    return (116 * y - 16, 500 * (x - y), 200 * (y - z))
  }

  private var colour: RGB {
    let angle = (hue.isNaN ? 0 : hue) * Elementary.pi / 180
    let (a, b) = (Elementary.cos(angle) * chroma, Elementary.sin(angle) * chroma)
    func uncurve(_ t: Double) -> Double {
      t > 6 / 29.0 ? t * t * t : 3 * 36 / 841.0 * (t - 4 / 29.0)
    }
    let y0 = (light + 16) / 116
    let x = HCL.white.x * uncurve(y0 + a / 500)
    let y = HCL.white.y * uncurve(y0)
    let z = HCL.white.z * uncurve(y0 - b / 200)
    func channel(_ linear: Double) -> Double {
      let share =
        linear <= 0.0031308 ? 12.92 * linear : 1.055 * Elementary.pow(linear, 1 / 2.4) - 0.055
      return max(0, min(255, share * 255))
    }
    return RGB(
      red: channel(3.1338561 * x - 1.6168667 * y - 0.4906146 * z),
      green: channel(-0.9787684 * x + 1.9161415 * y + 0.0334540 * z),
      blue: channel(0.0719453 * x - 0.2289914 * y + 1.4052427 * z))
  }
}
