import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs

/// What a proof draws over the page: the grid with line numbers, the frames with their names, and the
/// objects with names, columns and heights in lines.
struct ProofOverlay {
  let page: PageContext
  let frames: [FrameSpec]

  private var grid: PageGrid { page.setter.grid }
  private var words: FurnitureWords { FurnitureWords(setter: page.setter) }

  /// Stands before what lies over the page for whoever signs it, and is no part of the page.
  static let tag = StructureTag(.artifact, name: "proof")

  func draw() throws(Rejection) -> [PlacedItem] {
    try lines() + columns() + self.frameBoxes() + objects()
  }

  // MARK: Grid

  /// A hairline at the foot of each line's em box; every tenth stronger, every fifth numbered on both
  /// sides.
  private func lines() throws(Rejection) -> [PlacedItem] {
    let area = grid.typeArea
    let style = ProofInk.words(5.5)
    var items: [PlacedItem] = []
    for line in 1...grid.lines {
      let y = grid.top(ofLine: line) + grid.em
      let isTenth = line % 10 == 0
      items.append(
        ProofInk.line(
          from: Point(x: area.left, y: y), to: Point(x: area.right, y: y),
          ink: isTenth ? ProofInk.middle : ProofInk.faint, millimetres: 0.1))
      guard line == 1 || line % 5 == 0 else { continue }
      let baseline = y - .points(1)
      items += try words.line(
        "\(line)", style: style, at: area.left - .points(4), baseline: baseline, align: .right)
      items += try words.line(
        "\(line)", style: style, at: area.right + .points(4), baseline: baseline)
    }
    return items
  }

  private func columns() -> [PlacedItem] {
    let area = grid.typeArea
    return (1...grid.columns).flatMap { column in
      let left = grid.left(ofColumn: column)
      return [left, left + grid.width(ofColumns: 1)].map { x in
        ProofInk.line(
          from: Point(x: x, y: area.top), to: Point(x: x, y: area.bottom), ink: ProofInk.faint,
          millimetres: 0.1)
      }
    }
  }

  // MARK: Boxes

  private func frameBoxes() throws(Rejection) -> [PlacedItem] {
    var items: [PlacedItem] = []
    for frame in frames {
      let rect = grid.rect(columns: frame.columns, lines: frame.lines)
      items.append(outline(rect, millimetres: 0.5))
      items += try words.line(
        "文框 \(frame.name) \(span(frame.columns)) 栏 \(span(frame.lines)) 行",
        style: ProofInk.words(6.5), at: rect.left, baseline: rect.top - .points(2))
    }
    return items
  }

  /// Each object's box, with a plate in its corner: `picture 1 · 2 栏 × 15 行`.
  private func objects() throws(Rejection) -> [PlacedItem] {
    var items: [PlacedItem] = []
    let inSets = page.columnSets.flatMap { set in set.boxes.map { ($0, set.grid) } }
    for (object, grid) in page.objects.map({ ($0, self.grid) }) + inSets {
      let rect = grid.rect(columns: object.columns, lines: object.lines)
      items.append(outline(rect, millimetres: 0.3))
      let text = "\(object.name) · \(object.columns.count) 栏 × \(object.lines.count) 行"
      let style = ProofInk.words(6.5, bold: true)
      let wide = try page.setter.line(text, style: style).width
      let plate = Rect(
        origin: rect.origin, size: Size(width: wide + .points(6), height: .points(9)))
      items.append(PlacedItem(at: .zero, .path(.rect(plate), Paint(fill: .paper))))
      items.append(outline(plate, millimetres: 0.1))
      items += try words.line(
        text, style: style, at: plate.left + .points(3), baseline: plate.bottom - .points(2.5))
    }
    return items
  }

  private func outline(_ rect: Rect, millimetres: Double) -> PlacedItem {
    let stroke = Stroke(ink: ProofInk.middle, width: .millimetres(millimetres))
    return PlacedItem(at: .zero, .path(.rect(rect), Paint(stroke: stroke)))
  }

  private func span(_ range: ClosedRange<Int>) -> String {
    "\(range.lowerBound)–\(range.upperBound)"
  }
}
