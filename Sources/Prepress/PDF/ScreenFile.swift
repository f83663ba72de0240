public import Diagnostics
public import DisplayList

/// Turns a drawn PDF into one to be read on a screen or printed in an office: it names the language of
/// its text, and windows show its title; links, outline and page labels lead through it.
public struct ScreenFile: Sendable {
  private let language: String

  /// Makes a finisher for a language, by its tag.
  public init(language: String = "zh-CN") { self.language = language }

  /// The file with what the document says of its links, outline and labels. A file that is not as the
  /// renderer writes it and cannot be read is a rejection.
  public func finish(
    _ drawn: [UInt8], of document: PagedDocument
  ) throws(Rejection) -> [UInt8] {
    if !document.hasNavigation, let quick = described(drawn) { return quick }
    let file = try PDFFile(drawn)
    ReadingAids.write(language: language, to: file)
    if document.hasNavigation { NavigationWriter(document, file: file).write() }
    return try file.write(version: max(file.version, "1.4"), form: .compressedObjects)
  }

  /// The file with two entries more in its catalog, which Cairo writes last of all objects, before a plain
  /// table: nothing else moves, so that nothing has to be read. Nil for any other file.
  private func described(_ drawn: [UInt8]) -> [UInt8]? {
    let tail = drawn.dropFirst(max(0, drawn.count - Self.tailLength(drawn.count)))
    guard let catalog = Self.last("/Type /Catalog", in: tail),
      let table = Self.last("\nxref\n", in: tail), table.lowerBound > catalog.upperBound,
      let start = Self.last("startxref\n", in: tail), start.lowerBound > table.upperBound,
      Self.last("endobj", in: drawn[catalog.upperBound..<table.lowerBound])
        == Self.first("endobj", in: drawn[catalog.upperBound..<table.lowerBound])
    else { return nil }
    let offset = drawn[start.upperBound...].prefix { $0 != 10 }
    guard let place = Int(String(decoding: offset, as: UTF8.self)), place == table.lowerBound + 1
    else { return nil }
    let words = Array(
      " /Lang (\(language)) /ViewerPreferences << /DisplayDocTitle true >>".utf8)
    return drawn[..<catalog.upperBound] + words + drawn[catalog.upperBound..<start.upperBound]
      + Array("\(place + words.count)".utf8) + drawn[offset.endIndex...]
  }

  /// Room for a catalog and a table of so many objects as fit the file; small files are sought whole.
  private static func tailLength(_ count: Int) -> Int { max(1 << 16, count / 4) }

  private static func last(_ words: String, in bytes: ArraySlice<UInt8>) -> Range<Int>? {
    let wanted = Array(words.utf8)
    guard bytes.count >= wanted.count else { return nil }
    var place = bytes.endIndex - wanted.count
    while place >= bytes.startIndex {
      if bytes[place] == wanted[0], bytes[place..<(place + wanted.count)].elementsEqual(wanted) {
        return place..<(place + wanted.count)
      }
      place -= 1
    }
    return nil
  }

  private static func first(_ words: String, in bytes: ArraySlice<UInt8>) -> Range<Int>? {
    let wanted = Array(words.utf8)
    var place = bytes.startIndex
    while place + wanted.count <= bytes.endIndex {
      if bytes[place] == wanted[0], bytes[place..<(place + wanted.count)].elementsEqual(wanted) {
        return place..<(place + wanted.count)
      }
      place += 1
    }
    return nil
  }
}
