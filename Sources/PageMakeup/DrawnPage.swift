import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs

/// The story's part of a page, drawn, and what furniture and reports need to know of it.
struct DrawnPage {
  var items: [PlacedItem]
  var boxes: [ObjectBox]
  var lines: ClosedRange<Int>
  var fit: FitReport?

  /// Draws a page that the search filled: title first, then the text, then the other objects, so
  /// that the file is read in the order of the page.
  init(
    _ filled: FilledPage, objects: [PageObject], lines: ClosedRange<Int>, grid: PageGrid
  ) throws(Rejection) {
    boxes = filled.stack.boxes
    self.lines = lines
    let drawn = try Self.draw(objects, rows: filled.objectRows, boxes: boxes, grid: grid)
    let text = Self.draw(filled.flow, of: filled.items, in: filled.stack.regions, grid: grid)
    items = drawn.head + text + drawn.rest
    fit = Self.report(on: filled, objects: objects, lines: lines)
  }

  /// Draws a page whose text goes on.
  init(
    _ pieces: [FrameFiller.Piece], items: [FlowItem], stack: ObjectStack, objects: [PageObject],
    rows: [Int], lines: ClosedRange<Int>, grid: PageGrid
  ) throws(Rejection) {
    boxes = stack.boxes
    self.lines = lines
    let drawn = try Self.draw(objects, rows: rows, boxes: boxes, grid: grid)
    let text = PageDrawing.draw(pieces, of: items, in: stack.regions, grid: grid)
    self.items = drawn.head + text + drawn.rest
  }

  private static func draw(
    _ objects: [PageObject], rows: [Int], boxes: [ObjectBox], grid: PageGrid
  ) throws(Rejection) -> (head: [PlacedItem], rest: [PlacedItem]) {
    var head: [PlacedItem] = []
    var rest: [PlacedItem] = []
    for (number, object) in objects.enumerated() {
      guard let box = boxes.first(where: { $0.name == object.name }) else { continue }
      let corner = Point(
        x: grid.left(ofColumn: box.columns.lowerBound), y: grid.top(ofLine: box.lines.lowerBound))
      let drawn = try object.draw(rows[number]).placed(at: corner)
      if object.name == "title" { head += drawn } else { rest += drawn }
    }
    return (head, rest)
  }

  private static func draw(
    _ plan: FlowPlan, of items: [FlowItem], in regions: [Region], grid: PageGrid
  ) -> [PlacedItem] {
    var places: [(region: Region, row: Int)] = []
    for region in regions {
      for row in 0..<region.rows { places.append((region, row)) }
    }
    var drawn: [PlacedItem] = []
    for (index, item) in items.enumerated() {
      for (offset, row) in item.choices[plan.choices[index]].rows.enumerated() {
        let (region, line) = places[plan.starts[index] + offset]
        let corner = Point(
          x: grid.left(ofColumn: region.column), y: grid.top(ofLine: region.line + line))
        drawn += row.map { PlacedItem(at: $0.origin + corner, $0.item) }
      }
    }
    return drawn
  }

  private static func report(
    on filled: FilledPage, objects: [PageObject], lines: ClosedRange<Int>
  ) -> FitReport {
    var knobs = zip(objects, filled.objectRows).map {
      FitReport.Knob(name: $0.name, rows: $1, ideal: $0.ideal)
    }
    knobs.append(
      FitReport.Knob(name: "section head", rows: filled.headRows, ideal: filled.headRows))
    var variants: [String] = []
    for (item, choice) in zip(filled.items, filled.flow.choices)
    where item.choices[choice].cost > 0 {
      variants.append("\(item.name) \(item.choices[choice].name)")
    }
    return FitReport(
      isExact: filled.flow.blankRows == 0, cost: filled.cost, knobs: knobs, variants: variants,
      feet: feet(of: filled, lines: lines), tried: filled.tried)
  }

  private static func feet(of filled: FilledPage, lines: ClosedRange<Int>) -> [FitReport.ColumnFoot] {
    var last: [Int: (line: Int, name: String)] = [:]
    func take(_ column: Int, _ line: Int, _ name: String) {
      if line > last[column]?.line ?? 0 { last[column] = (line, name) }
    }
    for box in filled.stack.boxes where box.name != "strip" {
      for column in box.columns { take(column, box.lines.upperBound, box.name) }
    }
    var places: [(column: Int, line: Int)] = []
    for region in filled.stack.regions {
      for row in 0..<region.rows { places.append((region.column, region.line + row)) }
    }
    for (index, item) in filled.items.enumerated() {
      let start = filled.flow.starts[index]
      for row in 0..<item.choices[filled.flow.choices[index]].rows.count {
        take(places[start + row].column, places[start + row].line, item.name)
      }
    }
    return last.sorted { $0.key < $1.key }.map {
      FitReport.ColumnFoot(column: $0.key, line: $0.value.line, occupant: $0.value.name)
    }
  }
}
