extension DataTable {
  /// One row a field: columns become rows of key and value.
  func folded(_ names: [String], as keys: (String, String)) -> DataTable {
    var result = DataTable(fields: fields)
    let keyPlace = result.place(adding: keys.0)
    let valuePlace = result.place(adding: keys.1)
    let access = names.map { accessor($0) }
    for row in rows {
      for (name, read) in zip(names, access) {
        var copy = row
        while copy.count < result.fields.count { copy.append(.null) }
        copy[keyPlace] = .text(name)
        copy[valuePlace] = read(row)
        result.rows.append(copy)
      }
    }
    return result
  }

  /// One row an item of list fields.
  func flattened(_ names: [String], as outputs: [String]) -> DataTable {
    var result = DataTable(fields: fields)
    let places = names.indices.map {
      result.place(adding: $0 < outputs.count ? outputs[$0] : names[$0])
    }
    let access = names.map { accessor($0) }
    for row in rows {
      let lists = access.map { read -> [DataValue] in
        if case .list(let items) = read(row) { items } else { [read(row)] }
      }
      for number in 0..<(lists.map(\.count).max() ?? 0) {
        var copy = row
        while copy.count < result.fields.count { copy.append(.null) }
        for (place, list) in zip(places, lists) {
          copy[place] = number < list.count ? list[number] : .null
        }
        result.rows.append(copy)
      }
    }
    return result
  }

  /// One row a group, one column a value of the pivot field.
  func pivoted(_ pivot: String, value: String, groupby: [String], op: AggregateOp, limit: Int)
    -> DataTable
  {
    let keys = column(pivot)
    // In the order of the rows where they sort alike, as 1 and "1" do.
    var seen: Set<DataValue> = [.null]
    var names = keys.filter { seen.insert($0).inserted }.sorted(by: DataValue.ascending)
    if limit > 0 { names = Array(names.prefix(limit)) }
    var result = DataTable(fields: groupby + names.map(\.words))
    let groupAccess = groupby.map { accessor($0) }
    let values = column(value)
    for group in groups(by: groupby) {
      guard let first = group.first else { continue }
      var row: Row = groupAccess.map { $0(rows[first]) }
      for name in names {
        let own = group.filter { keys[$0] == name }
        row.append(op.of(own.map { values[$0] }, rows: own.count))
      }
      result.rows.append(row)
    }
    return result
  }

  /// Fields of another table's row with the same key.
  mutating func lookUp(
    _ field: String, in other: DataTable, key: String, fields names: [String], as outputs: [String],
    fallback: DataValue
  ) {
    let keyAccess = other.accessor(key)
    var index: [DataValue: Int] = [:]
    for (number, row) in other.rows.enumerated() { index[keyAccess(row)] = number }
    let own = column(field)
    if names.isEmpty, let output = outputs.first {
      set(output) { index[own[$0]].map { .map(other.record(other.rows[$0])) } ?? fallback }
      return
    }
    for (place, name) in names.enumerated() {
      let access = other.accessor(name)
      set(place < outputs.count ? outputs[place] : name) { number in
        index[own[number]].map { access(other.rows[$0]) } ?? fallback
      }
    }
  }
}
