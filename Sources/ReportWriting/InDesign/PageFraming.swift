public import DisplayList
import Geometry
import LayoutSpecs

/// Turns what pages draw into frames: running text in its threaded frames, lines of titles, captions
/// and furniture in frames of their own, pictures with their crops, rules and areas; what has too many
/// parts for that, such as a chart, becomes one drawing.
public struct PageFraming {
  let handoff: PageHandoff
  /// The elements of each page, shapes and pictures under all text.
  private(set) var pages: [[PageElement]] = []
  /// The texts, by number.
  private(set) var stories: [FramedStory] = []
  /// How many of them run through frames; the others are display lines.
  private(set) var running = 0
  /// What is placed as a picture, each from its own corner.
  public private(set) var drawings: [Fragment] = []

  /// Frames the pages of a hand-off.
  public init(_ handoff: PageHandoff) {
    self.handoff = handoff
    let running = RunningText(handoff)
    for number in handoff.document.pages.indices {
      let boxes = running.boxes(onPage: number)
      var gatherer = PageGatherer(without: running.drawn(onPage: number))
      gatherer.add(page: handoff.document.pages[number].items)
      var elements = gatherer.elements
      for drawing in gatherer.drawings {
        elements.append(
          .drawing(drawings.count, drawing.rect, alternative: drawing.name))
        drawings.append(
          Fragment(size: drawing.rect.size, items: drawing.items))
      }
      elements += boxes.map(PageElement.text)
      let lines = DisplayLines(handoff, page: number)
      for (story, rect, baseline) in lines.boxes(of: gatherer.runs) {
        elements.append(
          .text(TextBox(rect: rect, story: -1 - stories.count, firstBaseline: baseline)))
        stories.append(story)
      }
      pages.append(elements)
    }
    number(after: running.stories)
  }

  /// Gives the texts of display lines their numbers, behind those of running text.
  private mutating func number(after running: [FramedStory]) {
    for page in pages.indices {
      for place in pages[page].indices {
        guard case .text(var box) = pages[page][place], box.story < 0 else { continue }
        box.story = running.count + (-1 - box.story)
        pages[page][place] = .text(box)
      }
    }
    self.running = running.count
    stories = running + stories
  }
}

/// A run of glyphs at its place on the page.
struct DisplayRun {
  var run: GlyphRun
  var map: PlainMap

  var size: Length { run.size.scaled(by: map.scale) }
  var baseline: Length { map.origin.y }
  var left: Length { map.origin.x }
  var right: Length { map.origin.x + run.width.scaled(by: map.scale) }
  /// Whether its characters stand under each other.
  var isVertical: Bool {
    guard run.glyphs.count > 1, let first = run.glyphs.first, let last = run.glyphs.last else {
      return false
    }
    return (last.y - first.y).magnitude > run.size / 2
  }
}

/// Takes the items of a page apart.
struct PageGatherer {
  private(set) var elements: [PageElement] = []
  private(set) var runs: [DisplayRun] = []
  private(set) var drawings: [(rect: Rect, items: [PlacedItem], name: String)] = []
  /// What running text has already, as often as it is drawn.
  private var taken: [PlacedItem: Int]

  init(without taken: [PlacedItem: Int]) { self.taken = taken }

  mutating func add(page items: [PlacedItem]) {
    var figure: [PlacedItem]?
    var name = ""
    for placed in items {
      if let count = taken[placed], count > 0 {
        taken[placed] = count - 1
        continue
      }
      if case .tag(let tag) = placed.item {
        if tag.kind == .frame { continue }
        if let figure { draw(figure, name) }
        name = tag.name
        figure = tag.kind == .figure ? [] : nil
      } else if figure != nil {
        figure?.append(placed)
      } else {
        add(placed, PlainMap())
      }
    }
    if let figure { draw(figure, name) }
  }

