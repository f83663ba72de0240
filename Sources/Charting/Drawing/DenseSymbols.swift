import DisplayList
import Geometry

/// Draws thousands of symbols of one mark: those that others of the same ink cover wholly are left
/// out, neighbours of one look share a path.
///
/// The page looks the same: a symbol is left out only where every cell of an eighth of a point
/// (a press prints dots of about that size) that it would ink shows its own ink already. The facts
/// are read from the scene and keep them all.
struct DenseSymbols {
  /// From how many symbols on.
  static let threshold = 2000
  /// Cells a point.
  private static let fineness = 8.0
  /// Most looks whose cells are known at a time.
  private static let planes = 8
  /// Most looks that take each other's planes; beyond it the symbols are drawn one by one.
  private static let lookLimit = 250
  /// Symbols a path, so that renderers meet no path without end.
  private static let batch = 400

  /// What symbols of the same look share.
  private struct Look: Equatable {
    var fill: RGB?
    var stroke: RGB?
    var opacities: [Double?]
    var strokeWidth: Double?
    var dash: [Double]?
    var size: Double
    var shape: String

    init(_ item: SceneItem) {
      fill = item.fill
      stroke = item.stroke
      opacities = [item.opacity, item.fillOpacity, item.strokeOpacity]
      strokeWidth = item.strokeWidth
      dash = item.dash
      size = item.size
      shape = item.shape
    }

    func fits(_ item: SceneItem) -> Bool {
      size == item.size && fill == item.fill && stroke == item.stroke && shape == item.shape
        && opacities[0] == item.opacity && opacities[1] == item.fillOpacity
        && opacities[2] == item.strokeOpacity && strokeWidth == item.strokeWidth
        && dash == item.dash
    }
  }

  /// The stretches of cells that a look inks, from the cell of its middle.
  private struct Stamp {
    var spans: [(row: Int, from: Int, to: Int)] = []

    /// A disc or, between two radii in cells, a ring.
    init(outer: Double, inner: Double) {
      let reach = Int(outer)
      for row in -reach...reach {
        let y = Double(row * row)
        let a = Int((outer * outer - y).squareRoot())
        let hole = inner * inner - y
        let b = hole > 0 ? Int(hole.squareRoot()) : 0
        if b > 0 {
          spans.append((row, -a, -b))
          spans.append((row, b, a))
        } else {
          spans.append((row, -a, a))
        }
      }
    }
  }

  let drawer: MarkDrawer
  let width: Double
  let height: Double

  /// The items that draw the symbols; nil where they are of a kind that is drawn one by one.
  func draw(_ symbols: [SceneItem]) -> [PlacedItem]? {
    var looks: [Look] = []
    var stamps: [Stamp] = []
    var looksSeen = 0
    var cells = InkedCells(
      width: width, height: height, fineness: Self.fineness, planes: Self.planes)
    var drawn: [PlacedItem] = []
    var run: [SceneItem] = []
    var current = -1
    for symbol in symbols {
      guard symbol.angle == 0, let stamp = Self.stamp(symbol, known: looks, current) else {
        return nil
      }
      var number = stamp.look
      if number == looks.count {
        guard looksSeen < Self.lookLimit else { return nil }
        let own = stamp.stamp ?? Stamp(outer: 0, inner: 0)
        number = looksSeen % Self.planes
        looksSeen += 1
        if number == looks.count {
          looks.append(Look(symbol))
          stamps.append(own)
        } else {
          // The oldest look gives way: less is left out, nothing is lost.
          drawn += path(run)
          (run, current) = ([], -1)
          (looks[number], stamps[number]) = (Look(symbol), own)
          cells.forget(number)
        }
      }
      guard cells.ink(stamps[number].spans, number, symbol.x, symbol.y) else { continue }
      if number != current || run.count == Self.batch {
        drawn += path(run)
        run = []
        current = number
      }
      run.append(symbol)
    }
    return drawn + path(run)
  }

  /// The number of a symbol's look and, for a new one, its stamp; nil for looks of two inks and
  /// shapes without a stamp, which are drawn one by one.
  private static func stamp(
    _ symbol: SceneItem, known looks: [Look], _ current: Int
  ) -> (look: Int, stamp: Stamp?)? {
    if looks.indices.contains(current), looks[current].fits(symbol) { return (current, nil) }
    if let known = looks.firstIndex(where: { $0.fits(symbol) }) { return (known, nil) }
    guard symbol.shape == "circle", (symbol.fill == nil) != (symbol.stroke == nil),
      symbol.dash == nil
    else { return nil }
    let radius = max(0, symbol.size).squareRoot() / 2
    let half = symbol.fill == nil ? (symbol.strokeWidth ?? 1) / 2 : 0
    guard radius + half < 40 else { return nil }
    let inner = symbol.fill == nil ? max(0, radius - half) : 0
    return (looks.count, Stamp(outer: (radius + half) * fineness, inner: inner * fineness))
  }

  /// One path of symbols of one look. Discs are dots of a round pen: the shortest way to say a
  /// circle in a file.
  private func path(_ run: [SceneItem]) -> [PlacedItem] {
    guard var look = run.first else { return [] }
    if look.fill != nil {
      look.stroke = look.fill
      look.strokeOpacity = look.fillOpacity
      look.strokeWidth = look.size.squareRoot()
      look.fill = nil
      look.cap = "round"
      let dots = run.flatMap { symbol -> [Path.Element] in
        let place = Shapes.point(drawer.x + symbol.x, drawer.y + symbol.y)
        return [.move(place), .line(place)]
      }
      return drawer.painted(Path(dots), look)
    }
    let radius = look.size.squareRoot() / 2
    let circles = run.flatMap { ring(drawer.x + $0.x, drawer.y + $0.y, radius) }
    return drawer.painted(Path(circles), look)
  }

  /// A ring of two curves, half of what others take: its line is off by two hundredths of the radius
  /// at most, which is less than a dot of the press.
  private func ring(_ x: Double, _ y: Double, _ radius: Double) -> [Path.Element] {
    let reach = radius * 4 / 3
    func half(_ side: Double) -> Path.Element {
      .curve(
        Shapes.point(x - side * radius, y - side * reach),
        Shapes.point(x + side * radius, y - side * reach),
        Shapes.point(x + side * radius, y))
    }
    return [.move(Shapes.point(x - radius, y)), half(1), half(-1), .close]
  }
}
