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
      let from = indicator.from.map { "由\($0.value)\($0.unit)" } ?? ""
      let rest = [
        from, indicator.qualifier, indicator.period, indicator.rank?.description ?? "",
        indicator.modality == .fact ? "" : "(\(indicator.modality.rawValue))",
      ].filter { !$0.isEmpty }
      lines.append("  \(indicator.subject)\t\(number)\t\(rest.joined(separator: " "))")
    }
    if !report.flags.isEmpty { lines.append("疑点 to check") }
    for flag in report.flags {
      lines.append("  \(flag.range.start.line)\t\(flag.message.chinese)  \(flag.message.english)")
    }
    return (lines + checks(of: report)).joined(separator: "\n")
  }

  /// The short list at the end of a reading: the title block on one line, what is not sure, and the
  /// numbers that would stand alone, each with its sentence.
  public static func checks(of report: Report) -> [String] {
    var items: [String] = []
    let names: [(ReportRole, String)] = [
      (.kicker, "引题"), (.headline, "主题"), (.deck, "副题"), (.byline, "署名"),
    ]
    let title = names.compactMap { role, name -> String? in
      let words = report.blocks(role).map(\.text).joined(separator: " / ")
      return words.isEmpty ? nil : "\(name) \(words)"
    }
    if !title.isEmpty { items.append("标题 title\t" + title.joined(separator: "　")) }
    items += report.doubts.map { line(of: $0) }
    let shown = report.indicators.filter {
      $0.kind == .quantity && $0.isCertain && $0.isPresentable()
    }
    for indicator in shown.prefix(8) {
      let number = [indicator.period, indicator.subject, indicator.qualifier]
        .filter { !$0.isEmpty }.joined(separator: " ")
      items.append(
        "\(indicator.range.start.line)\t\(number) \(indicator.value)\(indicator.unit)"
          + "\t“\(indicator.sentence.prefix(40))”")
    }
    if items.isEmpty { return [] }
    return ["请核对 please check"]
      + items.enumerated().map { "  \($0.offset + 1). \($0.element)" }
  }

  /// A doubt in a few words: `“强调压实责任…” deck/headline`.
  static func words(of doubt: ReportDoubt) -> String {
    guard case .role(let roles) = doubt.question else { return "“\(doubt.text)”" }
    let short = doubt.text.count > 14 ? "\(doubt.text.prefix(14))…" : doubt.text
    return "“\(short)” \(roles.prefix(2).map(\.rawValue).joined(separator: "/"))"
  }

  /// A doubt on one line: its place, what it was taken for and what else it may be, its words.
  public static func line(of doubt: ReportDoubt) -> String {
    let words = doubt.text.count > 36 ? "\(doubt.text.prefix(36))…" : doubt.text
    switch doubt.question {
    case .role(let roles):
      let others = roles.dropFirst().prefix(2).map(\.rawValue).joined(separator: ", ")
      return "\(doubt.range.start.line)\t\(roles[0].rawValue)？或 or \(others)\t\(words)"
    case .join(let join):
      return "\(join.fromLine)+\(join.toLine)\t接成一段 joined？\t\(words)"
    }
  }
}
