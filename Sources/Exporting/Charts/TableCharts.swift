import Charting
import Diagnostics
import ReportModel

/// Charts that the tables of a report suggest.
struct TableCharts {
  let report: Report

  /// Fewest rows that make a chart, and the most.
  private static let rows = 3...30
  /// What a column of finished things is called, and one of all things.
  private static let doneWords = ["已", "完成", "整改", "销号", "办结", "达标"]
  private static let wholeWords = ["总", "应", "任务", "问题", "摸底", "目标", "交办", "点位"]

  var all: [ChartSuggestion] {
    report.blocks.enumerated().flatMap { place, block -> [ChartSuggestion] in
      guard let number = block.table else { return [] }
      return suggestions(report.tables[number], block: place)
    }
  }

  private func suggestions(_ table: ReportTable, block: Int) -> [ChartSuggestion] {
    let rows = table.hasTotalRow ? Array(table.rows.dropLast()) : table.rows
    guard Self.rows.contains(rows.count),
      let label = table.columns.firstIndex(where: { $0.type == .text || $0.type == .date })
    else { return [] }
    let numeric = table.columns.indices.filter { isMeasure($0, table, rows) && $0 > label }
    var found: [ChartSuggestion] = []
    if let pair = finished(numeric, table, rows) {
      found.append(rectify(table, rows, label, pair, block))
    }
    if let measure = best(numeric, table) {
      let isTime = rows.allSatisfy { Self.isPeriod($0[label]) }
      let values = rows.compactMap { Self.number($0[measure]) }
      let isWhole =
        isPercent(table.columns[measure]) && values.count <= Self.mostParts
        && (values.reduce(0, +) - 100).magnitude < 1
      found.append(
        course(
          table, rows, label, measure, isTime ? "trend" : isWhole ? "donut" : "ranking", block))
    }
    return found
  }

  /// Most sectors of a ring that can be told apart.
  private static let mostParts = 6

  private func isPercent(_ column: TableColumn) -> Bool {
    column.unit == "%" || column.type == .percent
  }

  /// Whether all cells of a column are numbers, and not those of a numbered list.
  private func isMeasure(_ column: Int, _ table: ReportTable, _ rows: [[String]]) -> Bool {
    guard !["序号", "编号", "排名", "名次", "位次"].contains(Self.name(table.columns[column])) else {
      return false
    }
    return rows.allSatisfy { Self.number($0[column]) != nil }
  }

  /// Two columns of counts of which one is part of the other.
  private func finished(
    _ columns: [Int], _ table: ReportTable, _ rows: [[String]]
  ) -> (done: Int, whole: Int)? {
    func has(_ column: Int, _ words: [String]) -> Bool {
      words.contains { Self.name(table.columns[column]).contains($0) }
    }
    for done in columns where has(done, Self.doneWords) && table.columns[done].type == .int {
      for whole in columns where whole != done && table.columns[whole].type == .int {
        guard has(whole, Self.wholeWords), !has(whole, ["已"]) else { continue }
        let fits = rows.allSatisfy {
          (Self.number($0[done]) ?? 0) <= (Self.number($0[whole]) ?? 0)
        }
        if fits { return (done, whole) }
      }
    }
    return nil
  }

  /// The column that says most: the one that the title names, then a rate, then money, then the
  /// first.
  private func best(_ columns: [Int], _ table: ReportTable) -> Int? {
    columns.first { table.title.contains(Self.name(table.columns[$0])) }
      ?? columns.first { table.columns[$0].unit == "%" || table.columns[$0].type == .percent }
      ?? columns.first { table.columns[$0].unit.contains("元") } ?? columns.first
  }

  private func rectify(
    _ table: ReportTable, _ rows: [[String]], _ label: Int, _ pair: (done: Int, whole: Int),
    _ block: Int
  ) -> ChartSuggestion {
    let names = [label, pair.done, pair.whole].map { Self.name(table.columns[$0]) }
    let values = rows.map { row -> SpecValue in
      var datum: SpecValue = [:]
      datum[names[0]] = SpecValue(row[label])
      datum[names[1]] = Self.number(row[pair.done]).map { SpecValue($0) }
      datum[names[2]] = Self.number(row[pair.whole]).map { SpecValue($0) }
      return datum
    }
    let spec: SpecValue = [
      "preset": "rectify", "x": SpecValue(names[0]), "done": SpecValue(names[1]),
      "total": SpecValue(names[2]), "data": ["values": SpecValue(values)],
    ]
    return ChartSuggestion(
      caption: "各\(names[0])\(names[1])情况",
      reason: Wording(
        "\"\(names[1])\" is part of \"\(names[2])\" in every row",
        "各行“\(names[1])”都是“\(names[2])”的一部分"),
      spec: spec, sources: [source(table)], block: block)
  }

  private func course(
    _ table: ReportTable, _ rows: [[String]], _ label: Int, _ measure: Int, _ preset: String,
    _ block: Int
  ) -> ChartSuggestion {
    let (x, y) = (Self.name(table.columns[label]), Self.name(table.columns[measure]))
    let values = rows.map { row -> SpecValue in
      var datum: SpecValue = [:]
      datum[x] = SpecValue(row[label])
      datum[y] = Self.number(row[measure]).map { SpecValue($0) }
      return datum
    }
    var spec: SpecValue = [
      "preset": SpecValue(preset), "x": SpecValue(x), "y": SpecValue(y),
    ]
    let unit = isPercent(table.columns[measure]) ? "%" : table.columns[measure].unit
    if !unit.isEmpty { spec["unit"] = SpecValue(unit) }
    spec["data"] = ["values": SpecValue(values)]
    let why: Wording =
      switch preset {
      case "trend": Wording("the rows follow each other in time", "各行按时间先后排列")
      case "donut": Wording("the shares add up to 100 %", "各项占比之和为 100%")
      default: Wording("\(rows.count) of a kind, one measure", "\(rows.count) 个同类单位，一个指标")
      }
    return ChartSuggestion(
      caption: "各\(x)\(y)" + (unit.isEmpty ? "" : "（\(unit)）"),
      reason: why,
      spec: spec, sources: [source(table)], block: block)
  }

  private func source(_ table: ReportTable) -> ChartSuggestion.Source {
    ChartSuggestion.Source(sentence: table.title, range: table.range)
  }

  /// The head of a column without its unit.
  private static func name(_ column: TableColumn) -> String {
    let ends = column.name.firstIndex { "(（".contains($0) } ?? column.name.endIndex
    let name = column.name[..<ends].filter { !$0.isWhitespace }
    return name.isEmpty ? column.name : name
  }

  private static func number(_ cell: String) -> Double? {
    let plain = cell.filter { !", ，\u{3000}%".contains($0) }
    return plain.isEmpty ? nil : Double(plain)
  }

  private static func isPeriod(_ cell: String) -> Bool {
    cell.contains(where: \.isNumber)
      && ["年", "月", "日", "季", "周"].contains { cell.contains($0) }
  }
}
