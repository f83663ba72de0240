internal import Diagnostics

/// A file inside a Word file that its text takes in (altChunk, ECMA-376 part 1, 17.17.2).
struct WordChunk {
  /// What it holds, in reading order.
  var blocks: [WordBlock]

  /// The chunks of a file by the names of their relations.
  static func all(
    _ relations: WordElement?, in archive: ZipArchive, file: String
  ) throws(Rejection) -> [String: WordChunk] {
    var chunks: [String: WordChunk] = [:]
    for relation in relations?.children ?? [] {
      guard relation.attributes["Type"]?.hasSuffix("/aFChunk") == true,
        let id = relation.attributes["Id"], let target = relation.attributes["Target"],
        relation.attributes["TargetMode"] != "External"
      else { continue }
      let part = target.hasPrefix("/") ? String(target.dropFirst()) : "word/\(target)"
      guard let bytes = try archive.part(part) else { continue }
      chunks[id] = WordChunk(bytes, name: part)
    }
    return chunks
  }

  /// A part that cannot be read is a loss at its place.
  private init(_ bytes: [UInt8], name: String) {
    let isContainer = bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
    blocks = (isContainer ? try? Self.word(bytes, name) : Self.text(bytes, name)) ?? [.loss(.chunk)]
  }

  /// A Word file in the Word file; its pictures and notes stay behind.
  private static func word(_ bytes: [UInt8], _ name: String) throws(Rejection) -> [WordBlock] {
    let archive = try ZipArchive(bytes, file: name)
    func tree(_ part: String) throws(Rejection) -> WordElement? {
      guard let bytes = try archive.part(part) else { return nil }
      return try WordXML.parse(bytes, part: part, file: name)
    }
    guard let document = try tree("word/document.xml") else { return [.loss(.chunk)] }
    let styles = WordStyles(try tree("word/styles.xml"))
    let body = WordBody(
      document, styles: styles,
      numbering: WordNumbering(try tree("word/numbering.xml"), styles: styles))
    return body.blocks.map { block in
      if case .picture = block { .loss(.picture) } else { block }
    }
  }

  private static func text(_ bytes: [UInt8], _ name: String) -> [WordBlock]? {
    var problems = Problems()
    guard let text = try? TextDecoder(file: name).decode(bytes, into: &problems).string else {
      return nil
    }
    let start = text.prefix(400).lowercased()
    if start.hasPrefix("{\\rtf") || start.contains("mime-version:") { return nil }
    if name.hasSuffix(".txt") {
      return text.split(separator: "\n").map { line in
        .paragraph(WordParagraph(lines: [String(line).trimmingSpaces]))
      }
    }
    return HTMLText(text).blocks.map { block in
      switch block {
      case .paragraph(let lines, let heading):
        .paragraph(WordParagraph(lines: lines, outline: heading.map { $0 - 1 }))
      case .item(let text): .paragraph(WordParagraph(lines: [text], isBullet: true))
      case .picture: .loss(.picture)
      case .table(let table):
        .table(WordTable(rows: table.rows, headRows: table.headRows, spans: table.spans))
      }
    }
  }
}
