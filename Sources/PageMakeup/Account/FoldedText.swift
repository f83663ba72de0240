/// Text as the account of words counts it: no white space, no signs that only steer composition, and
/// one form of the marks that make-up writes in several (full width, upright, turned).
///
/// Folding is for counting alone; nothing that is printed passes through it.
enum FoldedText {
  /// The folded scalars of a text, in its order.
  static func scalars(_ text: String) -> [UInt32] {
    var folded: [UInt32] = []
    folded.reserveCapacity(text.utf8.count / 3 + 1)
    append(text, to: &folded)
    return folded
  }

  static func append(_ text: String, to folded: inout [UInt32]) {
    for scalar in text.unicodeScalars { if let one = fold(scalar.value) { folded.append(one) } }
  }

  /// The text of folded scalars.
  static func string(_ scalars: ArraySlice<UInt32>) -> String {
    var text = String.UnicodeScalarView()
    for value in scalars { if let scalar = Unicode.Scalar(value) { text.append(scalar) } }
    return String(text)
  }

  private static func fold(_ value: UInt32) -> UInt32? {
    switch value {
    case 0x4E00...0x9FFF: value
    case 0...0x20, 0x7F...0xA0, 0xAD, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x3000,
      0xFE00...0xFE0F, 0xFEFF, 0xE0100...0xE01EF:
      nil
    // Dashes and hyphens: a line end may add one, a dash may be drawn as one stroke.
    case 0x2D, 0x2010...0x2015, 0x2212, 0x2E3A, 0x2E3B, 0xFE31, 0xFE32, 0xFE58, 0xFE63, 0xFF0D: nil
    case 0x22, 0x201C...0x201F, 0x300C...0x300F, 0xFE41...0xFE44: 0x22
    case 0x27, 0x2018...0x201B: 0x27
    case 0x28, 0x3014, 0x5B, 0xFE35, 0xFE39, 0xFE47, 0xFF08, 0xFF3B: 0x28
    case 0x29, 0x3015, 0x5D, 0xFE36, 0xFE3A, 0xFE48, 0xFF09, 0xFF3D: 0x29
    case 0xB7, 0x2022, 0x2027, 0x30FB, 0xFF65: 0xB7
    case 0xFF01...0xFF5E: value - 0xFEE0
    default: value
    }
  }
}
