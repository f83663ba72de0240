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
    let markdown = MarkdownSource(Self.lines(of: text, from: front.firstLine, notes: notes))
    if let tree = MarkdownTree(markdown.bytes) {
      tree.walk { collector.take($0) }
    }
    let lines = collector.finished()
    Self.report(collector.remote, markdown.formulas, in: text, into: &problems)
    return Draft(
      source: text, metadata: front.entries, lines: lines, tables: collector.tables,
      figures: collector.figures, notes: notes.marks)
  }

  /// The lines of a text; nil for those of the front matter and of notes, so that line numbers hold.
  private static func lines(
    of source: SourceText, from first: Int, notes: NoteSyntax
  ) -> [String?] {
    source.lines.indices.map { $0 + 1 }.map { number in
      guard number >= first, !notes.noteLines.contains(number) else { return nil }
      return (notes.line(number)?.text[...] ?? source.line(number)).string
    }
  }

  private static func report(
    _ remote: [Int], _ formulas: [Int], in text: SourceText, into problems: inout Problems
  ) {
    if let line = remote.first {
      problems.report(
        ReadingProblems.remotePictures(remote.count, at: text.range(ofLine: line)))
    }
    if let line = formulas.first {
      problems.report(
        ReadingProblems.formulasAsText(formulas.count, at: text.range(ofLine: line)))
    }
  }
}