  private mutating func add(_ placed: PlacedItem, _ map: PlainMap) {
    let map = map.moved(to: placed.origin)
    switch placed.item {
    case .glyphs(let run): runs.append(DisplayRun(run: run, map: map))
    case .path(let path, var paint):
      if let width = paint.stroke?.width { paint.stroke?.width = width.scaled(by: map.scale) }
      if let dash = paint.stroke?.dash {
        paint.stroke?.dash = dash.map { $0.scaled(by: map.scale) }
      }
      elements.append(.shape(path.mapped(map), paint))
    case .image(let image):
      let size = Size(
        width: image.size.width.scaled(by: map.scale),
        height: image.size.height.scaled(by: map.scale))
      elements.append(
        .picture(
          Rect(origin: map.origin, size: size), image.image, image.crop,
          alternative: image.alternative))
    case .group(let group):
      if let inner = map.inside(group) {
        for item in group.items { add(item, inner) }
      } else {
        draw([PlacedItem(at: map.origin, placed.item)], "")
      }
    case .tag: break
    }
  }

  private mutating func draw(_ items: [PlacedItem], _ name: String) {
    var extent = DrawnExtent()
    extent.add(items, .identity, at: .zero)
    guard let rect = extent.rect else { return }
    let corner = Point(x: .zero - rect.left, y: .zero - rect.top)
    drawings.append((rect, items.map { PlacedItem(at: $0.origin + corner, $0.item) }, name))
  }
}

/// The rectangle that drawn items reach over.
struct DrawnExtent {
  private(set) var rect: Rect?

  mutating func add(_ items: [PlacedItem], _ map: Transform, at corner: Point) {
    for placed in items {
      switch placed.item {
      case .glyphs(let run):
        let xs = run.glyphs.map(\.x) + [run.width]
        let ys = run.glyphs.map(\.y) + [.zero]
        reach(
          Rect(
            left: (xs.min() ?? .zero), top: (ys.min() ?? .zero) - run.size.scaled(by: 0.9),
            right: (xs.max() ?? .zero) + run.size / 5,
            bottom: (ys.max() ?? .zero) + run.size.scaled(by: 0.25)), placed.origin, map, corner)
      case .path(let path, let paint):
        guard let bounds = path.bounds else { continue }
        let half = (paint.stroke?.width ?? .zero) / 2
        reach(
          bounds.inset(by: Insets(all: .zero - half)), placed.origin, map, corner)
      case .image(let image):
        reach(Rect(origin: .zero, size: image.size), placed.origin, map, corner)
      case .group(let group):
        let origin = Self.apply(map, placed.origin, corner)
        var inner = DrawnExtent()
        if let clip = group.clip?.bounds {
          inner.rect = clip
        } else {
          inner.add(group.items, .identity, at: .zero)
        }
        guard let own = inner.rect else { continue }
        var turned = DrawnExtent()
        turned.reach(own, .zero, group.transform, .zero)
        if let area = turned.rect { reach(area, .zero, map, origin) }
      case .tag: break
      }
    }
  }

  private static func apply(_ map: Transform, _ point: Point, _ corner: Point) -> Point {
    let x = point.x.scaled(by: map.a) + point.y.scaled(by: map.c) + map.tx
    let y = point.x.scaled(by: map.b) + point.y.scaled(by: map.d) + map.ty
    return Point(x: x, y: y) + corner
  }

  private mutating func reach(
    _ area: Rect, _ origin: Point, _ map: Transform, _ corner: Point
  ) {
    let points = [
      Point(x: area.left, y: area.top), Point(x: area.right, y: area.top),
      Point(x: area.left, y: area.bottom), Point(x: area.right, y: area.bottom),
    ].map { Self.apply(map, $0 + origin, corner) }
    for point in points {
      guard let known = rect else {
        rect = Rect(origin: point, size: .zero)
        continue
      }
      rect = Rect(
        left: min(known.left, point.x), top: min(known.top, point.y),
        right: max(known.right, point.x), bottom: max(known.bottom, point.y))
    }
  }
}
