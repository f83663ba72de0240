import Charting

extension DataShape {
  /// A field for charts: the name of a column.
  func name(_ column: Int) -> String { table.columns[column].name }
  func field(_ column: Int) -> SpecValue { SpecValue(name(column)) }

  /// The rows that have all of some amounts, with the cells of some columns.
  func rows(_ columns: [Int], needing needed: [Int] = []) -> [Int] {
    table.rows.filter { row in
      needed.allSatisfy { table.columns[$0].values[row] != nil }
        && columns.contains { !CellAmount.isBlank(table.columns[$0].cells[row]) }
    }
  }

  /// Data of some columns as they are: amounts as numbers, all else as words.
  func data(_ columns: [Int], needing needed: [Int] = []) -> SpecValue {
    let rows = rows(columns, needing: needed).map { row -> SpecValue in
      var datum: SpecValue = [:]
      for column in columns { datum[name(column)] = cell(column, row) }
      return datum
    }
    return ["values": SpecValue(rows)]
  }

  func cell(_ column: Int, _ row: Int) -> SpecValue {
    let own = table.columns[column]
    if own.kind == .measure { return own.values[row].map { SpecValue($0) } ?? nil }
    // Times that are bare numbers stay words, so that they are no amounts.
    return SpecValue(own.cells[row].withoutBlanks)
  }

  /// Series beside each other: of a column that tells them apart, or of amounts in one unit.
  struct Series {
    var x: String
    var y: String
    var series: String
    var unit: String
    var names: [String]
    var rows: [SpecValue]
    var data: SpecValue { ["values": SpecValue(rows)] }
  }

  /// The table as rows of one amount each; nil where there is only one series.
  var series: Series? {
    guard let x else { return nil }
    if let group, let measure = best {
      let names = table.columns[group].distinct.map(\.withoutBlanks)
      guard names.count > 1 else { return nil }
      let rows = rows([x, group, measure], needing: [measure])
      return Series(
        x: name(x), y: name(measure), series: name(group), unit: table.columns[measure].unit,
        names: names,
        rows: rows.map { row in
          var datum: SpecValue = [:]
          for column in [x, group, measure] { datum[name(column)] = cell(column, row) }
          return datum
        })
    }
    let wide = comparable
    guard wide.count > 1, namesMeasures || wide.count <= 12, repeated == nil else { return nil }
    let (y, key) = ("数值", "类别")
    let rows = table.rows.flatMap { row in
      wide.filter { table.columns[$0].values[row] != nil }.map { column -> SpecValue in
        var datum: SpecValue = [:]
        datum[name(x)] = cell(x, row)
        datum[key] = SpecValue(name(column))
        datum[y] = cell(column, row)
        return datum
      }
    }
    return Series(
      x: name(x), y: y, series: key, unit: table.columns[wide[0]].unit, names: wide.map(name),
      rows: rows)
  }

  /// A caption of what is shown of whom.
  func caption(_ what: String) -> String {
    guard let x = xColumn else { return what }
    // 各月, not 各月份; 各日, not 各日期.
    let short = ["日期": "日", "时间": "期", "月份": "月", "年份": "年", "年度": "年", "周次": "周"]
    return "各\(isCourse ? short[x.name] ?? x.name : x.name)\(what)"
  }
}
