import Geometry

/// Sums and averages of rows of numbers.
enum Statistics {
  /// The value that a share of sorted numbers lies below, ends interpolated.
  static func quantile(_ sorted: [Double], _ share: Double) -> Double {
    guard let first = sorted.first, let last = sorted.last else { return .nan }
    if share <= 0 || sorted.count < 2 { return first }
    if share >= 1 { return last }
    let place = Double(sorted.count - 1) * share
    let low = Int(place.rounded(.down))
    return sorted[low] + (sorted[low + 1] - sorted[low]) * (place - Double(low))
  }

  /// The mean.
  static func mean(_ values: [Double]) -> Double {
    values.isEmpty ? .nan : values.reduce(0, +) / Double(values.count)
  }

  /// The variance of a sample, or of a whole population.
  static func variance(_ values: [Double], population: Bool = false) -> Double {
    let count = Double(values.count) - (population ? 0 : 1)
    guard count > 0 else { return values.isEmpty ? .nan : 0 }
    let mean = mean(values)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
  }
}
