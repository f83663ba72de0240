import Geometry

/// What words stand on, and whether they can be read there.
struct TextGrounds {
  let text: ChartTypesetter

  /// The least contrast of words with their ground.
  static let leastContrast = 4.5

  /// The words that are too faint.
  func faint(in scene: Scene) -> [String] {
    faint(scene.root, paper: (scene.background ?? .white).flattened())
  }

  private func faint(_ view: SceneView, paper: RGB) -> [String] {
    var found: [String] = []
    func check(_ own: SceneText?, over marks: [SceneMark]) {
      guard let own, !own.isHidden, own.lines.contains(where: { !$0.isEmpty }) else { return }
      let box = text.box(own)
      let ground = own.hasGround ? paper : ground(at: box, marks) ?? paper
      let ink = own.colour.flattened(own.opacity)
      if RGB.contrast(ink, ground) < Self.leastContrast {
        found.append(own.lines.joined(separator: " "))
      }
    }
    for (number, mark) in view.marks.enumerated() where mark.kind == .text {
      for item in mark.items { check(item.text, over: Array(view.marks.prefix(number))) }
    }
    view.notes.forEach { check($0, over: view.marks) }
    var words: [SceneText?] = [view.title?.text, view.title?.subtitle]
    for axis in view.axes + view.headers.flatMap(\.axes) where axis.isMain {
      words += axis.labels.map { $0 } + [axis.title]
    }
    words += view.headers.map(\.text)
    for legend in view.legends { words += legend.entries.map(\.label) + legend.labels }
    words.forEach { check($0, over: []) }
    return found + view.views.flatMap { faint($0, paper: paper) }
  }

  /// The colour of the topmost mark under the middle of a text; nil on bare paper.
  private func ground(at box: Box, _ marks: [SceneMark]) -> RGB? {
    let (x, y) = ((box.left + box.right) / 2, (box.top + box.bottom) / 2)
    for mark in marks.reversed() {
      let items = mark.items.reversed()
      let found: SceneItem? =
        switch mark.kind {
        case .rect:
          items.first {
            min($0.x, $0.x + $0.width) <= x && x <= max($0.x, $0.x + $0.width)
              && min($0.y, $0.y + $0.height) <= y && y <= max($0.y, $0.y + $0.height)
          }
        case .symbol:
          items.first { item in
            let (dx, dy) = (x - item.x, y - item.y)
            return dx * dx + dy * dy <= item.size / 4
          }
        case .arc: items.first { Self.holds($0, x, y) }
        case .shape: items.first { $0.outline?.holds(x - $0.x, y - $0.y) == true }
        case .rule, .text, .image, .line, .area, .trail: nil
        }
      if let fill = found?.fill {
        return fill.flattened((found?.opacity ?? 1) * (found?.fillOpacity ?? 1))
      }
    }
    return nil
  }

  /// Whether a sector holds a point.
  private static func holds(_ item: SceneItem, _ x: Double, _ y: Double) -> Bool {
    let (dx, dy) = (x - item.x, y - item.y)
    let reach = (dx * dx + dy * dy).squareRoot()
    guard reach >= item.innerRadius, reach <= item.outerRadius, reach > 0 else { return false }
    var turn = Elementary.atan2(dx, -dy)
    let (low, high) = (
      min(item.startAngle, item.endAngle), max(item.startAngle, item.endAngle)
    )
    while turn < low { turn += 2 * Elementary.pi }
    return turn <= high
  }
}
