/// The known word that a mistyped one was probably meant to be.
public enum NearestWord {
  /// Longer words are no slips of the finger.
  private static let longest = 40

  /// The nearest of some words, letters of both cases alike; nil where none is near: at most half
  /// of the characters differ, and at most two or a third of them. Of equals the first counts.
  public static func to(_ word: String, among known: [String]) -> String? {
    let wanted = Array(word.lowercased())
    guard wanted.count <= longest else { return nil }
    let ranked = known.map { (distance: distance(wanted, Array($0.lowercased())), word: $0) }
    guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
    let isNear =
      best.distance <= max(2, wanted.count / 3)
      && best.distance * 2 <= max(wanted.count, best.word.count)
    return isNear ? best.word : nil
  }

  /// Insertions, deletions, replacements and exchanges of neighbours from one word to another
  /// (optimal string alignment).
  static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var before = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var cost = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
        row.append(cost)
      }
      (before, last) = (last, row)
    }
    return last[b.count]
  }
}
