import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel
import Typesetting

/// The title block of a document: kicker, headline, deck and byline, each in whole rows; newspapers
/// have their own (`NewsTitle`).
///
/// Its height is a knob: the headline may take up to four size steps less than fits, and the air under
/// the block one to three rows.
struct TitleBlock {
  /// Allowed heights, the natural one first.
  let heights: [FlowShape.Height]
  private let fragments: [Int: Fragment]

  /// Roles that stand in the title block, in the order of the page.
  static let roles: Set<ReportRole> = [
    .masthead, .issue, .issuer, .issuerDate, .docnum, .kicker, .headline, .deck, .byline,
  ]

  /// Sets a block over so many columns.
  init(_ blocks: [ReportBlock], setter: TextSetter, columns: Int) throws(Rejection) {
    var heights: [FlowShape.Height] = []
    var fragments: [Int: Fragment] = [:]
    let sizes = HeadlineSizes()
    for step in 0...4 {
      let parts = try TitleParts(
        blocks, setter: setter, columns: columns, step: step, sizes: sizes)
      for air in 1...3 {
        let rows = parts.rows + air
        guard fragments[rows] == nil else { continue }
        let cost =
          setter.prices.headlineStep * Double(step) + setter.prices.titleAir * Double(air - 1)
        heights.append(FlowShape.Height(rows: rows, cost: cost))
        fragments[rows] = parts.draw(rows: rows)
      }
    }
    self.heights = heights
    self.fragments = fragments
  }

  func draw(rows: Int) -> Fragment { fragments[rows] ?? Fragment(size: .zero) }
}

/// Headlines as composed for one width, by their size: the steps of a title block try the same ones.
private final class HeadlineSizes {
  struct Key: Hashable {
    var texts: [String]
    var size: Length
  }
  var lines: [Key: [ComposedLine]] = [:]
}

/// The parts of a title block at one choice of sizes.
private struct TitleParts {
  let setter: TextSetter
  let columns: Int
  private let sizes: HeadlineSizes
  private var parts: [(fragment: Fragment, rows: Int)] = []

  private var grid: PageGrid { setter.grid }
  /// Columns of the page that it is as wide as, by which its size goes.
  private var spread: Int { setter.pageColumns(in: columns) }
  private var width: Length { grid.width(ofColumns: columns) }
  var rows: Int { parts.reduce(0) { $0 + $1.rows } }

  init(
    _ blocks: [ReportBlock], setter: TextSetter, columns: Int, step: Int, sizes: HeadlineSizes
  ) throws(Rejection) {
    self.setter = setter
    self.columns = columns
    self.sizes = sizes
    var index = 0
    while index < blocks.count {
      let first = blocks[index]
      var texts: [String] = []
      while index < blocks.count, blocks[index].role == first.role {
        let block = blocks[index]
        texts.append(block.role == .headline ? block.headWords : block.text)
        index += 1
      }
      let style = setter.style(first.role.rawValue)
      let fragment: Fragment
      switch first.role {
      case .issuerDate:
        fragment = try issuerLine(first, style: style)
      case .headline:
        fragment = try headline(texts, style: style, smaller: step, range: first.range)
      default:
        fragment = try setter.stack(texts, style: style, width: width, range: first.range)
      }
      // A quarter of the em is air over and under the lines.
      let needed = fragment.size.height + style.paragraph.character.size / 4
      parts.append((fragment, max(style.paragraph.gridLines, wholeRows(needed))))
    }
  }

  private func wholeRows(_ height: Length) -> Int {
    (height.units + grid.leading.units - 1) / grid.leading.units
  }

  /// Rows that a head may take by the columns it spans (NP-5).
  private var mostRows: Int {
    switch spread {
    case 1: setter.isOneColumn ? 8 : 4
    case 2: 5
    case 3: 6
    case 4: 7
    default: 8
    }
  }

  /// Wide heads stand on one line; narrow ones may take two, a single column's three.
  private var mostLines: Int {
    if setter.isOneColumn || spread >= 4 { return 1 }
    return spread == 1 ? 3 : 2
  }

