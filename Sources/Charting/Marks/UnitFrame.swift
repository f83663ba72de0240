/// A unit in one cell with everything that places its marks: rows, scales, the size of the plot.
struct UnitFrame {
  typealias Row = DataTable.Row
  /// A number for each row; nil where the row has none.
  typealias Place = (Row) -> Double?

  let node: ViewNode
  let unit: UnitPlan
  let cell: CellPath
  let scales: ScaleTable
  let data: DataTable
  let width: Double
  let height: Double

  init?(node: ViewNode, cell: CellPath, scales: ScaleTable) {
    guard let unit = node.unit, let data = node.instances[cell] else { return nil }
    self.node = node
    self.unit = unit
    self.cell = cell
    self.scales = scales
    self.data = data.main
    width = scales.size(.x, of: node, in: cell)
    height = scales.size(.y, of: node, in: cell)
  }

  var context: ChartContext { scales.context }
  var mark: MarkDef { unit.mark }

  /// The scale of a channel. A place whose scale is `null` is its value, in units of the plot; any
  /// other value without a scale is what is written, whatever scale another layer has.
  func scale(_ channel: Channel) -> Scale? {
    guard unit[channel]?["scale"]?.isNull == true else {
      return scales.scale(channel, of: node, in: cell)
    }
    return channel.isPosition || channel.isOffset || channel.isPolar ? .identity : nil
  }

  /// The length of the plot along a channel.
  func length(_ channel: Channel) -> Double { channel.main == .y ? height : width }

  func reader(_ column: String) -> (Row) -> DataValue {
    let access = data.accessor(column)
    return { access($0) }
  }

  func scope(_ row: Row) -> ExpressionScope {
    var scope = context.scope(data, row)
    scope.names["width"] = .number(width)
    scope.names["height"] = .number(height)
    scope.scale = { name, value in
      guard let scale = Channel(rawValue: name).flatMap({ self.scale($0) }) else { return .null }
      if let number = scale.number(value) { return .number(number) }
      return (scale.colour(value)?.hex ?? scale.word(value)).map { .text($0) } ?? .null
    }
    scope.bandwidth = { name in
      .number(Channel(rawValue: name).flatMap { self.scale($0) }?.bandwidth ?? 0)
    }
    return scope
  }

  // MARK: Rows

  /// Whether a path goes through a row: its places on continuous scales are numbers.
  func isDrawable() -> (Row) -> Bool {
    var tests: [(Row) -> DataValue] = []
    for channel in [Channel.x, .y] {
      for def in unit.channels[channel] ?? [] where def.isField && def.aggregate?.op != .count {
        guard let scale = scale(channel), scale.type.isContinuous else { continue }
        // Rows that fill holes between bins know the middles of theirs only.
        let fills =
          def.isBinning && unit.stack?.imputes == true
          && unit.stack?.groupby.contains(channel) == true
        tests.append(reader(fills ? def.column + "_mid" : def.column))
      }
    }
    let skips =
      ["include", "show"].contains(mark.property("invalid")?.text)
      || mark.property("invalid")?.isNull == true
    if skips { return { _ in true } }
    return { row in tests.allSatisfy { $0(row).measure != nil } }
  }

  /// The rows in drawing order.
  func orderedRows() -> [Row] {
    let orders = (unit.channels[.order] ?? []).filter(\.isField)
    let numbers = Array(data.rows.indices)
    guard !orders.isEmpty, unit.stack == nil else { return data.rows }
    return RowOrder(orders.map { ($0.column, $0.sortsDescending) }).sorted(numbers, in: data)
      .map { data.rows[$0] }
  }

  // MARK: Properties of marks

  /// A property that may be an expression of the datum.
  func evaluated(_ spec: SpecValue?) -> (Row) -> SpecValue? {
    guard let spec else { return { _ in nil } }
    guard let source = spec["expr"] ?? spec["signal"], let text = source.text,
      let expression = context.expression(text, at: source, inPlot: true)
    else { return { _ in spec } }
    return { row in SpecValue(data: expression.value(in: scope(row)), at: spec.place) }
  }

  /// A property of the mark, its style or its configuration.
  func property(_ name: String) -> (Row) -> SpecValue? { evaluated(mark.property(name)) }

  /// A number among the mark's properties.
  func number(_ name: String) -> (Row) -> Double? {
    guard let spec = mark.property(name) else { return { _ in nil } }
    guard spec.isComputed else {
      let number = spec.number
      return { _ in number }
    }
    let value = evaluated(spec)
    return { value($0)?.number }
  }

  // MARK: Channels that do not place

  /// The output of a channel for a row: of the first condition that holds, of the field through the
  /// scale, or the constant; nil where the channel says nothing.
  func output<Output>(
    _ channel: Channel, _ fromScale: @escaping (Scale, DataValue) -> Output?,
    _ fromValue: @escaping (SpecValue) -> Output?
  ) -> ((Row) -> Output??)? {
    guard let def = unit[channel] else { return nil }
    func single(_ def: ChannelDef) -> ((Row) -> Output??)? {
      if def.isField {
        var column = reader(rangeColumn(def, channel))
        if def.isBinning, scale(channel)?.type.isContinuous == true {
          let (start, end) = (reader(def.column), reader(def.endColumn))
          column = { .number((start($0).number + end($0).number) / 2) }
        }
        if let scale = scale(channel), scale.type.isContinuous {
          // A mark that is shown without a value looks as if it had none, or as little as there is.
          let (low, high) = scale.ends
          let least = min(low, high) <= 0 && max(low, high) >= 0 ? 0 : low
          let substitute = context.config["scale"]?["invalid"]?[channel.rawValue]?["value"]
          return { row in
            let value = column(row)
            if value.measure != nil { return .some(fromScale(scale, value)) }
            return .some(substitute.map(fromValue) ?? fromScale(scale, .number(least)))
          }
        }
        guard let scale = scale(channel) else {
          return { row in .some(fromValue(SpecValue(data: column(row), at: nil))) }
        }
        return { row in .some(fromScale(scale, column(row))) }
      }
      if let datum = def.datum {
        let scale = scale(channel)
        return { _ in .some(scale.flatMap { fromScale($0, datum) }) }
      }
      if let value = def.value {
        let read = evaluated(value)
        return { row in read(row).map { .some(fromValue($0)) } ?? .none }
      }
      return nil
    }
    let main = single(def)
    let conditions = def.conditions.map { ($0.test, single($0.def)) }
    if conditions.isEmpty { return main }
    return { row in
      for (test, result) in conditions where test.value(in: scope(row)).isTrue {
        return result?(row) ?? .none
      }
      return main?(row) ?? .none
    }
  }

  private func rangeColumn(_ def: ChannelDef, _ channel: Channel) -> String {
    let isDiscrete = scale(channel)?.type.isDiscrete == true && scale(channel)?.type != .binOrdinal
    return def.isBinning && isDiscrete ? def.rangeColumn : def.column
  }

  /// A number of a channel, else of the mark.
  func number(_ channel: Channel, or name: String) -> (Row) -> Double? {
    let fallback = number(name)
    guard let own = output(channel, { $0.number($1) }, { $0.number }) else { return fallback }
    return { row in
      switch own(row) {
      case .some(let value): value
      case .none: fallback(row)
      }
    }
  }
}
