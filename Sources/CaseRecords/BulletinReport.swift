internal import Diagnostics
internal import ReportModel

/// A report as a bulletin writes it, block by block, with lines of its own.
struct BulletinReport {
  private(set) var report: Report
  private let file: String
  private var line = 0

  init(file: String) {
    self.file = file
    report = Report(source: file)
  }

  mutating func add(_ role: ReportRole, _ text: String) {
    line += 1
    report.blocks.append(
      ReportBlock(
        role: role, text: text, lines: [line], range: SourceRange(file: file, line: line)))
  }

  mutating func add(_ chart: CaseCharts.Chart) {
    line += 1
    let range = SourceRange(file: file, line: line)
    report.figures.append(
      ReportFigure(
        kind: .chart, path: nil, chart: chart.text, caption: chart.caption, range: range))
    report.blocks.append(
      ReportBlock(
        role: .caption, text: chart.caption, lines: [line], figure: report.figures.count - 1,
        range: range))
  }

  mutating func addTable(_ title: String, _ names: [String], _ rows: [[String]]) {
    add(.tableTitle, title)
    line += 1
    let range = SourceRange(file: file, line: line)
    let rowLines = rows.indices.map { line + 1 + $0 }
    let columns = names.map { name in
      let type: ColumnType =
        name.hasSuffix("(件)") && !name.hasPrefix("比") || name == "名次"
        ? .int : name.hasSuffix("率") || name == "占比" ? .percent : .text
      return TableColumn(name: name, type: type, unit: name.hasSuffix("(件)") ? "件" : "")
    }
    report.tables.append(
      ReportTable(
        title: title, columns: columns, rows: rows,
        hasTotalRow: rows.last?.contains("合计") ?? false, headerLine: line, ruleLine: nil,
        rowLines: rowLines, range: range))
    report.blocks.append(
      ReportBlock(
        role: .tableHeader, text: "", lines: [line] + rowLines, table: report.tables.count - 1,
        range: range))
    line += rows.count
  }

  /// A number of the last block, for the cards of a layout.
  mutating func addIndicator(
    _ subject: String, _ value: String, unit: String, change: String = "", raw: String,
    period: String
  ) {
    guard let block = report.blocks.last else { return }
    report.indicators.append(
      ReportIndicator(
        kind: change.isEmpty ? .quantity : .change, subject: subject, value: value, unit: unit,
        qualifier: change, period: period, sentence: block.text, raw: raw,
        block: report.blocks.count - 1, range: block.range))
  }
}
