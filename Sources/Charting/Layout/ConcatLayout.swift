/// Puts views side by side or below each other.
struct ConcatLayout {
  let builder: SceneBuilder

  func view(_ node: ViewNode, _ cell: CellPath) -> (SceneView, Box) {
    let children = node.children.map { builder.view($0, cell) }
    let columns =
      node.spec["hconcat"] != nil
      ? max(1, children.count)
      : node.spec["vconcat"] != nil
        ? 1 : max(1, Int(bounded: node.spec["columns"]?.number ?? Double(max(1, children.count))))
    let spacing = Spacing(node.spec["spacing"] ?? builder.context.config["concat"]?["spacing"])
    let places = GridLayout.places(
      children.map { ($0.0, $0.1) }, columns: columns, spacing: spacing,
      alignsSizes: false)
    var view = SceneView()
    if node.parent == nil, node.spec["columns"] == nil, node.spec["vconcat"] == nil {
      view.height = builder.scales.commonSize(.y, of: node) ?? 0
    }
    if node.parent == nil, node.spec["vconcat"] != nil || node.spec["columns"]?.number == 1 {
      view.width = builder.scales.commonSize(.x, of: node) ?? 0
    }
    var bounds = Box(left: 0, top: 0, right: 0, bottom: 0)
    for (number, child) in children.enumerated() {
      var own = child.0
      (own.x, own.y) = places[number]
      own.name = "concat_\(number)"
      bounds = bounds.union(child.1.moved(own.x, own.y))
      view.views.append(own)
    }
    if node.parent != nil, let title = builder.title(node) {
      view.title = title
      TitleLayout(text: builder.text, context: builder.context).place(&view, &bounds)
    }
    LegendLayout(scales: builder.scales, text: builder.text)
      .add(node, cell, &view, &bounds)
    return (view, bounds)
  }
}

/// Distances of rows and columns.
struct Spacing {
  var row: Double
  var column: Double

  init(_ spec: SpecValue?, standard: Double = 20) {
    row = spec?.number ?? spec?["row"]?.number ?? standard
    column = spec?.number ?? spec?["column"]?.number ?? standard
  }
}

/// Corners of views in a grid, so that no two overlap and their plots line up.
enum GridLayout {
  static func places(
    _ views: [(SceneView, Box)], columns: Int, spacing: Spacing, alignsSizes: Bool,
    grid: [(row: Int, column: Int)]? = nil
  ) -> [(Double, Double)] {
    let at = grid ?? views.indices.map { ($0 / columns, $0 % columns) }
    let rows = (at.map(\.row).max() ?? -1) + 1
    let count = (at.map(\.column).max() ?? -1) + 1
    var before = [Double](repeating: 0, count: count)
    var after = before
    var above = [Double](repeating: 0, count: rows)
    var below = above
    for (number, view) in views.enumerated() {
      let (row, column) = at[number]
      before[column] = max(before[column], -view.1.left)
      after[column] = max(after[column], view.1.right)
      above[row] = max(above[row], -view.1.top)
      below[row] = max(below[row], view.1.bottom)
    }
    if alignsSizes {
      let (b, a) = (before.max() ?? 0, after.max() ?? 0)
      let (u, d) = (above.max() ?? 0, below.max() ?? 0)
      before = before.map { _ in b }
      after = after.map { _ in a }
      above = above.map { _ in u }
      below = below.map { _ in d }
    }
    var xs = [0.0], ys = [0.0]
    for column in 0..<max(0, count - 1) {
      xs.append(xs[column] + after[column] + spacing.column + before[column + 1])
    }
    for row in 0..<max(0, rows - 1) {
      ys.append(ys[row] + below[row] + spacing.row + above[row + 1])
    }
    return at.map { (xs[$0.column].rounded(), ys[$0.row].rounded()) }
  }
}
