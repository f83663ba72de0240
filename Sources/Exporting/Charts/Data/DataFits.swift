import Charting
import Diagnostics

/// The presets that fit a table, the best first, and why.
struct DataFits {
  let shape: DataShape

  /// A preset and the reason for it.
  struct Fit {
    var preset: String
    var reason: Wording
  }

  private static let bars = 2...80
  /// Most sectors of a ring that can be told apart.
  private static let mostParts = 6
  private static let mostCards = 6

  var all: [Fit] {
    var found = progress + cards
    found += shape.isCourse ? courses : names
    found += trees
    var seen: Set<String> = []
    return found.filter {
      DataPreset.named($0.preset)?.build(shape) != nil && seen.insert($0.preset).inserted
    }
  }

  private var count: Int { shape.table.rows.count }

  private func fit(_ preset: String, _ english: String, _ chinese: String) -> Fit {
    Fit(preset: preset, reason: Wording(english, chinese))
  }

  private var progress: [Fit] {
    var found: [Fit] = []
    if !shape.isCourse, !shape.isIndicators, let pair = DataPreset.pair(shape), count <= 40 {
      let (done, whole) = (shape.name(pair.done), shape.name(pair.whole))
      if count == 1 {
        found.append(fit("ring", "\"\(done)\" is part of \"\(whole)\"", "“\(done)”是“\(whole)”的一部分"))
      } else if DataPreset.isPart(pair, shape) {
        found.append(
          fit(
            "rectify", "\"\(done)\" is part of \"\(whole)\" in every row",
            "各行“\(done)”都是“\(whole)”的一部分"))
      } else {
        found.append(fit("bullet", "\"\(done)\" against \"\(whole)\"", "“\(done)”可与“\(whole)”相比"))
      }
    }
    if shape.table.columns.count(where: { $0.kind == .time }) > 1, shape.measures.isEmpty {
      found.append(fit("gantt", "each row has a first and a last day", "各行都有起止时间"))
    }
    return found
  }

  private var cards: [Fit] {
    guard count == 1 || (shape.isIndicators && count <= Self.mostCards && !shape.isCourse) else {
      return []
    }
    return [fit("kpi-row", "a few figures of different kinds", "几个不同的指标")]
  }

  private var courses: [Fit] {
    guard count > 1 else { return [] }
    var found: [Fit] = []
    if shape.measures.contains(where: { shape.table.columns[$0].isGrowth }), !shape.namesMeasures {
      found.append(fit("amount-growth", "an amount over time with its growth", "有总量，也有增速"))
    }
    if let series = shape.series, let measure = shape.best, shape.table.columns[measure].isRank,
      series.names.count <= 12
    {
      found.append(fit("bump", "ranks over time", "名次随时间变化"))
    }
    found.append(fit("trend", "the rows follow each other in time", "各行按时间先后排列"))
    if let series = shape.series {
      if series.names.count > 8 {
        found.append(fit("multiples", "many series over time", "分组较多，宜一组一图"))
      }
      found.append(fit("heat-table", "times against series", "时间与分组可列成热力表"))
      found.append(fit("slope", "each series from time to time", "各组前后变化"))
    } else if count >= 28 {
      found.append(fit("calendar", "one amount a day", "每日一个数"))
    }
    return found
  }

  private var names: [Fit] {
    var found: [Fit] = []
    if let measure = shape.best, sum(measure) == 100, count <= Self.mostParts, count > 1,
      shape.table.columns[measure].unit == "%"
    {
      found.append(fit("donut", "the shares add up to 100 %", "各项占比之和为 100%"))
    }
    if let series = shape.series {
      let names = series.names.joined(separator: "、")
      if shape.timesAreColumns, count <= 8 {
        found.append(fit("trend", "a column for each time", "各列按时间先后排列"))
      }
      if isWhole {
        found.append(fit("percent-bar", "the parts of each row make 100 %", "各行各部分之和为 100%"))
      }
      if series.names == ["男", "女"] || series.names == ["女", "男"] {
        found.append(fit("pyramid", "men and women", "男女可左右对比"))
      }
      if shape.comparesRanks, count <= 12 {
        found.append(fit("bump", "ranks at several times", "名次前后变化"))
      } else if series.names.count == 2 {
        found.append(fit("dumbbell", "two amounts in one unit", "“\(names)”单位相同，可作前后对比"))
        found.append(fit("pyramid", "two amounts in one unit", "“\(names)”可左右对比"))
      } else {
        found.append(fit("heat-table", "amounts in one unit", "各列单位相同，可列成热力表"))
        found.append(fit("percent-bar", "parts of each row", "各行的构成"))
      }
    }
    if Self.bars.contains(count), !shape.isIndicators || shape.best != nil {
      if let measure = shape.best, isStages, falls(measure) {
        found.append(fit("funnel", "each stage lets fewer through", "各环节依次减少"))
      }
      let change = shape.best.map(changes) ?? .no
      let waterfall = fit("waterfall", "rises and falls that add up", "有增有减，可合计")
      if change == .named { found.append(waterfall) }
      found.append(
        fit("ranking", "\(count) of a kind, one measure", "\(count) 个同类单位，一个指标"))
      if change == .possible { found.append(waterfall) }
    }
    return found
  }

  /// Whether rows are steps of one course. Other names that fall from row to row are a ranking.
  private var isStages: Bool {
    shape.xColumn.map { head in
      ["环节", "阶段", "步骤", "流程", "程序"].contains { head.name.hasSuffix($0) }
    } ?? false
  }

  private enum Change { case no, possible, named }

  /// Whether amounts of both signs are changes that add up, or may be.
  private func changes(_ column: Int) -> Change {
    let own = shape.table.columns[column]
    let values = own.values.compactMap { $0 }
    guard (3...12).contains(values.count), !own.isRate, !own.isRank,
      values.contains(where: { $0 < 0 }),
      values.contains(where: { $0 > 0 })
    else { return .no }
    let isNamed = ["增减", "变动", "变化", "收支", "净增"].contains { own.name.contains($0) }
    return isNamed ? .named : .possible
  }

  private var trees: [Fit] {
    shape.measures.isEmpty ? [fit("org-tree", "each unit names its parent", "各单位都写明上级")] : []
  }

  /// Whether amounts only fall from row to row, and reach less than half.
  private func falls(_ column: Int) -> Bool {
    let values = shape.table.columns[column].values.compactMap { $0 }
    guard values.count > 2, count <= 8, !shape.table.columns[column].isRate, let last = values.last,
      values[0] > 0
    else { return false }
    return zip(values, values.dropFirst()).allSatisfy { $0 > $1 } && last * 2 < values[0]
  }

  private func sum(_ column: Int) -> Double {
    let sum = shape.table.columns[column].values.reduce(0) { $0 + ($1 ?? 0) }
    return (sum - 100).magnitude < 1 ? 100 : sum
  }

  /// Whether the parts of every row are shares that make a whole.
  private var isWhole: Bool {
    let parts = shape.comparable
    guard parts.count > 1, shape.group == nil,
      parts.allSatisfy({ shape.table.columns[$0].unit == "%" })
    else { return false }
    return shape.table.rows.allSatisfy { row in
      (parts.reduce(0) { $0 + (shape.table.columns[$1].values[row] ?? 0) } - 100).magnitude < 1
    }
  }
}
