/// Ranks, running sums and neighbours: what depends on the rows around a row.
struct Windowing: Hashable, Sendable {
  /// One result.
  struct Field: Hashable, Sendable {
    var op: String
    var field: String
    var parameter: Double?
    var name: String
  }

  /// Operations besides the aggregates.
  static let ownOps = [
    "row_number", "rank", "dense_rank", "percent_rank", "cume_dist", "ntile", "lag", "lead",
    "first_value", "last_value", "nth_value",
  ]

  var fields: [Field]
  var groupby: [String]
  var order: RowOrder
  /// Rows before and after; nil is without an end.
  var frame: (before: Double?, after: Double?) = (nil, 0)
  var ignoresPeers = false

  static func == (a: Windowing, b: Windowing) -> Bool {
    a.fields == b.fields && a.groupby == b.groupby && a.order == b.order && a.frame == b.frame
      && a.ignoresPeers == b.ignoresPeers
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(fields)
    hasher.combine(groupby)
    hasher.combine(order)
  }

  func apply(to table: inout DataTable) {
    var results = [[DataValue]](
      repeating: [DataValue](repeating: .null, count: fields.count), count: table.rows.count)
    for group in table.groups(by: groupby) {
      let sorted = order.sorted(group, in: table)
      let peers = peerRanges(sorted, in: table)
      for (place, field) in fields.enumerated() {
        let values = run(field, sorted, peers, table)
        for (number, value) in zip(sorted, values) { results[number][place] = value }
      }
    }
    for (place, field) in fields.enumerated() { table.set(field.name) { results[$0][place] } }
  }

  /// For each row the range of rows that stand equal with it.
  private func peerRanges(_ sorted: [Int], in table: DataTable) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for place in sorted.indices {
      let isLast = place + 1 == sorted.count
      let ends =
        isLast || order.fields.isEmpty
        || !order.areEqual(sorted[place], sorted[place + 1], in: table)
      guard ends else { continue }
      for _ in start...place { ranges.append(start..<place + 1) }
      start = place + 1
    }
    return ranges
  }

  private func run(
    _ field: Field, _ sorted: [Int], _ peers: [Range<Int>], _ table: DataTable
  ) -> [DataValue] {
    let access = table.accessor(field.field)
    let values = sorted.map { access(table.rows[$0]) }
    let count = sorted.count
    var dense = 0
    return sorted.indices.map { place in
      let peer = peers[place]
      if peer.lowerBound == place { dense += 1 }
      switch field.op {
      case "row_number": return .number(Double(place + 1))
      case "rank": return .number(Double(peer.lowerBound + 1))
      case "dense_rank": return .number(Double(dense))
      case "percent_rank":
        return .number(count > 1 ? Double(peer.lowerBound) / Double(count - 1) : 0)
      case "cume_dist": return .number(Double(peer.upperBound) / Double(count))
      case "ntile":
        let tiles = field.parameter ?? 1
        return .number((tiles * Double(peer.upperBound) / Double(count)).rounded(.up))
      case "lag", "lead":
        let shift = Int(bounded: field.parameter ?? 1) * (field.op == "lag" ? -1 : 1)
        let other = place + shift
        return values.indices.contains(other) ? values[other] : .null
      default: return framed(field, place, peer, values)
      }
    }
  }

  private func framed(_ field: Field, _ place: Int, _ peer: Range<Int>, _ values: [DataValue])
    -> DataValue
  {
    var low = frame.before.map { max(0, place + Int(bounded: $0)) } ?? 0
    var high = frame.after.map { min(values.count, place + Int(bounded: $0) + 1) } ?? values.count
    if !ignoresPeers {
      low = min(low, peer.lowerBound)
      high = max(high, peer.upperBound)
    }
    low = min(low, values.count)
    high = max(low, min(high, values.count))
    let window = Array(values[low..<high])
    switch field.op {
    case "first_value": return window.first ?? .null
    case "last_value": return window.last ?? .null
    case "nth_value":
      let number = Int(bounded: field.parameter ?? 1) - 1
      return window.indices.contains(number) ? window[number] : .null
    default: return AggregateOp(rawValue: field.op)?.of(window, rows: window.count) ?? .null
    }
  }
}
