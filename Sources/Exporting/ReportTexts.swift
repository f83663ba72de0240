import Diagnostics
public import ReportModel
import ReportReading

/// A read report as text for people and tools.
public enum ReportTexts {
  /// The JSON that scoring tools read.
  public static func json(of report: Report) -> String { ReadingJSON.text(of: report) }

  /// The YAML that an editor corrects.
  public static func yaml(of report: Report) -> String { ReportYAML.write(report) }

  /// What was understood, on a screen: roles and openings of the blocks, joins, indicators, flags.
  public static func summary(of report: Report) -> String {
    var lines = ["结构 structure"]
    for block in report.blocks {
      let mark = block.needsCheck ? " ?" : ""
      let table = block.table.map { report.tables[$0] }
      let words = table.map { "\($0.title) \($0.columns.count) × \($0.rows.count)" } ?? block.text
      let short = words.count > 36 ? "\(words.prefix(36))…" : words
      let place = block.lines.first.map(String.init) ?? ""
      lines.append("  \(place)\t\(block.role.rawValue)\(mark)\t\(short)")
      for note in block.notes {
        lines.append("  \t\(note.isEndnote ? "endnote" : "footnote")\t\(note.text.prefix(36))")
      }
    }
    if !report.joins.isEmpty { lines.append("接合 joins") }
    for join in report.joins {
      lines.append("  \(join.fromLine) + \(join.toLine)  \(join.rule)")
    }
    if !report.indicators.isEmpty { lines.append("指标 indicators") }
    for indicator in report.indicators {
      let number = indicator.value + indicator.unit
      let rest = [indicator.qualifier, indicator.period, indicator.rank].filter { !$0.isEmpty }
      lines.append("  \(indicator.subject)\t\(number)\t\(rest.joined(separator: " "))")
    }
    if !report.flags.isEmpty { lines.append("疑点 to check") }
    for flag in report.flags {
      lines.append("  \(flag.range.start.line)\t\(flag.message.chinese)  \(flag.message.english)")
    }
    return lines.joined(separator: "\n")
  }
}
