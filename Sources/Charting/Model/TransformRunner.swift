/// Carries out the `transform` list of a view.
struct TransformRunner {
  let context: ChartContext

  /// The kinds of transforms.
  static let kinds = [
    "filter", "calculate", "aggregate", "joinaggregate", "window", "stack", "bin", "timeUnit",
    "fold", "flatten", "pivot", "lookup", "impute", "density", "regression", "loess", "quantile",
    "extent",
  ]

  /// The table after all steps.
  func run(_ steps: SpecValue?, on table: DataTable) -> DataTable {
    var table = table
    for step in steps?.list ?? [] {
      guard let kind = Self.kinds.first(where: { step[$0] != nil }) else { continue }
      run(step, kind, &table)
    }
    return table
  }

  private func run(_ step: SpecValue, _ kind: String, _ table: inout DataTable) {
    switch kind {
    case "filter": filter(step, &table)
    case "calculate": calculate(step, &table)
    case "aggregate":
      let keys = names(step["groupby"])
      check(keys, in: table, at: step["groupby"])
      table = table.aggregated(by: keys, measures(step["aggregate"], table))
    case "joinaggregate":
      table.joinAggregates(by: names(step["groupby"]), measures(step["joinaggregate"], table))
    case "window": window(step, &table)
    case "stack": stack(step, &table)
    case "bin": bin(step, &table)
    case "timeUnit": timeUnit(step, &table)
    default: reshape(step, kind, &table)
    }
  }

  private func reshape(_ step: SpecValue, _ kind: String, _ table: inout DataTable) {
    let outputs = names(step["as"])
    switch kind {
    case "fold":
      let fields = names(step["fold"])
      check(fields, in: table, at: step["fold"])
      table = table.folded(
        fields, as: (outputs.first ?? "key", outputs.count > 1 ? outputs[1] : "value"))
    case "flatten":
      check(names(step["flatten"]), in: table, at: step["flatten"])
      table = table.flattened(names(step["flatten"]), as: outputs)
    case "pivot":
      check([step["pivot"]?.text ?? ""], in: table, at: step["pivot"])
      table = table.pivoted(
        step["pivot"]?.text ?? "", value: step["value"]?.text ?? "",
        groupby: names(step["groupby"]),
        op: step["op"]?.text.flatMap(AggregateOp.init) ?? .sum,
        limit: Int(bounded: step["limit"]?.number ?? 0))
    case "lookup": lookup(step, &table)
    case "impute": impute(step, &table)
    default: FittingTransforms(context: context, runner: self).run(step, kind, &table)
    }
  }

  // MARK: Parts of steps

  /// A text or a list of texts.
  func names(_ spec: SpecValue?) -> [String] {
    if let text = spec?.text { return [text] }
    return spec?.list?.compactMap(\.text) ?? []
  }

  /// Reports fields that the table lacks.
  func check(_ fields: [String], in table: DataTable, at place: SpecValue?) {
    guard !table.fields.isEmpty else { return }
    for (number, field) in fields.enumerated() where !table.accessor(field).isKnown {
      let own = place?.list.flatMap { number < $0.count ? $0[number] : nil } ?? place
      context.report(ChartProblems.absentColumn(field, known: table.fields), at: own)
    }
  }

  private func measures(_ spec: SpecValue?, _ table: DataTable) -> [Measure] {
    (spec?.list ?? []).compactMap { item in
      let name = item["op"]?.text ?? ""
      guard let op = AggregateOp(rawValue: name) else {
        context.report(
          ChartProblems.notAmong(name, choices: AggregateOp.allCases.map(\.rawValue)),
          at: item["op"] ?? item)
        return nil
      }
      if op.isResampled { context.report(ChartProblems.resampled(), at: nil) }
      let field = item["field"]?.text ?? ""
      // A count may name all fields at once.
      if !field.isEmpty, op != .count || field != "*" {
        check([field], in: table, at: item["field"])
      }
      return Measure(op: op, field: field, name: item["as"]?.text ?? "\(name)_\(field)")
    }
  }

  /// The order of a `sort` list.
  func order(_ spec: SpecValue?) -> RowOrder {
    RowOrder(
      (spec?.list ?? []).map {
        ($0["field"]?.text ?? "", $0["order"]?.text == "descending")
      })
  }

  // MARK: Steps

  private func filter(_ step: SpecValue, _ table: inout DataTable) {
    guard let spec = step["filter"], let test = context.predicate(spec) else { return }
    check(test.fields.sorted(), in: table, at: spec)
    let whole = table
    table.rows = whole.rows.filter { test.value(in: context.scope(whole, $0)).isTrue }
  }

