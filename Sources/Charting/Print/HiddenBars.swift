/// Finds rows that share the place of a bar with nothing to tell them apart: piled they look like one
/// value, each from zero only the longest is seen.
struct HiddenBars {
  let context: ChartContext

  /// Reports the first place that rows share. Shifted, ranged and see-through bars and the coloured
  /// parts of a pile are told apart.
  func check(_ frame: UnitFrame) {
    let unit = frame.unit
    guard unit.mark.kind == .bar, unit.stack?.stackBy.isEmpty ?? true, let orient = unit.mark.orient
    else { return }
    let (measure, across): (Channel, Channel) = orient == .vertical ? (.y, .x) : (.x, .y)
    guard let length = unit[measure], length.isField, !unit.isAggregated,
      measure.second.flatMap({ unit[$0] }) == nil, unit[.opacity] == nil,
      (unit.mark.property("opacity")?.number ?? 1) == 1
    else { return }
    let channels = [across, across.offset].compactMap { $0 }
    let columns = channels.compactMap { unit[$0] }.filter(\.isField).map(\.column)
    guard let name = columns.first else { return }
    let amount = frame.reader(length.column)
    var places: [[DataValue]: Int] = [:]
    let readers = columns.map { frame.reader($0) }
    for row in frame.data.rows where (amount(row).measure ?? 0) != 0 {
      places[readers.map { $0(row) }, default: 0] += 1
    }
    let read = frame.reader(name)
    let first = frame.data.rows.first { row in places[readers.map { $0(row) }, default: 0] > 1 }
    guard let first else { return }
    context.report(
      ChartProblems.hiddenBars(
        context.words(read(first)), count: places[readers.map { $0(first) }] ?? 0,
        arePiled: unit.stack != nil),
      at: frame.node.spec["mark"])
  }
}
