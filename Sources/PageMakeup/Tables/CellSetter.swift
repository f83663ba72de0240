import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel
import Typesetting

/// Sets the cells of one table; what several cells say is set once.
///
/// A class, because it remembers lines over the whole table.
final class CellSetter {
  struct Line {
    var items: [PlacedItem]
    var width: Length
  }

  let setter: TextSetter
  let range: SourceRange
  private var lines: [String: [String: Line]] = [:]
  private var ascents: [String: Length] = [:]
  /// Lines remembered of one style; a long ledger has cells that never come again.
  private static let memory = 4096

  init(setter: TextSetter, range: SourceRange) {
    self.setter = setter
    self.range = range
  }

  /// The characters of a style; without one of their own totals are cells in the face of the head.
  func character(_ style: String) -> CharacterStyle {
    guard style == "table-total", setter.layout.styles[style] == nil else {
      return setter.style(style).paragraph.character
    }
    var character = setter.style("table-cell").paragraph.character
    character.role = setter.style("table-head").paragraph.character.role
    return character
  }

  func ascent(_ style: String) throws(Rejection) -> Length {
    if let known = ascents[style] { return known }
    let found = try setter.ascent(of: character(style))
    ascents[style] = found
    return found
  }

  /// A cell on one line at its natural width, its baseline at zero.
  func line(_ text: String, style: String) throws(Rejection) -> Line {
    if let known = lines[style]?[text] { return known }
    let (items, width) = try setter.line(text, style: character(style), range: range)
    let line = Line(items: items, width: width)
    if lines[style, default: [:]].count < Self.memory { lines[style, default: [:]][text] = line }
    return line
  }

  /// From the left edge of a figure to what stands behind its first characters, `before`.
  func width(
    of before: String, in text: String, _ whole: Line, style: String
  ) throws(Rejection) -> Length {
    if before.utf8.count == text.utf8.count { return whole.width }
    // The glyph of the point says it, and the figure need not be set a second time.
    if text.utf8.allSatisfy({ $0 < 0x80 }), let x = Self.place(before.utf8.count, in: whole) {
      return x
    }
    return try line(before, style: style).width
  }

  /// Where the character at a byte of a line's text starts; nil where a glyph stands for several.
  private static func place(_ byte: Int, in line: Line) -> Length? {
    var bytes = 0
    for item in line.items {
      guard case .glyphs(let run) = item.item else { continue }
      if bytes + run.text.utf8.count <= byte {
        bytes += run.text.utf8.count
        continue
      }
      var glyph = 0
      for cluster in run.clusters {
        if bytes == byte, glyph < run.glyphs.count { return item.origin.x + run.glyphs[glyph].x }
        bytes += cluster.bytes
        glyph += cluster.glyphs
        if bytes > byte { return nil }
      }
    }
    return nil
  }

  /// The lines of a cell in a width, each with its place from the cell's left edge. Line breaks of the
  /// text are kept.
  func lines(
    _ text: String, style: String, width: Length, alignment: Alignment
  ) throws(Rejection) -> [[PlacedItem]] {
    if text.isEmpty { return [] }
    var lines: [[PlacedItem]] = []
    for piece in Self.pieces(text) {
      lines += try self.piece(piece, style: style, width: width, alignment: alignment)
    }
    return lines
  }

  /// The lines that an author gave a cell; blank ones at its ends are none.
  static func pieces(_ text: String) -> [String] {
    guard text.contains(where: \.isNewline) else { return text.isEmpty ? [] : [text] }
    var pieces = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)[...]
    while pieces.first?.allSatisfy(\.isWhitespace) ?? false { pieces = pieces.dropFirst() }
    while pieces.last?.allSatisfy(\.isWhitespace) ?? false { pieces = pieces.dropLast() }
    return pieces.map(String.init)
  }

  private func piece(
    _ text: String, style: String, width: Length, alignment: Alignment
  ) throws(Rejection) -> [[PlacedItem]] {
    if text.isEmpty { return [[]] }
    let whole = try line(text, style: style)
    if whole.width <= width {
      let room = width - whole.width
      let left: Length =
        alignment == .centred ? room / 2 : alignment == .right ? room : .zero
      return [whole.items.map { PlacedItem(at: $0.origin + Point(x: left, y: .zero), $0.item) }]
    }
    // A long text keeps its left edge; what stands over several lines is read, not compared.
    return try composed(text, style: style, width: width, isCentred: alignment == .centred)
  }

  private func composed(
    _ text: String, style: String, width: Length, isCentred: Bool
  ) throws(Rejection) -> [[PlacedItem]] {
    let plain = ParagraphStyle(
      character: character(style), alignment: isCentred ? .centred : .left, firstLineIndent: 0)
    let set = try setter.compose(
      [TextSpan(text, plain.character)], style: plain, measure: width, range: range)
    return set.lines.map { $0.placed(onBaseline: .zero) }
  }

  // MARK: Heads

  /// The lines of a column's head: it turns over before its bracket, else in parts of about the same
  /// length.
  func headLines(_ text: String, width: Length) throws(Rejection) -> [[PlacedItem]] {
    var lines: [[PlacedItem]] = []
    for piece in try headPieces(text, width: width) {
      let whole = try line(piece, style: Self.head).width
      guard whole > width else {
        lines += try self.piece(piece, style: Self.head, width: width, alignment: .centred)
        continue
      }
      let count = (whole.units + width.units - 1) / max(1, width.units)
      lines += try even(piece, over: count, whole: whole, width: width)
    }
    return lines
  }

  /// A head over so many lines of about the same length, where it stands on so many.
  private func even(
    _ text: String, over count: Int, whole: Length, width: Length
  ) throws(Rejection) -> [[PlacedItem]] {
    let em = character(Self.head).size
    let least = ((whole / max(1, count)).units + em.units - 1) / max(1, em.units)
    for wide in [em * least, em * (least + 1)] where wide < width {
      let lines = try composed(text, style: Self.head, width: wide, isCentred: true)
      guard lines.count <= count else { continue }
      let left = Point(x: (width - wide) / 2, y: .zero)
      return lines.map { $0.map { PlacedItem(at: $0.origin + left, $0.item) } }
    }
    return try composed(text, style: Self.head, width: width, isCentred: true)
  }

  /// The parts that a head turns over between: its own lines, and its unit where it does not fit.
  private func headPieces(_ text: String, width: Length) throws(Rejection) -> [String] {
    var pieces: [String] = []
    for piece in Self.pieces(text) {
      let open = piece.firstIndex { $0 == "（" || $0 == "(" }
      if let open, open > piece.startIndex, try line(piece, style: Self.head).width > width {
        pieces += [String(piece[..<open]), String(piece[open...])]
      } else {
        pieces.append(piece)
      }
    }
    return pieces
  }

  /// The width that a head asks for: a long one stands on two lines.
  func headWidth(_ text: String) throws(Rejection) -> Length {
    let em = character(Self.head).size
    var widest = Length.zero
    for piece in Self.pieces(text) {
      let wide = try line(piece, style: Self.head).width
      var half = wide / 2 + em / 2
      if wide > em * 4, let open = piece.firstIndex(where: { $0 == "（" || $0 == "(" }),
        open > piece.startIndex
      {
        let name = try line(String(piece[..<open]), style: Self.head).width
        let unit = try line(String(piece[open...]), style: Self.head).width
        half = max(half, min(max(name, unit), em * 6))
      }
      widest = max(widest, max(min(wide, em * 4), half))
    }
    return widest
  }

  private static let head = "table-head"
}
