/// Makes the rows that a unit's marks are drawn from: dates read, bins and units of time cut,
/// groups aggregated, piles stacked, invalid rows left out.
struct UnitDataBuilder {
  let context: ChartContext
  let node: ViewNode

  /// Does it for all instances of the unit.
  func prepare() {
    guard let unit = node.unit else { return }
    // Bins are cut over all cells together, so that they agree.
    var whole = DataTable()
    for (_, data) in node.instances.sorted(by: {
      $0.key.cells.lexicographicallyPrecedes($1.key.cells)
    }) {
      if whole.fields.isEmpty { whole = data.raw } else { whole.rows += data.raw.rows }
    }
    checkColumns(unit, whole)
    for def in unit.fieldDefs where def.isBinning {
      guard let field = def.field, let spec = def["bin"] else { continue }
      var wish = BinWish.read(spec, channel: def.channel)
      if let name = spec["extent"]?["param"]?.text,
        case .list(let ends)? = context.parameters[name], ends.count == 2
      {
        wish.extent = (ends[0].number, ends[1].number)
      }
      let wider = node.binned.filter { $0.accessor(field).isKnown }.flatMap { $0.column(field) }
      node.binnings[def.column] = Binning(of: wider.isEmpty ? whole.column(field) : wider, wish)
    }
    for path in node.instances.keys {
      guard var data = node.instances[path] else { continue }
      for def in unit.fieldDefs + unit.unseen {
        Self.cut(def, &data.raw, context: context, binning: node.binnings[def.column])
        shift(def, unit, &data.raw)
      }
      if let impute = unit.fieldDefs.first(where: { $0["impute"]?.map != nil }) {
        self.impute(impute, unit, &data.raw)
      }
      data.main = aggregated(data.raw, unit)
      stack(&data.main, unit)
      node.instances[path] = data
    }
  }

  private func checkColumns(_ unit: UnitPlan, _ table: DataTable) {
    guard !table.fields.isEmpty else {
      if !unit.fieldDefs.isEmpty { context.report(ChartProblems.empty(), at: node.spec) }
      return
    }
    let runner = TransformRunner(context: context)
    for def in unit.fieldDefs {
      if let field = def.field { runner.check([field], in: table, at: def["field"]) }
      if let field = def["sort"]?["field"]?.text {
        runner.check([field], in: table, at: def["sort"]?["field"])
      }
      if let chooser = def.aggregate?.chooser {
        runner.check([chooser], in: table, at: def["aggregate"])
      }
    }
    for def in Channel.allCases.flatMap({ unit.channels[$0] ?? [] }) {
      for condition in def.conditions {
        runner.check(
          condition.test.fields.sorted(), in: table, at: def["condition"]?["test"] ?? def.spec)
      }
    }
  }

  /// Reads dates and cuts bins and units of time.
  static func cut(
    _ def: ChannelDef, _ table: inout DataTable, context: ChartContext, binning: Binning? = nil
  ) {
    guard let field = def.field else { return }
    let plain = FieldPath.plain(field)
    let own = table.place(of: field) != nil ? field : plain
    if def.type == .temporal || def.timeUnit != nil, table.place(of: own) != nil {
      let column = table.column(field)
      let isText = column.contains { if case .date = $0 { false } else { $0 != .null } }
      if isText {
        // 2031 is a year, and no count of milliseconds that anybody means.
        let isYears = context.isPrint && Years.holds(column)
        table.set(own) { DataLoader.date(isYears ? Years.time(column[$0]) : column[$0]) }
      }
    }
    // The end that comes of one field may have the name of another field's start; the later holds.
    if let unit = def.timeUnit, !unit.isBinned {
      let times = table.column(field).map(\.measure)
      table.set(def.column) { times[$0].map { .date(unit.floor($0)) } ?? .null }
      table.set(def.endColumn) { times[$0].map { .date(unit.offset(unit.floor($0))) } ?? .null }
    } else if let unit = def.timeUnit, unit.isBinned, table.place(of: def.endColumn) == nil {
      let times = table.column(field).map(\.measure)
      table.set(def.endColumn) { times[$0].map { .date(unit.offset($0)) } ?? .null }
    }
    guard case .binning(let spec) = def.bin, table.place(of: def.column) == nil else { return }
    let column = table.column(field).map(\.measure)
    let bins = binning ?? Binning(of: table.column(field), BinWish.read(spec, channel: def.channel))
    table.set(def.column) { column[$0].map { .number(bins.floor($0)) } ?? .null }
    table.set(def.endColumn) { column[$0].map { .number(bins.floor($0) + bins.step) } ?? .null }
    let format = def["format"]?.text ?? ""
    let words = NumberFormat(format)
    table.set(def.rangeColumn) { number in
      guard let value = column[number] else { return .text("null") }
      let start = bins.floor(value)
      let ends = [start, start + bins.step].map { words?.text($0) ?? NumberText.plain($0) }
      return .text(ends.joined(separator: " – "))
    }
  }

