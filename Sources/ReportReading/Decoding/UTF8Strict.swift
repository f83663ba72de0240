/// UTF-8 without repair: the first byte that is not UTF-8 ends it.
enum UTF8Strict {
  /// Where decoding stopped.
  struct InvalidByte: Error { var offset: Int }

  /// The text, or the offset of the first byte that is no UTF-8 (over-long forms, surrogates and
  /// values beyond U+10FFFF included).
  static func decode(_ bytes: [UInt8], from start: Int) -> Result<Scalars, InvalidByte> {
    var text = Scalars()
    text.reserveCapacity(bytes.count / 2)
    var place = start
    while place < bytes.count {
      let first = bytes[place]
      if first < 0x80 {
        text.append(Unicode.Scalar(first))
        place += 1
        continue
      }
      let (length, smallest, lead): (Int, UInt32, UInt8) =
        switch first {
        case 0xC2...0xDF: (2, 0x80, 0x1F)
        case 0xE0...0xEF: (3, 0x800, 0x0F)
        case 0xF0...0xF4: (4, 0x10000, 0x07)
        default: (0, 0, 0)
        }
      guard length > 0, place + length <= bytes.count else {
        return .failure(InvalidByte(offset: place))
      }
      var value = UInt32(first & lead)
      for offset in 1..<length {
        let next = bytes[place + offset]
        guard next & 0xC0 == 0x80 else { return .failure(InvalidByte(offset: place)) }
        value = value << 6 | UInt32(next & 0x3F)
      }
      guard value >= smallest, let scalar = Unicode.Scalar(value) else {
        return .failure(InvalidByte(offset: place))
      }
      text.append(scalar)
      place += length
    }
    return .success(text)
  }

  /// Whether bytes that are no UTF-8 were meant to be: nearly all beyond ASCII stand in well-formed
  /// sequences of three, as Chinese has them, which the pairs of GB 18030 hardly ever make.
  static func isMeant(by bytes: [UInt8]) -> Bool {
    var (formed, others, place) = (0, 0, 0)
    while place < bytes.count {
      let isThree =
        (0xE3...0xEF).contains(bytes[place]) && place + 2 < bytes.count
        && bytes[place + 1] & 0xC0 == 0x80 && bytes[place + 2] & 0xC0 == 0x80
      if isThree {
        formed += 3
        place += 3
      } else {
        others += bytes[place] < 0x80 ? 0 : 1
        place += 1
      }
    }
    return formed > others * 2
  }
}
