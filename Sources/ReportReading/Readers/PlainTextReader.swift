public import Diagnostics
public import ReportModel

/// Reads plain text: one paragraph a line, or paragraphs broken by columns, pages or wrapping.
public struct PlainTextReader: ReportReader {
  /// Plain text.
  public static let format = InputFormat(name: "plain text", endings: ["txt", "text"])

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
    let notes = NoteSyntax(text, from: front.firstLine, isMarkdown: false, into: &problems)
    var lines = PlainLines.lines(of: text, from: front.firstLine, notes: notes)
    let tables = AlignedTables(marking: &lines, in: text)
    return Draft(
      source: text, metadata: front.entries, lines: lines, tables: tables.tables, figures: [],
      notes: notes.marks)
  }
}
