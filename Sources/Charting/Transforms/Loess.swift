/// A smooth line through points by local regression (Cleveland 1979), with two robust passes.
enum Loess {
  static func curve(_ points: [(Double, Double)], bandwidth: Double) -> [(Double, Double)] {
    let sorted = points.sorted { $0.0 < $1.0 }
    guard sorted.count > 1 else { return sorted }
    let meanX = Statistics.mean(sorted.map(\.0))
    let meanY = Statistics.mean(sorted.map(\.1))
    let xs = sorted.map { $0.0 - meanX }
    let ys = sorted.map { $0.1 - meanY }
    let count = xs.count
    let width = max(2, Int(bounded: bandwidth * Double(count)))
    var robust = [Double](repeating: 1, count: count)
    var fitted = [Double](repeating: 0, count: count)
    for pass in 0...2 {
      fitted = pass1(xs, ys, robust, width)
      if pass == 2 { break }
      let rests = (0..<count).map { (ys[$0] - fitted[$0]).magnitude }
      let median = Statistics.quantile(rests.sorted(), 0.5)
      if median < 1e-12 { break }
      robust = rests.map { rest in
        let share = rest / (6 * median)
        return share >= 1 ? 1e-12 : (1 - share * share) * (1 - share * share)
      }
    }
    return merged(xs, fitted, meanX, meanY)
  }

  private static func pass1(
    _ xs: [Double], _ ys: [Double], _ robust: [Double], _ width: Int
  ) -> [Double] {
    var low = 0
    var high = min(width, xs.count) - 1
    return xs.indices.map { place in
      let x = xs[place]
      while high + 1 < xs.count, place > low, xs[high + 1] - x <= x - xs[low] {
        low += 1
        high += 1
      }
      let far = x - xs[low] > xs[high] - x ? low : high
      let scale = 1 / ((xs[far] - x).magnitude == 0 ? 1 : (xs[far] - x).magnitude)
      var (w, wx, wy, wxy, wxx) = (0.0, 0.0, 0.0, 0.0, 0.0)
      for other in low...high {
        let share = (x - xs[other]).magnitude * scale
        let cube = 1 - share * share * share
        let weight = cube * cube * cube * robust[other]
        w += weight
        wx += xs[other] * weight
        wy += ys[other] * weight
        wxy += xs[other] * ys[other] * weight
        wxx += xs[other] * xs[other] * weight
      }
      guard w > 0 else { return ys[place] }
      let spread = wxx / w - wx / w * (wx / w)
      let slope = spread.magnitude < 1e-12 ? 0 : (wxy / w - wx / w * (wy / w)) / spread
      return wy / w + slope * (x - wx / w)
    }
  }

  private static func merged(
    _ xs: [Double], _ ys: [Double], _ meanX: Double, _ meanY: Double
  ) -> [(Double, Double)] {
    var result: [(x: Double, y: Double, count: Double)] = []
    for (x, y) in zip(xs, ys) {
      if let last = result.last, last.x == x {
        let count = last.count + 1
        result[result.count - 1].y += (y - last.y) / count
        result[result.count - 1].count = count
      } else {
        result.append((x, y, 1))
      }
    }
    return result.map { ($0.x + meanX, $0.y + meanY) }
  }
}
