public import DisplayList

/// A colour as Cairo writes it, each channel 0…255.
struct RGBKey: Hashable, CustomStringConvertible {
  var packed: UInt32

  init(red: Int, green: Int, blue: Int) {
    packed = UInt32(clamping: red) << 16 | UInt32(clamping: green) << 8 | UInt32(clamping: blue)
  }

  /// The key of three shares; nil where they are not whole 255ths, which Cairo never writes.
  init?(_ shares: [Double]) {
    guard shares.count == 3 else { return nil }
    let whole = shares.map { ($0 * 255).rounded() }
    for (share, value) in zip(shares, whole) where abs(share * 255 - value) > 0.02 { return nil }
    self.init(red: Int(whole[0]), green: Int(whole[1]), blue: Int(whole[2]))
  }

  var description: String { "\(packed >> 16) \(packed >> 8 & 0xFF) \(packed & 0xFF)" }
}

/// Which ink each preview colour of a drawn file stands for; no two inks share one.
public struct InkMap: Sendable {
  private var inks: [RGBKey: Ink] = [:]

  /// Makes an empty map.
  public init() {}

  /// Adds an ink by the colour it was drawn in, each channel 0…255.
  public mutating func add(_ ink: Ink, red: Int, green: Int, blue: Int) {
    inks[RGBKey(red: red, green: green, blue: blue)] = ink
  }

  /// The same map with every ink changed.
  public func mapInks(_ change: (Ink) -> Ink) -> InkMap {
    var changed = self
    changed.inks = inks.mapValues(change)
    return changed
  }

  subscript(_ key: RGBKey) -> Ink? { inks[key] }
}
