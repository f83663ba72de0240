import Geometry

/// Lines through points and shapes of distributions.
enum Fitting {
  /// A fitted line: points, and what its parameters are.
  struct Fit: Hashable, Sendable {
    var coefficients: [Double]
    var rSquared: Double
    var method: String

    /// The value at a place.
    func value(_ x: Double) -> Double {
      func at(_ place: Int) -> Double { place < coefficients.count ? coefficients[place] : 0 }
      switch method {
      case "log": return at(0) + at(1) * Elementary.log(x)
      case "exp": return at(0) * Elementary.exp(at(1) * x)
      case "pow": return at(0) * Elementary.pow(x, at(1))
      default:
        return coefficients.reversed().reduce(0) { $0 * x + $1 }
      }
    }
  }

  /// Fits by least squares: `linear`, `log`, `exp`, `pow`, `quad`, `poly`.
  static func regression(_ points: [(Double, Double)], method: String, order: Int) -> Fit? {
    guard points.count > 1 else { return nil }
    var coefficients: [Double]?
    switch method {
    case "log":
      coefficients = polynomial(points.filter { $0.0 > 0 }.map { (Elementary.log($0.0), $0.1) }, 1)
    case "exp":
      let logs = points.filter { $0.1 > 0 }.map { ($0.0, Elementary.log($0.1), $0.1) }
      coefficients = weighted(logs).map { [Elementary.exp($0.0), $0.1] }
    case "pow":
      let logs = points.filter { $0.0 > 0 && $0.1 > 0 }
        .map { (Elementary.log($0.0), Elementary.log($0.1)) }
      coefficients = polynomial(logs, 1).map { [Elementary.exp($0[0]), $0[1]] }
    case "quad": coefficients = polynomial(points, 2)
    case "poly": coefficients = polynomial(points, order)
    default: coefficients = polynomial(points, 1)
    }
    guard let coefficients else { return nil }
    var fit = Fit(coefficients: coefficients, rSquared: 0, method: method)
    let mean = Statistics.mean(points.map(\.1))
    let rest = points.reduce(0) { $0 + ($1.1 - fit.value($1.0)) * ($1.1 - fit.value($1.0)) }
    let total = points.reduce(0) { $0 + ($1.1 - mean) * ($1.1 - mean) }
    fit.rSquared = total > 0 ? 1 - rest / total : 1
    return fit
  }

  private static func weighted(_ points: [(Double, Double, Double)]) -> (Double, Double)? {
    let weight = points.reduce(0) { $0 + $1.2 }
    guard weight > 0 else { return nil }
    let x = points.reduce(0) { $0 + $1.2 * $1.0 } / weight
    let y = points.reduce(0) { $0 + $1.2 * $1.1 } / weight
    let xy = points.reduce(0) { $0 + $1.2 * ($1.0 - x) * ($1.1 - y) }
    let xx = points.reduce(0) { $0 + $1.2 * ($1.0 - x) * ($1.0 - x) }
    let slope = xx > 0 ? xy / xx : 0
    return (y - slope * x, slope)
  }

  /// Coefficients by rising power; centred first, because powers of years lose all digits.
  private static func polynomial(_ points: [(Double, Double)], _ order: Int) -> [Double]? {
    let size = order + 1
    guard points.count >= size else { return nil }
    let shift = Statistics.mean(points.map(\.0))
    var matrix = [[Double]](repeating: [Double](repeating: 0, count: size + 1), count: size)
    for (x, y) in points {
      let powers = (0...2 * order).map { Elementary.pow(x - shift, Double($0)) }
      for row in 0..<size {
        for column in 0..<size { matrix[row][column] += powers[row + column] }
        matrix[row][size] += powers[row] * y
      }
    }
    guard let centred = solve(matrix) else { return nil }
    var result = [Double](repeating: 0, count: size)
    for (power, coefficient) in centred.enumerated() {
      var binomial = 1.0
      for term in 0...power {
        result[power - term] += coefficient * binomial * Elementary.pow(-shift, Double(term))
        binomial = binomial * Double(power - term) / Double(term + 1)
      }
    }
    return result
  }

  private static func solve(_ system: [[Double]]) -> [Double]? {
    var matrix = system
    let size = matrix.count
    for pivot in 0..<size {
      let best =
        (pivot..<size).max { matrix[$0][pivot].magnitude < matrix[$1][pivot].magnitude } ?? pivot
      matrix.swapAt(pivot, best)
      guard matrix[pivot][pivot].magnitude > 1e-300 else { return nil }
      for row in 0..<size where row != pivot {
        let factor = matrix[row][pivot] / matrix[pivot][pivot]
        for column in pivot...size { matrix[row][column] -= factor * matrix[pivot][column] }
      }
    }
    return (0..<size).map { matrix[$0][size] / matrix[$0][$0] }
  }

  /// The points at which a curve is drawn: the ends, and enough between them.
  static func curve(_ fit: Fit, from low: Double, to high: Double) -> [(Double, Double)] {
    if fit.method == "linear" || high <= low {
      return [(low, fit.value(low)), (high, fit.value(high))]
    }
    return Sampling.adaptive(from: low, to: high) { fit.value($0) }
  }

  /// A bandwidth for kernel density: Scott's rule, for a number of values of which some may be absent.
  static func bandwidth(_ values: [Double], count: Int) -> Double {
    let sorted = values.sorted()
    let deviation = Statistics.variance(sorted).squareRoot()
    let spread = (Statistics.quantile(sorted, 0.75) - Statistics.quantile(sorted, 0.25)) / 1.34
    let least = min(deviation, spread)
    let base = least > 0 ? least : deviation > 0 ? deviation : sorted.first?.magnitude ?? 1
    return 1.06 * (base > 0 ? base : 1) * Elementary.pow(Double(max(1, count)), -0.2)
  }

  /// The density of values at a place, by normal kernels.
  static func density(_ values: [Double], _ width: Double, at place: Double, cumulative: Bool)
    -> Double
  {
    let sum = values.reduce(0.0) { sum, value in
      let z = (place - value) / width
      return sum
        + (cumulative
          ? normalShare(z)
          : Elementary.exp(-0.5 * z * z) / (width * (2 * Elementary.pi).squareRoot()))
    }
    return sum / Double(max(1, values.count))
  }

  /// The share of a normal distribution below a place (Hart's approximation, as Vega uses).
  private static func normalShare(_ z: Double) -> Double {
    let size = z.magnitude
    guard size <= 37 else { return z > 0 ? 1 : 0 }
    let bell = Elementary.exp(-size * size / 2)
    var share: Double
    if size < 7.07106781186547 {
      let upper = [
        0.0352624965998911, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871,
        221.213596169931, 220.206867912376,
      ]
      let lower = [
        0.0883883476483184, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674,
        637.333633378831, 793.826512519948, 440.413735824752,
      ]
      share = bell * upper.reduce(0) { $0 * size + $1 } / lower.reduce(0) { $0 * size + $1 }
    } else {
      let tail = size + 1 / (size + 2 / (size + 3 / (size + 4 / (size + 0.65))))
      share = bell / tail / 2.506628274631
    }
    return z > 0 ? 1 - share : share
  }
}
