import Notations
import TestSupport
import Testing
import Typesetting

/// The breakers on problems made by hand: no font, no text.
@Suite struct BreakerTests {
  private func problem(
    _ widths: [Int32], measure: Int32, penalties: [Int: Int32] = [:], looseness: Int = 0
  ) -> BreakProblem {
    var items = widths.map { ParagraphItem(width: $0) }
    for (index, penalty) in penalties { items[index].penalty = penalty }
    var problem = BreakProblem(items: items, widths: [measure], em: 10)
    problem.looseness = looseness
    return problem
  }

  @Test func boxesFillLines() {
    let problem = problem(Array(repeating: 10, count: 25), measure: 100)
    #expect(FirstFitBreaker().breaks(in: problem) == [10, 20, 25])
    #expect(OptimalBreaker().breaks(in: problem) == [10, 20, 25])
    #expect(problem.badness(of: [10, 20, 25]) == 0)
  }

  @Test func penaltiesMoveBreaks() {
    let problem = problem(
      Array(repeating: 10, count: 25), measure: 100, penalties: [9: BreakPenalty.emergency])
    #expect(FirstFitBreaker().breaks(in: problem) == [9, 19, 25])
    #expect(OptimalBreaker().breaks(in: problem) == [9, 19, 25])
  }

  @Test func theWholeParagraphCounts() {
    // Greedy fills the first line and leaves one character alone in the last (PG-3).
    let problem = problem(Array(repeating: 10, count: 21), measure: 100)
    #expect(FirstFitBreaker().breaks(in: problem) == [10, 20, 21])
    let best = OptimalBreaker().breaks(in: problem)
    #expect(best.count == 3 && best[1] == 19)
  }

  @Test func squeezingSavesALine() {
    var items = Array(repeating: ParagraphItem(width: 10), count: 11)
    for index in [2, 5] {
      items[index].squeeze = 5
      items[index].squeezeStep = .bracket
    }
    let problem = BreakProblem(items: items, widths: [100], em: 10)
    #expect(OptimalBreaker().breaks(in: problem) == [11])
    #expect(problem.fit(from: 0, to: 11, line: 0) == 20)
    #expect(problem.fit(from: 0, to: 10, line: 0) == 0)
  }

  @Test func forcedEndsAreTaken() {
    let problem = problem(
      Array(repeating: 10, count: 25), measure: 100, penalties: [4: BreakPenalty.forced])
    #expect(OptimalBreaker().breaks(in: problem) == [5, 15, 25])
    #expect(FirstFitBreaker().breaks(in: problem) == [5, 15, 25])
  }

  @Test func nothingLegalIsAnEmergency() {
    let forbidden = Dictionary(
      uniqueKeysWithValues: (0..<24).map { ($0, BreakPenalty.emergency) })
    let problem = problem(Array(repeating: 10, count: 25), measure: 100, penalties: forbidden)
    #expect(OptimalBreaker().breaks(in: problem).count == 3)
    #expect(FirstFitBreaker().breaks(in: problem).last == 25)
  }

  @Test func tooWideBoxesStickOut() {
    let problem = problem([10, 300, 10], measure: 100)
    #expect(OptimalBreaker().breaks(in: problem).last == 3)
    #expect(FirstFitBreaker().breaks(in: problem).last == 3)
  }

  @Test func loosenessAsksForAnotherLine() {
    let widths = [Int32](repeating: 10, count: 118)
    let normal = OptimalBreaker().breaks(in: problem(widths, measure: 100))
    let loose = OptimalBreaker().breaks(in: problem(widths, measure: 100, looseness: 1))
    #expect(normal.count == 12 && loose.count == 13)
  }

  @Test func optimalIsNeverWorse() {
    var random = SeededRandom(seed: 7)
    for _ in 0..<2000 {
      let count = Int.random(in: 1...60, using: &random)
      var items: [ParagraphItem] = []
      for _ in 0..<count {
        var item = ParagraphItem(width: Int32.random(in: 1...9, using: &random) * 5)
        item.squeeze = Bool.random(using: &random) ? min(5, item.width / 2) : 0
        item.squeezeStep = [.bracket, .pause, .stop].randomElement(using: &random) ?? .none
        item.penalty =
          Int.random(in: 0..<4, using: &random) == 0 ? BreakPenalty.emergency : 0
        items.append(item)
      }
      let measure = Int32.random(in: 5...30, using: &random) * 10
      let problem = BreakProblem(items: items, widths: [measure], em: 10)
      let best = OptimalBreaker().breaks(in: problem)
      let greedy = FirstFitBreaker().breaks(in: problem)
      #expect(problem.badness(of: best) <= problem.badness(of: greedy) + 1e-6)
      #expect(best.last == count && greedy.last == count)
    }
  }
}
