import DisplayList
import Geometry

/// Draws axes: grid, line, ticks and words.
struct AxisDrawer {
  let text: ChartTypesetter

  /// An axis about a plot whose corner is given.
  func draw(_ axis: SceneAxis, _ width: Double, _ height: Double, _ x: Double, _ y: Double)
    -> [PlacedItem]
  {
    var items: [PlacedItem] = []
    for (number, place) in axis.grid.enumerated() {
      let line =
        axis.isHorizontal
        ? Path.line(from: Shapes.point(x + place, y), to: Shapes.point(x + place, y + height))
        : Path.line(from: Shapes.point(x, y + place), to: Shapes.point(x + width, y + place))
      let paint = number < axis.gridPaints.count ? axis.gridPaints[number] : SceneLine()
      items.append(Shapes.stroke(line, paint))
    }
    guard axis.isMain else { return items }
    let sign = axis.orient == "left" || axis.orient == "top" ? -1.0 : 1
    let edge = axis.orient == "right" ? width : axis.orient == "bottom" ? height : 0
    let across = edge + sign * axis.offset
    func point(_ along: Double, _ out: Double) -> Point {
      axis.isHorizontal
        ? Shapes.point(x + along, y + across + sign * out)
        : Shapes.point(x + across + sign * out, y + along)
    }
    for place in axis.ticks {
      items.append(
        Shapes.stroke(.line(from: point(place, 0), to: point(place, axis.tickSize)), axis.tickPaint)
      )
    }
    if let domain = axis.domain {
      items.append(
        Shapes.stroke(.line(from: point(domain.0, 0), to: point(domain.1, 0)), axis.domainPaint))
    }
    let drawer = SceneDrawer(text: text)
    for label in axis.labels { items += drawer.words(label, x, y) }
    if let title = axis.title { items += drawer.words(title, x, y) }
    return items
  }
}

/// Draws legends.
struct LegendDrawer {
  let drawer: SceneDrawer

  func draw(_ legend: SceneLegend, _ x: Double, _ y: Double) -> [PlacedItem] {
    let (left, top) = (x + legend.x, y + legend.y)
    var items: [PlacedItem] = []
    if let title = legend.title { items += drawer.words(title, left, top) }
    if !legend.gradient.isEmpty { items += gradient(legend, left, top) }
    let marks = MarkDrawer(drawer: drawer, x: left, y: top)
    for entry in legend.entries {
      items += marks.item(entry.symbol, .symbol)
      if let hatch = entry.symbol.hatch {
        let r = entry.symbol.size.squareRoot() / 2
        let box = Box(
          left: entry.symbol.x - r, top: entry.symbol.y - r, right: entry.symbol.x + r,
          bottom: entry.symbol.y + r)
        items += Hatching.lines(hatch, in: box.moved(left, top))
      }
      items += drawer.words(entry.label, left, top)
    }
    for label in legend.labels { items += drawer.words(label, left, top) }
    return items
  }

  /// A blend in narrow strips, as print has no gradients. Each reaches to the end and the next is
  /// drawn over it, so that no paper shows between them.
  private func gradient(_ legend: SceneLegend, _ x: Double, _ y: Double) -> [PlacedItem] {
    let box = legend.gradientBox
    let count = legend.gradient.count
    let length = (legend.isHorizontal ? box.width : box.height) / Double(count)
    return legend.gradient.enumerated().map { number, stop in
      let place = Double(legend.isHorizontal ? number : count - 1 - number) * length
      let strip =
        legend.isHorizontal
        ? Shapes.rect(x + box.x + place, y + box.y, box.width - place, box.height)
        : Shapes.rect(x + box.x, y + box.y, box.width, place + length)
      return Shapes.fill(.rect(strip), stop.colour)
    }
  }
}
