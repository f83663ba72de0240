/// A printing ink of its own, beside the four process inks.
public struct SpotInk: Hashable, Sendable {
  /// Name of its plate, as the plant knows the ink.
  public var name: String
  /// How much of it, 0…1.
  public var tint: Double

  /// Makes a spot ink.
  public init(_ name: String, tint: Double = 1) {
    self.name = name
    self.tint = tint
  }
}

extension Ink {
  /// An ink that prints on a plate of its own; the shares are what a press without it prints.
  public static func spot(_ name: String, tint: Double = 1, alternate: Ink) -> Ink {
    var ink = alternate
    ink.spot = SpotInk(name, tint: tint)
    return ink
  }

  /// All plates at once, for marks outside the trim (PDF: Separation All).
  public static let registration = Ink.spot(
    "All", alternate: Ink(cyan: 1, magenta: 1, yellow: 1, black: 1))

  /// What a press without the ink of its own prints.
  public var alternate: Ink {
    let tint = spot?.tint ?? 1
    return Ink(
      cyan: cyan * tint, magenta: magenta * tint, yellow: yellow * tint, black: black * tint)
  }

  /// Whether it leaves the paper bare.
  public var isPaper: Bool {
    spot.map { $0.tint == 0 } ?? (cyan == 0 && magenta == 0 && yellow == 0 && black == 0)
  }

  /// Whether it is black ink alone, in full (INK-1).
  public var isSolidBlack: Bool {
    spot == nil && cyan == 0 && magenta == 0 && yellow == 0 && black == 1
  }

  /// How many plates it prints on.
  public var plates: Int {
    spot == nil ? [cyan, magenta, yellow, black].count { $0 > 0 } : 1
  }
}