  /// The stretches of units of time about the places where rectangles stand.
  private func shift(_ def: ChannelDef, _ unit: UnitPlan, _ table: inout DataTable) {
    guard let time = def.timeUnit, let share = BandUse.shifted(def, unit) else { return }
    let starts = table.column(def.column).map(\.measure)
    let ends = table.column(def.endColumn).map(\.measure)
    let columns = def.shiftedColumns
    table.set(columns[0]) { row in
      guard let start = starts[row] else { return .null }
      let before = time.offset(start, by: -1)
      return .date(before + (start - before) * (share + 0.5))
    }
    table.set(columns[1]) { row in
      guard let start = starts[row], let end = ends[row] else { return .null }
      return .date(start + (end - start) * (share + 0.5))
    }
  }

  private func impute(_ def: ChannelDef, _ unit: UnitPlan, _ table: inout DataTable) {
    guard let field = def.field, let spec = def["impute"] else { return }
    let key = unit[def.channel == .x ? .y : .x]
    guard let key, key.isField else { return }
    let groupby = Channel.nonPosition.flatMap { unit.channels[$0] ?? [] }
      .filter { $0.isField && $0.aggregate == nil && $0.column != key.column }.map(\.column)
    var imputation = Imputation(field: field, key: key.column, groupby: groupby)
    imputation.read(spec)
    imputation.apply(to: &table)
  }

  // MARK: Groups

  private func aggregated(_ table: DataTable, _ unit: UnitPlan) -> DataTable {
    guard unit.isAggregated else { return table }
    var keys: [String] = []
    var measures: [Measure] = []
    func add(_ name: String) {
      if !name.isEmpty, !keys.contains(name), table.accessor(name).isKnown { keys.append(name) }
    }
    for def in unit.fieldDefs {
      if let aggregate = def.aggregate {
        let name =
          aggregate.chooser.map { "\(aggregate.op.rawValue)_\(FieldPath.plain($0))" } ?? def.column
        let field = aggregate.chooser ?? def.field ?? ""
        let measure = Measure(
          op: aggregate.op, field: field, name: name, weight: aggregate.weight)
        if !measures.contains(measure) { measures.append(measure) }
        if aggregate.op.isResampled { context.report(ChartProblems.resampled(), at: nil) }
        if def["scale"]?["domain"]?.text == "unaggregated", let field = def.field {
          measures.append(Measure(op: .min, field: field, name: "min_\(field)"))
          measures.append(Measure(op: .max, field: field, name: "max_\(field)"))
        }
      } else {
        add(def.column)
        if def.isBinning || def.timeUnit != nil { add(def.endColumn) }
        if def.isBinning { add(def.rangeColumn) }
        if BandUse.shifted(def, unit) != nil { def.shiftedColumns.forEach(add) }
      }
      for condition in def.conditions { condition.test.fields.sorted().forEach(add) }
    }
    for def in Channel.allCases.flatMap({ unit.channels[$0] ?? [] }) where !def.isField {
      for condition in def.conditions { condition.test.fields.sorted().forEach(add) }
    }
    for def in unit.unseen where def.aggregate == nil { add(def.column) }
    return table.aggregated(by: keys, measures)
  }

