import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel

/// A ruled table that fills the height of its frame: a list under a head, or a form of labels and
/// values. A cell left empty belongs to the one before it; one of an ideographic space is for writing.
struct BoardTable {
  private struct Cell {
    var text: Fragment
    var left: Length
    var width: Length
    /// How many rows it takes, its own the first.
    var rows: Int
    var isHead: Bool
    var isWritten: Bool
  }

  let width: Length
  private let setter: TextSetter
  private let rows: [[Cell]]
  private let em: Length

  /// Air at the left and right, and over and under the words of a cell, in ems.
  private static let side = 0.5
  private static let pad = 0.4
  /// How much more of the spare height a row for writing takes than others: a signature, and a text
  /// over several columns.
  private static let writing = (short: 3, long: 8)

  init(
    _ table: ReportTable, look: FrameContent.Tables, setter: TextSetter, width: Length
  ) throws(Rejection) {
    self.width = width
    self.setter = setter
    em = setter.style("table-cell").paragraph.character.size
    let texts = [table.columns.map(\.name)] + table.rows
    let plan = BoardTablePlan(texts, look: look, spans: table.spans)
    let widths = try plan.widths(setter: setter, width: width, air: em.scaled(by: 2 * Self.side))
    var rows: [[Cell]] = []
    for row in plan.rows {
      var set: [Cell] = []
      for cell in row {
        let left = widths[..<cell.columns.lowerBound].reduce(.zero, +)
        let wide = widths[cell.columns].reduce(.zero, +)
        var style = setter.style(cell.isHead ? "table-head" : "table-cell")
        if !cell.isHead { style.paragraph.alignment = cell.isShort ? .centred : .left }
        let room = max(em, wide - em.scaled(by: 2 * Self.side))
        let text = try setter.stack(
          CellSetter.pieces(cell.text), style: style, width: room, range: table.range)
        set.append(
          Cell(
            text: text, left: left, width: wide, rows: cell.rows, isHead: cell.isHead,
            isWritten: cell.isWritten))
      }
      rows.append(set)
    }
    self.rows = rows
  }

  /// Heights that the rows need; what a cell over several rows lacks goes to its last one.
  private var heights: [Length] {
    var heights = rows.map { row in
      row.filter { $0.rows == 1 }.map(height(of:)).max() ?? em + em.scaled(by: 2 * Self.pad)
    }
    for (number, row) in rows.enumerated() {
      for cell in row where cell.rows > 1 {
        let places = number..<min(number + cell.rows, heights.count)
        let lack = height(of: cell) - heights[places].reduce(.zero, +)
        if lack > .zero { heights[places.upperBound - 1] += lack }
      }
    }
    return heights
  }

  private func height(of cell: Cell) -> Length {
    max(em, cell.text.size.height) + em.scaled(by: 2 * Self.pad)
  }

  /// Height that the rows need.
  var height: Length { heights.reduce(.zero, +) }

  /// The table in a height; what is spare goes to the rows, most of it to those for writing.
  func draw(height room: Length) -> Fragment {
    let weights = rows.map { row in
      guard row.contains(where: \.isWritten) else { return 1 }
      return row.contains { $0.isWritten && $0.width > width / 2 }
        ? Self.writing.long : Self.writing.short
    }
    let spare = max(.zero, room - height)
    let total = max(1, weights.reduce(0, +))
    var items: [PlacedItem] = []
    var y = Length.zero
    let talls = zip(heights, weights).map { $0 + spare * $1 / total }
    for (number, row) in rows.enumerated() {
      for cell in row {
        let tall = talls[number..<min(number + cell.rows, talls.count)].reduce(.zero, +)
        items += draw(cell, top: y, height: tall)
      }
      y += talls[number]
    }
    items.append(PlacedItem(at: .zero, .tag(StructureTag(.artifact))))
    let frame = Rect(left: .zero, top: .zero, right: width, bottom: y)
    items.append(outline(frame, weight: .millimetres(0.5)))
    return Fragment(size: Size(width: width, height: y), items: items)
  }

  private func draw(_ cell: Cell, top: Length, height: Length) -> [PlacedItem] {
    let box = Rect(left: cell.left, top: top, right: cell.left + cell.width, bottom: top + height)
    var items = [PlacedItem(at: .zero, .tag(StructureTag(.artifact)))]
    if cell.isHead {
      items.append(PlacedItem(at: .zero, .path(.rect(box), Paint(fill: setter.ink("tint")))))
    }
    items.append(outline(box, weight: .millimetres(0.15)))
    items.append(PlacedItem(at: .zero, .tag(StructureTag(cell.isHead ? .headerCell : .cell))))
    let corner = Point(
      x: cell.left + em.scaled(by: Self.side), y: top + (height - cell.text.size.height) / 2)
    return items + cell.text.placed(at: corner)
  }

  private func outline(_ box: Rect, weight: Length) -> PlacedItem {
    let stroke = Stroke(ink: setter.ink("rule"), width: weight)
    return PlacedItem(at: .zero, .path(.rect(box), Paint(stroke: stroke)))
  }
}
