internal import ReportModel

/// The marks of one line as a format opens and closes them round its text, in scalars.
struct InlineMarks {
  /// Marks that are closed.
  private(set) var marks: [TextMark] = []
  private var open: [(kind: TextMark.Kind, start: Int)] = []

  /// Opens or closes a mark at a place of the text.
  mutating func take(_ kind: TextMark.Kind, opens: Bool, at place: Int) {
    if opens {
      open.append((kind, place))
    } else if let index = open.lastIndex(where: { $0.kind == kind }) {
      add(kind, open.remove(at: index).start..<place)
    }
  }

  /// Adds a mark; an empty one says nothing.
  mutating func add(_ kind: TextMark.Kind, _ range: Range<Int>, reading: String = "") {
    if !range.isEmpty { marks.append(TextMark(range, kind, reading: reading)) }
  }

  /// The marks of a line that ends at a place; those still open go on at the start of the next.
  mutating func endLine(at place: Int) -> [TextMark] {
    for mark in open { add(mark.kind, mark.start..<max(mark.start, place)) }
    open = open.map { ($0.kind, 0) }
    defer { marks = [] }
    return marks
  }

  /// The marks where so many scalars are cut from the front and so many are left.
  static func cut(_ marks: [TextMark], dropping dropped: Int, keeping count: Int) -> [TextMark] {
    marks.compactMap { mark in
      let start = min(count, max(0, mark.range.lowerBound - dropped))
      let end = min(count, max(0, mark.range.upperBound - dropped))
      return start < end ? TextMark(start..<end, mark.kind, reading: mark.reading) : nil
    }
  }
}

extension TextMark {
  /// The mark where so many characters more stand before it.
  func moved(by count: Int) -> TextMark {
    TextMark(
      (range.lowerBound + count)..<(range.upperBound + count), kind, reading: reading)
  }
}

/// Figures above and below the line as characters of their own, which need no layout: m², CO₂.
enum RaisedFigures {
  private static let raised: [Unicode.Scalar: Unicode.Scalar] = pairs(
    "0123456789+-−()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿ")
  private static let lowered: [Unicode.Scalar: Unicode.Scalar] = pairs(
    "0123456789+-−()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎")

  private static func pairs(_ from: String, _ to: String) -> [Unicode.Scalar: Unicode.Scalar] {
    Dictionary(uniqueKeysWithValues: zip(from.unicodeScalars, to.unicodeScalars))
  }

  /// The text raised or lowered; as it is where some character has no such form.
  static func form(of text: Scalars, isRaised: Bool) -> Scalars {
    let table = isRaised ? raised : lowered
    let forms = text.compactMap { table[$0] }
    return forms.count == text.count ? forms : text
  }

  /// Whether a character may be one that `form` made.
  static func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xB2, 0xB3, 0xB9, 0x2070...0x208E: true
    default: false
    }
  }
}
