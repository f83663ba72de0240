import ReportModel

/// A report as Markdown that reads back: front matter, `#` for the title, `##` for heads, tables,
/// pictures, notes.
struct MarkdownText {
  private let report: Report
  private var notes: [String] = []
  private(set) var text = ""

  init(_ written: WrittenReport) {
    report = written.report
    var paragraphs = frontMatter.map { [$0] } ?? []
    for block in report.blocks where !Self.front.contains(block.role) {
      paragraphs.append(paragraph(block))
    }
    paragraphs += notes
    text = paragraphs.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  /// The roles that stand in the front matter, where nobody takes them for others.
  private static let front: [ReportRole] = [.kicker, .deck, .byline]

  private var frontMatter: String? {
    var lines = report.metadata.filter { entry in
      !Self.front.contains { $0.rawValue == entry.key } && entry.key != "headline"
    }.map { "\($0.key): \(Self.value($0.value))" }
    for role in Self.front {
      let words = report.blocks(role).map(\.text).joined(separator: " ")
      if !words.isEmpty { lines.append("\(role.rawValue): \(Self.value(words))") }
    }
    return lines.isEmpty ? nil : "---\n" + lines.joined(separator: "\n") + "\n---"
  }

  private static func value(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  private mutating func paragraph(_ block: ReportBlock) -> String {
    if let table = block.table { return Self.table(report.tables[table]) }
    let words = words(of: block)
    switch block.role {
    case .headline: return "# " + words
    case .h1, .slogan: return "## " + words
    // A head in bold alone is read as one inside the text.
    case .subhead where block.marks.isEmpty && block.notes.isEmpty:
      return "**\(Self.escaped(block.text))**"
    case .h2, .subhead: return "### " + words
    case .quote: return "> " + words
    // An item with a number of its own is known by that.
    case .list:
      return block.text.first.map { $0.isLetter || $0 == "“" } ?? false ? "- " + words : words
    case .caption:
      let path = block.figure.flatMap { report.figures[$0].path }
      return path.map { "![\(words)](<\($0)>)" } ?? words
    default: return words
    }
  }

  private mutating func words(of block: ReportBlock) -> String {
    var said = ""
    for piece in MarkedText(block).pieces {
      switch piece {
      case .note(let number):
        notes.append("[^\(notes.count + 1)]: \(Self.escaped(block.notes[number].text))")
        said += "[^\(notes.count)]"
      case .text(let text, let marks, let isLead):
        let words = Self.escaped(text)
        let isStrong = isLead || marks.contains { $0.kind == .strong }
        let isStruck = marks.contains { $0.kind == .struck }
        said += isStruck ? "~~\(words)~~" : isStrong ? "**\(words)**" : words
      }
    }
    return said
  }

  private static func table(_ table: ReportTable) -> String {
    func line(_ cells: [String]) -> String {
      let cells = cells.map {
        escaped($0).replacing("|", with: "\\|").replacing("\n", with: "<br>")
      }
      return "| " + cells.joined(separator: " | ") + " |"
    }
    let rule = "|" + String(repeating: " --- |", count: table.columns.count)
    return ([line(table.columns.map(\.name)), rule] + table.rows.map(line))
      .joined(separator: "\n")
  }

  /// Marks of Markdown in the words themselves, so that they stay words.
  private static func escaped(_ text: String) -> String {
    var said = ""
    for character in text {
      if "\\`*_[]<>~".contains(character) { said += "\\" }
      said.append(character)
    }
    // A line that opens like a head, a list or a rule.
    if let first = text.first, "#+-=|".contains(first) { said = "\\" + said }
    return said
  }
}
