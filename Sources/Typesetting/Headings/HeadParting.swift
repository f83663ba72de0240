/// The worst place at which a line of a heading ends (PG-13, AD-5).
public enum HeadParting: Int, Hashable, Sendable, Comparable {
  /// One line, or lines that end at a blank, a mark or between two words.
  case whole
  /// Beside a character that no word explains.
  case doubtful
  /// Inside a word.
  case insideWord

  /// By how bad they are.
  public static func < (a: HeadParting, b: HeadParting) -> Bool { a.rawValue < b.rawValue }

  /// The worst of a set of breaks, the end of the heading left out.
  init(_ problem: BreakProblem, breaks: [Int]) {
    let worst: Int32 =
      breaks.dropLast().map { problem.penalty(at: $0) }.filter { $0 > 0 }.max() ?? 0
    self =
      worst >= HeadingPenalty.insideWord
      ? .insideWord : worst >= HeadingPenalty.doubtful ? .doubtful : .whole
  }
}
