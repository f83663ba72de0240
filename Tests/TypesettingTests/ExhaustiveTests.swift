import TestSupport
import Testing
import Typesetting

/// LA-5: no set of legal breaks at all is better than the optimal breaker's.
@Suite struct ExhaustiveTests {
  @Test(arguments: 0..<10) func nothingIsBetter(seed: Int) throws {
    var text = RandomText(seed: UInt64(4000 + seed))
    let shaper = SquareShaper()
    let optimal = Composer(shaper: shaper)
    let exhaustive = Composer(shaper: shaper, breaker: ExhaustiveBreaker())
    for _ in 0..<60 {
      let ems = Double(text.number(in: 20...60)) / 2
      let source = text.paragraph(pieces: text.number(in: 10...100), wild: false)
      let best = try optimal.compose(source, ems: ems, indent: 2)
      let all = try exhaustive.compose(source, ems: ems, indent: 2)
      if all.lines.contains(where: \.fit.isEmergency) || all.lines.isEmpty { continue }
      #expect(best.badness <= all.badness + 1e-6, "\(ems) \(source)")
    }
  }
}

/// Tries every legal line between every two places: slow, and nothing is left out.
struct ExhaustiveBreaker: LineBreaker {
  private struct Way {
    var cost: Double
    var breaks: [Int]
  }

  func breaks(in problem: BreakProblem) -> [Int] {
    // Ways to each place, one for each width that the next line may have.
    let kinds = problem.widths.count
    var ways: [[Int: Way]] = Array(repeating: [:], count: problem.count + 1)
    ways[0][0] = Way(cost: 0, breaks: [])
    for start in 0..<problem.count {
      for (line, way) in ways[start] {
        for end in start + 1...problem.count {
          guard let cost = problem.fit(from: start, to: end, line: line) else { break }
          let penalty = problem.penalty(at: end)
          if penalty < BreakPenalty.emergency {
            let breaks = way.breaks + [end]
            let price = end < problem.count && penalty > 0 ? Double(penalty) : 0
            let lone = end == problem.count && isLone(problem, from: start) ? 1e7 : 0
            let next = min(line + 1, kinds - 1)
            let total = way.cost + cost + price + lone
            if total < ways[end][next]?.cost ?? .infinity {
              ways[end][next] = Way(cost: total, breaks: breaks)
            }
          }
          if penalty == BreakPenalty.forced { break }
        }
      }
    }
    let best = ways[problem.count].values.min { $0.cost < $1.cost }
    return best?.breaks ?? OptimalBreaker().breaks(in: problem)
  }

  private func isLone(_ problem: BreakProblem, from start: Int) -> Bool {
    guard start > 0, problem.lastLineMinimum > 1 else { return false }
    let weight = problem.items[start...].reduce(0) { $0 + Int($1.weight) }
    return weight < problem.lastLineMinimum
  }
}
