public import Diagnostics

extension TableArrangement {
  /// The rows that are new or other than in an older edition of the table, with a column 变化 that says
  /// which. Serial numbers and sums do not count. Rows that are gone are told, as the table does not
  /// show them; so is a column of the key that is not there, and then no row is left out.
  public func changes(
    in table: ReportTable, since old: ReportTable, into problems: inout Problems
  ) -> ReportTable {
    var (new, old) = (table, old)
    new.unfold()
    old.unfold()
    for name in identity where new.column(named: name) == nil {
      problems.report(Self.unknownColumn(name, in: new, at: range))
      return table
    }
    let names = identity.isEmpty ? new.columns.map(\.name) : identity
    let all = new.columns.filter { $0.label != "序号" }.map(\.name)
    func cells(_ row: Int, _ table: ReportTable, _ names: [String]) -> [String] {
      names.filter { $0 != "序号" }.map { name in
        table.column(named: name).map { table.rows[row][$0] } ?? ""
      }
    }
    var known: [[String]: [String]] = [:]
    for row in old.rows.indices where old.kind(ofRow: row) == .plain {
      known[cells(row, old, names)] = cells(row, old, all)
    }
    var gone = known
    var kept: [Int] = []
    var words: [String] = []
    for row in new.rows.indices where new.kind(ofRow: row) == .plain {
      let key = cells(row, new, names)
      let before = known[key]
      gone[key] = nil
      if before == cells(row, new, all) { continue }
      kept.append(row)
      words.append(before == nil ? "新增" : "更新")
    }
    new.keepRows(kept)
    new.hasTotalRow = false
    new.columns.append(TableColumn(name: Self.changeName, type: .text))
    for row in new.rows.indices { new.rows[row].append(words[row]) }
    new.countAnew()
    if !gone.isEmpty, !identity.isEmpty {
      let keys = gone.keys.map { $0.joined(separator: " ") }.sorted()
      problems.report(Self.goneRows(keys, at: range))
    }
    return new
  }

  private static func goneRows(_ keys: [String], at range: SourceRange) -> Diagnostic {
    let list = keys.prefix(6).joined(separator: "、") + (keys.count > 6 ? "…" : "")
    return Diagnostic(
      .warning, "table.gone-rows",
      Wording(
        "\(keys.count) rows of the older edition are no longer in the table and are not shown: \(list)",
        "上期有而本期没有的 \(keys.count) 行未列出：\(list)"),
      at: range)
  }
}
