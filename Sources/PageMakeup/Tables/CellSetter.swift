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

  func character(_ style: String) -> CharacterStyle {
    setter.style(style).paragraph.character
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

  /// The lines of a cell in a width, each with its place from the cell's left edge.
  func lines(
    _ text: String, style: String, width: Length, alignment: Alignment
  ) throws(Rejection) -> [[PlacedItem]] {
    if text.isEmpty { return [] }
    let whole = try line(text, style: style)
    if whole.width <= width {
      let room = width - whole.width
      let left: Length =
        alignment == .centred ? room / 2 : alignment == .right ? room : .zero
      return [whole.items.map { PlacedItem(at: $0.origin + Point(x: left, y: .zero), $0.item) }]
    }
    // A long text keeps its left edge; what stands over several lines is read, not compared.
    let plain = ParagraphStyle(
      character: character(style), alignment: alignment == .centred ? .centred : .left,
      firstLineIndent: 0)
    let set = try setter.compose(
      [TextSpan(text, plain.character)], style: plain, measure: width, range: range)
    return set.lines.map { $0.placed(onBaseline: .zero) }
  }
}
