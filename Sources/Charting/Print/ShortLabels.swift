/// Shortens names that find no room, so that what tells them apart stays: names of one office that
/// differ in their last sign are cut in the middle, not at the end.
enum ShortLabels {
  /// The names cut to fit, in their order; those that fit stay.
  ///
  /// - Parameter fits: whether words have room.
  static func unlike(_ names: [String], fits: (String) -> Bool) -> [String] {
    guard names.contains(where: { !fits($0) }) else { return names }
    let ends = names.map { fits($0) ? $0 : cut(Array($0), keeping: 0, fits) }
    if isUnlike(ends, names) { return ends }
    // The shortest tail that differs, and one more for reading; then longer ones.
    let longest = names.map(\.count).max() ?? 0
    for tail in 2..<max(3, min(longest, longestTail)) {
      let cuts = names.map { fits($0) ? $0 : cut(Array($0), keeping: tail, fits) }
      if isUnlike(cuts, names) { return cuts }
    }
    return ends
  }

  /// Names that differ in nothing but more signs than these are told apart by nothing that is short.
  private static let longestTail = 12

  /// The longest head, an ellipsis and a tail of some signs.
  private static func cut(_ name: [Character], keeping tail: Int, _ fits: (String) -> Bool)
    -> String
  {
    let end = String(name.suffix(tail))
    // By bisection: whether words have room means setting them.
    var (head, most) = (0, max(0, name.count - tail))
    while head < most {
      let middle = (head + most + 1) / 2
      if fits(String(name.prefix(middle)) + "…" + end) { head = middle } else { most = middle - 1 }
    }
    return String(name.prefix(head)) + "…" + end
  }

  /// Whether different names stayed different.
  private static func isUnlike(_ cuts: [String], _ names: [String]) -> Bool {
    Set(cuts).count == Set(names).count
  }
}
