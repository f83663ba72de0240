/// Lays the values of a group on top of each other.
struct Stacking: Hashable, Sendable {
  /// Where the pile stands.
  enum Offset: String, Hashable, Sendable { case zero, normalize, center }

  var groupby: [String]
  var field: String
  var order: RowOrder
  var offset: Offset
  var start: String
  var end: String

  func apply(to table: inout DataTable) {
    var starts = [Double](repeating: 0, count: table.rows.count)
    var ends = starts
    let values = table.column(field).map { $0.measure ?? 0 }
    let groups = table.groups(by: groupby).map { order.sorted($0, in: table) }
    let sums = groups.map { $0.reduce(0) { $0 + values[$1].magnitude } }
    let most = sums.max() ?? 0
    for (group, sum) in zip(groups, sums) {
      switch offset {
      case .zero:
        var (above, below) = (0.0, 0.0)
        for number in group {
          if values[number] >= 0 {
            starts[number] = above
            above += values[number]
            ends[number] = above
          } else {
            starts[number] = below
            below += values[number]
            ends[number] = below
          }
        }
      case .center:
        var last = (most - sum) / 2
        for number in group {
          starts[number] = last
          last += values[number].magnitude
          ends[number] = last
        }
      case .normalize:
        let scale = sum > 0 ? 1 / sum : 1
        var running = 0.0
        var last = 0.0
        for number in group {
          starts[number] = last
          running += values[number].magnitude
          last = scale * running
          ends[number] = last
        }
      }
    }
    table.set(start) { .number(starts[$0]) }
    table.set(end) { .number(ends[$0]) }
  }
}

/// Fills rows in where a key is missing in a group, so that areas have no holes.
struct Imputation: Sendable {
  var field: String
  var key: String
  var groupby: [String]
  /// Keys that must be there besides those that are.
  var keyvals: [DataValue] = []
  /// Rows before and after that the method looks at; nil is without an end.
  var frame: (before: Double?, after: Double?)?
  /// How a value is found: `value`, `mean`, `median`, `min`, `max`.
  var method = "value"
  var value = DataValue.number(0)
  /// Whether rows that are there but have no value are filled too.
  var fillsNulls = false

  func apply(to table: inout DataTable) {
    let keys = table.column(key)
    let values = table.column(field)
    var seen = Set<DataValue>()
    let domain = (keys + keyvals).filter { seen.insert($0).inserted }
    for group in table.groups(by: groupby) {
      let have = Set(group.map { keys[$0] })
      for missing in domain where !have.contains(missing) {
        guard let model = group.first else { continue }
        var row = DataTable.Row(repeating: .null, count: table.fields.count)
        for name in groupby {
          if let place = table.place(of: name), place < table.rows[model].count {
            row[place] = table.rows[model][place]
          }
        }
        row[table.place(adding: key)] = missing
        let near = neighbours(of: missing, group, keys, values, domain)
        table.rows.append(filled(row, fill(near), in: &table))
      }
      guard fillsNulls else { continue }
      for number in group where !values[number].isValid {
        let near = neighbours(of: keys[number], group, keys, values, domain)
        table.rows[number] = filled(table.rows[number], fill(near), in: &table)
      }
    }
  }

  /// The values that a filled one is made from: all of its group, or those in the frame about it.
  private func neighbours(
    of key: DataValue, _ group: [Int], _ keys: [DataValue], _ values: [DataValue],
    _ domain: [DataValue]
  ) -> [DataValue] {
    guard let frame else { return group.map { values[$0] } }
    let order = domain.sorted(by: DataValue.ascending)
    guard let place = order.firstIndex(of: key) else { return [] }
    let low = frame.before.map { place + Int(bounded: $0) } ?? 0
    let high = frame.after.map { place + Int(bounded: $0) } ?? order.count - 1
    return group.filter { number in
      guard let own = order.firstIndex(of: keys[number]) else { return false }
      return own >= low && own <= high
    }.map { values[$0] }
  }

  private func filled(
    _ row: DataTable.Row, _ filler: DataValue, in table: inout DataTable
  ) -> DataTable.Row {
    var row = row
    let place = table.place(adding: field)
    while row.count <= place { row.append(.null) }
    row[place] = filler
    return row
  }

  private func fill(_ values: [DataValue]) -> DataValue {
    let op: AggregateOp? =
      switch method {
      case "mean": .mean
      case "median": .median
      case "min": .min
      case "max": .max
      default: nil
      }
    return op?.of(values, rows: values.count) ?? value
  }
}

extension Imputation {
  /// Reads the method, the value and the keys of an `impute` block.
  mutating func read(_ spec: SpecValue) {
    fillsNulls = true
    if let value = spec["value"] {
      self.value = DataValue(value)
    } else if spec["method"] == nil {
      value = .null
    }
    if let method = spec["method"]?.text { self.method = method }
    if let list = spec["frame"]?.list, list.count == 2 { frame = (list[0].number, list[1].number) }
    if let list = spec["keyvals"]?.list { keyvals = list.map { DataValue($0) } }
    if let sequence = spec["keyvals"], let stop = sequence["stop"]?.number {
      let start = sequence["start"]?.number ?? 0
      let step = sequence["step"]?.number ?? 1
      if step != 0, (stop - start) / step < 100_000 {
        keyvals = stride(from: start, to: stop, by: step).map { .number($0) }
      }
    }
  }
}
