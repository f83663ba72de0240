import DisplayList
import Geometry

/// Patterns that tell areas apart where there is one ink: lines never thinner than 0.35 pt.
enum Hatching {
  /// How many patterns there are: solid, two diagonals, dots, level lines, a lattice, plain paper.
  static let count = 7

  private static let ink = Stroke(ink: .black, width: .points(0.4))

  /// The lines of a pattern in a box, cut at a path's edges.
  static func lines(_ pattern: Int, in box: Box, clip: Path? = nil) -> [PlacedItem] {
    let edge =
      clip
      ?? Path.rect(Shapes.rect(box.left, box.top, box.right - box.left, box.bottom - box.top))
    let lines: [PlacedItem]
    switch pattern % count {
    case 1: lines = stroked(strokes(1, 2.4, box))
    case 2: lines = stroked(strokes(-1, 2.4, box))
    case 3: lines = dots(in: box)
    case 4: lines = stroked(strokes(0, 2, box))
    case 5: lines = stroked(strokes(1, 2.5, box) + strokes(-1, 2.5, box))
    default: return []
    }
    return [PlacedItem(at: .zero, .group(Group(items: lines, clip: edge)))]
  }

  private static func stroked(_ elements: [Path.Element]) -> [PlacedItem] {
    [PlacedItem(at: .zero, .path(Path(elements), Paint(stroke: ink)))]
  }

  /// Dots of a round pen on a lattice.
  private static func dots(in box: Box) -> [PlacedItem] {
    let pitch = 2.3
    var elements: [Path.Element] = []
    for (row, y) in stride(from: box.top + pitch / 2, to: box.bottom, by: pitch).enumerated() {
      let first = box.left + (row % 2 == 0 ? pitch / 2 : pitch)
      for x in stride(from: first, to: box.right, by: pitch) {
        elements += [.move(Shapes.point(x, y)), .line(Shapes.point(x, y))]
      }
    }
    let pen = Stroke(ink: .black, width: .points(0.9), cap: .round)
    return [PlacedItem(at: .zero, .path(Path(elements), Paint(stroke: pen)))]
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
