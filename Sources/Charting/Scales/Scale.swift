import Geometry

/// A finished scale: from values to places, colours, sizes.
struct Scale: Hashable, Sendable {
  /// What a scale gives.
  enum Range: Hashable, Sendable {
    case numbers([Double])
    case colours(ColourScheme)
    case words([String])
    case dashes([[Double]])
  }

  var type: ScaleType
  /// The values of a discrete scale, the ends (and middle) of a continuous one.
  var domain: [DataValue]
  var range: Range
  /// Bin boundaries, where data are binned.
  var bins: [Double] = []
  var clamp = false
  var round = false
  var base = 10.0
  var exponent = 1.0
  var constant = 1.0
  /// Band scales: paddings as shares of a step, and where slack goes.
  var paddingInner = 0.0
  var paddingOuter = 0.0
  var align = 0.5
  private var places: [DataValue: Int] = [:]

  init(type: ScaleType, domain: [DataValue], range: Range) {
    self.type = type
    self.domain = domain
    self.range = range
    if type.isDiscrete {
      for (place, value) in domain.enumerated() where places[value] == nil { places[value] = place }
    }
  }

  /// A scale that hands numbers on as they are.
  static let identity = Scale(type: .identity, domain: [], range: .numbers([]))

  /// The ends of a continuous domain.
  var ends: (Double, Double) {
    guard let first = domain.first, let last = domain.last else { return (0, 1) }
    return (first.number, last.number)
  }

  var rangeEnds: (Double, Double) {
    guard case .numbers(let numbers) = range, let first = numbers.first, let last = numbers.last
    else { return (0, 1) }
    return (first, last)
  }

  /// The place of a value in a discrete domain.
  func place(of value: DataValue) -> Int? {
    if let place = places[value] { return place }
    // Dates and their milliseconds are the same category.
    switch value {
    case .date(let time): return places[.number(time)]
    case .number(let number): return places[.date(number)]
    default: return nil
    }
  }

  // MARK: Continuous

  private func warped(_ value: Double) -> Double {
    switch type {
    case .log:
      // A domain lies on one side of zero; what lies on the other has no place on it.
      let sign = (domain.first?.number ?? 1) < 0 ? -1.0 : 1
      return value * sign > 0 ? sign * Elementary.log(value * sign) : value == 0 ? -.infinity : .nan
    case .sqrt: return value < 0 ? -(-value).squareRoot() : value.squareRoot()
    case .pow:
      return value < 0 ? -Elementary.pow(-value, exponent) : Elementary.pow(value, exponent)
    case .symlog:
      let sign = value < 0 ? -1.0 : 1
      return sign * Elementary.log(1 + value.magnitude / constant)
    default: return value
    }
  }

  /// How far along the domain a value lies; beyond the ends it goes on unless clamped.
  func fraction(_ value: Double) -> Double {
    if domain.count == 2 {
      let (first, last) = (warped(domain[0].number), warped(domain[1].number))
      let share = last == first ? 0.5 : (warped(value) - first) / (last - first)
      return clamp ? max(0, min(1, share)) : share
    }
    let stops = domain.map { warped($0.number) }
    guard stops.count > 1, let first = stops.first, let last = stops.last else { return 0.5 }
    let place = warped(value)
    let rising = last >= first
    let piece =
      (1..<stops.count - 1).first { rising ? place < stops[$0] : place > stops[$0] }
      ?? stops.count - 1
    let (a, b) = (stops[piece - 1], stops[piece])
    let inner = a == b ? 0.5 : (place - a) / (b - a)
    let share = (Double(piece - 1) + inner) / Double(stops.count - 1)
    return clamp ? max(0, min(1, share)) : share
  }

  // MARK: Bands

  /// The distance of two neighbours of a band or point scale.
  var step: Double {
    let (start, stop) = rangeEnds
    let space = Scale.space(domain.count, paddingInner, paddingOuter)
    let step = (stop - start).magnitude / max(space, 1e-9)
    return round ? step.rounded(.down) : step
  }

  /// The width of a band; nothing for all other scales.
  var bandwidth: Double {
    guard type == .band else { return 0 }
    let width = step * (1 - paddingInner)
    return round ? width.rounded() : width
  }

  /// How many steps a domain takes with its paddings.
  static func space(_ count: Int, _ inner: Double, _ outer: Double) -> Double {
    let space = Double(count) - inner + outer * 2
    return count > 0 ? (space > 0 ? space : 1) : 0
  }

