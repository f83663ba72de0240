/// A break problem laid open for the inner loops: no reference counting, no copies. Valid only inside
/// `BreakProblem.withRuler`.
struct LineRuler {
  let items: UnsafeBufferPointer<ParagraphItem>
  let sums: UnsafeBufferPointer<LineSums>
  let widths: UnsafeBufferPointer<Int32>
  let em: Int32
  let trimsParagraphStart: Bool
  let spreadsLastLine: Bool
  let lastLineMinimum: Int
  var tornGap: Double?

  @inline(__always) var count: Int { items.count }

  @inline(__always) func width(ofLine line: Int) -> Int32 {
    widths[min(line, widths.count &- 1)]
  }

  @inline(__always) func penalty(at place: Int) -> Int32 {
    place >= items.count ? BreakPenalty.forced : items[place &- 1].penalty
  }

  @inline(__always) func startTrim(at a: Int) -> Int32 {
    a == 0 && !trimsParagraphStart ? 0 : items[a].startTrim
  }

  @inline(__always) func natural(from a: Int, to b: Int) -> Int32 {
    let last = b &- 1
    return sums[last].width &- sums[a].width &- startTrim(at: a) &+ items[last].endWidth
  }

  /// Measures the line from `a` to `b`.
  @inline(__always) func room(from a: Int, to b: Int, width: Int32) -> LineRoom {
    let last = b &- 1
    let low = sums[a]
    let high = sums[last]
    let trim = startTrim(at: a)
    // The trimmed blank of an opening mark at the line start is no longer there to be squeezed.
    let spent =
      trim > 0 && items[a].squeezeStep == .bracket && a < last ? min(trim, items[a].squeeze) : 0
    return LineRoom(
      natural: high.width &- low.width &- trim &+ items[last].endWidth, measure: width,
      wordShrink: high.wordShrink &- low.wordShrink, middleDot: high.middleDot &- low.middleDot,
      bracket: high.bracket &- low.bracket &- spent, pause: high.pause &- low.pause,
      mixedShrink: high.mixedShrink &- low.mixedShrink, stop: high.stop &- low.stop,
      hang: b < count ? items[last].hang : 0,
      wordStretch: high.wordStretch &- low.wordStretch,
      mixedStretch: high.mixedStretch &- low.mixedStretch,
      markStretch: high.markStretch &- low.markStretch, places: high.places &- low.places)
  }

  /// How bad the line is; −1 where it does not fit even when squeezed.
  @inline(__always) func fit(from a: Int, to b: Int, width: Int32) -> Double {
    let room = room(from: a, to: b, width: width)
    let isLast = endsRagged(at: b)
    let cost = LineCost.badness(of: room, em: em, isLast: isLast)
    if room.slack <= 0 || isLast { return cost }
    return cost + needlessStretch(from: a, to: b, room: room)
  }

  /// LA-4: a line of nothing but Han on a whole-em measure stays solid, so a line that could have
  /// taken the next character unsqueezed pays for being stretched instead.
  @inline(__always) private func needlessStretch(from a: Int, to b: Int, room: LineRoom) -> Double {
    guard b < count, room.slack >= items[b].endWidth else { return 0 }
    // A word that two spans share is still one word (PW-9).
    var end = b + 1
    while end < count, items[end &- 1].glueKind == .solid,
      penalty(at: end) >= BreakPenalty.emergency
    {
      end += 1
    }
    // Nobody need take a part of a word or range: those ends are for lines that are bad without.
    guard penalty(at: end) < BreakPenalty.hyphen, natural(from: a, to: end) <= room.measure
    else { return 0 }
    let isPure = Int(room.places) == b - a - 1 && items[a..<b - 1].allSatisfy { $0.weight == 1 }
    return isPure ? LineCost.needlessInPureHan : LineCost.needless
  }

  @inline(__always) func endsRagged(at place: Int) -> Bool {
    penalty(at: place) == BreakPenalty.forced && !spreadsLastLine
  }

  /// The price of ending a line at a place, the paragraph's end included.
  @inline(__always) func endCost(from a: Int, to b: Int) -> Double {
    if b == count { return isOrphan(from: a) ? LineCost.orphan : 0 }
    let penalty = items[b &- 1].penalty
    return penalty <= 0 ? 0 : Double(penalty)
  }

  /// Whether the last line from `a` has too few characters (PG-3).
  func isOrphan(from a: Int) -> Bool {
    guard a > 0, lastLineMinimum > 1 else { return false }
    var weight = 0
    for index in a..<count {
      weight += Int(items[index].weight)
      if weight >= lastLineMinimum { return false }
    }
    return true
  }
}

extension BreakProblem {
  /// Lays the problem open for a loop.
  @inline(__always) func withRuler<Result>(_ body: (LineRuler) -> Result) -> Result {
    items.withUnsafeBufferPointer { items in
      sums.withUnsafeBufferPointer { sums in
        widths.withUnsafeBufferPointer { widths in
          body(
            LineRuler(
              items: items, sums: sums, widths: widths, em: em,
              trimsParagraphStart: trimsParagraphStart, spreadsLastLine: spreadsLastLine,
              lastLineMinimum: lastLineMinimum, tornGap: tornGap))
        }
      }
    }
  }

  /// How bad the line from `a` to `b`, the `line`th from 0, is; nil where it does not fit even when
  /// squeezed.
  ///
  /// A perfect line costs 0. The last line is not stretched and costs only what squeezes it.
  public func fit(from a: Int, to b: Int, line: Int) -> Double? {
    let cost = withRuler { $0.fit(from: a, to: b, width: width(ofLine: line)) }
    return cost < 0 ? nil : cost
  }

  /// The badness of a whole set of breaks: the sum that breakers are compared by (LA-5).
  ///
  /// `breaks` are the places where lines end, the paragraph's end last.
  public func badness(of breaks: [Int]) -> Double {
    withRuler { ruler in
      var total = 0.0
      var start = 0
      for (line, end) in breaks.enumerated() {
        let cost = ruler.fit(from: start, to: end, width: ruler.width(ofLine: line))
        total += cost < 0 ? LineCost.overfull : cost
        total += ruler.endCost(from: start, to: end)
        start = end
      }
      return total
    }
  }
}
