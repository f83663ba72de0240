/// The order in which people number files: digits compare as numbers, 图2 before 图10.
enum NaturalOrder {
  static func isBefore(_ a: String, _ b: String) -> Bool {
    var x = Array(a.unicodeScalars)[...]
    var y = Array(b.unicodeScalars)[...]
    while let p = x.first, let q = y.first {
      if isDigit(p), isDigit(q) {
        let (m, n) = (digits(&x), digits(&y))
        if m.count != n.count { return m.count < n.count }
        for (i, j) in zip(m, n) where i != j { return i.value < j.value }
      } else {
        if p != q { return p.value < q.value }
        x.removeFirst()
        y.removeFirst()
      }
    }
    if x.isEmpty != y.isEmpty { return x.isEmpty }
    return a < b
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// The digits at the front without leading zeros.
  private static func digits(_ text: inout ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
    var found: [Unicode.Scalar] = []
    while let next = text.first, isDigit(next) {
      if !(found.isEmpty && next == "0") { found.append(next) }
      text.removeFirst()
    }
    return found
  }
}