  private func bandStart(_ place: Int) -> Double {
    let (start, stop) = rangeEnds
    let (low, high) = (min(start, stop), max(start, stop))
    let used = step * (Double(domain.count) - paddingInner)
    let first = low + (high - low - used) * align
    let number = stop < start ? domain.count - 1 - place : place
    return (round ? first.rounded() : first) + step * Double(number)
  }

  // MARK: Results

  /// The number of a value: place, size, angle. Nil outside a discrete domain.
  ///
  /// - Parameter band: which share of a band to add.
  func number(_ value: DataValue, band: Double = 0) -> Double? {
    switch type {
    case .band, .point:
      guard let place = place(of: value) else { return nil }
      return bandStart(place) + band * bandwidth
    case .identity: return value.measure
    case .ordinal, .binOrdinal, .quantile, .quantize, .threshold:
      guard case .numbers(let numbers) = range, !numbers.isEmpty, let place = slot(value) else {
        return nil
      }
      return numbers[place % numbers.count]
    default:
      guard case .numbers(let numbers) = range else { return nil }
      guard let number = value.measure, numbers.count > 1 else { return nil }
      let share = fraction(number)
      guard share.isFinite else { return nil }
      let pieces = numbers.count - 1
      let piece = max(0, min(pieces - 1, Int((share * Double(pieces)).rounded(.down))))
      let inner = share * Double(pieces) - Double(piece)
      let result = numbers[piece] + (numbers[piece + 1] - numbers[piece]) * inner
      return round ? result.rounded() : result
    }
  }

  /// Which entry of the range a discrete or discretizing scale takes.
  func slot(_ value: DataValue) -> Int? {
    switch type {
    case .ordinal: return place(of: value)
    case .binOrdinal:
      let number = value.number
      guard number.isFinite, !bins.isEmpty else { return nil }
      return max(0, bins.lastIndex { $0 <= number + 1e-9 * number.magnitude } ?? 0)
    default:
      let number = value.number
      guard number.isFinite else { return nil }
      return thresholds.firstIndex { number < $0 } ?? thresholds.count
    }
  }

  /// The borders between the entries of a discretizing scale's range.
  var thresholds: [Double] {
    let count = rangeCount
    switch type {
    case .threshold: return domain.map(\.number)
    case .quantize:
      let (low, high) = ends
      return (1..<max(2, count)).map { low + (high - low) * Double($0) / Double(count) }
    case .quantile:
      let sorted = domain.compactMap(\.measure).sorted()
      return (1..<max(2, count)).map { Statistics.quantile(sorted, Double($0) / Double(count)) }
    default: return []
    }
  }

  /// How many entries the range has.
  var rangeCount: Int {
    switch range {
    case .numbers(let items): items.count
    case .colours(let scheme): scheme.colours.count
    case .words(let items): items.count
    case .dashes(let items): items.count
    }
  }

  /// The colour of a value.
  func colour(_ value: DataValue) -> RGB? {
    guard case .colours(let scheme) = range, !scheme.colours.isEmpty else { return nil }
    if type.isContinuous {
      let number = value.number
      return number.isFinite ? scheme.colour(at: fraction(number)) : nil
    }
    guard let place = slot(value) else { return nil }
    return scheme.colours[place % scheme.colours.count]
  }

  /// The word of a value, such as a shape's name.
  func word(_ value: DataValue) -> String? {
    guard case .words(let words) = range, !words.isEmpty, let place = slot(value) else {
      return nil
    }
    return words[place % words.count]
  }

  /// The dash pattern of a value.
  func dash(_ value: DataValue) -> [Double]? {
    guard case .dashes(let dashes) = range, !dashes.isEmpty, let place = slot(value) else {
      return nil
    }
    return dashes[place % dashes.count]
  }
}

extension Scale {
  /// The nearest power of the base, by rounding the logarithm.
  func power(of value: Double) -> Double {
    Elementary.pow(base, (Elementary.log(value) / Elementary.log(base)).rounded())
  }

  /// Round values along a continuous domain.
  func ticks(_ count: Double) -> [DataValue] {
    let (low, high) = ends
    switch type {
    case .time, .utc:
      return TimeTicks(from: low, to: high, count: count).ticks(low, high).map { .date($0) }
    case .log: return Ticks.logarithmic(low, high, base: base, count: count).map { .number($0) }
    case .linear, .pow, .sqrt, .symlog, .quantize:
      return Ticks.linear(low, high, count).map { .number($0) }
    default: return domain
    }
  }
}