  private func calculate(_ step: SpecValue, _ table: inout DataTable) {
    guard let spec = step["calculate"], let text = spec.text,
      let expression = context.expression(text, at: spec)
    else { return }
    check(expression.fields.sorted(), in: table, at: spec)
    let whole = table
    table.set(step["as"]?.text ?? text) { number in
      expression.value(in: context.scope(whole, whole.rows[number]))
    }
  }

  private func window(_ step: SpecValue, _ table: inout DataTable) {
    let fields = (step["window"]?.list ?? []).compactMap { item -> Windowing.Field? in
      let op = item["op"]?.text ?? ""
      let known = Windowing.ownOps + AggregateOp.allCases.map(\.rawValue)
      guard known.contains(op) else {
        context.report(ChartProblems.notAmong(op, choices: known), at: item["op"] ?? item)
        return nil
      }
      let field = item["field"]?.text ?? ""
      if !field.isEmpty { check([field], in: table, at: item["field"]) }
      return Windowing.Field(
        op: op, field: field, parameter: item["param"]?.number, name: item["as"]?.text ?? op)
    }
    let order = order(step["sort"])
    check(order.fields.map(\.name), in: table, at: step["sort"])
    var windowing = Windowing(fields: fields, groupby: names(step["groupby"]), order: order)
    if let frame = step["frame"]?.list, frame.count == 2 {
      windowing.frame = (frame[0].number, frame[1].number)
    }
    windowing.ignoresPeers = step["ignorePeers"]?.flag == true
    windowing.apply(to: &table)
  }

  private func stack(_ step: SpecValue, _ table: inout DataTable) {
    let field = step["stack"]?.text ?? ""
    check([field], in: table, at: step["stack"])
    let outputs = names(step["as"])
    Stacking(
      groupby: names(step["groupby"]), field: field, order: order(step["sort"]),
      offset: step["offset"]?.text.flatMap(Stacking.Offset.init) ?? .zero,
      start: outputs.first ?? "\(field)_start",
      end: outputs.count > 1 ? outputs[1] : outputs.first.map { "\($0)_end" } ?? "\(field)_end"
    ).apply(to: &table)
  }

  private func bin(_ step: SpecValue, _ table: inout DataTable) {
    let field = step["field"]?.text ?? ""
    check([field], in: table, at: step["field"])
    let column = table.column(field)
    let binning = Binning(of: column, BinWish.read(step["bin"] ?? true, channel: nil))
    let outputs = names(step["as"])
    let start = outputs.first ?? "bin_\(field)"
    table.set(start) { column[$0].measure.map { .number(binning.floor($0)) } ?? .null }
    table.set(outputs.count > 1 ? outputs[1] : "\(start)_end") { number in
      column[number].measure.map { .number(binning.floor($0) + binning.step) } ?? .null
    }
  }

  private func timeUnit(_ step: SpecValue, _ table: inout DataTable) {
    let field = step["field"]?.text ?? ""
    check([field], in: table, at: step["field"])
    guard let spec = step["timeUnit"], let unit = context.timeUnit(spec) else { return }
    let times = table.column(field).map { ExpressionFunctions.time($0) }
    let name = step["as"]?.text ?? "\(unit.name)_\(field)"
    table.set(name) { times[$0].map { .date(unit.floor($0)) } ?? .null }
    table.set("\(name)_end") { times[$0].map { .date(unit.offset(unit.floor($0))) } ?? .null }
  }

  private func lookup(_ step: SpecValue, _ table: inout DataTable) {
    guard let from = step["from"], let data = from["data"], let key = from["key"]?.text else {
      context.report(ChartProblems.missingKey("from"), at: step)
      return
    }
    let field = step["lookup"]?.text ?? ""
    check([field], in: table, at: step["lookup"])
    let other = DataLoader(context: context).load(data)
    check([key], in: other, at: from["key"])
    let wanted = names(from["fields"])
    check(wanted, in: other, at: from["fields"])
    table.lookUp(
      field, in: other, key: key, fields: wanted, as: names(step["as"]),
      fallback: step["default"].map { DataValue($0) } ?? .null)
  }

  private func impute(_ step: SpecValue, _ table: inout DataTable) {
    let field = step["impute"]?.text ?? ""
    check([field, step["key"]?.text ?? ""], in: table, at: step["impute"])
    var imputation = Imputation(
      field: field, key: step["key"]?.text ?? "", groupby: names(step["groupby"]))
    imputation.read(step)
    imputation.apply(to: &table)
  }
}
