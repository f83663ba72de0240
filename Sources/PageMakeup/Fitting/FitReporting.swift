import LayoutSpecs

/// Makes the report of a filled module.
enum FitReporting {
  static func report(on filled: FilledModule) -> FitReport {
    var knobs = zip(filled.objects, filled.objectRows).map {
      FitReport.Knob(name: $0.name, rows: $1, ideal: $0.ideal)
    }
    knobs.append(
      FitReport.Knob(
        name: "section head", rows: filled.flow.headRows,
        ideal: filled.flow.headIdeal ?? filled.flow.headRows))
    var variants: [String] = []
    for (item, choice) in zip(filled.flow.items, filled.plan.choices)
    where item.choices[choice].cost > 0 {
      variants.append("\(item.name) \(item.choices[choice].name)")
    }
    var report = FitReport(
      isExact: filled.plan.blankRows == 0, cost: filled.cost, skeleton: filled.skeleton.name,
      knobs: knobs, variants: variants, feet: feet(of: filled), tried: filled.tried,
      violations: FitAudit(filled: filled).violations())
    report.columnSet = filled.grid.map { "\($0.columns) × \($0.measure)" }
    report.next = filled.next.map { FitReport.Next(skeleton: $0.skeleton, cost: $0.cost) }
    return report
  }

  /// The last line of each column and what stands there; the strip is under the columns.
  private static func feet(of filled: FilledModule) -> [FitReport.ColumnFoot] {
    var last: [Int: (line: Int, name: String)] = [:]
    func take(_ column: Int, _ line: Int, _ name: String) {
      if line > last[column]?.line ?? 0 { last[column] = (line, name) }
    }
    for box in filled.stack.boxes where box.name != "strip" {
      for column in box.columns { take(column, box.lines.upperBound, box.name) }
    }
    var places: [(column: Int, line: Int)] = []
    for region in filled.stack.regions {
      for row in 0..<region.rows { places.append((region.column, region.line + row)) }
    }
    for (index, item) in filled.flow.items.enumerated() {
      let start = filled.plan.starts[index]
      for row in 0..<item.choices[filled.plan.choices[index]].rows.count {
        take(places[start + row].column, places[start + row].line, item.name)
      }
    }
    return last.sorted { $0.key < $1.key }.map {
      FitReport.ColumnFoot(column: $0.key, line: $0.value.line, occupant: $0.value.name)
    }
  }
}
