import LayoutSpecs

/// From a grey of a picture to a share of the black plate that looks the same on the press's paper,
/// so that a black-and-white picture stays on one plate and does not sink into the dot gain.
struct GreyCurve {
  /// 255 less the share of black, by grey.
  let table: [UInt8]

  /// Makes the curve for a press; the source is sRGB's grey unless a grey profile is given.
  init?(press: [UInt8], source: [UInt8]? = nil) {
    guard let plates = PressLightness(press), let greys = Self.lightness(of: source) else {
      return nil
    }
    table = greys.map { 255 - UInt8((plates.black(forShare: $0 / 100) * 255).rounded()) }
  }

  /// The pixels through the curve, still 255 for white.
  func apply(_ pixels: [UInt8]) -> [UInt8] {
    table.withUnsafeBufferPointer { table in pixels.map { table[Int($0)] } }
  }

  private static func lightness(of source: [UInt8]?) -> [Double]? {
    let greys = (0...255).map { UInt8($0) }
    guard let lab = ColorProfile.lab() else { return nil }
    if let source, let profile = ColorProfile(source),
      let transform = ColorTransform(
        from: profile, .grey, to: lab, .lab, intent: nil)
    {
      return transform.lightness(of: greys, count: 256)
    }
    guard let screen = ColorProfile.sRGB(),
      let transform = ColorTransform(
        from: screen, .blueGreenRed, to: lab, .lab, intent: nil)
    else { return nil }
    let colors: [UInt8] = greys.flatMap { (grey: UInt8) -> [UInt8] in [grey, grey, grey, 255] }
    return transform.lightness(of: colors, count: 256)
  }
}

/// How light each share of black is on a press, and each mix of its inks.
struct PressLightness {
  private let ramp: [Double]
  private let press: [UInt8]

  init?(_ press: [UInt8]) {
    let shares: [Double] = (0...255).flatMap { (step: Int) -> [Double] in
      [0, 0, 0, Double(step) / 2.55]
    }
    guard let ramp = Self.lightness(of: shares, press: press) else { return nil }
    self.ramp = ramp
    self.press = press
  }

  /// The share of black that lies at a share of the way from solid black (0) to paper (1).
  func black(forShare share: Double) -> Double {
    let (paper, solid) = (ramp[0], ramp[255])
    return black(forLightness: solid + min(max(share, 0), 1) * (paper - solid))
  }

  /// The share of black that is as light as a mix of inks.
  func black(cyan: Double, magenta: Double, yellow: Double, black: Double) -> Double {
    let mix = [cyan * 100, magenta * 100, yellow * 100, black * 100]
    guard let light = Self.lightness(of: mix, press: press)?.first else { return black }
    return self.black(forLightness: light)
  }

  private func black(forLightness light: Double) -> Double {
    guard let above = ramp.firstIndex(where: { $0 <= light }) else { return 1 }
    guard above > 0 else { return 0 }
    let (lower, upper) = (ramp[above], ramp[above - 1])
    let part = upper > lower ? (upper - light) / (upper - lower) : 0
    return (Double(above - 1) + part) / 255
  }

  private static func lightness(of mixes: [Double], press: [UInt8]) -> [Double]? {
    guard let profile = ColorProfile(press), let lab = ColorProfile.lab(),
      let transform = ColorTransform(
        from: profile, .cmykPercent, to: lab, .lab, intent: nil)
    else { return nil }
    return transform.lightness(of: mixes, count: mixes.count / 4)
  }
}
