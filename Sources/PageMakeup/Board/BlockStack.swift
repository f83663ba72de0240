import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel
import Typesetting

/// Paragraphs and display lines under each other in a width, at the sizes of their setter: the text
/// of sheets that are no flow of pages.
struct BlockStack {
  /// One line with its air, or a thing of its own height.
  struct Row {
    var items: [PlacedItem]
    var height: Length
    /// Whether the next row may not stand in another column.
    var keepsWithNext = false
    /// Whether it is only air, which no column begins or ends with.
    var isAir = false
  }

  let setter: TextSetter
  let width: Length
  /// Least distance of baselines.
  var pitch = Length.zero

  /// The blocks from a top edge.
  func set(_ blocks: [ReportBlock]) throws(Rejection) -> Fragment {
    Self.fragment(of: try rows(blocks), width: width)
  }

  /// Rows under each other.
  static func fragment(of rows: [Row], width: Length) -> Fragment {
    var items: [PlacedItem] = []
    var y = Length.zero
    for row in rows {
      items += row.items.map { PlacedItem(at: $0.origin + Point(x: .zero, y: y), $0.item) }
      y += row.height
    }
    return Fragment(size: Size(width: width, height: y), items: items)
  }

  /// The blocks line by line; blank lines of styles stand between blocks only.
  func rows(_ blocks: [ReportBlock]) throws(Rejection) -> [Row] {
    var rows: [Row] = []
    for (number, block) in blocks.enumerated() {
      let style = setter.style(block.role.rawValue)
      let isTitle = TitleBlock.roles.contains(block.role)
      let set = try lines(of: block, style: style, isTitle: isTitle)
      let step = max(pitch, set.style.size.scaled(by: style.lineSpacing))
      if number > 0, style.paragraph.linesBefore > 0 {
        rows.append(
          Row(items: [], height: step * style.paragraph.linesBefore, isAir: true))
      }
      let isHead = isTitle || block.role.headLevel != nil
      let baseline = (step - set.style.size) / 2 + (try setter.ascent(of: set.style))
      for (place, line) in set.lines.enumerated() {
        let tag = StructureTag(isHead ? .heading : .paragraph)
        let opening = place == 0 ? [PlacedItem(at: .zero, .tag(tag))] : []
        // A head stays with its text, and no line of a paragraph stands alone.
        let keeps = isHead || place == 0 || place == set.lines.count - 2
        rows.append(
          Row(
            items: opening + line.placed(onBaseline: baseline), height: step,
            keepsWithNext: keeps && (isHead || place < set.lines.count - 1)))
      }
      if number < blocks.count - 1, style.paragraph.linesAfter > 0 {
        rows.append(
          Row(
            items: [], height: step * style.paragraph.linesAfter, keepsWithNext: isHead,
            isAir: true))
      }
    }
    return rows
  }

  private func lines(
    of block: ReportBlock, style: NamedStyle, isTitle: Bool
  ) throws(Rejection) -> (lines: [ComposedLine], style: CharacterStyle) {
    let text = block.parts.joined(separator: "\u{3000}")
    if isTitle, !style.sizeSteps.isEmpty {
      return try setter.fitted([text], style: style, width: width, range: block.range)
    }
    var spans = MarkedText.spans(of: block, style: style.paragraph)
    if isTitle { spans = [TextSpan(text, style.paragraph.character)] }
    let set = try setter.compose(
      spans, style: style.paragraph, measure: width, range: block.range)
    // A couplet that does not stand on one line breaks between its halves.
    if block.role == .headline, block.parts.count == 2, set.lines.count > 1 {
      return try setter.fitted(block.parts, style: style, width: width, range: block.range)
    }
    return (set.lines, style.paragraph.character)
  }
}
