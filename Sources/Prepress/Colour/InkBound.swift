public import DisplayList
public import Geometry

/// A part of a page on which inks may pile up: all that has to be drawn to measure it.
public struct CrowdedPart: Hashable, Sendable {
  /// A page of that part's size with what touches it.
  public var page: Page
  /// Where the part lies on the whole page.
  public var origin: Point
}

extension PlateDocuments {
  /// The parts of a page where some place may carry more ink than a limit in percent; none on a page
  /// of text and tints that keep apart.
  ///
  /// The answer comes from the display list alone and never errs to the low side
  /// (`tac-over-limit`): elsewhere any mean stays under the limit, whatever is left out.
  public func crowdedParts(over limit: Double, page number: Int) -> [CrowdedPart] {
    guard document.pages.indices.contains(number) else { return [] }
    let page = document.pages[number]
    var bound = InkBound(width: page.trim.width.points, height: page.trim.height.points)
    let extents = page.items.map { add([$0], through: .identity, to: &bound) }
    return bound.areas(over: limit / 100).map { area in
      let items = zip(page.items, extents).filter { $0.1.touches(area) }.map(\.0)
      let origin = Point(x: .points(area.left), y: .points(area.top))
      let size = Size(
        width: .points(area.right) - origin.x, height: .points(area.bottom) - origin.y)
      let shifted = PlacedItem(at: Point.zero - origin, .group(Group(items: items)))
      return CrowdedPart(
        page: Page(label: page.label, trim: size, items: [shifted]), origin: origin)
    }
  }

  /// Adds items; the bounds of all their ink.
  private func add(
    _ items: [PlacedItem], through map: Matrix, to bound: inout InkBound
  ) -> PathBounds {
    var extent = PathBounds()
    func add(_ ink: InkBound.Shares, _ bounds: PathBounds, to bound: inout InkBound) {
      bound.add(ink, on: bounds)
      extent.unite(bounds)
    }
    for placed in items {
      let here = Matrix(1, 0, 0, 1, placed.origin.x.points, placed.origin.y.points).then(map)
      switch placed.item {
      case .glyphs(let run):
        add(shares(of: run.ink), Self.bounds(of: run).mapped(by: here), to: &bound)
      case .path(let path, let paint):
        let area = Self.bounds(of: path)
        if let fill = paint.fill { add(shares(of: fill), area.mapped(by: here), to: &bound) }
        if let stroke = paint.stroke {
          // A mitre reaches ten times as far as the line is thick, Cairo's limit.
          let reach = stroke.width.points * (path.elements.count > 2 ? 5 : 1)
          add(shares(of: stroke.ink), area.grown(by: reach).mapped(by: here), to: &bound)
        }
      case .group(let group):
        let own = group.transform
        let turned = Matrix(own.a, own.b, own.c, own.d, own.tx.points, own.ty.points)
        extent.unite(self.add(group.items, through: turned.then(here), to: &bound))
      case .image(let image):
        // What a picture holds is not in the display list.
        var area = PathBounds()
        area.add((0, 0))
        area.add((image.size.width.points, image.size.height.points))
        add(.unknown, area.mapped(by: here), to: &bound)
      case .tag: break
      }
    }
    return extent
  }

  /// What an ink puts on the plates; solid black may leave the other plates as they are.
  private func shares(of ink: Ink) -> InkBound.Shares {
    let (colors, black) = (tone(ink, on: .colors), tone(ink, on: .black))
    return InkBound.Shares(
      colors: colors.cyan + colors.magenta + colors.yellow, black: black.black,
      mayOverprint: ink.isSolidBlack)
  }

  /// Where a run's ink may lie: glyphs stay within a quarter of an em of their advances, from a
  /// little above the em's height to half an em below the baseline.
  private static func bounds(of run: GlyphRun) -> PathBounds {
    let em = run.size.points
    // In vertical lines the width is no extent to the right.
    let isLevel = run.width > .zero && run.glyphs.allSatisfy { $0.y == .zero }
    var bounds = PathBounds()
    for glyph in run.glyphs {
      bounds.add((glyph.x.points - em / 4, glyph.y.points - em * 1.15))
      bounds.add((glyph.x.points + (isLevel ? 0 : em * 1.25), glyph.y.points + em / 2))
    }
    if !run.glyphs.isEmpty { bounds.add((run.width.points + em / 4, 0)) }
    return bounds
  }

  private static func bounds(of path: Path) -> PathBounds {
    var bounds = PathBounds()
    func add(_ point: Point) { bounds.add((point.x.points, point.y.points)) }
    for element in path.elements {
      switch element {
      case .move(let point), .line(let point): add(point)
      case .curve(let first, let second, let end):
        add(first)
        add(second)
        add(end)
      case .close: break
      }
    }
    return bounds
  }
}

