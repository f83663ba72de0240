/// A printing ink of its own, beside the four process inks.
public struct SpotInk: Hashable, Sendable {
  /// Name of its plate, as the plant knows the ink.
  public var name: String
  /// How much of it, 0…1.
  public var tint: Double

  /// The name that means every plate at once.
  public static let all = "All"

  /// Makes a spot ink.
  public init(_ name: String, tint: Double = 1) {
    self.name = name
    self.tint = tint
  }
}

extension Ink {
  /// An ink that prints on a plate of its own; the shares are what a press without it prints at this
  /// tint.
  public static func spot(_ name: String, tint: Double = 1, alternate: Ink) -> Ink {
    var ink = alternate
    ink.spot = SpotInk(name, tint: tint)
    return ink
  }

  /// All plates at once, for marks outside the trim (PDF: Separation All).
  public static let registration = Ink.spot(
    SpotInk.all, alternate: Ink(cyan: 1, magenta: 1, yellow: 1, black: 1))

  /// What a press without the ink of its own prints.
  public var alternate: Ink { Ink(cyan: cyan, magenta: magenta, yellow: yellow, black: black) }

  /// A spot ink in full, its shares raised as its tint; another ink as it is.
  public var full: Ink {
    guard let spot, spot.tint > 0 else { return self }
    func whole(_ share: Double) -> Double { min(share / spot.tint, 1) }
    return .spot(
      spot.name,
      alternate: Ink(
        cyan: whole(cyan), magenta: whole(magenta), yellow: whole(yellow), black: whole(black)))
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
