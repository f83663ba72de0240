/// The one elementary function the reader needs, so that no maths library is imported and results
/// do not depend on it.
enum Elementary {
  /// e to the power of x, for x from -30 to 0, by halving and a short series.
  static func exponential(_ x: Double) -> Double {
    let small = x / 256
    var power = 1 + small * (1 + small / 2 * (1 + small / 3 * (1 + small / 4)))
    for _ in 0..<8 { power *= power }
    return power
  }
}
