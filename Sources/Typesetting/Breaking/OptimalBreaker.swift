/// Breaks a paragraph so that all its lines together are as good as they can be (LA-5): Knuth and
/// Plass over boxes, glue and penalties, with the ordered steps S1–S7 and T1–T3 as the fit.
public struct OptimalBreaker: LineBreaker {
  /// Makes a breaker.
  public init() {}

  /// The cheapest set of breaks, or the one with the wanted number of lines where it exists.
  public func breaks(in problem: BreakProblem) -> [Int] {
    guard problem.count > 0 else { return [] }
    let solutions = self.solutions(in: problem)
    let best = solutions.min { $0.cost < $1.cost } ?? .init(cost: 0, breaks: [problem.count])
    guard problem.looseness != 0 else { return best.breaks }
    let wanted = best.breaks.count + problem.looseness
    let match = solutions.first { $0.breaks.count == wanted && $0.cost < LineCost.rigid }
    return (match ?? best).breaks
  }

  /// A set of breaks and its badness.
  struct Solution {
    var cost: Double
    var breaks: [Int]
  }

  /// The best breaks for each number of lines near the best one, by rising number of lines; only
  /// the best where the problem asks for no looseness.
  func solutions(in problem: BreakProblem) -> [Solution] {
    var found = search(problem, .legal)
    if needsWiderSearch(found, in: problem) {
      found = merge(found, search(problem, .wide))
    }
    if found.isEmpty { found = search(problem, .emergency) }
    return found
  }

  private func search(_ problem: BreakProblem, _ effort: BreakSearch.Effort) -> [Solution] {
    var search = BreakSearch(problem, effort: effort)
    return search.run()
  }

  // The first search looks no further than gaps of a quarter em. That is enough unless it found
  // nothing, left a lone character (PG-3), or a greedy setting outside its view does better.
  private func needsWiderSearch(_ found: [Solution], in problem: BreakProblem) -> Bool {
    guard let best = found.min(by: { $0.cost < $1.cost }) else { return true }
    if best.cost >= LineCost.rigid { return true }
    if best.cost <= LineCost.outOfView || !problem.hasWideChunk { return false }
    return problem.badness(of: FirstFitBreaker().breaks(in: problem)) < best.cost
  }

  private func merge(_ first: [Solution], _ second: [Solution]) -> [Solution] {
    var merged = second
    for solution in first {
      if let index = merged.firstIndex(where: { $0.breaks.count == solution.breaks.count }) {
        if solution.cost <= merged[index].cost { merged[index] = solution }
      } else {
        merged.append(solution)
      }
    }
    return merged.sorted { $0.breaks.count < $1.breaks.count }
  }
}
