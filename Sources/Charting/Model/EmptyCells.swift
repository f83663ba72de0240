/// Takes away the cells of facets none of whose rows are drawn: Vega-Lite makes cells of what is left
/// after rows without numbers are out. Print keeps them, so that a plot without data is seen to have
/// none.
struct EmptyCells {
  let context: ChartContext

  /// Prunes all facets of plain units; cells of nested facets stay.
  func prune(_ root: ViewNode) {
    guard !context.isPrint else { return }
    if root.kind == .facet, let child = root.children.first, child.kind == .unit {
      for (path, cells) in root.cells {
        let isEmpty = cells.places.indices.map { cell in
          child.instances[path.appending(cell)]?.main.rows.isEmpty ?? true
        }
        let (kept, places) =
          root.facet?.wrap == nil
          ? cells.withoutRows(isEmpty)
          : cells.withoutKeys(isEmpty, columns: root.spec["columns"]?.number)
        guard !places.isEmpty, places.count < cells.places.count else { continue }
        let old = places.map { child.instances[path.appending($0)] }
        for cell in cells.places.indices { child.instances[path.appending(cell)] = nil }
        for (cell, data) in old.enumerated() { child.instances[path.appending(cell)] = data }
        root.cells[path] = kept
      }
    }
    root.children.forEach(prune)
  }
}

extension FacetCells {
  /// A list of cells without the empty ones, and the old numbers of the others.
  fileprivate func withoutKeys(
    _ isEmpty: [Bool], columns width: Double?
  ) -> (cells: FacetCells, numbers: [Int]) {
    var result = self
    let numbers = places.indices.filter { !isEmpty[$0] }
    result.columnKeys = numbers.map { columnKeys[$0] }
    result.rows = numbers.map { rows[$0] }
    result.columns = max(1, width.map { Int(bounded: $0) } ?? numbers.count)
    result.places = numbers.indices.map { ($0 / result.columns, $0 % result.columns) }
    return (result, numbers)
  }

  /// A table of cells without the rows and columns that are empty throughout, and the old numbers of
  /// the others.
  fileprivate func withoutRows(_ isEmpty: [Bool]) -> (cells: FacetCells, numbers: [Int]) {
    let filled = places.indices.filter { !isEmpty[$0] }.map { places[$0] }
    let keptRows = rowKeys.indices.filter { row in filled.contains { $0.row == row } }
    let keptColumns = columnKeys.indices.filter { column in
      filled.contains { $0.column == column }
    }
    let numbers = places.indices.filter {
      keptRows.contains(places[$0].row) && keptColumns.contains(places[$0].column)
    }
    var result = self
    result.rowKeys = keptRows.map { rowKeys[$0] }
    result.columnKeys = keptColumns.map { columnKeys[$0] }
    result.columns = max(1, keptColumns.count)
    result.rows = numbers.map { rows[$0] }
    result.places = numbers.indices.map { ($0 / result.columns, $0 % result.columns) }
    return (result, numbers)
  }
}
