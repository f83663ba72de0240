import Geometry

/// Round moments on an axis: whole hours, days, months, years.
struct TimeTicks: Hashable, Sendable {
  /// What is counted.
  enum Unit: String, Hashable, Sendable {
    case millisecond, second, minute, hour, day, week, month, year
  }

  var unit: Unit
  var step: Int

  private static let ladder: [(unit: Unit, step: Int, length: Double)] = [
    (.second, 1, 1e3), (.second, 5, 5e3), (.second, 15, 15e3), (.second, 30, 30e3),
    (.minute, 1, 6e4), (.minute, 5, 3e5), (.minute, 15, 9e5), (.minute, 30, 18e5),
    (.hour, 1, 36e5), (.hour, 3, 108e5), (.hour, 6, 216e5), (.hour, 12, 432e5),
    (.day, 1, 864e5), (.day, 2, 1728e5), (.week, 1, 6048e5), (.month, 1, 2592e6),
    (.month, 3, 7776e6), (.year, 1, 31536e6),
  ]

  init(unit: Unit, step: Int = 1) {
    self.unit = unit
    self.step = max(1, step)
  }

  /// The interval that gives about so many ticks.
  init(from start: Double, to stop: Double, count: Double) {
    let target = (stop - start).magnitude / max(1, count)
    let ladder = Self.ladder
    let place = ladder.firstIndex { $0.length > target } ?? ladder.count
    if place == ladder.count {
      let years = Ticks.step(start / 31536e6, stop / 31536e6, count)
      self.init(unit: .year, step: max(1, Int(bounded: years.rounded(.up))))
    } else if place == 0 {
      self.init(
        unit: .millisecond, step: max(1, Int(bounded: Ticks.step(start, stop, count).rounded())))
    } else {
      let isLower = target / ladder[place - 1].length < ladder[place].length / target
      let pick = ladder[isLower ? place - 1 : place]
      self.init(unit: pick.unit, step: pick.step)
    }
  }

  /// The last round moment not after a time.
  func floor(_ time: Double) -> Double {
    var date = CivilDate(time)
    func cut(_ value: Int) -> Int { Int((Double(value) / Double(step)).rounded(.down)) * step }
    switch unit {
    case .millisecond: return (time / Double(step)).rounded(.down) * Double(step)
    case .second:
      date = CivilDate(
        year: date.year, month: date.month, day: date.day, hour: date.hour, minute: date.minute,
        second: cut(date.second))
    case .minute:
      date = CivilDate(
        year: date.year, month: date.month, day: date.day, hour: date.hour, minute: cut(date.minute)
      )
    case .hour:
      date = CivilDate(year: date.year, month: date.month, day: date.day, hour: cut(date.hour))
    case .day:
      date = CivilDate(year: date.year, month: date.month, day: (date.day - 1) / step * step + 1)
    case .week: date = CivilDate(year: date.year, month: date.month, day: date.day - date.weekday)
    case .month: date = CivilDate(year: date.year, month: cut(date.month - 1) + 1)
    case .year: date = CivilDate(year: cut(date.year))
    }
    return date.time
  }

  /// The next round moment after one.
  func next(_ time: Double) -> Double {
    var date = CivilDate(time)
    switch unit {
    case .millisecond: return time + Double(step)
    case .second: date.second += step
    case .minute: date.minute += step
    case .hour: date.hour += step
    case .day:
      // Steps of days start anew each month.
      date.day += step
      let moved = CivilDate(date.time)
      let current = CivilDate(time)
      if step > 1, moved.month != current.month {
        return CivilDate(year: moved.year, month: moved.month).time
      }
    case .week: date.day += 7 * step
    case .month: date.month += step
    case .year: date.year += step
    }
    return date.time
  }

  /// The round moments of a stretch, ends included.
  func ticks(_ start: Double, _ stop: Double) -> [Double] {
    guard start.isFinite, stop.isFinite else { return [] }
    let (low, high) = (min(start, stop), max(start, stop))
    var ticks: [Double] = []
    var time = floor(low)
    if time < low { time = next(time) }
    while time <= high, ticks.count < 10_000 {
      ticks.append(time)
      let following = next(time)
      guard following > time else { break }
      time = following
    }
    return start <= stop ? ticks : ticks.reversed()
  }

  /// A stretch widened to round moments.
  func nice(_ start: Double, _ stop: Double) -> (Double, Double) {
    let low = floor(start)
    var high = floor(stop)
    if high < stop { high = next(high) }
    return (low, high)
  }
}
