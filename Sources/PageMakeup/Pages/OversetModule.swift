import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs

/// An article whose text is longer than its cell, drawn as far as it goes, with a mark where it breaks
/// off: for the proof, never for the press.
struct OversetModule {
  let article: Article
  let cell: PageCell
  let rows: Int
  let setter: TextSetter

  func draw() throws(Rejection) -> DrawnModule {
    let ready = try article.skeletons(columns: cell.columns)
    let flow = article.flows.min { $0.fewest < $1.fewest }
    let items = flow?.items ?? []
    let columns = 1...cell.columns
    let lines = 1...cell.lines
    // The first arrangement whose objects, at their least, leave regions for text.
    for skeleton in ready {
      let least = skeleton.objects.map { $0.heights.map(\.rows).min() ?? 0 }
      if let stack = ObjectStack(skeleton.objects, rows: least, columns: columns, lines: lines) {
        return try draw(items, stack: stack, objects: skeleton.objects, rows: least)
      }
    }
    guard let bare = ObjectStack([], rows: [], columns: columns, lines: lines) else {
      throw Rejection(MakeupProblems.noRoomForText(cell.lines))
    }
    return try draw(items, stack: bare, objects: [], rows: [])
  }

  private func draw(
    _ items: [FlowItem], stack: ObjectStack, objects: [PageObject], rows heights: [Int]
  ) throws(Rejection) -> DrawnModule {
    let (pieces, _) = FrameFiller().fill(
      items, from: FlowPlace(item: 0), into: stack.regions.map(\.rows))
    var module = try DrawnModule(
      pieces, items: items, stack: stack, objects: objects, rows: heights, column: cell.column,
      line: cell.line, grid: setter.grid)
    module.items.append(mark)
    return module
  }

  /// A red bar along the foot of the cell's last column.
  private var mark: PlacedItem {
    let grid = setter.grid
    let left = grid.left(ofColumn: cell.column + cell.columns - 1)
    let bottom = grid.top(ofLine: cell.line + cell.lines - 1) + grid.em
    let bar = Rect(
      left: left, top: bottom, right: left + grid.width(ofColumns: 1),
      bottom: bottom + grid.leading / 6)
    return PlacedItem(at: .zero, .path(.rect(bar), Paint(fill: setter.ink("accent"))))
  }
}
