import Geometry

/// A box in chart units.
struct Box: Hashable, Sendable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  func moved(_ x: Double, _ y: Double) -> Box {
    Box(left: left + x, top: top + y, right: right + x, bottom: bottom + y)
  }

  func union(_ other: Box) -> Box {
    Box(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }

  func grown(by margin: Double) -> Box {
    Box(left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin)
  }

  func overlaps(_ other: Box) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  func contains(_ other: Box) -> Bool {
    left <= other.left && top <= other.top && right >= other.right && bottom >= other.bottom
  }

  /// The upright box round this one turned about the origin.
  func turned(by degrees: Double) -> Box {
    guard degrees != 0 else { return self }
    let corners = TurnedFrame(self, by: degrees, at: (0, 0)).corners
    return Box(
      left: corners.map(\.x).min() ?? 0, top: corners.map(\.y).min() ?? 0,
      right: corners.map(\.x).max() ?? 0, bottom: corners.map(\.y).max() ?? 0)
  }
}

/// A box turned about an anchor.
struct TurnedFrame: Hashable, Sendable {
  /// A corner in chart units.
  struct Corner: Hashable, Sendable {
    var x: Double
    var y: Double
  }

  /// The four corners in their order round the frame.
  let corners: [Corner]

  init(_ box: Box, by degrees: Double, at anchor: (x: Double, y: Double)) {
    let radians = degrees * Elementary.pi / 180
    let (c, s) = degrees == 0 ? (1, 0) : (Elementary.cos(radians), Elementary.sin(radians))
    corners = [
      (box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom),
    ].map { Corner(x: anchor.x + $0.0 * c - $0.1 * s, y: anchor.y + $0.0 * s + $0.1 * c) }
  }

  /// Whether two frames share some ground: no side of either has all of the other beyond it.
  func meets(_ other: TurnedFrame) -> Bool { !isParted(from: other) && !other.isParted(from: self) }

  private func isParted(from other: TurnedFrame) -> Bool {
    corners.indices.contains { number in
      let (a, b) = (corners[number], corners[(number + 1) % corners.count])
      let (nx, ny) = (b.y - a.y, a.x - b.x)
      func reach(_ frame: TurnedFrame) -> ClosedRange<Double> {
        let along = frame.corners.map { $0.x * nx + $0.y * ny }
        return (along.min() ?? 0)...(along.max() ?? 0)
      }
      let (own, theirs) = (reach(self), reach(other))
      return own.upperBound <= theirs.lowerBound || theirs.upperBound <= own.lowerBound
    }
  }
}
