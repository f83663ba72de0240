/// Breaks headings: as few lines as hold the text, at the best places, and among those as even as
/// possible (PG-13).
public struct BalancedBreaker: LineBreaker {
  /// Makes a breaker.
  public init() {}

  /// The places where the lines of a heading end.
  public func breaks(in problem: BreakProblem) -> [Int] {
    guard problem.count > 0 else { return [] }
    // What is longer than this is no heading, whoever calls it one, and the search below takes its
    // time.
    guard problem.count <= 300 else { return OptimalBreaker().breaks(in: problem) }
    return problem.withRuler { ruler in
      for limit in [HeadingPenalty.insideWord, BreakPenalty.emergency, BreakPenalty.never] {
        if let breaks = Search(ruler: ruler, limit: limit).run() { return breaks }
      }
      return FirstFitBreaker().breaks(in: problem)
    }
  }

  private struct Search {
    let ruler: LineRuler
    let limit: Int32

    // Ways to each place by number of lines; headings are short, so all are kept.
    func run() -> [Int]? {
      let places = [0] + (1...ruler.count).filter { ruler.penalty(at: $0) < limit }
      guard let last = places.indices.last, places[last] == ruler.count else { return nil }
      for lines in 1...max(1, last) {
        if let breaks = best(places, lines: lines) { return breaks }
      }
      return nil
    }

    private func best(_ places: [Int], lines: Int) -> [Int]? {
      var costs = [Double](repeating: .infinity, count: places.count)
      costs[0] = 0
      var origins: [[Int]] = []
      // All lines strive for one share of the whole, so that none is left nearly empty.
      let share = Double(ruler.natural(from: 0, to: ruler.count)) / Double(lines)
      for line in 0..<lines {
        var next = [Double](repeating: .infinity, count: places.count)
        var origin = [Int](repeating: -1, count: places.count)
        for from in places.indices where costs[from] < .infinity {
          for to in places.indices[(from + 1)...] {
            guard let cost = cost(places[from], places[to], line: line, share: share) else { break }
            if costs[from] + cost < next[to] {
              next[to] = costs[from] + cost
              origin[to] = from
            }
            if ruler.penalty(at: places[to]) == BreakPenalty.forced { break }
          }
        }
        costs = next
        origins.append(origin)
      }
      guard let end = places.indices.last, costs[end] < .infinity else { return nil }
      return trace(places, origins, from: end)
    }

    private func trace(_ places: [Int], _ origins: [[Int]], from end: Int) -> [Int] {
      var breaks: [Int] = []
      var place = end
      for origin in origins.reversed() {
        breaks.append(places[place])
        place = origin[place]
      }
      return breaks.reversed()
    }

    // Nil where the line is too long.
    private func cost(_ from: Int, _ to: Int, line: Int, share: Double) -> Double? {
      let room = ruler.room(from: from, to: to, width: ruler.width(ofLine: line))
      if room.slack &+ room.shrink < 0 { return nil }
      let off = (Double(room.natural) - share) / Double(ruler.em)
      let penalty = ruler.penalty(at: to)
      let price = penalty == BreakPenalty.forced ? 0 : Double(max(0, penalty))
      let squeeze = room.slack < 0 ? 50.0 : 0
      return off * off * 10 + price + squeeze
    }
  }
}
