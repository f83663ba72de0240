internal import Diagnostics

/// Bytes to characters (step P0): UTF-8 or UTF-16 by byte order mark, else strict UTF-8, else
/// strict GB 18030, or Big5 where that is what it is. Nothing is ever replaced by `�`.
struct TextDecoder {
  /// The file, for messages.
  var file: String

  /// What becomes of emoji.
  var emoji = EmojiPolicy.draw

  /// The characters as they can be set (see ``CharacterCare``), line ends as they came. Throws for a
  /// NUL, for text in no known encoding (with its place), for an empty file and beyond
  /// ``ReadingLimits/bytes``.
  func decode(
    _ bytes: [UInt8], limit: Int = ReadingLimits.bytes, into problems: inout Problems
  ) throws(Rejection) -> Scalars {
    if bytes.count > limit {
      throw Rejection(ReadingProblems.tooLarge(file, bytes: bytes.count, limit: limit))
    }
    let text = try decodeAny(bytes, into: &problems)
    if let place = text.firstIndex(of: "\0") {
      throw Rejection(ReadingProblems.nul(file, line: lineNumber(of: place, in: text)))
    }
    if text.allSatisfy({ $0.isSpace || $0 == "\n" || $0 == "\r" }) {
      throw Rejection(ReadingProblems.empty(file))
    }
    var care = CharacterCare(emoji: emoji)
    let clean = care.clean(text) { range(of: $0, in: text) }
    care.report(into: &problems)
    return clean
  }

  private func range(of place: Int, in text: Scalars) -> SourceRange {
    let start = text[..<place].lastIndex(of: "\n").map { $0 + 1 } ?? 0
    return SourceRange(
      file: file, line: lineNumber(of: place, in: text),
      column: text[start..<place].string.count + 1)
  }

  private func decodeAny(
    _ bytes: [UInt8], into problems: inout Problems
  ) throws(Rejection) -> Scalars {
    if bytes.starts(with: [0xFF, 0xFE]) { return try decode16(bytes, bigEndian: false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return try decode16(bytes, bigEndian: true) }
    let marked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    switch UTF8Strict.decode(bytes, from: marked ? 3 : 0) {
    case .success(let text):
      return text
    case .failure(let invalid):
      if let place = bytes.firstIndex(of: 0) {
        throw Rejection(ReadingProblems.binary(file, offset: place))
      }
      if marked || UTF8Strict.isMeant(by: bytes) {
        throw Rejection(ReadingProblems.encoding(at: range(ofByte: invalid.offset, in: bytes)))
      }
      if let text = Big5.decode(bytes) {
        problems.report(ReadingProblems.big5(file))
        return text
      }
      // Strict decoding is proof enough: whatever else it accepts is GB 18030.
      switch GB18030.decode(bytes) {
      case .success(let text): return text
      case .failure(let invalid):
        throw Rejection(ReadingProblems.encoding(at: range(ofByte: invalid.offset, in: bytes)))
      }
    }
  }

  private func decode16(_ bytes: [UInt8], bigEndian: Bool) throws(Rejection) -> Scalars {
    var text = Scalars()
    text.reserveCapacity(bytes.count / 2)
    var place = 2
    func unit(_ at: Int) -> UInt32 {
      bigEndian
        ? UInt32(bytes[at]) << 8 | UInt32(bytes[at + 1])
        : UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at])
    }
    while place + 1 < bytes.count {
      var value = unit(place)
      var length = 2
      if (0xD800...0xDBFF).contains(value), place + 3 < bytes.count {
        let low = unit(place + 2)
        if (0xDC00...0xDFFF).contains(low) {
          value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
          length = 4
        }
      }
      guard let scalar = Unicode.Scalar(value) else {
        throw Rejection(ReadingProblems.encoding(at: byte(place, line: 1, column: place)))
      }
      text.append(scalar)
      place += length
    }
    if place < bytes.count {
      throw Rejection(ReadingProblems.encoding(at: byte(place, line: 1, column: place)))
    }
    return text
  }

  /// A byte of the file, counted from 0, and where an editor shows it.
  private func range(ofByte offset: Int, in bytes: [UInt8]) -> (offset: Int, range: SourceRange) {
    let before = bytes[..<offset]
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return byte(
      offset, line: before.count { $0 == 0x0A } + 1, column: offset - start)
  }

  private func byte(_ offset: Int, line: Int, column: Int) -> (offset: Int, range: SourceRange) {
    (offset, SourceRange(file: file, line: line, column: column + 1))
  }

  private func lineNumber(of place: Int, in text: Scalars) -> Int {
    text[..<place].count { $0 == "\n" } + 1
  }
}
