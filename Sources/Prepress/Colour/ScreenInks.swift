import DisplayList
import LayoutSpecs

/// Inks for the colours of a screen that no palette names: those of placed vector art. Greys go to
/// the black plate alone, solid black is 0 0 0 1; the rest goes through the press's profile with the
/// ink limit kept.
final class ScreenInks {
  private let transform: ScreenToPress
  private let curve: GreyCurve
  private let limit: InkLimit
  private let grey: GreyInks?
  private var known: [ScreenColour: Ink] = [:]

  /// Makes the change for a press; nil where its profile cannot be used.
  init?(profile: PressProfile, icc: [UInt8], isGrayscale: Bool) {
    guard
      let transform = ScreenToPress(source: nil, press: icc, intent: profile.pictures.intent),
      let curve = GreyCurve(press: icc)
    else { return nil }
    self.transform = transform
    self.curve = curve
    limit = InkLimit(percent: profile.ink.limit)
    grey = isGrayscale ? GreyInks(press: icc) : nil
  }

  /// The ink of a colour of three shares.
  func ink(of shares: [Double]) -> Ink {
    let colour = ScreenColour(clamping: shares)
    if let ink = known[colour] { return ink }
    let (red, green, blue) = (colour.red, colour.green, colour.blue)
    var ink: Ink
    if red == green, green == blue {
      ink = .grey(Double(255 - curve.table[red]) / 255)
      if red == 0 { ink = .black }
    } else {
      var inks = transform.convert([UInt8(blue), UInt8(green), UInt8(red), 255], count: 1)
      _ = limit.clamp(&inks)
      let parts = inks.map { Double($0) / 255 }
      ink = Ink(cyan: parts[0], magenta: parts[1], yellow: parts[2], black: parts[3])
      if let grey { ink = grey.grey(of: ink) }
    }
    known[colour] = ink
    return ink
  }
}

/// How colours of a drawn stream become inks: those of the palette by their previews, and any other
/// through the press's profile where that is allowed.
struct InkLookup {
  let map: InkMap
  let screen: ScreenInks?

  init(map: InkMap, screen: ScreenInks? = nil) {
    self.map = map
    self.screen = screen
  }

  /// The ink of three shares; nil where there is none.
  subscript(_ shares: [Double]) -> Ink? {
    if let screen { return shares.count == 3 ? screen.ink(of: shares) : nil }
    return ScreenColour(shares).flatMap { map[$0] }
  }
}
