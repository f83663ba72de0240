/// The picture that Cairo draws in the place of a prepared one: one grey pixel whose comment says
/// which. Cairo passes JPEG files through byte for byte, so the finisher finds the comment again;
/// nothing of the true picture has to go through Cairo, which knows neither CMYK nor 1-bit art.
enum StandIn {
  private static let mark = "banxin-picture:"

  /// The file that stands for a picture.
  static func file(for number: Int) -> [UInt8] {
    let comment = Array("\(mark)\(number);".utf8)
    let length = comment.count + 2
    return Array(pixel[0..<2]) + [0xFF, 0xFE, UInt8(length >> 8), UInt8(length & 0xFF)] + comment
      + pixel[2...]
  }

  /// The number that a stream's bytes name.
  static func number(in bytes: [UInt8]) -> Int? {
    guard bytes.count < 1024, bytes.count > 6 + mark.utf8.count,
      bytes[6...].starts(with: mark.utf8)
    else { return nil }
    let digits = bytes[(6 + mark.utf8.count)...].prefix { (0x30...0x39).contains($0) }
    return Int(String(decoding: digits, as: UTF8.self))
  }

  /// A baseline JPEG file of one grey pixel.
  private static let pixel: [UInt8] =
    [0xFF, 0xD8, 0xFF, 0xDB, 0x00, 0x43, 0x00] + [UInt8](repeating: 1, count: 64)
    + [0xFF, 0xC0, 0x00, 0x0B, 0x08, 0x00, 0x01, 0x00, 0x01, 0x01, 0x01, 0x11, 0x00]
    // One code for each table: a difference of nothing, and the end of the block.
    + [0xFF, 0xC4, 0x00, 0x14, 0x00, 0x01] + [UInt8](repeating: 0, count: 15) + [0x00]
    + [0xFF, 0xC4, 0x00, 0x14, 0x10, 0x01] + [UInt8](repeating: 0, count: 15) + [0x00]
    + [0xFF, 0xDA, 0x00, 0x08, 0x01, 0x01, 0x00, 0x00, 0x3F, 0x00, 0x3F, 0xFF, 0xD9]
}
