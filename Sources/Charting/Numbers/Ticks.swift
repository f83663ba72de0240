import Geometry

/// Round numbers on an axis, as d3 chooses them: steps of 1, 2 and 5 times a power of ten.
enum Ticks {
  /// The increment of about `count` ticks; negative values are reciprocals.
  private static func spec(_ start: Double, _ stop: Double, _ count: Double) -> (
    Double, Double, Double
  ) {
    let step = (stop - start) / max(0, count)
    let power = Elementary.log10(step).rounded(.down)
    let error = step / Elementary.pow(10, power)
    let factor =
      error >= 50.0.squareRoot()
      ? 10.0 : error >= 10.0.squareRoot() ? 5 : error >= 2.0.squareRoot() ? 2 : 1
    var (first, last, increment): (Double, Double, Double)
    if power < 0 {
      increment = Elementary.pow(10, -power) / factor
      first = (start * increment).rounded()
      last = (stop * increment).rounded()
      if first / increment < start { first += 1 }
      if last / increment > stop { last -= 1 }
      increment = -increment
    } else {
      increment = Elementary.pow(10, power) * factor
      first = (start / increment).rounded()
      last = (stop / increment).rounded()
      if first * increment < start { first += 1 }
      if last * increment > stop { last -= 1 }
    }
    if last < first, count >= 0.5, count < 2 { return spec(start, stop, count * 2) }
    return (first, last, increment)
  }

  /// The signed increment.
  static func increment(_ start: Double, _ stop: Double, _ count: Double) -> Double {
    spec(start, stop, count).2
  }

  /// The distance of two ticks.
  static func step(_ start: Double, _ stop: Double, _ count: Double) -> Double {
    guard start != stop else { return 0 }
    let increment = increment(min(start, stop), max(start, stop), count)
    return increment < 0 ? 1 / -increment : increment
  }

  /// The ticks of a stretch.
  static func linear(_ start: Double, _ stop: Double, _ count: Double) -> [Double] {
    guard count > 0, start.isFinite, stop.isFinite else { return [] }
    if start == stop { return [start] }
    let (low, high) = (min(start, stop), max(start, stop))
    let (first, last, increment) = spec(low, high, count)
    guard last >= first, last - first < 10_000 else { return [] }
    let ticks = (0...Int(last - first)).map { place in
      increment < 0 ? (first + Double(place)) / -increment : (first + Double(place)) * increment
    }
    return stop < start ? ticks.reversed() : ticks
  }

  /// A stretch widened to round ends.
  static func nice(_ start: Double, _ stop: Double, _ count: Double = 10) -> (Double, Double) {
    var (low, high) = (min(start, stop), max(start, stop))
    guard low < high, low.isFinite, high.isFinite else { return (start, stop) }
    var last: Double?
    for _ in 0..<10 {
      let step = increment(low, high, count)
      if step == last || step == 0 || !step.isFinite { break }
      if step > 0 {
        low = (low / step).rounded(.down) * step
        high = (high / step).rounded(.up) * step
      } else {
        low = (low * step).rounded(.up) / step
        high = (high * step).rounded(.down) / step
      }
      last = step
    }
    return start <= stop ? (low, high) : (high, low)
  }

  /// The ticks of a logarithmic stretch.
  static func logarithmic(_ start: Double, _ stop: Double, base: Double, count: Double) -> [Double]
  {
    let isNegative = start < 0
    let (low, high) = (min(start.magnitude, stop.magnitude), max(start.magnitude, stop.magnitude))
    guard low > 0, high.isFinite else { return [] }
    func log(_ value: Double) -> Double { Elementary.log(value) / Elementary.log(base) }
    let (i, j) = (snapped(log(low)), snapped(log(high)))
    var ticks: [Double] = []
    if base == base.rounded(), j - i < count {
      for power in Int(i.rounded(.down))...Int(j.rounded(.up)) {
        for factor in stride(from: 1.0, to: base, by: 1) {
          let tick = factor * Elementary.pow(base, Double(power))
          if tick >= low * (1 - 1e-12), tick <= high * (1 + 1e-12) { ticks.append(tick) }
        }
      }
      if Double(ticks.count) * 2 < count { ticks = linear(low, high, count) }
    } else {
      ticks = linear(i, j, min(j - i, count)).map { Elementary.pow(base, $0) }
    }
    let signed = isNegative ? ticks.map { -$0 } : ticks
    return start < stop ? signed.sorted() : signed.sorted(by: >)
  }

  private static func snapped(_ value: Double) -> Double {
    let near = value.rounded()
    return (value - near).magnitude < 1e-12 ? near : value
  }

  /// The decimal places that a step needs.
  static func places(_ step: Double) -> Int {
    guard step > 0, step.isFinite else { return 0 }
    return max(0, -NumberText.significant(step, 15).exponent)
  }
}
