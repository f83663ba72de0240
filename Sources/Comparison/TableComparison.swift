import ReportModel

/// What differs between two versions of a table: columns by their names, rows by what stands in them,
/// and the cells of rows that are one row.
struct TableComparison {
  private let old: ReportTable
  private let new: ReportTable
  private let template: ReportChange
  /// Most pairs of rows without a common first cell that are looked at.
  private static let mostCompared = 250_000

  init(_ old: ReportTable, _ new: ReportTable, _ template: ReportChange) {
    (self.old, self.new, self.template) = (old, new, template)
  }

  var changes: [ReportChange] {
    let columns = pairedColumns()
    return columns.changes + rows(columns.pairs)
  }

  private func change(
    _ kind: ReportChange.Kind, _ name: String, _ before: String, _ after: String
  ) -> ReportChange {
    var change = template
    change.kind = kind
    change.name = name
    change.oldText = before
    change.newText = after
    change.edits = WordDifference.edits(from: before, to: after)
    return change
  }

  private func pairedColumns() -> (pairs: [(old: Int, new: Int)], changes: [ReportChange]) {
    let (names, others) = (old.columns.map(\.name), new.columns.map(\.name))
    var pairs = CommonOrder.pairs(names, others)
    var found: [ReportChange] = []
    for gap in CommonOrder.gaps(pairs, (names.count, others.count)) {
      let shared = min(gap.old.count, gap.new.count)
      for place in 0..<shared {
        let (one, other) = (gap.old.lowerBound + place, gap.new.lowerBound + place)
        pairs.append((one, other))
        found.append(change(.column, "第\(other + 1)列", names[one], others[other]))
      }
      found += gap.old.dropFirst(shared).map { change(.column, names[$0], names[$0], "") }
      found += gap.new.dropFirst(shared).map { change(.column, others[$0], "", others[$0]) }
    }
    return (pairs.sorted { $0.new < $1.new }, found)
  }

  private func rows(_ columns: [(old: Int, new: Int)]) -> [ReportChange] {
    let keys = (
      old: old.rows.map { row in columns.map { row[$0.old] } },
      new: new.rows.map { row in columns.map { row[$0.new] } }
    )
    let pairs = CommonOrder.pairs(keys.old, keys.new)
    var rest = (
      old: old.rows.indices.filter { row in !pairs.contains { $0.old == row } },
      new: new.rows.indices.filter { row in !pairs.contains { $0.new == row } }
    )
    var found: [(row: Double, change: ReportChange)] = []
    func pair(_ isSame: (Int, Int) -> Bool, _ told: (Int, Int) -> [ReportChange]) {
      for other in rest.new {
        guard let one = rest.old.first(where: { isSame($0, other) }) else { continue }
        rest.old.removeAll { $0 == one }
        rest.new.removeAll { $0 == other }
        found += told(one, other).map { (Double(other), $0) }
      }
    }
    let texts = (
      old: keys.old.map { $0.joined(separator: "\t") },
      new: keys.new.map { $0.joined(separator: "\t") }
    )
    pair({ keys.old[$0] == keys.new[$1] }) { one, other in
      [change(.row, "\(name(new, other))移动", texts.old[one], texts.new[other])]
    }
    let cells = { (one: Int, other: Int) in self.cells(one, other, columns) }
    pair({ !label(old, $0).isEmpty && label(old, $0) == label(new, $1) }, cells)
    if rest.old.count * rest.new.count <= Self.mostCompared {
      let likeness = (old: texts.old.map(Likeness.init), new: texts.new.map(Likeness.init))
      pair({ likeness.old[$0].to(likeness.new[$1]) >= BlockAlignment.alike }, cells)
    }
    if rest.old.count == rest.new.count { pair({ $0 == $1 }, cells) }
    found += rest.old.map { (Double($0) - 0.5, change(.row, name(old, $0), texts.old[$0], "")) }
    found += rest.new.map { (Double($0), change(.row, name(new, $0), "", texts.new[$0])) }
    return found.enumerated().sorted { ($0.element.row, $0.offset) < ($1.element.row, $1.offset) }
      .map(\.element.change)
  }

  private func cells(_ one: Int, _ other: Int, _ columns: [(old: Int, new: Int)]) -> [ReportChange]
  {
    columns.compactMap { pair in
      let (before, after) = (old.rows[one][pair.old], new.rows[other][pair.new])
      if before == after { return nil }
      return change(
        .cell, "\(name(new, other)) · \(new.columns[pair.new].label)", before, after)
    }
  }

  /// What a row is about: its first cell in words, which a number of its place is not.
  private func label(_ table: ReportTable, _ row: Int) -> String {
    table.rows[row].first { cell in
      cell.contains { !$0.isNumber && !$0.isPunctuation && !$0.isWhitespace }
    } ?? ""
  }

  private func name(_ table: ReportTable, _ row: Int) -> String {
    let label = label(table, row)
    return "第\(row + 1)行" + (label.isEmpty ? "" : "“\(label.prefix(12))”")
  }
}
