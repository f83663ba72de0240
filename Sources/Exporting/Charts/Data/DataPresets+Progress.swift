import Charting

extension DataPreset {
  /// What a column of finished things is called, and one of all things.
  static let doneWords = ["已", "完成", "整改", "销号", "办结", "达标", "实际", "落实"]
  static let wholeWords = ["总", "应", "任务", "问题", "摸底", "目标", "交办", "点位", "计划", "受理"]

  /// Two counts of which one is to reach the other.
  static func pair(_ shape: DataShape) -> (done: Int, whole: Int)? {
    let amounts = shape.measures.filter { !shape.table.columns[$0].isRate }
    let done =
      shape.column("done", number: 0)
      ?? amounts.first { place in doneWords.contains { shape.name(place).contains($0) } }
    let whole =
      shape.column("total", number: 1) ?? shape.named["target"]
      ?? amounts.first { place in
        place != done && !shape.name(place).contains("已")
          && wholeWords.contains { shape.name(place).contains($0) }
      }
    guard let done, let whole, done != whole,
      shape.table.columns[done].unit == shape.table.columns[whole].unit
    else { return nil }
    return (done, whole)
  }

  /// Whether one count is part of the other in every row.
  static func isPart(_ pair: (done: Int, whole: Int), _ shape: DataShape) -> Bool {
    shape.table.rows.allSatisfy { row in
      let (done, whole) = (
        shape.table.columns[pair.done].values[row], shape.table.columns[pair.whole].values[row]
      )
      return (done ?? 0) <= (whole ?? 0) || whole == nil
    }
  }

  private static func counted(_ shape: DataShape, whole key: String) -> SpecValue? {
    guard let x = shape.x, shape.repeated == nil, shape.group == nil, let pair = pair(shape) else {
      return nil
    }
    var spec: SpecValue = ["x": shape.field(x), "done": shape.field(pair.done)]
    spec[key] = shape.field(pair.whole)
    let unit = shape.table.columns[pair.whole].unit
    if !unit.isEmpty { spec["unit"] = SpecValue(unit) }
    spec["title"] = SpecValue(
      shape.caption(shape.name(pair.done)) + "情况")
    spec["data"] = shape.data([x, pair.done, pair.whole], needing: [pair.done, pair.whole])
    return spec
  }

  static let progress = [
    DataPreset("rectify", "names, counts done and counts in all", "名称列、完成数列、总数列") {
      counted($0, whole: "total")
    },
    DataPreset("ring-group", "names, counts done and counts in all", "名称列、完成数列、总数列") {
      counted($0, whole: "total")
    },
    DataPreset("bullet", "names, amounts and targets", "名称列、完成数列、目标列") {
      counted($0, whole: "target")
    },
    DataPreset("ring", "one row with a count done and a count in all", "一行数据，含完成数列、总数列") { shape in
      guard shape.table.rows.count == 1, let pair = pair(shape),
        let done = shape.table.columns[pair.done].values[0],
        let whole = shape.table.columns[pair.whole].values[0], whole > 0
      else { return nil }
      return [
        "value": SpecValue(done), "of": SpecValue(whole), "label": shape.field(pair.done),
        "title": SpecValue(shape.name(pair.done) + "情况"),
      ]
    },
    DataPreset("gantt", "tasks with first and last days", "事项列、开始列、结束列") { shape in
      func day(_ key: String, _ words: [String]) -> Int? {
        shape.named[key]
          ?? shape.table.columns.indices.first { place in
            shape.table.columns[place].kind == .time
              && words.contains { shape.name(place).contains($0) }
          }
      }
      let days = shape.table.columns.indices.filter { shape.table.columns[$0].kind == .time }
      guard
        let name = shape.table.columns.indices.first(where: {
          shape.table.columns[$0].kind == .name
        }),
        let start = day("start", ["开始", "开工", "启动", "起"]) ?? days.first,
        let end = day("end", ["结束", "完成时限", "计划完成", "时限", "竣工", "截止", "止", "完工"])
          ?? days.first(where: { $0 != start }), start != end
      else { return nil }
      var columns = [name, start, end]
      var spec: SpecValue = [
        "x": shape.field(name), "start": shape.field(start), "end": shape.field(end),
      ]
      if let actual = day("actual", ["实际完成", "实际", "办结日期"]), actual != start, actual != end {
        spec["actual"] = shape.field(actual)
        columns.append(actual)
      }
      spec["title"] = SpecValue("各\(shape.name(name))进度")
      spec["data"] = shape.data(columns)
      return spec
    },
  ]

  // MARK: Figures that stand alone

  static let cards = [
    DataPreset("kpi-row", "a few amounts: one row, or one a row", "几个指标：一行多列，或每行一个") { shape in
      let cards = cardList(shape)
      guard (1...8).contains(cards.count) else { return nil }
      return ["cards": SpecValue(cards)]
    },
    DataPreset("kpi", "one amount", "一个指标") { shape in
      guard let card = cardList(shape).first, cardList(shape).count == 1 else { return nil }
      return card
    },
  ]

