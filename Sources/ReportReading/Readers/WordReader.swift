public import Diagnostics
public import ReportModel

/// Reads Word files (`.docx`): paragraphs with their fonts, sizes and styles, lists, tables, text
/// boxes, pictures, notes, tracked changes as accepted. Places are counted in paragraphs and table rows.
public struct WordReader: ReportReader {
  /// Word.
  public static let format = InputFormat(name: "Word", endings: ["docx", "docm"])

  /// Makes a reader.
  public init() {}

  /// Understands a file. Refused are damaged and protected ones, those that unpack beyond the
  /// limits of ``ZipArchive``, names that lead out of the container, and document types in its XML.
  public func read(_ source: Source, into problems: inout Problems) throws(Rejection) -> Report {
    let file = source.name
    if source.bytes.isEmpty { throw Rejection(ReadingProblems.empty(file)) }
    if source.bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw Rejection(WordProblems.encrypted(file))
    }
    let archive = try ZipArchive(source.bytes, file: file)
    guard let document = try Self.tree("word/document.xml", in: archive, file: file) else {
      throw Rejection(WordProblems.damaged(file))
    }
    let notes = WordNotes(
      footnotes: try Self.tree("word/footnotes.xml", in: archive, file: file),
      endnotes: try Self.tree("word/endnotes.xml", in: archive, file: file))
    let body = WordBody(
      document, styles: WordStyles(try Self.tree("word/styles.xml", in: archive, file: file)),
      numbering: WordNumbering(try Self.tree("word/numbering.xml", in: archive, file: file)),
      notes: notes)
    let pictures = WordPictures(
      try Self.tree("word/_rels/document.xml.rels", in: archive, file: file), file: file)
    var leftOut = body.leftOut
    leftOut["picture", default: 0] += pictures.count(in: body.blocks)
    for (name, words) in Self.leftOut {
      if let count = leftOut[name], count > 0 {
        problems.report(WordProblems.leftOut(file, words, count: count))
      }
    }
    let draft = try WordDraft(
      body.blocks, file: file, pictures: pictures.paths,
      notes: body.notes.map {
        NoteMarks.Note(text: notes.text(of: $0) ?? "", isEndnote: $0.isEndnote)
      }
    ).draft()
    return ReportAssembly(draft).report(into: &problems)
  }

  private static func tree(
    _ part: String, in archive: ZipArchive, file: String
  ) throws(Rejection) -> WordElement? {
    guard let bytes = try archive.part(part) else { return nil }
    return try WordXML.parse(bytes, part: part, file: file)
  }

  private static let leftOut: [(String, Wording)] = [
    ("picture", Wording("picture", "图片")),
    ("footnote", Wording("footnote or endnote without words", "没有内容的脚注、尾注")),
    ("oMath", Wording("formula", "公式")),
  ]
}
