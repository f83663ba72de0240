/// What a chart tells a reader who cannot see it: its title, its kind, what it measures, over which
/// range, and the largest and the smallest of its marks.
struct AlternativeText {
  let context: ChartContext

  /// The words; those of the specification where it has some.
  func words(of root: ViewNode, title: SceneTitle?) -> String {
    if let own = root.spec["description"]?.text { return own }
    let head = title.map { title in
      (title.text.lines + (title.subtitle?.lines ?? [])).joined(separator: " ")
    }
    guard context.isPrint else { return head ?? "" }
    // The unit with the most rows is what the chart is about; others name and explain it.
    let units = root.units.filter { $0.unit != nil }
    let main = units.max { rows($0).count < rows($1).count }
    let parts = [head, main.flatMap(summary)].compactMap { $0 }.filter { !$0.isEmpty }
    return parts.joined(separator: "。")
  }

  private func rows(_ node: ViewNode) -> [DataTable.Row] {
    node.unit?.fieldDefs.isEmpty == false ? table(node)?.rows ?? [] : []
  }

  /// The rows of all cells, in the order of the cells.
  private func table(_ node: ViewNode) -> DataTable? {
    let cells = node.instances.sorted { $0.key.cells.lexicographicallyPrecedes($1.key.cells) }
    guard var table = cells.first?.value.main else { return nil }
    for cell in cells.dropFirst() { table.rows += cell.value.main.rows }
    return table
  }

  private func summary(_ node: ViewNode) -> String? {
    guard let unit = node.unit, let data = table(node) else { return nil }
    let kind = Self.kinds[unit.mark.kind] ?? "图表"
    let places: [Channel] = [.y, .x, .theta, .radius, .text]
    let measure = places.compactMap { unit[$0] }.first { $0.isMeasure && $0.isField }
    let name = [Channel.x, .y, .color, .detail].compactMap { unit[$0] }
      .first { $0.isField && !$0.isMeasure }
    guard let measure else { return kind }
    let values = data.column(measure.column)
    let names = name.map { data.column($0.column) }
    let order = values.indices.filter { values[$0].measure != nil }
    // Of equal ones the first is named.
    guard order.count > 1,
      let low = order.min(by: { values[$0].number < values[$1].number }),
      let high = order.min(by: { values[$0].number > values[$1].number })
    else { return kind }
    func words(_ row: Int) -> String {
      let name = names.map { label($0[row]) + " " } ?? ""
      return name + NumberText.plain(values[row].number)
    }
    let count = "\(kind)，\(order.count) 个数据"
    return "\(count)，最大 \(words(high))，最小 \(words(low))"
  }

  private func label(_ value: DataValue) -> String {
    if case .date(let time) = value { return String(TimeFormat.iso(time).prefix(10)) }
    return value.words
  }

  private static let kinds: [MarkKind: String] = [
    .bar: "条形图", .line: "折线图", .area: "面积图", .point: "散点图", .circle: "散点图",
    .square: "散点图", .arc: "环形图", .rect: "热力图", .tick: "刻度图", .trail: "折线图",
  ]
}
