import DisplayList
import Geometry

/// Draws the items of marks.
struct MarkDrawer {
  let drawer: SceneDrawer
  let x: Double
  let y: Double
  /// The size of the plot.
  var width = 0.0
  var height = 0.0

  /// The items of a mark in painting order.
  func draw(_ mark: SceneMark) -> [PlacedItem] {
    if mark.isPath { return mark.series.flatMap { path($0, mark.kind) } }
    if mark.kind == .symbol, mark.items.count >= DenseSymbols.threshold,
      let drawn = DenseSymbols(drawer: self, width: width, height: height).draw(mark.items)
    {
      return drawn
    }
    return mark.items.flatMap { $0.isDefined ? item($0, mark.kind) : [] }
  }

  /// One item.
  func item(_ item: SceneItem, _ kind: SceneMark.Kind) -> [PlacedItem] {
    switch kind {
    case .rect:
      let corners = item.corners.contains { $0 > 0 } ? item.corners : item.pileCorners
      let hasCorners = corners.contains { $0 > 0 }
      let path =
        hasCorners
        ? Shapes.rounded(x + item.x, y + item.y, item.width, item.height, corners)
        : Path.rect(Shapes.rect(x + item.x, y + item.y, item.width, item.height))
      return hatched(path, item)
    case .symbol: return symbol(item)
    case .arc: return hatched(Shapes.sector(item, x, y), item)
    case .rule:
      let path = Path.line(
        from: Shapes.point(x + item.x, y + item.y),
        to: Shapes.point(x + (item.x2 ?? item.x), y + (item.y2 ?? item.y)))
      return painted(path, item, defaultWidth: 1)
    case .text:
      guard var text = item.text, let fill = item.fill else { return [] }
      text.colour = fill
      (text.x, text.y) = (item.x, item.y)
      return drawer.words(text, x, y)
    case .image: return picture(item)
    case .shape: return shape(item)
    case .line, .area, .trail: return path([item], kind)
    }
  }

  /// A picture in the middle of its place, as large as its shape allows unless it may be stretched.
  private func picture(_ item: SceneItem) -> [PlacedItem] {
    guard let source = item.url.flatMap({ drawer.pictures[$0] }), item.opacity != 0,
      item.width > 0, item.height > 0
    else { return [] }
    var (width, height) = (item.width, item.height)
    if !item.isStretched {
      let ratio = Double(source.pixelWidth) / Double(max(1, source.pixelHeight))
      (width, height) = (min(width, height * ratio), min(height, width / ratio))
    }
    let corner = Shapes.point(
      x + item.x + (item.width - width) / 2, y + item.y + (item.height - height) / 2)
    let image = PlacedImage(
      image: ImageID(rawValue: source.path),
      size: Size(width: .points(width), height: .points(height)))
    return [PlacedItem(at: corner, .image(image))]
  }

  private func shape(_ item: SceneItem) -> [PlacedItem] {
    guard let outline = item.outline, let box = outline.box else { return [] }
    let path = Shapes.outline(outline, x + item.x, y + item.y)
    guard let hatch = item.hatch else { return painted(path, item) }
    return hatched(path, item, hatch, in: box.moved(x + item.x, y + item.y))
  }

  private func symbol(_ item: SceneItem) -> [PlacedItem] {
    let path = Shapes.symbol(item.shape, area: item.size, x + item.x, y + item.y)
    guard item.angle != 0 else { return painted(path, item) }
    let centred = Shapes.symbol(item.shape, area: item.size, 0, 0)
    let group = Group(items: painted(centred, item), transform: Shapes.turn(item.angle))
    return [PlacedItem(at: Shapes.point(x + item.x, y + item.y), .group(group))]
  }

  /// A path with an item's fill and stroke; opacities become tints.
  func painted(_ path: Path, _ item: SceneItem, defaultWidth: Double = 1) -> [PlacedItem] {
    if let blend = item.blend {
      var (ground, outline) = (item, item)
      (ground.blend, ground.stroke, outline.blend, outline.fill) = (nil, nil, nil, nil)
      return Blending.bands(blend, of: path) { colour, band in
        ground.fill = colour
        return painted(band, ground)
      } + painted(path, outline, defaultWidth: defaultWidth)
    }
    let all = item.opacity ?? 1
    var paint = Paint()
    let fillShare = all * (item.fillOpacity ?? 1)
    if let fill = item.fill, fillShare > 0 { paint.fill = InkMatch.ink(fill.flattened(fillShare)) }
    let strokeShare = all * (item.strokeOpacity ?? 1)
    let width = item.strokeWidth ?? defaultWidth
    if let stroke = item.stroke, width > 0, strokeShare > 0 {
      paint.stroke = Stroke(
        ink: InkMatch.ink(stroke.flattened(strokeShare)), width: .points(width),
        dash: Shapes.dash(item.dash ?? []), cap: item.cap.flatMap(LineCap.init) ?? .butt)
    }
    guard paint.fill != nil || paint.stroke != nil else { return [] }
    return [PlacedItem(at: .zero, .path(path, paint))]
  }

  /// A path with its paint and the pattern on it, which lies under the outline.
  private func hatched(_ path: Path, _ item: SceneItem) -> [PlacedItem] {
    guard let hatch = item.hatch else { return painted(path, item) }
    let r = item.outerRadius
    let box =
      r > 0
      ? Box(left: item.x - r, top: item.y - r, right: item.x + r, bottom: item.y + r)
      : Box(
        left: item.x, top: item.y, right: item.x + item.width, bottom: item.y + item.height)
    return hatched(path, item, hatch, in: box.moved(x, y))
  }

  private func hatched(
    _ path: Path, _ item: SceneItem, _ hatch: Int, in box: Box
  ) -> [PlacedItem] {
    var (ground, outline) = (item, item)
    ground.stroke = nil
    outline.fill = nil
    return painted(path, ground) + Hatching.lines(hatch, in: box, clip: path)
      + painted(path, outline)
  }

  // MARK: Paths

  private func path(_ points: [SceneItem], _ kind: SceneMark.Kind) -> [PlacedItem] {
    guard let style = points.first else { return [] }
    var items: [PlacedItem] = []
    for run in points.split(whereSeparator: { !$0.isDefined }).map(Array.init) {
      switch kind {
      case .area:
        let upper = run.map { (x + $0.x, y + $0.y) }
        let lower = run.map { (x + ($0.x2 ?? $0.x), y + ($0.y2 ?? $0.y)) }
        let path = Curves.area(upper, lower, style.interpolate, style.tension)
        guard let hatch = style.hatch else {
          items += painted(path, style)
          continue
        }
        let (xs, ys) = ((upper + lower).map(\.0), (upper + lower).map(\.1))
        let box = Box(
          left: xs.min() ?? x, top: ys.min() ?? y, right: xs.max() ?? x, bottom: ys.max() ?? y)
        items += hatched(path, style, hatch, in: box)
      case .trail: items += painted(Curves.trail(run, x, y), style)
      case .line, .rect, .symbol, .rule, .text, .arc, .image, .shape:
        let line = run.map { (x + $0.x, y + $0.y) }
        var own = style
        own.fill = nil
        items += painted(
          Path(
            Curves.line(Curves.thinned(line, style.interpolate), style.interpolate, style.tension)),
          own, defaultWidth: 2)
      }
    }
    return items
  }
}
