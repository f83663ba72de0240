internal import Diagnostics
import Notations
internal import ReportModel

/// Writes the report file. Strings are always in double quotes, so that nothing in them can be
/// taken for YAML.
struct ReportYAMLWriter {
  /// The file.
  private(set) var text = ""

  /// Writes a report.
  init(_ report: Report) {
    text = """
      # 版心报告文件 Banxin report file
      # role: \(ReportRole.allCases.map(\.rawValue).joined(separator: " "))
      format: 1

      """
    text += "source: \(JSONText.quoted(report.source))\n"
    list("metadata", report.metadata) { Self.entry($0) }
    list("blocks", report.blocks) { Self.block($0) }
    list("tables", report.tables) { Self.table($0) }
    list("figures", report.figures) { Self.figure($0) }
    list("indicators", report.indicators) { Self.indicator($0) }
    list("flags", report.flags) { Self.flag($0) }
    if report.panel != .automatic { text += "\npanel: \(report.panel.description)\n" }
  }

  private mutating func list<Element>(
    _ key: String, _ elements: [Element], _ lines: (Element) -> [String]
  ) {
    if elements.isEmpty { return }
    text += "\n\(key):\n"
    for element in elements {
      for (place, line) in lines(element).enumerated() {
        text += (place == 0 ? "- " : "  ") + line + "\n"
      }
    }
  }

  private static func string(_ key: String, _ value: String) -> String {
    "\(key): \(JSONText.quoted(value))"
  }

  /// A string, left out when it is empty.
  private static func optional(_ key: String, _ value: String) -> [String] {
    value.isEmpty ? [] : [string(key, value)]
  }

  /// A text of several lines, as it stands where nothing in it could be taken for an alias.
  private static func literal(_ key: String, _ value: String) -> [String] {
    let lines = value.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
    guard value.hasSuffix("\n"), lines.first?.first != " ",
      lines.joined(separator: "\n") + "\n" == value,
      !value.utf8.contains(where: { "&*'\t\r".utf8.contains($0) })
    else { return [string(key, value)] }
    return ["\(key): |"] + lines.map { "  " + $0 }
  }

  private static func numbers(_ key: String, _ values: [Int]) -> String {
    "\(key): [" + values.map { String($0) }.joined(separator: ", ") + "]"
  }

  /// A range as `3:1-3:16`, in quotes: YAML 1.1 would take 3:1 for a number to base 60.
  static func at(_ range: SourceRange) -> String {
    let (start, end) = (range.start, range.end)
    return "at: \"\(start.line):\(start.column)-\(end.line):\(end.column)\""
  }

  private static func entry(_ entry: ReportMetadata) -> [String] {
    [string("key", entry.key), string("value", entry.value), at(entry.range)]
  }

  private static func block(_ block: ReportBlock) -> [String] {
    var lines = ["role: \(block.role.rawValue)" + (block.needsCheck ? "  # 请核对 check" : "")]
    lines += optional("text", block.text(marking: { "[^\($0 + 1)]" }))
    if let original = block.original { lines.append(string("was", original)) }
    if let lead = block.runInLeadText { lines.append(string("lead", lead)) }
    if !block.notes.isEmpty {
      lines.append("notes:")
      lines += block.notes.map {
        "- {text: \(JSONText.quoted($0.text))" + ($0.isEndnote ? ", endnote: true}" : "}")
      }
    }
    if let table = block.table { lines.append("table: \(table)") }
    if let figure = block.figure { lines.append("figure: \(figure)") }
    if block.confidence < 1 { lines.append("confidence: \(block.confidence)") }
    if let other = block.alternative { lines.append("or: \(other.rawValue)") }
    if block.isConfirmed { lines.append("confirmed: true") }
    if !block.lines.isEmpty { lines.append(numbers("lines", block.lines)) }
    if !block.joins.isEmpty {
      lines.append("joins:")
      lines += block.joins.map { join in
        "- {from: \(join.fromLine), to: \(join.toLine), "
          + (join.offset > 0 ? "at: \(join.offset), " : "")
          + "glue: \(JSONText.quoted(join.glue)), rule: \(JSONText.quoted(join.rule))}"
      }
    }
    if !block.marks.isEmpty {
      lines.append("marks:")
      lines += block.marks.map(Self.mark)
    }
    return lines + [at(block.range)]
  }

