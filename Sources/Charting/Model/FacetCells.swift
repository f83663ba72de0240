/// The cells of a facet: which values of its fields they stand for, and which rows are theirs.
struct FacetCells {
  /// The values of the rows from the top; one nil where there is no row field.
  var rowKeys: [DataValue?] = [nil]
  /// The values of the columns from the left; one nil where there is no column field.
  var columnKeys: [DataValue?] = [nil]
  /// The numbers of table rows in each cell, by row and then by column.
  var rows: [[Int]] = []
  /// How many cells lie side by side.
  var columns = 1
  /// The table with bins and units of time cut.
  var table: DataTable
  /// Row and column of each cell.
  var places: [(row: Int, column: Int)] = []

  init(node: ViewNode, table: DataTable, context: ChartContext) {
    self.table = table
    guard let plan = node.facet else { return }
    for def in plan.defs {
      UnitDataBuilder.cut(def, &self.table, context: context)
      if let field = def.field {
        TransformRunner(context: context).check([field], in: table, at: def["field"])
      }
    }
    if let wrap = plan.wrap {
      let keys = Self.keys(wrap, self.table, context)
      columnKeys = keys.map { $0 }
      columns = max(1, node.spec["columns"]?.number.map { Int(bounded: $0) } ?? keys.count)
      let column = self.table.column(wrap.column)
      for (number, key) in keys.enumerated() {
        rows.append(column.indices.filter { column[$0] == key })
        places.append((number / columns, number % columns))
      }
      return
    }
    if let row = plan.row { rowKeys = Self.keys(row, self.table, context) }
    if let column = plan.column { columnKeys = Self.keys(column, self.table, context) }
    columns = columnKeys.count
    let rowValues = plan.row.map { self.table.column($0.column) }
    let columnValues = plan.column.map { self.table.column($0.column) }
    for (rowNumber, rowKey) in rowKeys.enumerated() {
      for (columnNumber, columnKey) in columnKeys.enumerated() {
        let numbers = self.table.rows.indices.filter { number in
          (rowKey == nil || rowValues?[number] == rowKey)
            && (columnKey == nil || columnValues?[number] == columnKey)
        }
        rows.append(numbers)
        places.append((rowNumber, columnNumber))
      }
    }
  }

  /// The first cell with rows among those at some places, else the first.
  func sample(where matches: ((row: Int, column: Int)) -> Bool) -> Int? {
    let fitting = places.indices.filter { matches(places[$0]) }
    return fitting.first { !rows[$0].isEmpty } ?? fitting.first
  }

  /// The values of a facet field in their order.
  private static func keys(
    _ def: ChannelDef, _ table: DataTable, _ context: ChartContext
  ) -> [DataValue] {
    var seen = Set<DataValue>()
    let column = table.column(def.column)
    let values = column.filter { seen.insert($0).inserted }
    if let order = def["sort"]?.list?.map({ DataValue($0) }) {
      return values.enumerated().sorted { a, b in
        let x = order.firstIndex(of: a.element) ?? order.count
        let y = order.firstIndex(of: b.element) ?? order.count
        return x == y ? a.offset < b.offset : x < y
      }.map(\.element)
    }
    if let field = def["sort"]?["field"]?.text {
      // Vega-Lite orders cells by a field only where it is told how to sum the field up.
      guard context.isPrint || def["sort"]?["op"] != nil else { return values }
      let op = def["sort"]?["op"]?.text.flatMap(AggregateOp.init) ?? .min
      let descending = def["sort"]?["order"]?.text == "descending"
      let other = table.column(field)
      let weights = values.map { value in
        op.of(
          column.indices.filter { column[$0] == value }.map { other[$0] },
          rows: column.count { $0 == value })
      }
      return values.indices.sorted { a, b in
        let order = DataValue.order(weights[a], weights[b])
        return order == 0 ? a < b : descending ? order > 0 : order < 0
      }.map { values[$0] }
    }
    if def["sort"]?.isNull == true { return values }
    let sorted = context.naturalOrder(values)
    return def.sortsDescending ? sorted.reversed() : sorted
  }
}
