/// Numbers at the points of a line stand on the side that the line leaves free: those that would lie
/// over a line or a symbol change to the other side of their point.
struct FreeSide {
  let text: ChartTypesetter

  /// How far from its point a number may stand, in points.
  private static let reach = 16.0
  /// From a symbol's edge to the number.
  private static let gap = 2.0

  /// What words must not cover.
  private struct Obstacles {
    var segments: [(x1: Double, y1: Double, x2: Double, y2: Double)] = []
    var symbols: [Box] = []

    func meet(_ box: Box) -> Bool {
      symbols.contains { $0.overlaps(box) } || segments.contains { Self.crosses($0, box) }
    }

    /// Whether a stretch goes through a box (Liang and Barsky 1984).
    private static func crosses(
      _ line: (x1: Double, y1: Double, x2: Double, y2: Double), _ box: Box
    ) -> Bool {
      let (dx, dy) = (line.x2 - line.x1, line.y2 - line.y1)
      var (from, to) = (0.0, 1.0)
      for (step, room) in [
        (-dx, line.x1 - box.left), (dx, box.right - line.x1), (-dy, line.y1 - box.top),
        (dy, box.bottom - line.y1),
      ] {
        if step == 0 {
          if room < 0 { return false }
        } else if step < 0 {
          from = max(from, room / step)
        } else {
          to = min(to, room / step)
        }
      }
      return from <= to
    }
  }

  func settle(_ view: inout SceneView) {
    let obstacles = obstacles(in: view)
    guard !obstacles.segments.isEmpty else { return }
    for mark in view.marks.indices where view.marks[mark].kind == .text {
      for place in view.marks[mark].items.indices {
        move(&view.marks[mark].items[place], obstacles, within: view)
      }
    }
  }

  private func obstacles(in view: SceneView) -> Obstacles {
    var found = Obstacles()
    for mark in view.marks {
      if mark.kind == .line {
        for points in mark.series {
          for (a, b) in zip(points, points.dropFirst()) where a.isDefined && b.isDefined {
            found.segments.append((a.x, a.y, b.x, b.y))
          }
        }
      } else if mark.kind == .symbol {
        found.symbols += mark.items.map { item in
          let half = item.size.squareRoot() / 2
          return Box(
            left: item.x - half, top: item.y - half, right: item.x + half, bottom: item.y + half)
        }
      }
    }
    return found
  }

  /// Moves a number that stands straight over or under a point of a line.
  private func move(_ item: inout SceneItem, _ obstacles: Obstacles, within view: SceneView) {
    guard var own = item.text, own.align == "center", own.angle == 0, own.lines.count == 1,
      obstacles.meet(text.box(own).grown(by: -0.5)),
      let point = point(of: item, obstacles)
    else { return }
    let box = text.box(own)
    let half = (box.bottom - box.top) / 2
    let distance = half + radius(at: point, obstacles) + Self.gap
    let (middleX, middleY) = ((box.left + box.right) / 2, (box.top + box.bottom) / 2)
    let aside = (box.right - box.left) / 2 + radius(at: point, obstacles) + Self.gap
    let side = item.y < point.y ? 1.0 : -1
    // The other side first, then further out on its own, then to the right and to the left.
    for (x, y) in [(0, side * distance), (0, -side * distance), (aside, 0), (-aside, 0)] {
      let (dx, dy) = (point.x + x - middleX, point.y + y - middleY)
      let moved = box.moved(dx, dy)
      guard !obstacles.meet(moved.grown(by: -0.5)), moved.bottom <= view.height - 1 else {
        continue
      }
      (own.x, own.y) = (own.x + dx, own.y + dy)
      (item.x, item.y) = (item.x + dx, item.y + dy)
      item.text = own
      return
    }
  }

  private func point(of item: SceneItem, _ obstacles: Obstacles) -> (x: Double, y: Double)? {
    let ends = obstacles.segments.flatMap { [($0.x1, $0.y1), ($0.x2, $0.y2)] }
    let near = ends.filter {
      ($0.0 - item.x).magnitude < 1 && ($0.1 - item.y).magnitude <= Self.reach
    }
    return near.min { ($0.1 - item.y).magnitude < ($1.1 - item.y).magnitude }.map {
      (x: $0.0, y: $0.1)
    }
  }

  private func radius(at point: (x: Double, y: Double), _ obstacles: Obstacles) -> Double {
    obstacles.symbols.filter {
      $0.left < point.x && point.x < $0.right && $0.top < point.y && point.y < $0.bottom
    }.map { ($0.bottom - $0.top) / 2 }.max() ?? 1
  }
}
