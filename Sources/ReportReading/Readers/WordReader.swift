public import Diagnostics
public import ReportModel

/// Reads Word files (`.docx`): paragraphs with their fonts, sizes and styles, lists, tables, text
/// boxes, pictures, notes, tracked changes as accepted. Places are counted in paragraphs and table rows.
public struct WordReader: ReportReader {
  /// Word.
  public static let format = InputFormat(
    name: "Word", endings: ["docx", "docm", "dotx", "dotm"])

  /// Makes a reader.
  public init() {}

  /// Understands a file. Refused are damaged and protected ones, those that unpack beyond the
  /// limits of ``ZipArchive``, names that lead out of the container, and document types in its XML.
  /// What a report cannot take over is named with its place.
  public func read(_ source: Source, into problems: inout Problems) throws(Rejection) -> Report {
    let file = source.name
    if source.bytes.isEmpty { throw Rejection(ReadingProblems.empty(file)) }
    if source.bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw Rejection(WordProblems.encrypted(file))
    }
    let archive = try ZipArchive(source.bytes, file: file)
    let main = try Self.mainPart(of: archive, file: file)
    guard let document = try Self.tree(main, in: archive, file: file) else {
      throw Rejection(WordProblems.damaged(file))
    }
    let relations = try Self.tree(Self.relations(of: main), in: archive, file: file)
    let notes = WordNotes(
      footnotes: try Self.tree("word/footnotes.xml", in: archive, file: file),
      endnotes: try Self.tree("word/endnotes.xml", in: archive, file: file))
    let styles = WordStyles(try Self.tree("word/styles.xml", in: archive, file: file))
    let body = WordBody(
      document, styles: styles,
      numbering: WordNumbering(
        try Self.tree("word/numbering.xml", in: archive, file: file), styles: styles),
      notes: notes, chunks: try WordChunk.all(relations, in: archive, file: file))
    let draft = WordDraft(
      body.blocks, file: file, pictures: WordPictures(relations, file: file).paths,
      notes: body.notes.map {
        NoteMarks.Note(text: notes.text(of: $0) ?? "", isEndnote: $0.isEndnote)
      }, emoji: source.emoji)
    draft.report(into: &problems)
    try Self.edges(document, relations, of: main, in: archive, file: file, styles: styles)
      .report(file: file, into: &problems)
    return ReportAssembly(try draft.draft()).report(into: &problems)
  }

  /// The heads and feet of pages that the text refers to.
  private static func edges(
    _ document: WordElement, _ relations: WordElement?, of main: String, in archive: ZipArchive,
    file: String, styles: WordStyles
  ) throws(Rejection) -> WordEdges {
    var edges = WordEdges(document, relations)
    let folder = main.split(separator: "/").dropLast().joined(separator: "/")
    for (target, isFoot) in edges.parts {
      let part = target.hasPrefix("/") ? String(target.dropFirst()) : "\(folder)/\(target)"
      guard let root = try tree(part, in: archive, file: file) else { continue }
      edges.add(root, isFoot: isFoot, styles: styles)
    }
    return edges
  }

  private static func tree(
    _ part: String, in archive: ZipArchive, file: String
  ) throws(Rejection) -> WordElement? {
    guard let bytes = try archive.part(part) else { return nil }
    return try WordXML.parse(bytes, part: part, file: file)
  }

  /// The part with the text: programs name it as they like and say so in the relations of the file.
  private static func mainPart(
    of archive: ZipArchive, file: String
  ) throws(Rejection) -> String {
    let usual = "word/document.xml"
    let target = try tree("_rels/.rels", in: archive, file: file)?.children
      .first { $0.attributes["Type"]?.hasSuffix("/officeDocument") == true }?.attributes["Target"]
    guard let target else { return usual }
    let name = target.hasPrefix("/") ? String(target.dropFirst()) : target
    return try archive.part(name) == nil ? usual : name
  }

  private static func relations(of part: String) -> String {
    var names = part.split(separator: "/").map(String.init)
    let last = names.popLast() ?? ""
    return (names + ["_rels", "\(last).rels"]).joined(separator: "/")
  }
}
