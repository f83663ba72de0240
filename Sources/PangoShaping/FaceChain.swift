/// The files in which the characters of a role are looked for, in their order.
struct FaceChain {
  /// For all characters but marks.
  var volumes: [Int]
  /// For Chinese marks: a role whose own are unfit, such as a Kai with Latin quotes, takes those of
  /// another face first.
  var marks: [Int]

  /// Where a character is looked for.
  func volumes(for scalar: Unicode.Scalar) -> [Int] {
    FaceChain.isMark(scalar) ? marks : volumes
  }

  /// Whether a character of a Chinese run is a mark: any punctuation beyond ASCII, and the wave dash
  /// in its two forms, which Unicode counts among the signs.
  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    if isCommon(scalar) { return false }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      return true
    default: return scalar == "～" || scalar == "〜"
    }
  }

  /// Whether a character is ASCII or Han, which saves looking up its properties.
  static func isCommon(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80 || (0x3400...0x9FFF).contains(scalar.value)
  }
}
