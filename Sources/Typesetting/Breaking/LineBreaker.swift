/// Chooses where the lines of a paragraph end. It sees boxes, glue and penalties, never a font.
public protocol LineBreaker: Sendable {
  /// The places where lines end, rising; the last one is `problem.count`.
  func breaks(in problem: BreakProblem) -> [Int]
}
