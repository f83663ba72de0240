internal import Diagnostics
import Notations
public import ReportModel

/// The reading as JSON, in the shape that `score_reading.py` documents, with further keys. Keys
/// have a fixed order, so that two runs give the same bytes.
public enum ReadingJSON {
  /// The JSON text of a report, with a newline at its end.
  public static func text(of report: Report) -> String {
    var json = JSONWriter()
    json.object {
      $0.value("source", report.source)
      $0.array("metadata", report.metadata) { entry, json in
        json.value("key", entry.key)
        json.value("value", entry.value)
      }
      $0.array("lines", report.lines) { line, json in
        json.value("n", line.number)
        // Roles of lines are those of a printed text; what is left out of it is a note on it.
        json.value("role", (line.role == .furniture ? .note : line.role).rawValue)
        json.value("continues", line.continues)
      }
      $0.array("joins", report.joins) { join, json in
        json.value("from_line", join.fromLine)
        json.value("to_line", join.toLine)
        json.value("glue", join.glue)
        json.value("rule", join.rule)
      }
      blocks(report, &$0)
      indicators(report, &$0)
      tables(report, &$0)
      rest(report, &$0)
      doubts(report, &$0)
    }
    return json.text + "\n"
  }

  private static func blocks(_ report: Report, _ json: inout JSONWriter) {
    json.array("blocks", report.blocks) { block, json in
      json.value("role", block.role.rawValue)
      json.value("text", block.text)
      if let lead = block.runInLeadText { json.value("run_in_lead", lead) }
      json.value("confidence", block.confidence)
      json.numbers("lines", block.lines)
      if let table = block.table { json.value("table", table) }
      if let figure = block.figure { json.value("figure", figure) }
      if !block.notes.isEmpty {
        json.array("notes", block.notes) { note, json in
          json.value("offset", note.offset)
          json.value("text", note.text)
          json.value("endnote", note.isEndnote)
        }
      }
    }
  }

  /// The old value of a change stands before the change, as an entry of its own, so that the
  /// list stays what it was; the change names it once more as `from`.
  private static func indicators(_ report: Report, _ json: inout JSONWriter) {
    let entries = report.indicators.flatMap { indicator in
      former(of: indicator).map { [$0, indicator] } ?? [indicator]
    }
    json.array("indicators", entries) { indicator, json in
      json.value("kind", indicator.kind.rawValue)
      json.value("subject", indicator.subject)
      json.value("value", indicator.value)
      json.value("unit", indicator.unit)
      json.value("qualifier", indicator.qualifier)
      json.value("period", indicator.period)
      json.value("rank", indicator.rank?.description ?? "")
      if let from = indicator.from { json.value("from", from.value + from.unit) }
      json.value("modality", indicator.modality.rawValue)
      json.value("confidence", indicator.confidence)
      json.value("sentence", indicator.sentence)
      json.value("raw", indicator.raw)
      json.value("at", indicator.range.description)
    }
  }

  private static func former(of change: ReportIndicator) -> ReportIndicator? {
    guard let from = change.from else { return nil }
    return ReportIndicator(
      kind: .quantity, subject: change.subject, value: from.value, unit: from.unit,
      period: from.period, modality: change.modality,
      confidence: change.confidence, sentence: change.sentence, raw: from.raw,
      block: change.block, range: change.range)
  }

  private static func tables(_ report: Report, _ json: inout JSONWriter) {
    json.array("tables", report.tables) { table, json in
      json.value("title", table.title)
      json.array("columns", table.columns) { column, json in
        json.value("name", column.name)
        json.value("type", column.type.rawValue)
        json.value("unit", column.unit)
      }
      json.rows("rows", table.rows)
      json.value("total_row", table.hasTotalRow)
    }
  }

  private static func doubts(_ report: Report, _ json: inout JSONWriter) {
    json.array("doubts", report.doubts) { doubt, json in
      switch doubt.question {
      case .role(let roles): json.value("roles", roles.map(\.rawValue).joined(separator: " "))
      case .join(let join): json.value("join", "\(join.fromLine) \(join.toLine)")
      }
      json.value("text", doubt.text)
      json.value("at", doubt.range.description)
    }
  }

  private static func rest(_ report: Report, _ json: inout JSONWriter) {
    json.array("figures", report.figures) { figure, json in
      json.value("kind", figure.kind.rawValue)
      if let path = figure.path { json.value("path", path) }
      json.value("caption", figure.caption)
    }
    json.array("flags", report.flags) { flag, json in
      json.value("kind", flag.kind.rawValue)
      json.value("text", flag.text)
      json.value("message", flag.message.english)
      json.value("message_zh", flag.message.chinese)
      json.value("at", flag.range.description)
    }
  }
}
