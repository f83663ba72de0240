public import Geometry

/// A named style with what display lines need besides a paragraph style: sizes rise with the rank of
/// the heading (PG-15).
public struct NamedStyle: Hashable, Sendable {
  /// How it is set.
  public var paragraph: ParagraphStyle
  /// Smaller sizes that a display line may take to fit its measure, falling.
  public var sizeSteps: [Length]
  /// Distance of baselines in a block of several lines, in shares of the size.
  public var lineSpacing: Double

  /// Makes a named style.
  public init(paragraph: ParagraphStyle, sizeSteps: [Length] = [], lineSpacing: Double = 1.35) {
    self.paragraph = paragraph
    self.sizeSteps = sizeSteps
    self.lineSpacing = lineSpacing
  }
}

/// Styles by name, in the order of the file.
public struct StyleSheet: Hashable, Sendable {
  /// Names and styles.
  public private(set) var names: [String]
  private var styles: [String: NamedStyle]

  /// Makes an empty sheet.
  public init() {
    names = []
    styles = [:]
  }

  /// The style of a name; setting one adds or replaces it.
  public subscript(_ name: String) -> NamedStyle? {
    get { styles[name] }
    set {
      if styles[name] == nil { names.append(name) }
      styles[name] = newValue
    }
  }

  /// The sheet with all sizes changed by a factor.
  public func scaled(by factor: Double) -> StyleSheet {
    var sheet = self
    for (name, style) in styles {
      var style = style
      style.paragraph.character.size = style.paragraph.character.size.scaled(by: factor)
      if let runIn = style.paragraph.runIn {
        style.paragraph.runIn?.size = runIn.size.scaled(by: factor)
      }
      style.sizeSteps = style.sizeSteps.map { $0.scaled(by: factor) }
      sheet.styles[name] = style
    }
    return sheet
  }

  /// The style of a name, or that of the body where a layout does without one.
  public func resolved(_ name: String) -> NamedStyle {
    if let style = styles[name] ?? styles["body"] { return style }
    let plain = CharacterStyle(role: "body", size: .points(TypeSize.xiaowu.points()))
    return NamedStyle(paragraph: ParagraphStyle(character: plain))
  }
}
