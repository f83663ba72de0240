import DisplayList
import Geometry

/// Patterns that tell areas apart where there is one ink: lines never thinner than 0.35 pt.
enum Hatching {
  /// How many patterns there are; the first is solid.
  static let count = 6

  /// The lines of a pattern in a box, cut at its edges.
  static func lines(_ pattern: Int, in box: Box) -> [PlacedItem] {
    let directions: [(Double, Double)]
    switch pattern % count {
    case 1: directions = [(1, 2.4)]
    case 2: directions = [(-1, 2.4)]
    case 3: directions = [(0, 2)]
    case 4: directions = [(1, 2.8), (-1, 2.8)]
    default: return []
    }
    var elements: [Path.Element] = []
    for (slope, gap) in directions { elements += strokes(slope, gap, box) }
    let stroke = Stroke(ink: .black, width: .points(0.4))
    let clip = Path.rect(
      Shapes.rect(box.left, box.top, box.right - box.left, box.bottom - box.top))
    let lines = PlacedItem(at: .zero, .path(Path(elements), Paint(stroke: stroke)))
    return [PlacedItem(at: .zero, .group(Group(items: [lines], clip: clip)))]
  }

  private static func strokes(_ slope: Double, _ gap: Double, _ box: Box) -> [Path.Element] {
    let (width, height) = (box.right - box.left, box.bottom - box.top)
    guard slope != 0 else {
      return stride(from: box.top + gap / 2, to: box.bottom, by: gap).flatMap {
        [.move(Shapes.point(box.left, $0)), .line(Shapes.point(box.right, $0))] as [Path.Element]
      }
    }
    // A slanted line every `gap` across; it leaves the box on the other side.
    let step = gap * 2.0.squareRoot()
    return stride(from: -height, to: width, by: step).flatMap { start -> [Path.Element] in
      let (x, far) = (box.left + start, box.left + start + height)
      return slope > 0
        ? [.move(Shapes.point(x, box.bottom)), .line(Shapes.point(far, box.top))]
        : [.move(Shapes.point(x, box.top)), .line(Shapes.point(far, box.bottom))]
    }
  }
}