  /// The figures of a table: the columns of its only row, or an amount of each row with its unit and
  /// its change.
  private static func cardList(_ shape: DataShape) -> [SpecValue] {
    let table = shape.table
    func card(_ column: Int, _ row: Int, label: String, unit: String) -> SpecValue? {
      guard let value = table.columns[column].values[row] else { return nil }
      var card: SpecValue = ["value": SpecValue(value), "label": SpecValue(label)]
      if !unit.isEmpty { card["unit"] = SpecValue(unit) }
      return card
    }
    let amounts = shape.measures.filter { !table.columns[$0].isGrowth }
    let growth = shape.measures.first { table.columns[$0].isGrowth }
    if table.rows.count == 1, amounts.count == 1, let only = amounts.first,
      let card = lone(shape, only)
    {
      return [card]
    }
    if table.rows.count == 1 {
      return amounts.compactMap { card($0, 0, label: shape.name($0), unit: table.columns[$0].unit) }
    }
    guard let x = shape.x, shape.repeated == nil, let amount = amounts.first else { return [] }
    return table.rows.compactMap { row in
      let unit = shape.unitColumn.map { table.columns[$0].cells[row] } ?? table.columns[amount].unit
      var found = card(amount, row, label: table.columns[x].cells[row], unit: unit)
      if let change = growth.flatMap({ table.columns[$0].values[row] }) {
        found?["change"] = SpecValue(change)
      }
      return found
    }
  }

  /// The one figure of a table: what it is of stands in its row, and what it is in its head, unless
  /// that says no more than that it is a number.
  private static func lone(_ shape: DataShape, _ column: Int) -> SpecValue? {
    let own = shape.table.columns[column]
    guard let value = own.values.first ?? nil, let x = shape.x, x != column,
      shape.table.columns[x].kind == .name
    else { return nil }
    let (name, unit) = ColumnHead.parts(of: shape.table.columns[x].cells[0])
    let isBare = ["数值", "数据", "数量", "数", "值", "结果"].contains(own.name)
    var card: SpecValue = [
      "value": SpecValue(value), "label": SpecValue(isBare ? name : name + own.name),
    ]
    let whole = own.unit.isEmpty ? unit : own.unit
    if !whole.isEmpty { card["unit"] = SpecValue(whole) }
    return card
  }

  // MARK: Tables and trees

  static let others = [
    DataPreset("heat-table", "names, series and amounts", "名称列、同单位的各数值列（或分组列）") { shape in
      guard let series = shape.series, (2...40).contains(series.names.count) else { return nil }
      var spec: SpecValue = [
        "x": SpecValue(series.series), "y": SpecValue(series.x), "value": SpecValue(series.y),
      ]
      if !series.unit.isEmpty { spec["unit"] = SpecValue(series.unit) }
      let what = series.y == "数值" ? both(series.names) : series.y
      spec["title"] = SpecValue(shape.caption(what))
      spec["data"] = series.data
      return spec
    },
    DataPreset("tile-map", "places with row, column and an amount", "名称列、行号列、列号列、数值列") { shape in
      guard let x = shape.x, let row = shape.column("row", ["行"]),
        let column = shape.column("column", ["列"], without: ["系列"]),
        let y = shape.namesMeasures
          ? shape.measures.first : shape.measures.first(where: { $0 != row && $0 != column })
      else { return nil }
      var spec: SpecValue = [
        "x": shape.field(x), "row": shape.field(row), "column": shape.field(column),
        "y": shape.field(y),
      ]
      let unit = shape.table.columns[y].unit
      if !unit.isEmpty { spec["unit"] = SpecValue(unit) }
      spec["title"] = SpecValue(shape.caption(shape.name(y)))
      spec["data"] = shape.data([x, row, column, y], needing: [row, column])
      return spec
    },
    DataPreset(
      "region-map", "places with an amount, and --set map=FILE with their borders",
      "名称列、数值列，并用 --set map=边界文件 指明地图"
    ) { shape in
      shape.words["map"] == nil ? nil : plain(shape)
    },
    DataPreset("org-tree", "units and what they belong to", "单位列、上级列") { shape in
      let names = shape.table.columns.indices.filter { shape.table.columns[$0].kind == .name }
      guard
        let parent = shape.named["parent"]
          ?? names.first(where: { place in
            ["上级", "隶属", "主管", "所属"].contains { shape.name(place).contains($0) }
          }),
        let x = shape.x == parent ? names.first(where: { $0 != parent }) : shape.x
      else { return nil }
      return [
        "x": shape.field(x), "parent": shape.field(parent),
        "title": SpecValue("组织架构"), "data": shape.data([x, parent]),
      ]
    },
    DataPreset("matrix", "two columns of names", "两个名称列") { shape in
      guard let y = shape.x, let x = shape.group else { return nil }
      var columns = [x, y]
      var spec: SpecValue = ["x": shape.field(x), "y": shape.field(y)]
      let rest = shape.table.columns.indices.filter {
        $0 != x && $0 != y && [.name, .measure].contains(shape.table.columns[$0].kind)
      }
      if let sign = shape.named["value"] ?? rest.first {
        spec["value"] = shape.field(sign)
        columns.append(sign)
      }
      spec["title"] = SpecValue(shape.caption("分工"))
      spec["data"] = shape.data(columns)
      return spec
    },
  ]
}
