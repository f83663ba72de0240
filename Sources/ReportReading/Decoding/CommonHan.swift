/// The common Han characters: those of GB 2312, asked from the C library once.
enum CommonHan {
  /// Whether a character is one of the 6,763 of GB 2312.
  static func contains(_ scalar: Unicode.Scalar) -> Bool { table.contains(scalar) }

  private static let table: ScalarSet = {
    // Every two-byte code of rows 16 to 87 is a Han character of GB 2312, or undefined there.
    var bytes: [UInt8] = []
    for row in UInt8(0xB0)...0xF7 {
      let last: UInt8 = row == 0xD7 ? 0xF9 : 0xFE
      for cell in UInt8(0xA1)...last { bytes += [row, cell] }
    }
    guard case .success(let text) = GB18030.decode(bytes) else { return ScalarSet("") }
    return ScalarSet(text.string)
  }()
}
