import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs

/// Hairlines in the middle of the gutters, broken where an object spans the gutter (NP-10).
struct ColumnRules: FurniturePiece {
  let spec: RuleSpec

  func set(on page: PageContext) throws(Rejection) -> [PlacedItem] {
    let stroke = Stroke(
      ink: page.setter.lineInk(spec.ink, weight: spec.weight), width: spec.weight)
    let own = PlacedColumnSet(grid: page.setter.grid, lines: page.lines, boxes: page.objects)
    return rules(own, boxed: page.boxed, stroke)
      + page.columnSets.flatMap { rules($0, boxed: [], stroke) }
  }

  private func rules(
    _ set: PlacedColumnSet, boxed: [PageCell], _ stroke: Stroke
  ) -> [PlacedItem] {
    let grid = set.grid
    guard grid.columns > 1 else { return [] }
    var items: [PlacedItem] = []
    for column in 1..<grid.columns {
      let x = grid.left(ofColumn: column + 1) - grid.gutterWidth / 2
      for lines in open(after: column, set, boxed: boxed) {
        let top = grid.top(ofLine: lines.lowerBound)
        let bottom = grid.top(ofLine: lines.upperBound) + grid.em
        let path = Path.line(from: Point(x: x, y: top), to: Point(x: x, y: bottom))
        items.append(PlacedItem(at: .zero, .path(path, Paint(stroke: stroke))))
      }
    }
    return items
  }

  /// The stretches of a gutter that no object crosses, no line of a box stands in, and that text
  /// adjoins: two pictures side by side need no rule.
  private func open(
    after column: Int, _ page: PlacedColumnSet, boxed: [PageCell]
  ) -> [ClosedRange<Int>] {
    let through = page.boxes.filter {
      $0.columns.lowerBound <= column && $0.columns.upperBound > column
    }.map(\.lines)
    let edges = boxed.filter { $0.column == column + 1 || $0.column + $0.columns == column + 1 }
      .map { $0.line...($0.line + $0.lines - 1) }
    let rights = page.boxes.filter { $0.columns.lowerBound == column + 1 }.map(\.lines)
    let meeting = page.boxes.filter { $0.columns.upperBound == column }.flatMap { left in
      rights.filter { $0.overlaps(left.lines) }.map { $0.clamped(to: left.lines) }
    }
    let crossing = (through + edges + meeting).sorted { $0.lowerBound < $1.lowerBound }
    var found: [ClosedRange<Int>] = []
    var line = page.lines.lowerBound
    for block in crossing {
      if block.lowerBound > line { found.append(line...(block.lowerBound - 1)) }
      line = max(line, block.upperBound + 1)
    }
    if line <= page.lines.upperBound { found.append(line...page.lines.upperBound) }
    return found
  }
}
