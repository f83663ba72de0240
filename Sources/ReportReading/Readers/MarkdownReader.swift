public import Diagnostics
public import ReportModel

/// Reads Markdown: CommonMark with pipe tables; `![caption](file)` alone in a paragraph is a figure.
public struct MarkdownReader: ReportReader {
  /// Markdown.
  public static let format = InputFormat(name: "Markdown", endings: ["md", "markdown"])

  /// Makes a reader.
  public init() {}

  /// Understands a text; see `ReportReading.read(bytes:name:into:)` for what is refused.
  public func read(_ source: Source, into problems: inout Problems) throws(Rejection) -> Report {
    ReportAssembly(try draft(of: source, into: &problems)).report(into: &problems)
  }

  /// The lines, tables and figures of a text.
  func draft(of source: Source, into problems: inout Problems) throws(Rejection) -> Draft {
    let scalars = try TextDecoder(file: source.name, emoji: source.emoji)
      .decode(source.bytes, into: &problems)
    let text = try SourceText(file: source.name, scalars: scalars)
    let front = FrontMatter(text, into: &problems)
    let notes = NoteSyntax(text, from: front.firstLine, isMarkdown: true, into: &problems)
    var collector = MarkdownLines(text, from: front.firstLine)
    if let tree = MarkdownTree(Self.bytes(of: text, from: front.firstLine, notes: notes)) {
      tree.walk { collector.take($0) }
    }
    return Draft(
      source: text, metadata: front.entries, lines: collector.finished(without: notes.noteLines),
      tables: collector.tables, figures: collector.figures, notes: notes.marks)
  }

  /// The text in UTF-8 with the lines of the front matter and of notes left empty, so that line numbers
  /// hold.
  private static func bytes(
    of source: SourceText, from first: Int, notes: NoteSyntax
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.scalars.count * 3)
    for number in source.lines.indices.map({ $0 + 1 }) {
      if number >= first, !notes.noteLines.contains(number) {
        let line = notes.line(number)?.text[...] ?? source.line(number)
        bytes += Array(StarPairs.tagged(line.string).utf8)
      }
      bytes.append(0x0A)
    }
    return bytes
  }
}