/// The most ink that can lie on each cell of a page, whatever the order of painting.
///
/// Paint covers what is under it plate by plate, and an edge's mixture of two inks holds no more
/// than the heavier one. Only solid black may print on top of other inks: then a place has the
/// colours of one mark and the black of another.
struct InkBound {
  /// Sums of an ink's shares.
  struct Shares {
    var colors: Double
    var black: Double
    var mayOverprint: Bool

    /// All there can be.
    static let unknown = Shares(colors: 3, black: 1, mayOverprint: true)
  }

  private struct Cell {
    var colors: Float = 0
    var total: Float = 0
    var isOverprinted = false
  }

  private let columns: Int
  private let rows: Int
  private let side: Double
  private var cells: [Cell]

  /// Cells of 6 pt, larger ones on a page with more than a thousand of them across.
  init(width: Double, height: Double) {
    side = max(6, max(width, height) / 1000)
    columns = max(1, Int((width / side).rounded(.up)))
    rows = max(1, Int((height / side).rounded(.up)))
    cells = [Cell](repeating: Cell(), count: columns * rows)
  }

  mutating func add(_ shares: Shares, on bounds: PathBounds) {
    guard !bounds.isEmpty, shares.colors + shares.black > 0 else { return }
    let across = Self.range(bounds.left, bounds.right, side, columns)
    let down = Self.range(bounds.top, bounds.bottom, side, rows)
    for row in down {
      for column in across {
        let place = row * columns + column
        cells[place].colors = max(cells[place].colors, Float(shares.colors))
        cells[place].total = max(cells[place].total, Float(shares.colors + shares.black))
        if shares.mayOverprint { cells[place].isOverprinted = true }
      }
    }
  }

  private static func range(
    _ from: Double, _ to: Double, _ side: Double, _ count: Int
  ) -> Range<Int> {
    let limit = Double(count)
    let first = Int(min(max((from / side).rounded(.down), 0), limit))
    let last = Int(min(max((to / side).rounded(.up), 0), limit))
    return first..<max(first, last)
  }

  /// The rectangles of the cells that may hold more than a limit, 1 for a full plate, each with as
  /// much around it as a measuring square of 15 mm² reaches. No two of them overlap; many are one.
  func areas(over limit: Double) -> [PathBounds] {
    var areas: [PathBounds] = []
    for (place, cell) in cells.enumerated()
    where Double(cell.isOverprinted ? max(cell.total, cell.colors + 1) : cell.total) > limit {
      let (x, y) = (Double(place % columns) * side, Double(place / columns) * side)
      var area = PathBounds()
      area.add((max(0, x - Self.reach), max(0, y - Self.reach)))
      area.add((min(width, x + side + Self.reach), min(height, y + side + Self.reach)))
      // Cells come row by row, so the last rectangles are the nearest.
      if let near = areas.lastIndex(where: { $0.touches(area) }) {
        areas[near].unite(area)
      } else {
        areas.append(area)
      }
    }
    return Self.merged(areas)
  }

  private static func merged(_ areas: [PathBounds]) -> [PathBounds] {
    var merged: [PathBounds] = []
    for area in areas {
      var area = area
      while let near = merged.firstIndex(where: { $0.touches(area) }) {
        area.unite(merged.remove(at: near))
      }
      merged.append(area)
    }
    guard merged.count > mostAreas else { return merged }
    return [merged.reduce(into: PathBounds()) { $0.unite($1) }]
  }

  private static let reach = 12.0
  private static let mostAreas = 16
  private var width: Double { Double(columns) * side }
  private var height: Double { Double(rows) * side }
}

extension PathBounds {
  /// The bounds of the mapped corners.
  fileprivate func mapped(by matrix: Matrix) -> PathBounds {
    if isEmpty { return self }
    var mapped = PathBounds()
    for (x, y) in [(left, top), (right, top), (left, bottom), (right, bottom)] {
      mapped.add(matrix.map(x, y))
    }
    return mapped
  }

  fileprivate func touches(_ other: PathBounds) -> Bool {
    left <= other.right && other.left <= right && top <= other.bottom && other.top <= bottom
  }

  fileprivate mutating func unite(_ other: PathBounds) {
    if other.isEmpty { return }
    add((other.left, other.top))
    add((other.right, other.bottom))
  }

  fileprivate func grown(by distance: Double) -> PathBounds {
    if isEmpty { return self }
    var grown = self
    grown.add((left - distance, top - distance))
    grown.add((right + distance, bottom + distance))
    return grown
  }
}
