import Geometry

/// Places at which curves are evaluated.
enum Sampling {
  /// As few points as a smooth look allows: halves a stretch while the curve bends in it.
  static func adaptive(
    from low: Double, to high: Double, minSteps: Int = 25, maxSteps: Int = 200,
    _ value: (Double) -> Double
  ) -> [(Double, Double)] {
    let span = high - low
    func point(_ x: Double) -> (Double, Double) { (x, value(x)) }
    if minSteps == maxSteps {
      return (0...minSteps).map { point(low + span * Double($0) / Double(minSteps)) }
    }
    let stop = span / Double(maxSteps)
    var done = [point(low)]
    var open = [point(high)]
    for step in stride(from: minSteps - 1, to: 0, by: -1) {
      open.append(point(low + Double(step) / Double(minSteps) * span))
    }
    let heights = open.map(\.1) + [done[0].1]
    let tall = (heights.max() ?? 0) - (heights.min() ?? 0)
    let (sx, sy) = (1 / span, tall > 0 ? 1 / tall : 1)
    func angle(_ a: (Double, Double), _ b: (Double, Double)) -> Double {
      Elementary.atan2(sy * (b.1 - a.1), sx * (b.0 - a.0))
    }
    // Half a degree.
    let bend = 0.5 * Elementary.pi / 180
    while let next = open.last, let last = done.last {
      let middle = point((last.0 + next.0) / 2)
      if middle.0 - last.0 >= stop, (angle(last, next) - angle(last, middle)).magnitude > bend {
        open.append(middle)
      } else {
        done.append(next)
        open.removeLast()
      }
    }
    return done
  }
}
