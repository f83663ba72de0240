/// A printing colour: shares of the four process inks, each 0…1.
///
/// A picture on a screen needs RGB; `preview` gives it. The press finisher maps the preview back to
/// the ink, so two inks of one document never share a preview.
public struct Ink: Hashable, Sendable {
  /// Cyan.
  public var cyan: Double
  /// Magenta.
  public var magenta: Double
  /// Yellow.
  public var yellow: Double
  /// Black.
  public var black: Double
  /// The colour that a screen shows instead of the inks' own look: charts whose authors gave screen
  /// colours keep them. The press knows the shares only.
  public var screen: ScreenColour?
  /// The plate of its own that it prints on; nil for the four process plates.
  public var spot: SpotInk?

  /// Makes an ink from its shares, each 0…1.
  public init(cyan: Double, magenta: Double, yellow: Double, black: Double) {
    self.cyan = cyan
    self.magenta = magenta
    self.yellow = yellow
    self.black = black
  }

  /// Solid black on the K plate only (INK-1).
  public static let black = Ink(cyan: 0, magenta: 0, yellow: 0, black: 1)
  /// No ink: the paper.
  public static let paper = Ink(cyan: 0, magenta: 0, yellow: 0, black: 0)
  /// A tint of black.
  public static func grey(_ share: Double) -> Ink {
    Ink(cyan: 0, magenta: 0, yellow: 0, black: share)
  }

  /// The colour on a screen, each channel 0…255.
  public var preview: (red: Int, green: Int, blue: Int) {
    if let screen { return (screen.red, screen.green, screen.blue) }
    // Newsprint inks are duller than monitor primaries; these weights keep a solid of each ink near
    // its printed look while black stays black.
    func channel(_ values: [(share: Double, keeps: Double)]) -> Int {
      let light = values.reduce(1.0) { $0 * (1 - $1.share * (1 - $1.keeps)) }
      return Int((light * 255).rounded())
    }
    return (
      channel([(cyan, 0.0), (magenta, 0.83), (yellow, 1.0), (black, 0)]),
      channel([(cyan, 0.62), (magenta, 0.08), (yellow, 0.92), (black, 0)]),
      channel([(cyan, 0.86), (magenta, 0.45), (yellow, 0.08), (black, 0)])
    )
  }

  /// Sum of the shares of its plates in percent (total area coverage).
  public var coverage: Double {
    spot.map { $0.tint * ($0.name == SpotInk.all ? 400 : 100) }
      ?? (cyan + magenta + yellow + black) * 100
  }
}

/// A colour of a screen, each channel 0…255.
public struct ScreenColour: Hashable, Sendable {
  /// Red.
  public var red: Int
  /// Green.
  public var green: Int
  /// Blue.
  public var blue: Int

  /// Makes a colour.
  public init(red: Int, green: Int, blue: Int) {
    self.red = red
    self.green = green
    self.blue = blue
  }
}

extension Ink: CustomStringConvertible {
  /// `C0 M80 Y80 K0`, whole percents.
  public var description: String {
    func percent(_ share: Double) -> Int { Int((share * 100).rounded()) }
    let shares = "C\(percent(cyan)) M\(percent(magenta)) Y\(percent(yellow)) K\(percent(black))"
    return spot.map { "\(shares) \($0.name) \(percent($0.tint))" } ?? shares
  }
}
