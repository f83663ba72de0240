public import LayoutSpecs

/// A stretch of text in one look.
public struct TextSpan: Hashable, Sendable {
  /// The characters.
  public var text: String
  /// How they look.
  public var style: CharacterStyle
  /// Pinyin over the characters, syllables parted by spaces, one a character (RU-1); the last
  /// character takes what is left.
  public var ruby: String?

  /// Makes a span.
  public init(_ text: String, _ style: CharacterStyle, ruby: String? = nil) {
    self.text = text
    self.style = style
    self.ruby = ruby
  }
}

/// The spans as flat arrays: one scalar, one class and one style a place.
struct SourceText {
  var scalars: [UInt32] = []
  var classes: [CharacterClass] = []
  var styles: [CharacterStyle] = []
  /// Where each span of `styles` ends.
  var ends: [Int] = []
  /// Pinyin by the scalar that it stands over.
  var ruby: [Int: String] = [:]
  /// Full-width digits and letters that became half-width (MX-6).
  var normalised = 0

  init(_ spans: [TextSpan], omitting omitted: OmittedRules = []) {
    let count = spans.reduce(0) { $0 + $1.text.utf8.count }
    scalars.reserveCapacity(count)
    classes.reserveCapacity(count)
    var hasAmbiguous = false
    var hasLetters = false
    let normalises = !omitted.contains(.normalisation)
    ClassTable.standard.basicPlane.withUnsafeBufferPointer { table in
      for span in spans where !span.text.isEmpty {
        if let ruby = span.ruby { noteRuby(ruby, span.text) }
        for scalar in span.text.unicodeScalars {
          var value = scalar.value
          if value >= 0xFF10, value <= 0xFF5A, normalises, Self.isFullWidthAlphanumeric(value) {
            value -= 0xFEE0
            normalised += 1
          }
          let kind = value < 0x10000 ? table[Int(value)] : ClassTable.standard[value]
          if kind != .han {
            hasLetters = hasLetters || kind == .latin
            hasAmbiguous = hasAmbiguous || Self.isAmbiguous(kind)
          }
          scalars.append(value)
          classes.append(kind)
        }
        // Two names side by side stay two, so that their lines do not grow together (IM-3).
        if styles.last == span.style, span.style.emphasis == .none || span.style.emphasis == .dots {
          ends[ends.count - 1] = scalars.count
        } else {
          styles.append(span.style)
          ends.append(scalars.count)
        }
      }
    }
    if hasAmbiguous, !omitted.contains(.markContext) {
      classes = ClassResolver.resolve(scalars, classes, hasLetters: hasLetters)
    }
  }

  private mutating func noteRuby(_ ruby: String, _ text: String) {
    let syllables = ruby.split(separator: " ").map(String.init)
    let bases = text.unicodeScalars.enumerated().filter {
      ClassTable.standard[$0.element.value].isIdeographic
    }
    for (number, base) in bases.enumerated() where number < syllables.count {
      let isLast = number == bases.count - 1
      self.ruby[scalars.count + base.offset] =
        isLast ? syllables[number...].joined(separator: " ") : syllables[number]
    }
  }

  private static func isFullWidthAlphanumeric(_ value: UInt32) -> Bool {
    switch value {
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: true
    default: false
    }
  }

  private static func isAmbiguous(_ kind: CharacterClass) -> Bool {
    switch kind {
    case .link, .longDash, .ellipsis, .hyphen, .slash, .middle, .prefix, .open, .close,
      .latinOther:
      true
    default: false
    }
  }
}