  // MARK: Piles

  private func stack(_ table: inout DataTable, _ unit: UnitPlan) {
    guard let plan = unit.stack, let measure = unit[plan.channel] else { return }
    let dimensions = plan.groupby.compactMap { unit[$0] }
    if plan.imputes {
      for dimension in dimensions {
        if dimension.isBinning { setMiddle(dimension, &table) }
        Imputation(
          field: measure.column,
          key: dimension.isBinning ? dimension.column + "_mid" : dimension.column,
          groupby: plan.stackBy
        ).apply(to: &table)
      }
    }
    let groupby = dimensions.flatMap { dimension in
      dimension.isBinning
        ? (plan.imputes ? [dimension.column + "_mid"] : [dimension.column, dimension.endColumn])
        : [dimension.column]
    }
    Stacking(
      groupby: groupby, field: measure.column, order: order(unit, plan, &table),
      offset: plan.offset,
      start: measure.startColumn, end: measure.endColumn
    ).apply(to: &table)
  }

  private func setMiddle(_ def: ChannelDef, _ table: inout DataTable) {
    let (starts, ends) = (table.column(def.column), table.column(def.endColumn))
    let share = def["bandPosition"]?.number ?? 0.5
    table.set(def.column + "_mid") { number in
      guard let start = starts[number].measure, let end = ends[number].measure else { return .null }
      return .number(start * share + end * (1 - share))
    }
  }

  /// The order in which layers lie: an `order` channel, else the fields that tell them apart, from
  /// the top for upright piles.
  private func order(_ unit: UnitPlan, _ plan: StackPlan, _ table: inout DataTable) -> RowOrder {
    let orders = (unit.channels[.order] ?? []).filter(\.isField)
    if !orders.isEmpty { return RowOrder(orders.map { ($0.column, $0.sortsDescending) }) }
    if let aligned = alignedOrder(unit, &table) { return RowOrder([aligned]) }
    let onlySort = unit[.order]?["sort"]?.text
    let descending = onlySort.map { $0 == "descending" } ?? (plan.channel == .y)
    return RowOrder(plan.stackBy.map { ($0, descending) })
  }

  /// Layers follow the colour's domain where it is a list of names.
  private func alignedOrder(
    _ unit: UnitPlan, _ table: inout DataTable
  ) -> (name: String, descending: Bool)? {
    guard unit[.order] == nil, let colour = unit[.fill] ?? unit[.color], let field = colour.field,
      colour.type == .nominal
    else { return nil }
    guard let domain = colour["scale"]?["domain"]?.list else {
      return context.isPrint ? legendOrder(colour, field, &table) : nil
    }
    let offset = unit[.xOffset] ?? unit[.yOffset]
    if let offset, offset.isField, offset["sort"] == nil { return nil }
    let order = domain.map { context.datum($0) }
    let name = "_\(field)_sort_index"
    let values = table.column(field)
    table.set(name) { number in .number(Double(order.firstIndex(of: values[number]) ?? -1)) }
    return (name, unit.mark.orient != .horizontal)
  }

  /// In print, layers lie as their legend lists them.
  private func legendOrder(
    _ colour: ChannelDef, _ field: String, _ table: inout DataTable
  ) -> (name: String, descending: Bool)? {
    let values = table.column(field)
    var seen = Set<DataValue>()
    var order = values.filter { seen.insert($0).inserted }
    if let list = colour["sort"]?.list {
      order = list.map { context.datum($0) }
    } else if colour["sort"]?.isNull != true {
      order = context.naturalOrder(order)
    }
    let name = "_\(field)_legend_order"
    table.set(name) { number in .number(Double(order.firstIndex(of: values[number]) ?? order.count))
    }
    return (name, false)
  }
}
