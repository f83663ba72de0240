/// PG-12: short headings are spaced out.
public enum HeadingSpacing {
  /// Extra space after each character of a heading with so many characters, in ems.
  ///
  /// The middle of the custom's range, for `CharacterStyle.tracking`; none from five characters on.
  /// The last character of a line takes none, so centred headings stay centred.
  public static func tracking(forCharacters count: Int) -> Double {
    switch count {
    case ...1: 0
    case 2: 1.75
    case 3: 1.25
    case 4: 0.75
    default: 0
    }
  }
}
