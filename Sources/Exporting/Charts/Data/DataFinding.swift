import Charting
import Notations

/// What a chart of a table says, in a few words for its title: who leads, where it went last. Only what
/// the numbers say themselves; nil where they say nothing in one line.
struct DataFinding {
  let shape: DataShape
  let preset: String
  let spec: SpecValue

  /// Longest title, in characters.
  private static let longest = 22

  var words: String? {
    let found: String? =
      switch preset {
      case "ranking", "podium", "pictogram", "tile-map", "region-map": leader
      case "trend": course
      case "amount-growth": growth
      case "dumbbell": contrast
      case "rectify", "ring-group": progress
      default: nil
      }
    return found.flatMap { $0.count <= Self.longest ? $0 : nil }
  }

  private func column(_ key: String) -> ChartColumn? {
    spec[key]?.text.flatMap { name in shape.table.columns.first { $0.name == name } }
  }

  /// An amount as a sentence has it: in 万 or 亿 where it is long, unless its unit says so already.
  private func amount(_ value: Double, _ unit: String) -> String {
    let scale =
      unit.hasPrefix("万") || unit.hasPrefix("亿") ? 1 : value >= 1e8 ? 1e8 : value >= 1e5 ? 1e4 : 1
    let mark = scale == 1e8 ? "亿" : scale == 1e4 ? "万" : ""
    let parts = DecimalText.trimmed(value / scale, 2).split(separator: ".")
    let digits = Array(parts[0])
    let whole = digits.indices.map { place in
      place > 0 && (digits.count - place).isMultiple(of: 3)
        ? ",\(digits[place])" : "\(digits[place])"
    }
    return whole.joined() + (parts.count > 1 ? ".\(parts[1])" : "") + mark + unit
  }

  private var leader: String? {
    guard let names = column("x"), let amounts = column("y"), !amounts.isRank else { return nil }
    let entries = zip(names.cells, amounts.values).compactMap { name, value in
      value.map { (name, $0) }
    }
    guard let top = entries.max(by: { $0.1 < $1.1 }), entries.count > 2, top.1 > 0,
      entries.count(where: { $0.1 == top.1 }) == 1
    else { return nil }
    return "\(top.0)\(amounts.name)\(amounts.isRate ? "最高" : "居首")"
  }

  private var course: String? {
    guard spec["series"] == nil, let times = column("x"), let amounts = column("y") else {
      return nil
    }
    let entries = zip(times.cells, amounts.values).compactMap { time, value in
      value.map { (time, $0) }
    }
    // The last day of a week is no outcome.
    guard entries.count > 2, let last = entries.last, !last.0.contains("-"),
      !PeriodCells.isWeekday(last.0)
    else { return nil }
    let before = entries[entries.count - 2].1
    let verb = last.1 > before ? "升至" : last.1 < before ? "降至" : "持平于"
    let time = last.0.allSatisfy(\.isNumber) && last.0.count == 4 ? last.0 + "年" : last.0
    return "\(time)\(amounts.name)\(verb)\(amount(last.1, amounts.unit))"
  }

  private var growth: String? {
    guard let times = column("x"), let amounts = column("amount"), let rates = column("growth"),
      let row = rates.values.lastIndex(where: { $0 != nil }), let rate = rates.values[row],
      rate != 0
    else { return nil }
    let lead = ["同比", "环比"].first { rates.name.contains($0) } ?? ""
    let cell = times.cells[row]
    let time = cell.allSatisfy(\.isNumber) && cell.count == 4 ? cell + "年" : cell
    return
      "\(time)\(amounts.name)\(lead)\(rate > 0 ? "增长" : "下降")\(amount(rate.magnitude, rates.unit))"
  }

  private var contrast: String? {
    // A higher place in a contest is a smaller number: neither word says which is better.
    guard let series = shape.series, series.names.count == 2, let names = column("x"),
      !shape.comparesRanks
    else { return nil }
    var pairs: [String: [String: Double]] = [:]
    for row in series.rows {
      guard let name = row[series.x]?.text, let key = row[series.series]?.text else { continue }
      pairs[name, default: [:]][key] = row[series.y]?.number
    }
    let (first, second) = (series.names[0], series.names[1])
    let whole = pairs.values.filter { $0[first] != nil && $0[second] != nil }
    let more = whole.count { ($0[second] ?? 0) > ($0[first] ?? 0) }
    guard !whole.isEmpty else { return nil }
    if PeriodCells.areTimes(series.names, under: "") {
      let fallen = whole.count { ($0[second] ?? 0) < ($0[first] ?? 0) }
      let (count, verb) = more >= fallen ? (more, "上升") : (fallen, "下降")
      return "\(whole.count)个\(names.name)中\(count)个\(verb)"
    }
    let (count, verb) = more * 2 >= whole.count ? (more, "高于") : (whole.count - more, "不高于")
    return "\(whole.count)个\(names.name)中\(count)个\(second)\(verb)\(first)"
  }

  private var progress: String? {
    guard let done = column("done"), let whole = column("total") else { return nil }
    let rows = shape.table.rows.filter { done.values[$0] != nil && whole.values[$0] != nil }
    let part = rows.reduce(0) { $0 + (done.values[$1] ?? 0) }
    let all = rows.reduce(0) { $0 + (whole.values[$1] ?? 0) }
    guard all > 0 else { return nil }
    return "\(whole.name)\(amount(all, whole.unit))，\(done.name)\(amount(part, done.unit))"
  }
}
