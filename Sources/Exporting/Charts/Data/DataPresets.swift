import Charting
import Diagnostics

/// How a preset takes the parts of a table: what it needs, and what it makes of them.
struct DataPreset: Sendable {
  let name: String
  /// The columns that it needs, for those who have to name them.
  let needs: Wording
  /// The keys for a shape; nil where parts are missing.
  let build: @Sendable (DataShape) -> SpecValue?

  init(
    _ name: String, _ english: String, _ chinese: String,
    _ build: @escaping @Sendable (DataShape) -> SpecValue?
  ) {
    self.name = name
    needs = Wording(english, chinese)
    self.build = build
  }

  static let all: [DataPreset] = courses + comparisons + parts + progress + cards + others

  static func named(_ name: String) -> DataPreset? { all.first { $0.name == name } }

  /// One amount beside its names, without rows that lack it.
  static func plain(
    _ shape: DataShape, keepsGaps: Bool = false, _ more: [String: SpecValue] = [:]
  ) -> SpecValue? {
    guard let x = shape.x, let y = shape.best, shape.repeated == nil, shape.group == nil else {
      return nil
    }
    var spec: SpecValue = ["x": shape.field(x), "y": shape.field(y)]
    for (key, value) in more.sorted(by: { $0.key < $1.key }) { spec[key] = value }
    spec["unit"] = unit(shape, y)
    spec["title"] = SpecValue(shape.caption(shape.name(y)))
    spec["data"] = shape.data([x, y], needing: keepsGaps ? [] : [y])
    return spec
  }

  /// Whether an amount has parts that add up: no rank, and no rate but one whose parts make 100 %.
  fileprivate static func addsUp(_ shape: DataShape, _ column: Int) -> Bool {
    let own = shape.table.columns[column]
    guard own.isRate else { return !own.isRank }
    let sum = own.values.reduce(0) { $0 + ($1 ?? 0) }
    return own.unit == "%" && (sum - 100).magnitude < 1
  }

  fileprivate static func unit(_ shape: DataShape, _ column: Int) -> SpecValue? {
    let unit = shape.table.columns[column].unit
    return unit.isEmpty ? nil : SpecValue(unit)
  }

  /// Several series in one unit.
  fileprivate static func grouped(_ shape: DataShape, _ counts: ClosedRange<Int>) -> SpecValue? {
    guard let series = shape.series, counts.contains(series.names.count) else { return nil }
    var spec: SpecValue = [
      "x": SpecValue(series.x), "y": SpecValue(series.y), "series": SpecValue(series.series),
    ]
    if !series.unit.isEmpty { spec["unit"] = SpecValue(series.unit) }
    let what = series.y == "数值" ? both(series.names) : series.y
    spec["title"] = SpecValue(shape.caption(what))
    spec["data"] = series.data
    return spec
  }

  /// The names of series in a title.
  static func both(_ names: [String]) -> String {
    if names.count > 2, PeriodCells.areTimes(names, under: "") {
      return "\(names[0])至\(names[names.count - 1])"
    }
    if names.count == 2 { return names.joined(separator: "与") }
    let list = names.prefix(3).joined(separator: "、")
    return names.count > 3 ? list + "等" : list
  }

  /// The preset of series whose names are the times: a table with a column a month.
  fileprivate static func turned(_ spec: SpecValue) -> SpecValue {
    var turned = spec
    turned["x"] = spec["series"]
    turned["series"] = spec["x"]
    return turned
  }

  // MARK: Over time

  private static let courses = [
    DataPreset("trend", "times (or names) and an amount", "时间列、数值列") { shape in
      if shape.timesAreColumns, shape.table.rows.count <= 8, let spec = grouped(shape, 2...60) {
        return turned(spec)
      }
      return grouped(shape, 2...8) ?? plain(shape, keepsGaps: true)
    },
    DataPreset("amount-growth", "times, an amount and its growth", "时间列、总量列、增速列") { shape in
      guard let x = shape.x, shape.repeated == nil, shape.group == nil,
        let growth = shape.column("growth", number: 1)
          ?? shape.measures.first(where: { shape.table.columns[$0].isGrowth }),
        let amount = shape.column("amount", number: 0)
          ?? shape.measures.first(where: { !shape.table.columns[$0].isRate && $0 != growth }),
        growth != amount
      else { return nil }
      var spec: SpecValue = [
        "x": shape.field(x), "amount": shape.field(amount), "growth": shape.field(growth),
      ]
      spec["unit"] = unit(shape, amount)
      spec["growthUnit"] = unit(shape, growth)
      spec["title"] = SpecValue(shape.caption(shape.name(amount) + "及增速"))
      spec["data"] = shape.data([x, amount, growth])
      return spec
    },
    DataPreset("bump", "times, ranks and whose they are", "时间列、名次列（如“位次”）、单位列") { shape in
      // Amounts would stand as places of a contest that nobody held.
      guard shape.comparesRanks, let rows = grouped(shape, 2...30) else { return nil }
      // Times that are columns run from left to right too.
      let series = shape.isCourse ? rows : turned(rows)
      var spec: SpecValue = ["x": series["x"] ?? nil, "rank": series["y"] ?? nil]
      spec["series"] = series["series"]
      spec["title"] = series["title"]
      spec["data"] = series["data"]
      return spec
    },
    DataPreset("multiples", "times, amounts and series", "时间列、数值列、分组列") { grouped($0, 2...24) },
    DataPreset("calendar", "days and an amount", "日期列（年月日）、数值列") { shape in
      shape.isCourse && shape.xColumn.map { PeriodCells.areDays($0.cells) } == true
        ? plain(shape) : nil
    },
    DataPreset("waterfall", "items and changes that add up", "项目列、可以相加的增减数列（不是比率、名次）") { shape in
      guard let y = shape.best, addsUp(shape, y) else { return nil }
      return plain(shape)
    },
  ]

