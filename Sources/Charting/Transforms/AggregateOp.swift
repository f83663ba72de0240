import Geometry

/// What an aggregate makes of the values of a group.
enum AggregateOp: String, Hashable, Sendable, CaseIterable {
  case count, sum, mean, average, median, min, max, distinct, valid, missing, q1, q3, stdev, stdevp
  case variance, variancep, stderr, product, ci0, ci1, argmin, argmax, values, exponential

  /// Whether the result counts rows, whatever the field holds.
  var isCount: Bool { [.count, .distinct, .valid, .missing].contains(self) }

  /// Whether the result comes of samples drawn from the sample.
  var isResampled: Bool { self == .ci0 || self == .ci1 }

  /// Whether sums of the result mean something, so that it may be stacked without a warning.
  var isSum: Bool { [.count, .sum, .distinct, .valid, .missing].contains(self) }

  /// Whether the result says how far values lie from one another.
  private var isSpread: Bool {
    [.stdev, .stdevp, .variance, .variancep, .stderr].contains(self)
  }

  /// The result for the values of one group; `weight` is that of an exponential mean.
  func of(_ values: [DataValue], rows: Int, weight: Double? = nil) -> DataValue {
    switch self {
    case .count: return .number(Double(rows))
    case .valid: return .number(Double(values.count { $0.isValid }))
    case .missing: return .number(Double(values.count { $0 == .null }))
    case .distinct: return .number(Double(Set(values).count))
    case .values: return .list(values)
    case .min, .max: return extreme(values)
    default: break
    }
    let numbers = values.filter(\.isValid).map(\.number).filter { !$0.isNaN }
    guard !numbers.isEmpty else { return .null }
    // One value alone says nothing of how values differ.
    if isSpread, numbers.count < 2 { return .null }
    if self == .exponential { return .number(Self.fading(numbers, weight ?? 0)) }
    return .number(number(numbers))
  }

  /// A mean in which every number weighs `weight` times what the next one does.
  private static func fading(_ numbers: [Double], _ weight: Double) -> Double {
    let sum = numbers.reduce(0) { $0 * weight + $1 }
    let whole = numbers.reduce(0) { all, _ in all * weight + 1 }
    return sum / whole
  }

  private func extreme(_ values: [DataValue]) -> DataValue {
    let valid = values.filter { $0.isValid && !$0.number.isNaN }
    let pick =
      self == .min
      ? valid.min { $0.number < $1.number } : valid.max { $0.number < $1.number }
    switch pick {
    case nil: return .null
    case .date(let time): return .date(time)
    case let value?: return .number(value.number)
    }
  }

  private func number(_ numbers: [Double]) -> Double {
    switch self {
    case .sum: return numbers.reduce(0, +)
    case .mean, .average: return Statistics.mean(numbers)
    case .product: return numbers.reduce(1, *)
    case .median: return Statistics.quantile(numbers.sorted(), 0.5)
    case .q1: return Statistics.quantile(numbers.sorted(), 0.25)
    case .q3: return Statistics.quantile(numbers.sorted(), 0.75)
    case .stdev: return Statistics.variance(numbers).squareRoot()
    case .stdevp: return Statistics.variance(numbers, population: true).squareRoot()
    case .variance: return Statistics.variance(numbers)
    case .variancep: return Statistics.variance(numbers, population: true)
    case .stderr:
      return (Statistics.variance(numbers) / Double(numbers.count)).squareRoot()
    case .ci0: return Bootstrap.interval(numbers).0
    case .ci1: return Bootstrap.interval(numbers).1
    default: return .nan
    }
  }
}

/// The 95 % interval of a mean by drawing samples from the sample, with a fixed series of random
/// numbers: the same data give the same interval.
enum Bootstrap {
  static func interval(_ numbers: [Double], samples: Int = 1000) -> (Double, Double) {
    guard numbers.count > 1 else { return (numbers.first ?? .nan, numbers.first ?? .nan) }
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    let means = (0..<samples).map { _ in
      var sum = 0.0
      for _ in numbers.indices {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        sum += numbers[Int(truncatingIfNeeded: state >> 33) % numbers.count]
      }
      return sum / Double(numbers.count)
    }.sorted()
    return (Statistics.quantile(means, 0.025), Statistics.quantile(means, 0.975))
  }
}
