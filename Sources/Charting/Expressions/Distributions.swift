import Geometry

/// Distributions that expressions may ask: the normal one, the one whose logarithm is normal, and the
/// even one, each by density, by share below a value, and by the value below which a share lies.
enum Distributions {
  /// The functions by name; each takes a value, then the mean and deviation, or the two ends.
  static let functions: [String: @Sendable ([Double]) -> Double] = [
    "densityNormal": { normal($0) { density($0) / $1 } },
    "cumulativeNormal": { normal($0) { z, _ in below(z) } },
    "quantileNormal": { at($0) { $0 + $1 * standard($2) } },
    "densityLogNormal": { numbers in
      let value = numbers.first ?? .nan
      guard value > 0 else { return 0 }
      return normal(logarithmic(numbers)) { density($0) / ($1 * value) }
    },
    "cumulativeLogNormal": { numbers in
      (numbers.first ?? .nan) > 0 ? normal(logarithmic(numbers)) { z, _ in below(z) } : 0
    },
    "quantileLogNormal": { at($0) { Elementary.exp($0 + $1 * standard($2)) } },
    "densityUniform": { even($0) { $0 >= $1 && $0 <= $2 ? 1 / ($2 - $1) : 0 } },
    "cumulativeUniform": { even($0) { max(0, min(1, ($0 - $1) / ($2 - $1))) } },
    "quantileUniform": { even($0) { (0...1).contains($0) ? $1 + $0 * ($2 - $1) : .nan } },
  ]

  private static func logarithmic(_ numbers: [Double]) -> [Double] {
    [Elementary.log(numbers.first ?? .nan)] + numbers.dropFirst()
  }

  /// Calls with a value as so many deviations from the mean, and the deviation.
  private static func normal(_ numbers: [Double], _ call: (Double, Double) -> Double) -> Double {
    at(numbers) { mean, deviation, value in call((value - mean) / deviation, deviation) }
  }

  /// Calls with the mean, the deviation and the value.
  private static func at(
    _ numbers: [Double], _ call: (Double, Double, Double) -> Double
  ) -> Double {
    guard let value = numbers.first else { return .nan }
    return call(numbers.count > 1 ? numbers[1] : 0, numbers.count > 2 ? numbers[2] : 1, value)
  }

  /// Calls with the value and the two ends, which are 0 and 1 unless given.
  private static func even(
    _ numbers: [Double], _ call: (Double, Double, Double) -> Double
  ) -> Double {
    guard let value = numbers.first else { return .nan }
    let ends = numbers.dropFirst()
    return call(value, ends.count > 1 ? numbers[1] : 0, ends.last ?? 1)
  }

  private static func density(_ z: Double) -> Double {
    Elementary.exp(-z * z / 2) / (2 * Elementary.pi).squareRoot()
  }

  /// The share of a standard normal distribution below a value, after Hart (1968).
  private static func below(_ z: Double) -> Double {
    let size = z.magnitude
    guard size <= 37 else { return z > 0 ? 1 : z < 0 ? 0 : .nan }
    let top = [
      3.52624965998911e-02, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871,
      221.213596169931, 220.206867912376,
    ]
    let bottom = [
      8.83883476483184e-02, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674,
      637.333633378831, 793.826512519948, 440.413735824752,
    ]
    let share: Double
    if size < 7.07106781186547 {
      share = top.reduce(0) { $0 * size + $1 } / bottom.reduce(0) { $0 * size + $1 }
    } else {
      let fraction = [4.0, 3, 2, 1].reduce(size + 0.65) { size + $1 / $0 }
      share = 1 / fraction / 2.506628274631
    }
    let tail = Elementary.exp(-size * size / 2) * share
    return z > 0 ? 1 - tail : tail
  }

  /// The value below which a share of a standard normal distribution lies: a first guess by the tails,
  /// then steps towards it until nothing changes.
  private static func standard(_ share: Double) -> Double {
    guard share > 0, share < 1 else {
      return share == 0 ? -.infinity : share == 1 ? .infinity : .nan
    }
    let tail = min(share, 1 - share)
    let root = (-2 * Elementary.log(tail)).squareRoot()
    let rise = 2.515517 + root * (0.802853 + root * 0.010328)
    let fall = 1 + root * (1.432788 + root * (0.189269 + root * 0.001308))
    var z = rise / fall - root
    for _ in 0..<8 {
      let slope = density(z)
      guard slope > 0 else { break }
      let step = (below(z) - tail) / slope
      z -= step / (1 + z * step / 2)
      if step.magnitude < 1e-14 { break }
    }
    return share > 0.5 ? -z : z
  }
}
