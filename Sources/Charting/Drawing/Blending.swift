import DisplayList
import Geometry

/// Blends of colours as bands of one colour each, clipped to the shape that they fill: presses and
/// colour conversions then see plain inks, and every viewer the same steps.
enum Blending {
  /// More steps than an eye tells apart on paper.
  private static let steps = 64

  /// The bands of a blend over a path's box. Each reaches on to the far end, so that no gap shows
  /// between neighbours.
  static func bands(
    _ blend: SceneBlend, of path: Path, _ paint: (RGB, Path) -> [PlacedItem]
  ) -> [PlacedItem] {
    guard let box = box(path) else { return [] }
    var items: [PlacedItem] = []
    for step in 0..<steps {
      let start = Double(step) / Double(steps)
      let colour = blend.colour(at: start + 0.5 / Double(steps))
      let band =
        blend.isRadial
        ? disc(blend, 1 - start, box) : stripe(blend, from: step == 0 ? -.infinity : start, box)
      let own = blend.isRadial ? blend.colour(at: 1 - start - 0.5 / Double(steps)) : colour
      let shape = blend.isRadial && step == 0 ? Path.rect(rect(box)) : band
      items += paint(own, shape)
    }
    return [PlacedItem(at: .zero, .group(Group(items: items, clip: path)))]
  }

  private static func rect(_ box: Box) -> Rect {
    Shapes.rect(box.left, box.top, box.right - box.left, box.bottom - box.top)
  }

  private static func box(_ path: Path) -> Box? {
    let points = path.elements.flatMap { element -> [Point] in
      switch element {
      case .move(let p), .line(let p): [p]
      case .curve(let a, let b, let c): [a, b, c]
      case .close: []
      }
    }
    let (xs, ys) = (points.map(\.x.points), points.map(\.y.points))
    guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max()
    else { return nil }
    return Box(left: left, top: top, right: right, bottom: bottom)
  }

  /// Everything from a share of a linear blend on: a strip across its direction, wider than the box.
  private static func stripe(_ blend: SceneBlend, from share: Double, _ box: Box) -> Path {
    let (dx, dy) = (blend.x2 - blend.x1, blend.y2 - blend.y1)
    let far = 4.0
    let start = max(-far, share)
    // In shares of the box; lines of one colour stand across the direction there.
    func corner(_ along: Double, _ across: Double) -> (Double, Double) {
      let x = blend.x1 + dx * along - dy * across
      let y = blend.y1 + dy * along + dx * across
      return (box.left + x * (box.right - box.left), box.top + y * (box.bottom - box.top))
    }
    guard dx != 0 || dy != 0 else { return .rect(rect(box)) }
    let reach = far / max(0.25, (dx * dx + dy * dy).squareRoot())
    return Shapes.polygon([
      corner(start, -reach), corner(start + far + reach, -reach),
      corner(start + far + reach, reach), corner(start, reach),
    ])
  }

  /// Everything within a share of a radial blend.
  private static func disc(_ blend: SceneBlend, _ share: Double, _ box: Box) -> Path {
    let radius = blend.r1 + (blend.r2 - blend.r1) * share
    let side = max(box.right - box.left, box.bottom - box.top)
    return Shapes.circle(
      box.left + blend.x2 * (box.right - box.left), box.top + blend.y2 * (box.bottom - box.top),
      max(0, radius * side))
  }
}