  /// The characters from and to, counted from 1, both included.
  private static func mark(_ mark: TextMark) -> String {
    let reading = mark.reading.isEmpty ? "" : ", reading: \(JSONText.quoted(mark.reading))"
    return "- {from: \(mark.range.lowerBound + 1), to: \(mark.range.upperBound), "
      + "as: \(mark.kind.rawValue)\(reading)}"
  }

  private static func table(_ table: ReportTable) -> [String] {
    var lines = [string("title", table.title), "columns:"]
    lines += table.columns.map(column)
    lines.append(table.rows.isEmpty ? "rows: []" : "rows:")
    lines += table.rows.map { "- [" + $0.map(JSONText.quoted).joined(separator: ", ") + "]" }
    if !table.spans.isEmpty {
      lines.append("spans:")
      lines += table.spans.map { "- {rows: \(ends($0.rows)), columns: \(ends($0.columns))}" }
    }
    lines += ["total: \(table.hasTotalRow)", "header-line: \(table.headerLine)"]
    if let rule = table.ruleLine { lines.append("rule-line: \(rule)") }
    return lines + [numbers("row-lines", table.rowLines), at(table.range)]
  }

  private static func column(_ column: TableColumn) -> String {
    let over = column.over.map(JSONText.quoted).joined(separator: ", ")
    return "- {name: \(JSONText.quoted(column.name)), type: \(column.type.rawValue), "
      + "unit: \(JSONText.quoted(column.unit))" + (over.isEmpty ? "" : ", over: [\(over)]")
      + (column.width.map { ", width: \($0)" } ?? "") + "}"
  }

  /// The first and the last of some rows or columns, counted from 1.
  private static func ends(_ range: Range<Int>) -> String {
    "[\(range.lowerBound + 1), \(range.upperBound)]"
  }

  private static func figure(_ figure: ReportFigure) -> [String] {
    var lines = ["kind: \(figure.kind.rawValue)"]
    if let path = figure.path { lines.append(string("path", path)) }
    if let chart = figure.chart { lines += literal("chart", chart) }
    lines.append(string("caption", figure.caption))
    if let focus = figure.focus { lines.append("focus: \(focus)") }
    if let width = figure.width { lines.append("width: \(width)") }
    if figure.isOverText { lines.append("over-text: true") }
    return lines + [at(figure.range)]
  }

  /// One line each, what an editor changes first: a report may have hundreds.
  private static func indicator(_ indicator: ReportIndicator) -> [String] {
    var fields = optional("subject", indicator.subject)
    fields += optional("value", indicator.value)
    fields += optional("unit", indicator.unit)
    fields += optional("qualifier", indicator.qualifier)
    fields += optional("period", indicator.period)
    fields += optional("rank", indicator.rank?.description ?? "")
    fields.append("kind: \(indicator.kind.rawValue)")
    if let from = indicator.from {
      let former =
        optional("value", from.value) + optional("unit", from.unit)
        + optional("period", from.period) + optional("raw", from.raw)
      fields.append("from: {" + former.joined(separator: ", ") + "}")
    }
    if indicator.modality != .fact { fields.append("modality: \(indicator.modality.rawValue)") }
    if indicator.confidence < 1 { fields.append("confidence: \(indicator.confidence)") }
    fields += ["block: \(indicator.block)", at(indicator.range)]
    fields += optional("raw", indicator.raw) + optional("sentence", indicator.sentence)
    return ["{" + fields.joined(separator: ", ") + "}"]
  }

  private static func flag(_ flag: ProofFlag) -> [String] {
    [
      "kind: \(flag.kind.rawValue)", string("text", flag.text),
      string("message", flag.message.english), string("message-zh", flag.message.chinese),
      "block: \(flag.block)", at(flag.range),
    ]
  }
}
