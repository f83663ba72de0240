/// A set of characters of the basic plane, as a bit map: one look-up is one shift.
struct ScalarSet: Sendable {
  private var bits: [UInt64]

  /// The characters of a string.
  init(_ characters: String) {
    bits = Array(repeating: 0, count: 1024)
    for scalar in characters.unicodeScalars where scalar.value < 0x10000 {
      bits[Int(scalar.value >> 6)] |= 1 << UInt64(scalar.value & 63)
    }
  }

  /// Whether a character is in the set.
  func contains(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value < 0x10000 else { return false }
    return bits[Int(scalar.value >> 6)] & (1 << UInt64(scalar.value & 63)) != 0
  }
}

/// The marks that structure Chinese sentences.
enum Marks {
  /// End of a sentence.
  static let stop = ScalarSet("。！？!?…")
  /// End of a line that needs no continuation (rule J1).
  static let lineEnd = ScalarSet("。！？：；”）!?;:)…』」》】")
  /// Between clauses.
  static let clause = ScalarSet("，；：。！？、,;:!?")
  /// Between clauses, 、 left out.
  static let strongClause = ScalarSet("，；：。！？,;:!?")
  /// Opening brackets and quotes.
  static let opening = ScalarSet("“‘（《〈「『【〔(")
  /// Closing brackets and quotes.
  static let closing = ScalarSet("”’）》〉」』】〕)")
  /// Dashes and tildes of a range.
  static let rangeDash = ScalarSet("-–—－~～至到")
}
