/// The format of a report that has no file name: what its first bytes say.
package enum PipedFormat {
  /// The name of standard input.
  package static let name = "-"

  /// The ending that a file of these bytes would have.
  package static func ending(of bytes: [UInt8]) -> String {
    if bytes.starts(with: "PK\u{3}\u{4}".utf8) {
      return openDocument(bytes) ?? (isWorkbook(bytes) ? "xlsx" : "docx")
    }
    if TableFiles.isCompound(bytes) { return compound(bytes) }
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

  /// An open document says what it is in its first part; nil for other packages.
  private static func openDocument(_ bytes: [UInt8]) -> String? {
    guard !OfficeFormat.isPackage(bytes) else { return nil }
    let head = String(decoding: bytes.dropFirst(30).prefix(100), as: UTF8.self)
    return head.contains("opendocument.spreadsheet") ? "ods" : "odt"
  }

  /// The container of Word and Excel before 2007: the first stream of its directory that either of
  /// them knows decides, what is embedded stands behind it.
  private static func compound(_ bytes: [UInt8]) -> String {
    let entry = 128
    guard bytes.count > 512, (9...12).contains(bytes[30]) else { return "doc" }
    let sector = (48...51).reversed().reduce(0) { $0 << 8 | Int(bytes[$1]) }
    let start = (sector + 1) << Int(bytes[30])
    for place in stride(from: start, through: bytes.count - entry, by: entry).prefix(64) {
      let length = min(64, Int(bytes[place + 64]))
      let name = stride(from: place, to: place + max(0, length - 2), by: 2).map { bytes[$0] }
      switch String(decoding: name, as: UTF8.self) {
      case "WordDocument": return "doc"
      case "Workbook", "Book": return "xls"
      default: continue
      }
    }
    return "doc"
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
