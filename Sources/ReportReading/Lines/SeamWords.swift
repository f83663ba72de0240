/// Words that the text itself uses, as pairs of characters: two characters at a seam that also
/// stand together elsewhere are probably one word (rule J2).
struct SeamWords {
  private var pairs: Set<UInt64> = []

  /// Collects the pairs of the first 200,000 characters.
  init(_ lines: [TextLine]) {
    var budget = 200_000
    for line in lines {
      var previous: Unicode.Scalar?
      for scalar in line.text where budget > 0 {
        if let before = previous, before.isHan, scalar.isHan {
          pairs.insert(UInt64(before.value) << 32 | UInt64(scalar.value))
        }
        previous = scalar
        budget -= 1
      }
    }
  }

  /// Whether two characters stand together somewhere in the text.
  func knows(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    pairs.contains(UInt64(left.value) << 32 | UInt64(right.value))
  }
}
