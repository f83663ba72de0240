/// Which rows without numbers are drawn, and which count for domains, as a mark's `invalid` says.
struct InvalidRows {
  let context: ChartContext

  /// Sets the rows of marks and of domains in all units of a tree.
  func sort(_ root: ViewNode) {
    for node in root.units {
      for path in node.instances.keys {
        guard var data = node.instances[path] else { continue }
        sort(&data, node)
        node.instances[path] = data
      }
    }
  }

  private func sort(_ data: inout UnitData, _ node: ViewNode) {
    data.domain = data.main
    guard let mark = node.unit?.mark else { return }
    let isPath = [.line, .area, .trail].contains(mark.kind)
    let written = mark.property("invalid")
    var mode = written.map { $0.text ?? "show" } ?? "break-paths-show-path-domains"
    let isStandard = mode == "break-paths-show-path-domains"
    if isStandard {
      mode = isPath ? "break-paths-show-domains" : "filter"
    }
    guard mode != "show" else { return }
    let valid = self.valid(data.main, node)
    switch mode {
    case "break-paths-show-domains": if !isPath { data.main = valid }
    case "break-paths-filter-domains":
      data.domain = valid
      if !isPath { data.main = valid }
    default:
      // In print a place without a number stays where it is, empty, and is not struck from the row.
      if !context.isPrint || !isStandard { data.domain = valid }
      data.main = valid
    }
  }

  /// Words where numbers should be, such as 12吨 and 暂无, leave marks out; nobody wants that unsaid.
  private func check(_ column: String, in table: DataTable, at spec: SpecValue?) {
    let access = table.accessor(column)
    let words = table.rows.compactMap { row -> String? in
      let value = access(row)
      guard case .text(let text) = value, value.measure == nil, !text.isEmpty else { return nil }
      return text
    }
    guard let first = words.first else { return }
    context.report(
      ChartProblems.notNumbers(column, example: first, count: words.count, of: table.rows.count),
      at: spec)
  }

  /// Rows that hold nothing where a number should be leave gaps, which may be meant.
  private func checkGaps(_ column: String, in table: DataTable) {
    guard context.isPrint else { return }
    let access = table.accessor(column)
    let count = table.rows.count { access($0) == .null }
    guard count > 0 else { return }
    context.report(ChartProblems.gaps(column, count: count, of: table.rows.count), at: nil)
  }

  private func valid(_ table: DataTable, _ node: ViewNode) -> DataTable {
    var tests: [FieldAccess] = []
    let shown = context.config["scale"]?["invalid"]
    for channel in Channel.scaled where shown?[channel.rawValue] == nil {
      for def in node.unit?.channels[channel] ?? [] where def.isField && def.aggregate?.op != .count
      {
        // What is written is taken as it is; the scale is that of another layer.
        if def["scale"]?.isNull == true { continue }
        guard let type = node.scale(channel)?.type, type.isContinuous || type.isDiscretizing else {
          continue
        }
        tests.append(table.accessor(def.column))
        check(def.column, in: table, at: node.spec["encoding"]?[channel.rawValue])
        if let field = def.field, table.place(of: field) != nil { checkGaps(field, in: table) }
      }
    }
    var valid = table
    valid.rows = table.rows.filter { row in tests.allSatisfy { $0(row).measure != nil } }
    return valid
  }
}
