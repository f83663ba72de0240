import DisplayList

/// Inks for screen colours.
enum InkMatch {
  /// The ink that shows a colour; greys are black ink only.
  static func ink(_ colour: RGB) -> Ink {
    let flat = colour.flattened()
    let (r, g, b) = (flat.red / 255, flat.green / 255, flat.blue / 255)
    let spread = max(r, g, b) - min(r, g, b)
    if spread < 0.012 {
      return Ink.grey(rounded(1 - (r + g + b) / 3))
    }
    let black = 1 - max(r, g, b)
    let rest = 1 - black
    var ink = Ink(
      cyan: rounded((1 - r - black) / rest), magenta: rounded((1 - g - black) / rest),
      yellow: rounded((1 - b - black) / rest), black: rounded(black))
    ink.screen = ScreenColour(
      red: Int(flat.red.rounded()), green: Int(flat.green.rounded()), blue: Int(flat.blue.rounded())
    )
    return ink
  }

  private static func rounded(_ share: Double) -> Double { (share * 1000).rounded() / 1000 }
}
