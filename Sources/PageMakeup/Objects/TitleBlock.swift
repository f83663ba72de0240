import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel

/// The title block over all columns: kicker, headline, deck and byline, each in whole rows.
struct TitleBlock {
  let setter: TextSetter
  let width: Length
  let rows: Int
  private let parts: [(fragment: Fragment, rows: Int)]

  /// Roles that stand in the title block, in the order of the page.
  static let roles: Set<ReportRole> = [
    .masthead, .issue, .issuer, .issuerDate, .docnum, .kicker, .headline, .deck, .byline,
  ]

  /// Blank rows between the block and the text.
  private static let air = 1

  init(_ blocks: [ReportBlock], setter: TextSetter, width: Length) throws(Rejection) {
    self.setter = setter
    self.width = width
    var parts: [(Fragment, Int)] = []
    var index = 0
    while index < blocks.count {
      let role = blocks[index].role
      var texts: [String] = []
      let first = index
      while index < blocks.count, blocks[index].role == role {
        texts.append(Self.text(of: blocks[index]))
        index += 1
      }
      let style = setter.style(role.rawValue)
      let fragment =
        role == .issuerDate
        ? try Self.issuerLine(blocks[first], style: style, setter: setter, width: width)
        : try setter.stack(texts, style: style, width: width, range: blocks[first].range)
      // A quarter of the em is air over and under the lines.
      let size = style.paragraph.character.size
      let needed = fragment.size.height + size / 4
      parts.append((fragment, max(style.paragraph.gridLines, Self.wholeRows(needed, setter.grid))))
    }
    self.parts = parts
    rows = parts.isEmpty ? 0 : parts.reduce(Self.air) { $0 + $1.1 }
  }

  /// The halves of a couplet stand one em apart.
  private static func text(of block: ReportBlock) -> String {
    block.role == .headline ? block.parts.joined(separator: "\u{3000}") : block.text
  }

  /// Issuer at the left and date at the right of one line, over a rule (GW-20).
  private static func issuerLine(
    _ block: ReportBlock, style: NamedStyle, setter: TextSetter, width: Length
  ) throws(Rejection) -> Fragment {
    let character = style.paragraph.character
    let ascent = try setter.ascent(of: character)
    let parts = block.parts
    let date = parts.count > 1 ? parts[parts.count - 1] : ""
    let issuer = parts.count > 1 ? parts.dropLast().joined(separator: " ") : block.text
    let left = try setter.line(issuer, style: character, range: block.range)
    let right = try setter.line(date, style: character, range: block.range)
    let foot = character.size.scaled(by: 1.35)
    let stroke = Stroke(ink: setter.ink("accent"), width: .millimetres(0.5))
    let rule = Path.line(from: Point(x: .zero, y: foot), to: Point(x: width, y: foot))
    let onLine = { (items: [PlacedItem], x: Length) in
      items.map { PlacedItem(at: $0.origin + Point(x: x, y: ascent), $0.item) }
    }
    let items =
      onLine(left.items, .zero) + onLine(right.items, width - right.width)
      + [PlacedItem(at: .zero, .path(rule, Paint(stroke: stroke)))]
    return Fragment(size: Size(width: width, height: foot), baseline: ascent, items: items)
  }

  private static func wholeRows(_ height: Length, _ grid: PageGrid) -> Int {
    (height.units + grid.leading.units - 1) / grid.leading.units
  }

  func draw() -> Fragment {
    let grid = setter.grid
    var items: [PlacedItem] = []
    var row = 0
    for part in parts {
      let room = grid.leading * part.rows
      let top = grid.leading * row + (room - part.fragment.size.height) / 2
      items += part.fragment.placed(at: Point(x: .zero, y: top))
      row += part.rows
    }
    return Fragment(size: Size(width: width, height: grid.height(ofLines: max(1, rows))), items: items)
  }
}
