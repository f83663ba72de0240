import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs

/// An article drawn in its module, placed on the page's grid, and what furniture and reports need to
/// know of it.
struct DrawnModule {
  var items: [PlacedItem]
  /// Objects in columns and lines of the page.
  var boxes: [ObjectBox]
  /// Where its text runs.
  var frames: [StoryFrame]
  /// Columns of its own, where they are not the page's; the module is then one box for the page.
  var columnSet: PlacedColumnSet?

  /// Draws a filled module with its first column and line at a place of the page: title first, then
  /// the text, then the other objects, so that the file is read in the order of the page.
  init(
    _ filled: FilledModule, column: Int, line: Int, grid: PageGrid
  ) throws(Rejection) {
    var place = ModulePlace(column: column, line: line, grid: grid)
    if let own = filled.grid {
      let corner = Point(x: grid.left(ofColumn: column), y: grid.top(ofLine: 1))
      place = ModulePlace(column: 1, line: line, grid: own.moved(to: corner))
    }
    let drawn = try Self.draw(
      filled.objects, rows: filled.objectRows, boxes: filled.stack.boxes, at: place)
    let text = Self.draw(
      filled.plan, of: filled.flow.items, in: filled.stack.regions, at: place)
    items = drawn.head + text.items + drawn.rest
    frames = text.frames
    boxes = filled.stack.boxes.map(place.moved)
    guard filled.grid != nil else { return }
    let lines = line...(line + filled.lines - 1)
    columnSet = PlacedColumnSet(grid: place.grid, lines: lines, boxes: boxes)
    boxes = [
      ObjectBox(
        columns: column...(column + filled.pageColumns - 1), lines: lines, name: "column set")
    ]
  }

  /// Draws pieces of a flow that goes on.
  init(
    _ pieces: [FrameFiller.Piece], items: [FlowItem], stack: ObjectStack, objects: [PageObject],
    rows: [Int], column: Int, line: Int, grid: PageGrid
  ) throws(Rejection) {
    let place = ModulePlace(column: column, line: line, grid: grid)
    let drawn = try Self.draw(objects, rows: rows, boxes: stack.boxes, at: place)
    let regions = stack.regions.map(place.moved)
    let text = PageDrawing.draw(pieces, of: items, in: regions, grid: grid)
    self.items = drawn.head + text.items + drawn.rest
    frames = text.frames
    boxes = stack.boxes.map(place.moved)
  }

  private static func draw(
    _ objects: [PageObject], rows: [Int], boxes: [ObjectBox], at place: ModulePlace
  ) throws(Rejection) -> (head: [PlacedItem], rest: [PlacedItem]) {
    var head: [PlacedItem] = []
    var rest: [PlacedItem] = []
    for (number, object) in objects.enumerated() {
      guard let box = boxes.first(where: { $0.name == object.name }) else { continue }
      let corner = place.corner(column: box.columns.lowerBound, line: box.lines.lowerBound)
      let drawn = try object.draw(rows[number]).placed(at: corner)
      if object.name == "title" { head += drawn } else { rest += drawn }
    }
    return (head, rest)
  }

  private static func draw(
    _ plan: FlowPlan, of items: [FlowItem], in regions: [Region], at place: ModulePlace
  ) -> (items: [PlacedItem], frames: [StoryFrame]) {
    var places: [(region: Int, row: Int)] = []
    for (number, region) in regions.enumerated() {
      for row in 0..<region.rows { places.append((number, row)) }
    }
    var drawn: [PlacedItem] = []
    var frames = FrameCollector()
    for (index, item) in items.enumerated() {
      for (offset, row) in item.choices[plan.choices[index]].rows.enumerated() {
        let (number, line) = places[plan.starts[index] + offset]
        let region = regions[number]
        let corner = place.corner(column: region.column, line: region.line + line)
        let placed = row.map { PlacedItem(at: $0.origin + corner, $0.item) }
        drawn += placed
        frames.add(
          placed, of: item, item: index, row: offset, region: number,
          rect: place.grid.rect(of: place.moved(region)))
      }
    }
    return (drawn, frames.frames)
  }
}

/// A module's own columns on the page: its grid, its lines, and its objects in its columns.
struct PlacedColumnSet {
  var grid: PageGrid
  var lines: ClosedRange<Int>
  var boxes: [ObjectBox]
}

/// Where a module's first column and line stand on the page.
struct ModulePlace {
  var column: Int
  var line: Int
  var grid: PageGrid

  func corner(column: Int, line: Int) -> Point {
    Point(
      x: grid.left(ofColumn: self.column + column - 1), y: grid.top(ofLine: self.line + line - 1))
  }

  func moved(_ box: ObjectBox) -> ObjectBox {
    ObjectBox(
      columns: (box.columns.lowerBound + column - 1)...(box.columns.upperBound + column - 1),
      lines: (box.lines.lowerBound + line - 1)...(box.lines.upperBound + line - 1), name: box.name)
  }

  func moved(_ region: Region) -> Region {
    Region(
      column: region.column + column - 1, line: region.line + line - 1, rows: region.rows)
  }
}

extension PageGrid {
  /// The rectangle of a stretch of a column.
  func rect(of region: Region) -> Rect {
    rect(
      columns: region.column...region.column,
      lines: region.line...(region.line + max(1, region.rows) - 1))
  }
}
