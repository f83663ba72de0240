/// The format of a report that has no file name: what its first bytes say.
enum PipedFormat {
  /// The name of standard input.
  static let name = "-"

  /// The ending that a file of these bytes would have.
  static func ending(of bytes: [UInt8]) -> String {
    if bytes.starts(with: "PK\u{3}\u{4}".utf8) { return isWorkbook(bytes) ? "xlsx" : "docx" }
    // The container of Word before 2007, and its successors' rivals.
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return "doc" }
    if bytes.starts(with: "{\\rtf".utf8) { return "rtf" }
    if bytes.starts(with: "%PDF-".utf8) { return "pdf" }
    let head = String(decoding: bytes.prefix(1 << 16), as: UTF8.self)
    let lines = head.split(whereSeparator: \.isNewline)
    let first = lines.first.map { $0.drop { $0 == "\u{FEFF}" || $0 == " " }.lowercased() } ?? ""
    if first.hasPrefix("<!doctype html") || first.hasPrefix("<html") { return "html" }
    let written = lines.first { !$0.hasPrefix("#") && !$0.hasPrefix("\u{FEFF}#") }
    if written?.hasPrefix("format: ") == true { return "yaml" }
    return isMarkdown(lines) ? "md" : "txt"
  }

  /// The parts of a package are named in its directory, at its end.
  private static func isWorkbook(_ bytes: [UInt8]) -> Bool {
    let directory = String(decoding: bytes.suffix(1 << 16), as: UTF8.self)
    return directory.contains("xl/workbook") && !directory.contains("word/document")
  }

  /// Front matter, or a heading with a mark before it.
  private static func isMarkdown(_ lines: [Substring]) -> Bool {
    if lines.first == "---" { return true }
    return lines.prefix(200).contains { line in
      let marks = line.prefix { $0 == "#" }.count
      return (1...6).contains(marks) && line.dropFirst(marks).first == " "
    }
  }
}
