/// The pairs of neighbouring characters of a text, to tell how like another it is.
struct Likeness {
  private let text: String
  private let pairs: [String: Int]
  private let total: Int

  init(_ text: String) {
    self.text = text
    let characters = Array(text)
    pairs =
      characters.count == 1
      ? [text: 1]
      : zip(characters, characters.dropFirst())
        .reduce(into: [:]) { $0[String([$1.0, $1.1]), default: 0] += 1 }
    total = max(characters.count - 1, characters.isEmpty ? 0 : 1)
  }

  /// Twice the pairs of characters that both have, of all pairs of both: 1 for equal texts, 0 for texts
  /// that share none (Dice).
  func to(_ other: Likeness) -> Double {
    if text == other.text { return 1 }
    // Texts of very unequal length are not alike whatever they say.
    guard total > 0, other.total > 0, 4 * min(total, other.total) >= max(total, other.total) else {
      return 0
    }
    let (few, many) = pairs.count < other.pairs.count ? (self, other) : (other, self)
    let common = few.pairs.reduce(0) { $0 + min($1.value, many.pairs[$1.key] ?? 0) }
    return Double(2 * common) / Double(total + other.total)
  }
}
