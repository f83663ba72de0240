import ReportModel

/// The tables of a report as comma-separated values (RFC 4180), each a text of its own: head and rows.
enum SeparatedTables {
  static func texts(of report: Report) -> [String] {
    report.blocks.compactMap { block in block.table.map { report.tables[$0] } }.map { table in
      ([table.columns.map(\.name)] + table.rows)
        .map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
    }
  }

  /// The numbers of a report's text, a line each.
  static func indicators(of report: Report) -> String {
    let rows = report.indicators.map { indicator in
      [
        indicator.subject, indicator.value, indicator.unit,
        indicator.from.map { $0.value + $0.unit } ?? "", indicator.qualifier, indicator.period,
        indicator.rank?.description ?? "", indicator.sentence,
      ]
    }
    return ([indicatorColumns] + rows)
      .map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
  }

  private static let indicatorColumns = ["指标", "数值", "单位", "原值", "限定", "时期", "位次", "原句"]

  private static func cell(_ text: String) -> String {
    text.contains { ",\"\r\n".contains($0) }
      ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
