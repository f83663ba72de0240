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
  var hang: Int32
  var wordStretch: Int32
  var mixedStretch: Int32
  var markStretch: Int32
  var places: Int32

  /// What the line lacks (positive) or has too much (negative).
  @inline(__always) var slack: Int32 { measure &- natural }
  /// All that S2–S7 and a hanging mark can take.
  @inline(__always) var shrink: Int32 {
    wordShrink &+ middleDot &+ bracket &+ pause &+ mixedShrink &+ stop &+ hang
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
    step(&left, &cost, room.hang, price: 60)
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

  // T1, T2 and the blanks of marks to their limits, then one gap for all places.
  @inline(__always) private static func stretchCost(
    _ room: LineRoom, slack: Int32, em: Int32
  ) -> Double {
    var left = slack
    var cost = 0.0
    step(&left, &cost, room.wordStretch, price: 10)
    step(&left, &cost, room.mixedStretch, price: 20)
    step(&left, &cost, room.markStretch, price: 30)
    if left == 0 { return cost }
    guard room.places > 0 else { return rigid + Double(left) / Double(em) * 1000 }
    let gap = Double(left) / (Double(room.places) * Double(em))
    return cost + 10_000 * gap * gap
  }
}
