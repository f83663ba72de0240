/// The known word that a mistyped one probably means.
enum NearestWord {
  /// The nearest word by edits, when at most half of the characters differ.
  static func find(_ word: String, in words: [String]) -> String? {
    guard word.count <= 40 else { return nil }
    let ranked = words.map { (distance: distance(Array(word), Array($0)), word: $0) }
    guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
    return best.distance * 2 <= max(word.count, best.word.count) ? best.word : nil
  }

  /// Insertions, deletions and replacements from one word to another.
  static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var row = Array(0...b.count)
    for (i, left) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, right) in b.enumerated() {
        let cost = left == right ? diagonal : min(diagonal, row[j], row[j + 1]) + 1
        diagonal = row[j + 1]
        row[j + 1] = cost
      }
    }
    return row[b.count]
  }
}
