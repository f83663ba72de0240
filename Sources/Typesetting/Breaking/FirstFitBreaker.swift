/// Fills one line after the other and never looks back: the yardstick for `OptimalBreaker` (LA-5).
///
/// Where the line that fits may not end, the next legal end is squeezed in, else the last legal one
/// is taken and a character is pushed out (LB-11).
public struct FirstFitBreaker: LineBreaker {
  /// Whether a line may be squeezed at all; without it characters are only ever pushed out, as most
  /// engines do.
  public var squeezesIn: Bool

  /// Makes a breaker.
  public init(squeezesIn: Bool = true) { self.squeezesIn = squeezesIn }

  /// The greedy set of breaks; it asks for no number of lines.
  public func breaks(in problem: BreakProblem) -> [Int] {
    problem.withRuler { ruler in
      var breaks: [Int] = []
      var start = 0
      while start < ruler.count {
        let end = lineEnd(in: ruler, from: start, width: ruler.width(ofLine: breaks.count))
        breaks.append(end)
        start = end
      }
      return breaks
    }
  }

  private func lineEnd(in problem: LineRuler, from start: Int, width: Int32) -> Int {
    var fits: Int?  // last legal end that needs no squeezing
    var squeezed: Int?  // first legal end beyond it that squeezing brings in
    var emergency: Int?
    var full = false  // whether a place that fits was followed by one that does not
    var place = start
    while place < problem.count {
      place += 1
      let penalty = problem.penalty(at: place)
      let room = problem.room(from: start, to: place, width: width)
      if room.slack < 0 {
        if !full, fits == place - 1 { return place - 1 }
        full = true
      }
      if room.slack &+ (squeezesIn || fits == nil ? room.shrink : 0) < 0 { break }
      if penalty == BreakPenalty.never { continue }
      if penalty >= BreakPenalty.emergency {
        emergency = place
        continue
      }
      if room.slack >= 0 { fits = place } else { squeezed = squeezed ?? place }
      if penalty == BreakPenalty.forced || squeezed != nil { break }
    }
    return squeezed ?? fits ?? emergency ?? nextAnyPlace(in: problem, after: start)
  }

  private func nextAnyPlace(in problem: LineRuler, after start: Int) -> Int {
    var place = start + 1
    while place < problem.count, problem.penalty(at: place) == BreakPenalty.never { place += 1 }
    return place
  }
}