  // MARK: Beside each other

  private static let comparisons = [
    DataPreset("ranking", "names and an amount", "名称列、数值列") { plain($0) },
    DataPreset("podium", "names and an amount", "名称列、数值列") { plain($0) },
    DataPreset("pictogram", "names and counts", "名称列、件数列（不是比率、名次）") { shape in
      guard let y = shape.best, !shape.table.columns[y].isRate, !shape.table.columns[y].isRank,
        shape.table.columns[y].values.allSatisfy({ ($0 ?? 0) >= 0 })
      else { return nil }
      return plain(shape)
    },
    DataPreset("funnel", "stages and counts", "环节列、数量列") { shape in
      guard var spec = plain(shape) else { return nil }
      if let bar = shape.column("threshold", number: 1, ["门槛", "目标", "标准", "任务", "达标线"]),
        let x = shape.x, let y = shape.best, bar != y
      {
        spec["threshold"] = shape.field(bar)
        spec["data"] = shape.data([x, y, bar], needing: [y])
      }
      return spec
    },
    DataPreset("dumbbell", "names and two amounts in one unit", "名称列、同单位的两个数值列（或分组列）") {
      grouped($0, 2...2)
    },
    DataPreset("slope", "series at two times or more", "名称列、同单位的两个以上数值列（或分组列）") { shape in
      guard let spec = grouped(shape, 2...12) else { return nil }
      // Times run from left to right, whichever column they come from.
      return shape.isCourse ? spec : turned(spec)
    },
    DataPreset("pyramid", "names and two amounts in one unit", "名称列、同单位的两个数值列（或分组列）") { shape in
      guard var spec = grouped(shape, 2...2), let series = shape.series else { return nil }
      spec["left"] = SpecValue(shape.words["left"] ?? series.names[0])
      return spec
    },
    DataPreset("double-down-double-up", "indicators at two times", "指标列、前后两个数值列") { shape in
      guard let spec = grouped(shape, 2...4) else { return nil }
      var found: SpecValue = [
        "indicator": spec["x"] ?? nil, "phase": spec["series"] ?? nil, "y": spec["y"] ?? nil,
      ]
      found["title"] = spec["title"]
      found["data"] = spec["data"]
      return found
    },
    DataPreset("arrows", "indicators and directions", "指标列、升降数列") { shape in
      guard let x = shape.x, let y = shape.column("direction", number: 0) ?? shape.measures.first,
        shape.repeated == nil
      else { return nil }
      return [
        "indicator": shape.field(x), "direction": shape.field(y),
        "title": SpecValue(shape.caption(shape.name(y))),
        "data": shape.data([x, y], needing: [y]),
      ]
    },
  ]

  // MARK: Parts of a whole

  private static let parts = [
    DataPreset(
      "donut", "parts and amounts that make a whole", "类别列、合成整体的数值列（不为负；比率须合计 100%）"
    ) { shape in
      guard let y = shape.best, addsUp(shape, y),
        shape.table.columns[y].values.allSatisfy({ ($0 ?? 0) >= 0 })
      else { return nil }
      return plain(shape)
    },
    DataPreset("percent-bar", "names and parts", "名称列、同单位的各部分数值列（或分组列；不是名次）") { shape in
      shape.comparesRanks ? nil : grouped(shape, 2...8)
    },
    DataPreset("waffle", "parts and whole counts", "类别列、整数列") { shape in
      guard let x = shape.x, let y = shape.best, shape.repeated == nil else { return nil }
      let values = shape.table.columns[y].values
      guard values.allSatisfy({ ($0 ?? 0) >= 0 && ($0 ?? 0).rounded() == ($0 ?? 0) }) else {
        return nil
      }
      let total = values.reduce(0) { $0 + ($1 ?? 0) }
      guard (1...2000).contains(total) else { return nil }
      let parts = shape.rows([x, y], needing: [y]).map { row -> SpecValue in
        ["name": SpecValue(shape.table.columns[x].cells[row]), "count": shape.cell(y, row)]
      }
      return [
        "total": SpecValue(total), "parts": SpecValue(parts),
        "title": SpecValue(shape.caption(shape.name(y))),
      ]
    },
  ]
}
