import Charting
import Diagnostics
import ReportReading

/// The columns of a table in the parts that charts give them: who or when, what tells series apart,
/// how much.
struct DataShape {
  private(set) var table: ChartTable
  /// The column of names or times; nil where there is none.
  private(set) var x: Int?
  /// The column that tells series apart.
  private(set) var group: Int?
  /// The amounts: those that the user names, else all.
  private(set) var measures: [Int]
  /// Whether the user named the amounts.
  let namesMeasures: Bool
  /// Columns that the user gives to keys of the preset.
  private(set) var named: [String: Int] = [:]
  /// Words that the user gives to keys of the preset.
  private(set) var words: [String: String] = [:]

  init(_ table: ChartTable, _ choice: DataChoice) throws(Rejection) {
    self.table = table
    namesMeasures = !choice.y.isEmpty
    measures = table.measures
    if namesMeasures {
      measures = []
      for name in choice.y { measures.append(try Self.measure(name, table)) }
    }
    for (key, word) in choice.settings.sorted(by: { $0.key < $1.key }) {
      if Preset.columnKeys.contains(key), key != "value" || table.column(named: word) != nil {
        named[key] = try Self.column(word, table)
      } else {
        words[key] = word
      }
    }
    group = try choice.group.map { name throws(Rejection) in try Self.column(name, table) }
    x = try choice.x.map { name throws(Rejection) in try Self.column(name, table) }
    if x == nil { findNames() } else if group == nil { findGroup() }
    measures.removeAll { $0 == x || $0 == group }
    if let x, isCourse { self.table = table.inOrder(of: x) }
  }

  private static func column(_ name: String, _ table: ChartTable) throws(Rejection) -> Int {
    guard let place = table.column(named: name) else {
      throw Rejection(DataProblems.noColumn(name, table))
    }
    return place
  }

  private static func measure(_ name: String, _ table: ChartTable) throws(Rejection) -> Int {
    let place = try column(name, table)
    if case .damaged(let row) = table.columns[place].kind {
      throw Rejection(DataProblems.badCell(place, row: row, table))
    }
    guard table.columns[place].kind == .measure else {
      throw Rejection(DataProblems.notAmount(place, table))
    }
    return place
  }

  // MARK: Finding parts

  private mutating func findNames() {
    func places(_ kind: ChartColumn.Kind) -> [Int] {
      table.columns.indices.filter {
        table.columns[$0].kind == kind && $0 != group && $0 != unitColumn
          && !named.values.contains($0)
      }
    }
    let (times, names) = (places(.time), places(.name))
    let distinct = names.first { table.columns[$0].distinct.count == table.rows.count }
    // A time that all rows share is the period of the table.
    let courses = times.filter { table.columns[$0].distinct.count > 1 || table.rows.count == 1 }
    if let time = courses.first,
      distinct == nil || table.columns[time].distinct.count > table.rows.count / 2
    {
      x = time
    } else {
      x = distinct ?? names.first ?? times.first ?? places(.code).first
    }
    if group == nil { findGroup() }
  }

  /// Names that repeat are told apart by a second column, if that makes each row one of its kind.
  private mutating func findGroup() {
    guard let x, !isUnique([x]) else { return }
    group = table.columns.indices.first { place in
      place != x && [.name, .time].contains(table.columns[place].kind) && place != unitColumn
        && !named.values.contains(place) && isUnique([x, place])
    }
  }

  private func isUnique(_ columns: [Int]) -> Bool {
    var seen: Set<[String]> = []
    return table.rows.allSatisfy { row in
      seen.insert(columns.map { table.columns[$0].cells[row] }).inserted
    }
  }

  // MARK: What is known of the parts

  /// The column that gives each row a unit of its own, as in tables of indicators.
  var unitColumn: Int? {
    table.columns.indices.first { place in
      let column = table.columns[place]
      return ["单位", "计量单位"].contains(column.name)
        && column.distinct.allSatisfy { UnitWords.isUnit($0.withoutBlanks) }
        && !column.distinct.isEmpty
    }
  }

  /// Whether rows count different things, so that their amounts have no common scale.
  var isIndicators: Bool { unitColumn.map { table.columns[$0].distinct.count > 1 } ?? false }

  /// The name that stands in several rows, where nothing tells them apart.
  var repeated: String? {
    guard let x, group == nil else { return nil }
    var seen: Set<String> = []
    return table.columns[x].cells.first { !seen.insert($0).inserted }
  }

  var xColumn: ChartColumn? { x.map { table.columns[$0] } }
  var isCourse: Bool { xColumn?.kind == .time }

  /// Whether the amounts stand in a column for each time: 1月, 2月, 3月.
  var timesAreColumns: Bool {
    let names = comparable.map { table.columns[$0].name }
    return group == nil && names.count > 2 && PeriodCells.areTimes(names, under: "")
  }

  /// Whether the amounts beside each other are places in a contest.
  var comparesRanks: Bool { comparable.contains { table.columns[$0].isRank } }

  /// Amounts that one axis can show: those in the unit of the first.
  var comparable: [Int] {
    let fit = isIndicators ? measures.filter { table.columns[$0].isRate } : measures
    guard let first = fit.first.map({ table.columns[$0] }) else { return [] }
    return fit.filter { place in
      let column = table.columns[place]
      return column.unit == first.unit && column.isRate == first.isRate
        && column.isRank == first.isRank
    }
  }

  /// The amount that says most: the one that the title names, then a rate, then money, then the first.
  var best: Int? {
    if namesMeasures { return measures.first }
    let fit = measures.filter { !table.columns[$0].isRank }
    if isIndicators { return fit.first { table.columns[$0].isRate } }
    return fit.first { !table.title.isEmpty && table.title.contains(table.columns[$0].name) }
      ?? fit.first { table.columns[$0].isRate && !table.columns[$0].isGrowth }
      ?? fit.first { table.columns[$0].unit.contains("元") } ?? fit.first ?? measures.first
  }

  /// The column of a key: the one that the user gives, the amount in its order, or one whose name has
  /// some words.
  func column(
    _ key: String, number: Int? = nil, _ words: [String] = [], without other: [String] = []
  )
    -> Int?
  {
    if let own = named[key] { return own }
    if let number, namesMeasures, measures.indices.contains(number) { return measures[number] }
    return measures.first { place in
      let name = table.columns[place].name
      return words.contains { name.contains($0) } && !other.contains { name.contains($0) }
    }
  }
}
