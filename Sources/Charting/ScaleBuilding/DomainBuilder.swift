/// Finds the values of domains from the rows of the units that share a scale.
struct DomainBuilder {
  let context: ChartContext

  /// The domain of a component in a cell: values of a list, or the ends of a stretch.
  func domain(_ scale: ScaleComponent, in cell: CellPath) -> [DataValue] {
    scale.type.isDiscrete && scale.type != .binOrdinal
      ? discrete(scale, cell)
      : scale.type == .quantile && !scale.domainIsExplicit
        ? samples(scale, cell) : continuous(scale, cell)
  }

  private func tables(_ unit: ViewNode, raw: Bool, in cell: CellPath) -> [DataTable] {
    unit.instances.filter { $0.key.isInside(cell) }
      .sorted { $0.key.cells.lexicographicallyPrecedes($1.key.cells) }
      .map { raw ? $0.value.raw : $0.value.domain }
  }

  private func samples(_ scale: ScaleComponent, _ cell: CellPath) -> [DataValue] {
    scale.domains.flatMap { part -> [DataValue] in
      guard case .columns(let unit, let names, _, _) = part else { return [] }
      return tables(unit.view, raw: false, in: cell).flatMap { table in
        names.flatMap { table.column($0) }.filter { $0.measure != nil }
      }
    }.sorted(by: DataValue.ascending)
  }

  // MARK: Stretches

  private func continuous(_ scale: ScaleComponent, _ cell: CellPath) -> [DataValue] {
    if scale.domainIsExplicit, scale.domains.count == 1, case .given(let values) = scale.domains[0]
    {
      return values
    }
    var low = Double.infinity
    var high = -Double.infinity
    // A logarithm has no zero: in print such values are left out and counted, not the whole chart.
    let isPositive = context.isPrint && scale.type == .log
    var leftOut: [Double] = []
    func take(_ number: Double, isStart: Bool = false) {
      guard !isPositive || number > 0 else {
        // The foot of a pile is no value of its own.
        if !isStart { leftOut.append(number) }
        return
      }
      low = min(low, number)
      high = max(high, number)
    }
    for part in scale.domains {
      switch part {
      case .given(let values): values.compactMap(\.measure).forEach { take($0) }
      case .binned(let unit, let column):
        if let binning = unit.view.binnings[column] {
          take(binning.start)
          take(binning.stop)
        }
      case .columns(let unit, let names, _, _):
        for table in tables(unit.view, raw: false, in: cell) {
          for (place, name) in names.enumerated() {
            let isStart = place + 1 < names.count
            table.column(name).compactMap(\.measure).forEach { take($0, isStart: isStart) }
          }
        }
      }
    }
    if let first = leftOut.first {
      context.report(
        ChartProblems.notPositive(first, count: leftOut.count),
        at: scale.users.first?.written ?? scale.users.first?.def.spec)
    }
    guard low <= high else { return [.number(isPositive ? 1 : 0), .number(isPositive ? 10 : 1)] }
    // One value alone needs a stretch of the axis to stand on.
    if isPositive, low == high { low /= 10 }
    return [.number(low), .number(high)]
  }

  // MARK: Lists

  private func discrete(_ scale: ScaleComponent, _ cell: CellPath) -> [DataValue] {
    var values: [DataValue] = []
    var seen = Set<DataValue>()
    func take(_ value: DataValue) { if seen.insert(value).inserted { values.append(value) } }
    for part in scale.domains {
      switch part {
      case .given(let given): given.forEach(take)
      case .binned: break
      case .columns(let unit, let names, _, let fromRaw):
        for table in tables(unit.view, raw: fromRaw, in: cell) {
          for name in names { table.column(name).forEach(take) }
        }
      }
    }
    if scale.domainIsExplicit { return values }
    return sorted(values, scale, cell)
  }

  /// The order of a merged domain: the one sort that all parts name, else the natural one.
  private func sorted(_ values: [DataValue], _ scale: ScaleComponent, _ cell: CellPath)
    -> [DataValue]
  {
    var sorts: [ScaleComponent.DomainSort] = []
    for part in scale.domains {
      guard case .columns(_, _, let sort, _) = part, sort != .appearance else { continue }
      if !sorts.contains(sort) { sorts.append(sort) }
    }
    guard let first = sorts.first else { return values }
    var sort = first
    if sorts.count > 1 {
      // Of several sorts by fields the only one with an aggregate of its own wins.
      let fields = sorts.filter { if case .field = $0 { true } else { false } }
      let own = fields.filter { if case .field(_, .min, _) = $0 { false } else { true } }
      sort = fields.count == sorts.count && own.count == 1 ? own[0] : .natural(descending: false)
    }
    switch sort {
    case .appearance: return values
    case .natural(let descending):
      let rising = context.naturalOrder(values)
      return descending ? rising.reversed() : rising
    case .list(let order):
      return stable(values) { value in
        .number(Double(order.firstIndex { matches($0, value) } ?? order.count))
      }
    case .field(let field, let op, let descending):
      let weights = weights(values, scale, field, op, cell)
      return stable(values, descending: descending) { weights[$0] ?? .null }
    }
  }

  private func matches(_ wanted: DataValue, _ value: DataValue) -> Bool {
    wanted == value || Expression.looselyEqual(wanted, value)
  }

  private func stable(
    _ values: [DataValue], descending: Bool = false, by weight: (DataValue) -> DataValue
  ) -> [DataValue] {
    values.map { ($0, weight($0)) }.enumerated().sorted { a, b in
      let order = DataValue.order(a.element.1, b.element.1)
      return order == 0 ? a.offset < b.offset : descending ? order > 0 : order < 0
    }.map(\.element.0)
  }

  private func weights(
    _ values: [DataValue], _ scale: ScaleComponent, _ field: String?, _ op: AggregateOp,
    _ cell: CellPath
  ) -> [DataValue: DataValue] {
    var groups: [DataValue: [DataValue]] = [:]
    var seen: [ObjectIdentifier] = []
    for part in scale.domains {
      guard case .columns(let unit, let names, _, _) = part else { continue }
      let id = ObjectIdentifier(unit.view)
      if seen.contains(id) { continue }
      seen.append(id)
      // Layers over the same rows must not count them twice.
      if seen.count > 1, op == .sum || op == .count { continue }
      for table in tables(unit.view, raw: true, in: cell) {
        let other = field.map { table.column($0) }
        for name in names {
          for (number, key) in table.column(name).enumerated() {
            groups[key, default: []].append(other?[number] ?? .number(1))
          }
        }
      }
    }
    return groups.mapValues { op.of($0, rows: $0.count) }
  }
}