  /// The same for each text, or as many as were ended by hand.
  private func mostLines(_ texts: [String]) -> Int {
    texts.reduce(0) { $0 + max(mostLines, $1.count { $0 == "\u{2028}" } + 1) }
  }

  /// The largest size at which the headline keeps to its lines and rows, then so many steps less.
  private func headline(
    _ texts: [String], style: NamedStyle, smaller: Int, range: SourceRange
  ) throws(Rejection) -> Fragment {
    let steps = style.sizeSteps.isEmpty ? [style.paragraph.character.size] : style.sizeSteps
    var fitting = steps.count - 1
    for (number, size) in steps.enumerated() {
      let lines = try lines(texts, style: style, size: size, range: range)
      let height = size.scaled(by: style.lineSpacing) * lines.count
      if lines.count <= mostLines(texts), height <= grid.leading * mostRows {
        fitting = number
        break
      }
    }
    let chosen = steps[min(steps.count - 1, fitting + smaller)]
    var character = style.paragraph.character
    character.size = chosen
    return try setter.stack(
      try lines(texts, style: style, size: chosen, range: range), style: character,
      spacing: style.lineSpacing, width: width)
  }

  private func lines(
    _ texts: [String], style: NamedStyle, size: Length, range: SourceRange
  ) throws(Rejection) -> [ComposedLine] {
    let key = HeadlineSizes.Key(texts: texts, size: size)
    if let known = sizes.lines[key] { return known }
    var paragraph = style.paragraph
    paragraph.character.size = size
    var lines: [ComposedLine] = []
    for text in texts {
      lines += try setter.compose(
        [TextSpan(text, paragraph.character)], style: paragraph, measure: width, range: range
      ).lines
    }
    sizes.lines[key] = lines
    return lines
  }

  /// Issuer at the left and date at the right of one line, over a rule (GW-20).
  private func issuerLine(_ block: ReportBlock, style: NamedStyle) throws(Rejection) -> Fragment {
    let character = style.paragraph.character
    let ascent = try setter.ascent(of: character)
    let parts = block.parts
    let date = parts.count > 1 ? parts[parts.count - 1] : ""
    let issuer = parts.count > 1 ? parts.dropLast().joined(separator: " ") : block.text
    let right = try setter.line(date, style: character, range: block.range)
    var left = try setter.line(issuer, style: character, range: block.range)
    var lines = [left.items]
    if left.width + right.width + character.size > width {
      // A long name takes lines of its own, and the date the one under them.
      var flush = style.paragraph
      flush.alignment = .left
      flush.firstLineIndent = 0
      let set = try setter.compose(
        [TextSpan(issuer, character)], style: flush, measure: width, range: block.range)
      lines = set.lines.map { $0.placed(onBaseline: .zero) } + [[]]
      left.items = []
    }
    let step = character.size.scaled(by: 1.35)
    var items: [PlacedItem] = []
    for (number, line) in lines.enumerated() {
      let baseline = step * number + ascent
      items += line.map { PlacedItem(at: $0.origin + Point(x: .zero, y: baseline), $0.item) }
    }
    let corner = Point(x: width - right.width, y: step * (lines.count - 1) + ascent)
    items += right.items.map { PlacedItem(at: $0.origin + corner, $0.item) }
    let foot = step * lines.count
    let stroke = Stroke(ink: setter.ink("accent"), width: .millimetres(0.5))
    let rule = Path.line(from: Point(x: .zero, y: foot), to: Point(x: width, y: foot))
    items.append(PlacedItem(at: .zero, .path(rule, Paint(stroke: stroke))))
    return Fragment(size: Size(width: width, height: foot), baseline: ascent, items: items)
  }

  /// The parts from the top, each centred in its rows.
  func draw(rows: Int) -> Fragment {
    var items: [PlacedItem] = []
    var row = 0
    for part in parts {
      let room = grid.leading * part.rows
      let top = grid.leading * row + (room - part.fragment.size.height) / 2
      items += part.fragment.placed(at: Point(x: .zero, y: top))
      row += part.rows
    }
    return Fragment(
      size: Size(width: width, height: grid.height(ofLines: max(1, rows))), items: items)
  }
}
