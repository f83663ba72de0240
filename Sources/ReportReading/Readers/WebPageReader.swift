public import Diagnostics
public import ReportModel

/// Reads web pages that this program wrote: each paragraph keeps the role that its class names. Other
/// pages are left to office programs.
public struct WebPageReader: ReportReader {
  /// HTML.
  public static let format = InputFormat(name: "HTML", endings: ["html", "htm"])

  /// Makes a reader.
  public init() {}

  /// Whether a page is one that this program wrote.
  public static func isOwn(_ bytes: [UInt8]) -> Bool {
    WebPage.isOwn(Scalars(String(decoding: bytes.prefix(4000), as: UTF8.self)))
  }

  /// Understands a page. A picture that names no file of its own is said to be left out.
  public func read(_ source: Source, into problems: inout Problems) throws(Rejection) -> Report {
    let file = source.name
    if source.bytes.isEmpty { throw Rejection(ReadingProblems.empty(file)) }
    let text = try TextInput.read(source.bytes, name: file, into: &problems)
    let page = WebPage(Scalars(text))
    let lines = WordDraft(
      page.blocks, file: file, pictures: page.pictures, notes: page.notes, emoji: source.emoji)
    lines.report(into: &problems)
    var draft = try lines.draft()
    draft.metadata = page.metadata.map {
      ReportMetadata(key: $0.key, value: $0.value, range: SourceRange(file: file, line: 1))
    }
    for place in draft.figures.indices {
      draft.figures[place].kind =
        draft.figures[place].path.map(ReportFigure.kind) ?? draft.figures[place].kind
    }
    return ReportAssembly(draft).report(into: &problems)
  }
}
