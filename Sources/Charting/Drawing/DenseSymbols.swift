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
  /// Most looks that are told apart; beyond it nothing is left out.
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
    var cells = Cells(width: width, height: height, fineness: Self.fineness)
    var drawn: [PlacedItem] = []
    var run: [SceneItem] = []
    var current = -1
    for symbol in symbols {
      guard symbol.angle == 0, let stamp = Self.stamp(symbol, known: looks, current) else {
        return nil
      }
      var number = stamp.look
      if number == looks.count {
        guard looks.count < Self.lookLimit else { return nil }
        looks.append(Look(symbol))
        stamps.append(stamp.stamp ?? Stamp(outer: 0, inner: 0))
        number = looks.count - 1
      }
      guard cells.ink(stamps[number].spans, UInt8(number + 1), symbol.x, symbol.y) else { continue }
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

/// Which look was printed last on each cell of a plot.
private struct Cells {
  private var cells: [UInt8]
  private let columns: Int
  private let rows: Int
  private let fineness: Double
  /// Marks may reach over the edge of their plot.
  private static let margin = 40.0

  init(width: Double, height: Double, fineness: Double) {
    self.fineness = fineness
    columns = Int((width + 2 * Self.margin) * fineness) + 1
    rows = Int((height + 2 * Self.margin) * fineness) + 1
    cells = [UInt8](repeating: 0, count: columns * rows)
  }

  /// Prints a look at a place; false where it was to be seen on every cell before.
  mutating func ink(
    _ spans: [(row: Int, from: Int, to: Int)], _ look: UInt8, _ x: Double, _ y: Double
  ) -> Bool {
    let column = (x + Self.margin) * fineness
    let row = (y + Self.margin) * fineness
    guard column >= 0, row >= 0, column < Double(columns), row < Double(rows) else { return true }
    let (middle, line) = (Int(column), Int(row))
    let width = columns
    let height = rows
    return cells.withUnsafeMutableBufferPointer { cells in
      var isNew = false
      for span in spans {
        let at = line + span.row
        let (from, to) = (middle + span.from, middle + span.to)
        guard at >= 0, at < height, from >= 0, to < width else {
          isNew = true
          continue
        }
        // Without branches, so that it is done for many cells at once.
        var others: UInt8 = 0
        for cell in at * width + from...at * width + to {
          others |= cells[cell] ^ look
          cells[cell] = look
        }
        if others != 0 { isNew = true }
      }
      return isNew
    }
  }
}
