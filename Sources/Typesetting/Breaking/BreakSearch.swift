/// One run of the search for the best breaks.
///
/// For each place where a line may end, and each number of lines that matters, the cheapest way to
/// get there; ways are tried from left to right, so every way is final when it is used.
struct BreakSearch {
  /// Which line ends are looked at.
  enum Effort {
    /// Legal ends of lines that are not stretched beyond a quarter of their width.
    case legal
    /// All legal ends.
    case wide
    /// Forbidden ends too, and lines that do not fit (LB-12).
    case emergency
  }

  /// A way to end the first lines at a place.
  private struct Node {
    var cost: Double
    var line: Int32
    var candidate: Int32
    var previous: Int32
    var sibling: Int32
  }

  private let problem: BreakProblem
  private let effort: Effort
  private let tracksLines: Bool
  private var places: [Int] = [0]
  private var heads: [Int32]
  private var nodes: [Node] = []
  private var hint = 1

  init(_ problem: BreakProblem, effort: Effort) {
    self.problem = problem
    self.effort = effort
    tracksLines = problem.looseness != 0
    let limit = effort == .emergency ? BreakPenalty.never : BreakPenalty.emergency
    places.reserveCapacity(problem.count + 1)
    for place in 1...problem.count where problem.penalty(at: place) < limit {
      places.append(place)
    }
    heads = [Int32](repeating: -1, count: places.count)
    nodes.reserveCapacity(places.count + 8)
  }

  /// The best breaks for each number of lines; empty where there are none.
  mutating func run() -> [OptimalBreaker.Solution] {
    problem.withRuler { ruler in search(ruler) }
    return solutions()
  }

  private mutating func search(_ ruler: LineRuler) {
    heads[0] = 0
    nodes.append(Node(cost: 0, line: 0, candidate: 0, previous: -1, sibling: -1))
    var forced = 0
    for candidate in 0..<places.count - 1 {
      if forced <= candidate { forced = nextForced(after: candidate) }
      if isHopeless(candidate) { continue }
      let best = tracksLines ? bestLine(at: candidate) : 0
      var node = heads[candidate]
      while node >= 0 {
        // One line more or fewer is all that is ever asked for; ways farther off only cost time.
        if !tracksLines || abs(nodes[Int(node)].line - best) <= 2 {
          extend(Int(node), at: candidate, to: forced, ruler)
        }
        node = nodes[Int(node)].sibling
      }
    }
  }

  // The active list is pruned: a way that costs far more than one a few characters before it is
  // never caught up with. Where that was wrong the search finds nothing, or a lone last character,
  // and the wide one, which prunes nothing, follows.
  private func isHopeless(_ candidate: Int) -> Bool {
    guard effort == .legal, !tracksLines, candidate > 0, heads[candidate] >= 0 else { return false }
    let cost = nodes[Int(heads[candidate])].cost - BreakSearch.hopeless
    if cost <= 0 { return false }
    for other in max(0, candidate - 6)..<candidate {
      let head = heads[other]
      if head >= 0, nodes[Int(head)].sibling < 0, nodes[Int(head)].cost < cost { return true }
    }
    return false
  }

  // As bad as a line with gaps of two fifths of an em.
  private static let hopeless = 1600.0

  // How many lines the cheapest way to a place has.
  private func bestLine(at candidate: Int) -> Int32 {
    var best = heads[candidate]
    var node = best
    while node >= 0 {
      if nodes[Int(node)].cost < nodes[Int(best)].cost { best = node }
      node = nodes[Int(node)].sibling
    }
    return best < 0 ? 0 : nodes[Int(best)].line
  }

  private func nextForced(after candidate: Int) -> Int {
    var next = candidate + 1
    while problem.penalty(at: places[next]) != BreakPenalty.forced { next += 1 }
    return next
  }

  // Tries every line that starts where a way ends.
  private mutating func extend(
    _ index: Int, at candidate: Int, to forced: Int, _ ruler: LineRuler
  ) {
    let start = places[candidate]
    let line = Int(nodes[index].line)
    let base = nodes[index].cost
    let width = ruler.width(ofLine: line)
    var end = firstEnd(from: start, after: candidate, to: forced, width: width, ruler)
    var reached = false
    while end <= forced {
      let place = places[end]
      let cost = ruler.fit(from: start, to: place, width: width)
      if cost < 0 { break }
      reached = true
      relax(
        end, from: index, line: line + 1,
        cost: base + cost + ruler.endCost(from: start, to: place))
      end += 1
    }
    // Nothing fits: the shortest possible line sticks out, and is reported.
    if !reached, effort == .emergency {
      relax(candidate + 1, from: index, line: line + 1, cost: base + LineCost.overfull)
    }
  }

  // The first end that is not too short; ends shorter than this are never good.
  private mutating func firstEnd(
    from start: Int, after candidate: Int, to forced: Int, width: Int32, _ ruler: LineRuler
  ) -> Int {
    guard effort == .legal else { return candidate + 1 }
    let least = width - max(width / 4, min(width, 2 * ruler.em))
    var end = min(max(hint, candidate + 1), forced)
    while end > candidate + 1, ruler.natural(from: start, to: places[end - 1]) >= least {
      end -= 1
    }
    while end < forced, ruler.natural(from: start, to: places[end]) < least { end += 1 }
    hint = end
    return end
  }

  private mutating func relax(_ end: Int, from previous: Int, line: Int, cost: Double) {
    let key = Int32(tracksLines ? line : min(line, problem.widths.count - 1))
    var index = heads[end]
    while index >= 0 {
      if nodes[Int(index)].line == key {
        if cost < nodes[Int(index)].cost {
          nodes[Int(index)].cost = cost
          nodes[Int(index)].previous = Int32(previous)
        }
        return
      }
      index = nodes[Int(index)].sibling
    }
    nodes.append(
      Node(
        cost: cost, line: key, candidate: Int32(end), previous: Int32(previous),
        sibling: heads[end]))
    heads[end] = Int32(nodes.count - 1)
  }

  private func solutions() -> [OptimalBreaker.Solution] {
    var found: [OptimalBreaker.Solution] = []
    var index = heads[places.count - 1]
    while index >= 0 {
      var breaks: [Int] = []
      var step = Int(index)
      while nodes[step].previous >= 0 {
        breaks.append(places[Int(nodes[step].candidate)])
        step = Int(nodes[step].previous)
      }
      breaks.reverse()
      found.append(.init(cost: nodes[Int(index)].cost, breaks: breaks))
      index = nodes[Int(index)].sibling
    }
    return found.sorted { $0.breaks.count < $1.breaks.count }
  }
}
