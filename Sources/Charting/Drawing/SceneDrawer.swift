import DisplayList
import Geometry

/// Draws a scene as a fragment of the display list.
struct SceneDrawer {
  let text: ChartTypesetter
  /// The pictures of image marks by name.
  var pictures: [String: ImageSource] = [:]

  /// The whole picture.
  func draw(_ scene: Scene) -> Fragment {
    var items: [PlacedItem] = []
    if let ground = scene.background, ground.flattened().hex != "#ffffff" {
      items.append(Shapes.fill(.rect(Shapes.rect(0, 0, scene.width, scene.height)), ground))
    }
    items += view(scene.root, scene.originX, scene.originY)
    return Fragment(
      size: Size(width: .points(scene.width), height: .points(scene.height)), items: items)
  }

  private func view(_ view: SceneView, _ x: Double, _ y: Double) -> [PlacedItem] {
    var items = ground(view, x, y)
    let guides = AxisDrawer(text: text)
    for axis in view.axes where !axis.isOnTop {
      items += guides.draw(axis, view.width, view.height, x, y)
    }
    for mark in view.marks { items += self.mark(mark, view, x, y) }
    for axis in view.axes where axis.isOnTop {
      items += guides.draw(axis, view.width, view.height, x, y)
    }
    for header in view.headers {
      let side = header.role.hasPrefix("row")
      for axis in header.axes {
        items += guides.draw(
          axis, side ? 0 : header.width, side ? header.height : 0, x + header.x, y + header.y)
      }
      if let own = header.text { items += words(own, x + header.x, y + header.y) }
    }
    for inner in view.views { items += self.view(inner, x + inner.x, y + inner.y) }
    for legend in view.legends { items += LegendDrawer(drawer: self).draw(legend, x, y) }
    if let title = view.title {
      items += words(title.text, x, y)
      if let subtitle = title.subtitle { items += words(subtitle, x, y) }
    }
    let leaders = MarkDrawer(drawer: self, x: x, y: y)
    items += view.leaders.flatMap { leaders.item($0, .rule) }
    for note in view.notes { items += words(note, x, y) }
    return items
  }

  private func ground(_ view: SceneView, _ x: Double, _ y: Double) -> [PlacedItem] {
    guard view.views.isEmpty, view.width > 0, view.height > 0 else { return [] }
    let path = Path.rect(Shapes.rect(x, y, view.width, view.height))
    var items: [PlacedItem] = []
    if let fill = view.fill { items.append(Shapes.fill(path, fill)) }
    if let stroke = view.stroke {
      items.append(Shapes.stroke(path, SceneLine(colour: stroke, width: 1)))
    }
    return items
  }

  private func mark(_ mark: SceneMark, _ view: SceneView, _ x: Double, _ y: Double) -> [PlacedItem]
  {
    let items = MarkDrawer(
      drawer: self, x: x, y: y, width: view.width, height: view.height
    ).draw(mark)
    guard mark.clips, !items.isEmpty else { return items }
    let clip = Path.rect(Shapes.rect(x, y, view.width, view.height))
    return [PlacedItem(at: .zero, .group(Group(items: items, clip: clip)))]
  }

  /// A text at its anchor, turned about it.
  func words(_ own: SceneText, _ x: Double, _ y: Double) -> [PlacedItem] {
    guard !own.isHidden, own.opacity > 0 else { return [] }
    let ink = InkMatch.ink(own.colour.flattened(own.opacity))
    let top = TextPlacing.top(own.baseline, size: own.size, height: text.height(own))
    var items: [PlacedItem] = []
    for (number, words) in own.lines.enumerated() {
      let line = text.line(text.limited(words, own), size: own.size, isBold: own.isBold, ink: ink)
      let left = own.align == "center" ? -line.width / 2 : own.align == "right" ? -line.width : 0
      let baseline = top + own.size * 0.88 + Double(number) * text.pitch(own)
      let corner = Point(x: .points(left), y: .points(baseline))
      items += line.items.map { PlacedItem(at: $0.origin + corner, $0.item) }
    }
    if own.hasGround {
      let box = text.box(own).moved(-own.x, -own.y)
      let ground = Path.rect(
        Shapes.rect(box.left - 1, box.top, box.right - box.left + 2, box.bottom - box.top))
      items.insert(Shapes.fill(ground, .white), at: 0)
    }
    let anchor = Point(x: .points(x + own.x), y: .points(y + own.y))
    guard own.angle != 0 else { return items.map { PlacedItem(at: $0.origin + anchor, $0.item) } }
    return [PlacedItem(at: anchor, .group(Group(items: items, transform: Shapes.turn(own.angle))))]
  }
}
