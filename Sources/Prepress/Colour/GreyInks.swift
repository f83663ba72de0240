public import DisplayList

/// Inks for a press with one plate: each becomes the tint of black that is as light.
public struct GreyInks: Sendable {
  private let lightness: PressLightness

  /// Makes the change for a press; nil where its profile cannot be used.
  public init?(press: [UInt8]) {
    guard let lightness = PressLightness(press) else { return nil }
    self.lightness = lightness
  }

  /// The tint of black for an ink; black and paper stay as they are.
  public func grey(of ink: Ink) -> Ink {
    if ink.spot?.name == SpotInk.all { return ink }
    if ink.cyan == 0, ink.magenta == 0, ink.yellow == 0 { return .grey(ink.black) }
    let share = lightness.black(
      cyan: ink.cyan, magenta: ink.magenta, yellow: ink.yellow, black: ink.black)
    return .grey((share * 100).rounded() / 100)
  }
}
