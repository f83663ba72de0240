import DisplayList
import Geometry
import LayoutSpecs

/// A character that no face of its role has.
public struct MissingCharacter: Hashable, Sendable {
  /// The character.
  public var scalar: Unicode.Scalar
  /// Its index among all scalars of the spans.
  public var offset: Int

  /// Makes a missing character.
  public init(scalar: Unicode.Scalar, offset: Int) {
    self.scalar = scalar
    self.offset = offset
  }

  /// Whether a page can go to print without it: a sign or a mark. A letter, an ideograph, a figure
  /// or a private character may be part of a name or a number, and never may be lost.
  public var isSign: Bool { Self.isSign(scalar) }

  /// Whether a page can go to print without a character.
  public static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .otherSymbol, .mathSymbol, .modifierSymbol, .format, .control, .enclosingMark: true
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      true
    default: false
    }
  }
}

/// What composition changed in the text, for the report: nothing else is ever changed.
public struct CompositionNotes: Hashable, Sendable {
  /// Full-width digits and letters set half-width (MX-6).
  public var normalised = 0
  /// Typed spaces that the gap between Han and Western text, or a mark's own blank, replaced (MX-3).
  public var replacedSpaces = 0

  /// No change.
  public init() {}
}

/// A paragraph before its lines are chosen: what the breaker sees, and beside it what is drawn.
struct BuiltParagraph {
  var items: [ParagraphItem] = []
  var contents: [BoxContent] = []
  var glyphs: [SetGlyph] = []
  /// The set text as UTF-8: the source without the spaces that became gaps.
  var text: [UInt8] = []
  var styles: [CharacterStyle] = []
  /// A word space of each style, Western and Chinese in turn, where the text has one.
  var spaces: [SetWord?] = []
  /// The hyphen of each style, where words may be hyphenated.
  var hyphens: [SetWord?] = []
  /// Pinyin by box.
  var ruby: [Int: Ruby] = [:]
  /// Western text in vertical lines, by box.
  var turned: [Int: TurnedWord] = [:]
  /// Dashes that need a stroke between them, by box.
  var bridges: [Int: DashBridge] = [:]
  var missing: [MissingCharacter] = []
  var notes = CompositionNotes()
}
