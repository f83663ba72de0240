internal import Diagnostics

/// Bytes to characters (step P0): UTF-8 or UTF-16 by byte order mark, else strict UTF-8, else
/// strict GB 18030 if the result looks like Chinese text. Nothing is ever replaced by `�`.
struct TextDecoder {
  /// The file, for messages.
  var file: String

  /// The characters, line ends as they came. Throws for a NUL, for text in no known encoding (with
  /// the byte offset), for an empty file and beyond ``ReadingLimits/bytes``.
  func decode(_ bytes: [UInt8], limit: Int = ReadingLimits.bytes) throws(Rejection) -> Scalars {
    if bytes.count > limit {
      throw Rejection(ReadingProblems.tooLarge(file, bytes: bytes.count, limit: limit))
    }
    let text = try decodeAny(bytes)
    if let place = text.firstIndex(of: "\0") {
      throw Rejection(ReadingProblems.nul(file, line: lineNumber(of: place, in: text)))
    }
    if text.allSatisfy({ $0.isSpace || $0 == "\n" || $0 == "\r" }) {
      throw Rejection(ReadingProblems.empty(file))
    }
    return text
  }

  private func decodeAny(_ bytes: [UInt8]) throws(Rejection) -> Scalars {
    if bytes.starts(with: [0xFF, 0xFE]) { return try decode16(bytes, bigEndian: false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return try decode16(bytes, bigEndian: true) }
    let marked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    switch UTF8Strict.decode(bytes, from: marked ? 3 : 0) {
    case .success(let text):
      return text
    case .failure(let invalid):
      if !marked, !bytes.contains(0), case .success(let text) = GB18030.decode(bytes),
        Self.looksChinese(text)
      {
        return text
      }
      if let place = bytes.firstIndex(of: 0) {
        throw Rejection(ReadingProblems.binary(file, offset: place))
      }
      throw Rejection(ReadingProblems.encoding(file, offset: invalid.offset))
    }
  }

  /// At least nine characters of ten are common Han (the GB 2312 range of Unicode is not
  /// contiguous; the unified block without extensions stands for it), Chinese marks or ASCII.
  static func looksChinese(_ text: Scalars) -> Bool {
    var common = 0
    for scalar in text {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x20...0x7E: common += 1
      case 0x3000...0x303F, 0xFF00...0xFF5E, 0x2010...0x2026, 0xB7, 0x2460...0x249B: common += 1
      case 0x4E00...0x9FA5: common += CommonHan.contains(scalar) ? 1 : 0
      default: break
      }
    }
    return common * 10 >= text.count * 9
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
        throw Rejection(ReadingProblems.encoding(file, offset: place))
      }
      text.append(scalar)
      place += length
    }
    if place < bytes.count { throw Rejection(ReadingProblems.encoding(file, offset: place)) }
    return text
  }

  private func lineNumber(of place: Int, in text: Scalars) -> Int {
    text[..<place].count { $0 == "\n" } + 1
  }
}
