/// One measure of an aggregate: what is made of which field, and the name of the result.
struct Measure: Hashable, Sendable {
  var op: AggregateOp
  /// Empty for counts.
  var field: String
  var name: String
  /// How much less an earlier number weighs in an exponential mean.
  var weight: Double?
}

extension DataTable {
  /// One row a group, with the groups' keys and measures.
  func aggregated(by keys: [String], _ measures: [Measure]) -> DataTable {
    var result = DataTable(fields: keys + measures.map(\.name))
    let keyAccess = keys.map { accessor($0) }
    let fieldAccess = measures.map { accessor($0.field) }
    var groups = groups(by: keys)
    // Without keys there is one group, even of no rows.
    if keys.isEmpty, groups.isEmpty { groups = [[]] }
    for group in groups {
      var row: Row = keyAccess.map { access in group.first.map { access(rows[$0]) } ?? .null }
      for (measure, access) in zip(measures, fieldAccess) {
        row.append(self.value(of: measure, access, in: group))
      }
      result.rows.append(row)
    }
    return result
  }

  /// All rows, each with the measures of its group.
  mutating func joinAggregates(by keys: [String], _ measures: [Measure]) {
    var results = [[DataValue]](repeating: [], count: rows.count)
    let access = measures.map { accessor($0.field) }
    for group in groups(by: keys) {
      let values = zip(measures, access).map { value(of: $0, $1, in: group) }
      for number in group { results[number] = values }
    }
    for (place, measure) in measures.enumerated() { set(measure.name) { results[$0][place] } }
  }

  private func value(of measure: Measure, _ access: FieldAccess, in group: [Int]) -> DataValue {
    if measure.op == .argmin || measure.op == .argmax {
      let valued = group.filter { access(rows[$0]).measure != nil }
      let pick =
        measure.op == .argmin
        ? valued.min { access(rows[$0]).number < access(rows[$1]).number }
        : valued.max { access(rows[$0]).number < access(rows[$1]).number }
      return pick.map { .map(record(rows[$0])) } ?? .null
    }
    return measure.op.of(
      group.map { access(rows[$0]) }, rows: group.count, weight: measure.weight)
  }
}

/// How rows are ordered.
struct RowOrder: Hashable, Sendable {
  var fields: [(name: String, descending: Bool)]

  static func == (a: RowOrder, b: RowOrder) -> Bool {
    a.fields.elementsEqual(b.fields) { $0 == $1 }
  }

  func hash(into hasher: inout Hasher) {
    for field in fields {
      hasher.combine(field.name)
      hasher.combine(field.descending)
    }
  }

  init(_ fields: [(name: String, descending: Bool)]) { self.fields = fields }

  /// Numbers of rows in this order; equal rows stay as they are.
  func sorted(_ numbers: [Int], in table: DataTable) -> [Int] {
    guard !fields.isEmpty else { return numbers }
    let keys = fields.map { (table.accessor($0.name), $0.descending) }
    let decorated = numbers.map { number in (number, keys.map { $0.0(table.rows[number]) }) }
    return decorated.enumerated().sorted { a, b in
      for (place, key) in keys.enumerated() {
        let order = DataValue.order(a.element.1[place], b.element.1[place])
        if order != 0 { return key.1 ? order > 0 : order < 0 }
      }
      return a.offset < b.offset
    }.map(\.element.0)
  }

  /// Whether two rows stand equal.
  func areEqual(_ a: Int, _ b: Int, in table: DataTable) -> Bool {
    fields.allSatisfy { field in
      let access = table.accessor(field.name)
      return DataValue.order(access(table.rows[a]), access(table.rows[b])) == 0
    }
  }
}
