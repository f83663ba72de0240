public import DisplayList

extension ScreenColour {
  /// The colour of three shares; nil where they are not whole 255ths, which Cairo never writes.
  init?(_ shares: [Double]) {
    guard shares.count == 3 else { return nil }
    for share in shares where abs(share * 255 - (share * 255).rounded()) > 0.02 { return nil }
    self.init(clamping: shares)
  }

  /// The nearest colour to three shares; those that lack are nought.
  init(clamping shares: [Double]) {
    let values = (shares + [0, 0, 0]).prefix(3).map { Int((min(max($0, 0), 1) * 255).rounded()) }
    self.init(red: values[0], green: values[1], blue: values[2])
  }

  /// The channels, as messages give them.
  var words: String { "\(red) \(green) \(blue)" }
}

/// Which ink each preview colour of a drawn file stands for; no two inks share one.
public struct InkMap: Sendable {
  private var inks: [ScreenColour: Ink] = [:]

  /// Makes an empty map.
  public init() {}

  /// Adds an ink by the colour it was drawn in, each channel 0…255.
  public mutating func add(_ ink: Ink, red: Int, green: Int, blue: Int) {
    inks[ScreenColour(red: red, green: green, blue: blue)] = ink
  }

  /// The same map with every ink changed.
  public func mapInks(_ change: (Ink) -> Ink) -> InkMap {
    var changed = self
    changed.inks = inks.mapValues(change)
    return changed
  }

  subscript(_ colour: ScreenColour) -> Ink? { inks[colour] }
}
