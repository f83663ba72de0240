public import LayoutSpecs

/// A stretch of text in one look.
public struct TextSpan: Hashable, Sendable {
  /// The characters.
  public var text: String
  /// How they look.
  public var style: CharacterStyle

  /// Makes a span.
  public init(_ text: String, _ style: CharacterStyle) {
    self.text = text
    self.style = style
  }
}

/// The spans as flat arrays: one scalar, one class and one style a place.
struct SourceText {
  var scalars: [UInt32] = []
  var classes: [CharacterClass] = []
  var styles: [CharacterStyle] = []
  /// Where each span of `styles` ends.
  var ends: [Int] = []
  /// Full-width digits and letters that became half-width (MX-6).
  var normalised = 0

  init(_ spans: [TextSpan]) {
    let count = spans.reduce(0) { $0 + $1.text.utf8.count }
    scalars.reserveCapacity(count)
    classes.reserveCapacity(count)
    var hasAmbiguous = false
    var hasLetters = false
    ClassTable.standard.basicPlane.withUnsafeBufferPointer { table in
      for span in spans where !span.text.isEmpty {
        for scalar in span.text.unicodeScalars {
          var value = scalar.value
          if value >= 0xFF10, value <= 0xFF5A, Self.isFullWidthAlphanumeric(value) {
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
        if styles.last == span.style {
          ends[ends.count - 1] = scalars.count
        } else {
          styles.append(span.style)
          ends.append(scalars.count)
        }
      }
    }
    if hasAmbiguous {
      classes = ClassResolver.resolve(scalars, classes, hasLetters: hasLetters)
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
