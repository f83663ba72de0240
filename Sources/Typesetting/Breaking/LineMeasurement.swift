/// The room a stretch of a paragraph has for each step of line adjustment (part 4), in 1/1024 pt.
struct LineRoom {
  var natural: Int32
  var measure: Int32
  var wordShrink: Int32
  var middleDot: Int32
  var bracket: Int32
  var pause: Int32
  var mixedShrink: Int32
  var stop: Int32
  var wordStretch: Int32
  var mixedStretch: Int32
  var places: Int32

  /// What the line lacks (positive) or has too much (negative).
  @inline(__always) var slack: Int32 { measure &- natural }
  /// All that S2–S7 can take.
  @inline(__always) var shrink: Int32 {
    wordShrink &+ middleDot &+ bracket &+ pause &+ mixedShrink &+ stop
  }
}

extension BreakProblem {
  /// Measures the line from `a` to `b`, the `line`th, counted from 0.
  @inline(__always) func room(from a: Int, to b: Int, width: Int32) -> LineRoom {
    let last = b - 1
    return sums.withUnsafeBufferPointer { sums in
      let low = sums[a]
      let high = sums[last]
      let trim = startTrim(at: a)
      // The trimmed blank of an opening mark at the line start is no longer there to be squeezed.
      let spent =
        trim > 0 && items[a].squeezeStep == .bracket && a < last
        ? min(trim, items[a].squeeze) : 0
      return LineRoom(
        natural: high.width &- low.width &- trim &+ items[last].endWidth, measure: width,
        wordShrink: high.wordShrink &- low.wordShrink, middleDot: high.middleDot &- low.middleDot,
        bracket: high.bracket &- low.bracket &- spent, pause: high.pause &- low.pause,
        mixedShrink: high.mixedShrink &- low.mixedShrink, stop: high.stop &- low.stop,
        wordStretch: high.wordStretch &- low.wordStretch,
        mixedStretch: high.mixedStretch &- low.mixedStretch, places: high.places &- low.places)
    }
  }

  /// How bad the line from `a` to `b` is; nil where it does not fit even when squeezed.
  ///
  /// A perfect line costs 0. The last line is not stretched and costs only what squeezes it.
  @inline(__always) public func fit(from a: Int, to b: Int, line: Int) -> Double? {
    let room = room(from: a, to: b, width: width(ofLine: line))
    let isLast = endsRagged(at: b)
    let cost = LineCost.badness(of: room, em: em, isLast: isLast)
    if cost < 0 { return nil }
    if room.slack <= 0 || isLast { return cost }
    return cost + needlessStretch(from: a, to: b, room: room)
  }

  /// LA-4: a line of nothing but Han on a whole-em measure stays solid, so a line that could have
  /// taken the next character unsqueezed pays for being stretched instead.
  @inline(__always) private func needlessStretch(from a: Int, to b: Int, room: LineRoom) -> Double {
    guard b < count, room.slack >= items[b].endWidth else { return 0 }
    let penalty = self.penalty(at: b + 1)
    guard penalty < BreakPenalty.emergency, natural(from: a, to: b + 1) <= room.measure else {
      return 0
    }
    let isPure =
      Int(room.places) == b - a - 1 && room.bracket == 0 && room.pause == 0 && room.stop == 0
    return isPure ? LineCost.needlessInPureHan : LineCost.needless
  }

  /// Whether the line that ends at a place keeps its natural width: the last one, and one before a
  /// forced end.
  @inline(__always) func endsRagged(at place: Int) -> Bool {
    penalty(at: place) == BreakPenalty.forced && !spreadsLastLine
  }

  /// The price of ending a line at a place, the paragraph's end included.
  @inline(__always) func endCost(from a: Int, to b: Int) -> Double {
    if b == count { return isOrphan(from: a) ? LineCost.orphan : 0 }
    let penalty = items[b - 1].penalty
    return penalty <= 0 ? 0 : Double(penalty)
  }

  /// The badness of a whole set of breaks: the sum that breakers are compared by (LA-5).
  ///
  /// `breaks` are the places where lines end, the paragraph's end last.
  public func badness(of breaks: [Int]) -> Double {
    var total = 0.0
    var start = 0
    for (line, end) in breaks.enumerated() {
      total += (fit(from: start, to: end, line: line) ?? LineCost.overfull)
      total += endCost(from: start, to: end)
      start = end
    }
    return total
  }
}

/// How bad a fitted line is: 100 is a gap of a tenth of an em between all characters.
enum LineCost {
  /// A last line of one character (PG-3): worse than any stretch that avoids it.
  static let orphan = 1e7
  /// A line that does not fit at all.
  static let overfull = 1e9
  /// A line that nothing can stretch.
  static let rigid = 1e6
  /// A stretched line that had room for one character more.
  static let needless = 30.0
  /// The same where the line holds nothing but Han (LA-4).
  static let needlessInPureHan = 5000.0
  /// Below this a paragraph holds no line that the first search does not see.
  static let outOfView = 600.0

  /// The badness, or −1 where the line does not fit.
  @inline(__always) static func badness(of room: LineRoom, em: Int32, isLast: Bool) -> Double {
    let slack = room.slack
    if slack == 0 { return 0 }
    if slack < 0 { return shrinkCost(room, lack: -slack) }
    return isLast ? 0 : stretchCost(room, slack: slack, em: em)
  }

  // S2…S7 in order, each with its price when exhausted; a step half used costs a quarter of it.
  @inline(__always) private static func shrinkCost(_ room: LineRoom, lack: Int32) -> Double {
    if lack > room.shrink { return -1 }
    var left = lack
    var cost = 0.0
    step(&left, &cost, room.wordShrink, price: 10)
    step(&left, &cost, room.middleDot, price: 10)
    step(&left, &cost, room.bracket, price: 20)
    step(&left, &cost, room.pause, price: 35)
    step(&left, &cost, room.mixedShrink, price: 35)
    step(&left, &cost, room.stop, price: 70)
    return cost
  }

  @inline(__always) private static func step(
    _ left: inout Int32, _ cost: inout Double, _ capacity: Int32, price: Double
  ) {
    guard left > 0, capacity > 0 else { return }
    if left >= capacity {
      cost += price
      left -= capacity
    } else {
      let share = Double(left) / Double(capacity)
      cost += price * share * share
      left = 0
    }
  }

  // T1 and T2 to their limits, then one gap for all places.
  @inline(__always) private static func stretchCost(
    _ room: LineRoom, slack: Int32, em: Int32
  ) -> Double {
    var left = slack
    var cost = 0.0
    step(&left, &cost, room.wordStretch, price: 10)
    step(&left, &cost, room.mixedStretch, price: 20)
    if left == 0 { return cost }
    guard room.places > 0 else { return rigid + Double(left) / Double(em) * 1000 }
    let gap = Double(left) / (Double(room.places) * Double(em))
    return cost + 10_000 * gap * gap
  }
}
