internal import Glibc

/// Strict decoding with the C library's `iconv`.
enum StrictDecoding {
  /// Where decoding stopped.
  struct InvalidByte: Error { var offset: Int }

  /// The decoded text, or the offset of the first byte that is not of the encoding.
  static func decode(_ bytes: [UInt8], from encoding: String) -> Result<Scalars, InvalidByte> {
    guard let converter = Converter(encoding) else { return .failure(InvalidByte(offset: 0)) }
    return converter.convert(bytes)
  }

  /// Owns one conversion descriptor.
  private struct Converter: ~Copyable {
    private let handle: iconv_t

    init?(_ encoding: String) {
      let opened = iconv_open("UTF-32LE", encoding)
      guard let opened, Int(bitPattern: opened) != -1 else { return nil }
      handle = opened
    }

    deinit { iconv_close(handle) }

    func convert(_ bytes: [UInt8]) -> Result<Scalars, InvalidByte> {
      var input = bytes.map { CChar(bitPattern: $0) }
      var output = [UInt32](repeating: 0, count: bytes.count + 1)
      let size = input.count
      var left = size
      var room = output.count * 4
      let status = input.withUnsafeMutableBufferPointer { source in
        output.withUnsafeMutableBytes { target in
          var from = source.baseAddress
          var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
          return iconv(handle, &from, &left, &to, &room)
        }
      }
      if status == -1 || left > 0 {
        return .failure(InvalidByte(offset: size - left))
      }
      let count = output.count - room / 4
      return .success(output[..<count].compactMap(Unicode.Scalar.init))
    }
  }
}

/// GB 18030 and its subsets GBK and GB 2312.
enum GB18030 {
  /// The decoded text, or the offset of the first byte that is not GB 18030.
  static func decode(_ bytes: [UInt8]) -> Result<Scalars, StrictDecoding.InvalidByte> {
    StrictDecoding.decode(bytes, from: "GB18030")
  }
}

/// Big5, whose bytes are valid GB 18030 as well and read as rare and private characters there: which of
/// the two a text is in is told by how common its characters are in each.
enum Big5 {
  /// The text, where the bytes are Big5 rather than GB 18030; nil where they are not.
  static func decode(_ bytes: [UInt8]) -> Scalars? {
    let count = pairs(bytes) { lead, trail in
      (0xB0...0xD7).contains(lead) && trail >= 0xA1 || (0xA1...0xA3).contains(lead) && trail >= 0xA1
    }
    guard count.all >= fewest, count.common * 2 < count.all else { return nil }
    let other = pairs(bytes) { lead, _ in (0xA1...0xC6).contains(lead) }
    guard other.common * 10 > other.all * 9,
      case .success(let text) = StrictDecoding.decode(bytes, from: "BIG5-HKSCS")
    else { return nil }
    return text
  }

  /// Fewest characters of two bytes by which the encodings are told apart.
  private static let fewest = 4

  /// How many characters of two bytes there are, and how many of them are common ones.
  private static func pairs(
    _ bytes: [UInt8], _ isCommon: (UInt8, UInt8) -> Bool
  ) -> (all: Int, common: Int) {
    var (all, common, place) = (0, 0, 0)
    while place + 1 < bytes.count {
      guard bytes[place] >= 0x80 else {
        place += 1
        continue
      }
      all += 1
      if isCommon(bytes[place], bytes[place + 1]) { common += 1 }
      place += 2
    }
    return (all, common)
  }
}
