public import DisplayList
import Geometry
public import LayoutSpecs

/// Pages gathered on larger sheets that are cut apart after printing: slips, two on a sheet.
public struct SheetGathering {
  private let spec: GatherSpec
  private let rule: Ink

  /// Makes a gathering; the marks are drawn in an ink.
  public init(_ spec: GatherSpec, rule: Ink) {
    self.spec = spec
    self.rule = rule
  }

  /// Length and weight of a cut mark.
  private static let mark = Length.millimetres(6)
  private static let weight = Length.millimetres(0.15)

  /// The sheets of pages that all have the size of the first, row by row. A sheet that the pages do
  /// not fill stays open; where `repeating`, the first page comes again until the sheet is full.
  public func sheets(_ pages: [Page], repeating: Bool) -> [Page] {
    guard let first = pages.first else { return [] }
    var pages = pages
    while repeating, pages.count < spec.places { pages.append(first) }
    let size = Size(
      width: first.trim.width * spec.across, height: first.trim.height * spec.down)
    return stride(from: 0, to: pages.count, by: spec.places).enumerated().map { number, start in
      var items: [PlacedItem] = []
      for (place, page) in pages[start..<min(pages.count, start + spec.places)].enumerated() {
        let corner = Point(
          x: first.trim.width * (place % spec.across), y: first.trim.height * (place / spec.across))
        items += page.items.map { PlacedItem(at: $0.origin + corner, $0.item) }
      }
      let marks = marks(of: size, page: first.trim)
      return Page(
        label: String(number + 1), trim: size,
        items: items + [PlacedItem(at: .zero, .tag(StructureTag(.artifact)))] + marks)
    }
  }

  /// A mark at both ends of every cut, and a cross where two cuts meet.
  private func marks(of sheet: Size, page: Size) -> [PlacedItem] {
    var elements: [Path.Element] = []
    func line(_ from: Point, _ to: Point) { elements += [.move(from), .line(to)] }
    for row in 1..<max(1, spec.down) {
      let y = page.height * row
      line(Point(x: .zero, y: y), Point(x: Self.mark, y: y))
      line(Point(x: sheet.width - Self.mark, y: y), Point(x: sheet.width, y: y))
    }
    for column in 1..<max(1, spec.across) {
      let x = page.width * column
      line(Point(x: x, y: .zero), Point(x: x, y: Self.mark))
      line(Point(x: x, y: sheet.height - Self.mark), Point(x: x, y: sheet.height))
      for row in 1..<max(1, spec.down) {
        let y = page.height * row
        line(Point(x: x - Self.mark / 2, y: y), Point(x: x + Self.mark / 2, y: y))
        line(Point(x: x, y: y - Self.mark / 2), Point(x: x, y: y + Self.mark / 2))
      }
    }
    let stroke = Stroke(ink: rule, width: Self.weight)
    return [PlacedItem(at: .zero, .path(Path(elements), Paint(stroke: stroke)))]
  }
}
