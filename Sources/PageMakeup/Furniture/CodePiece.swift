import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs

/// A QR code on the grid; nothing where the job gives no text for one.
struct CodePiece: FurniturePiece {
  let spec: CodeSpec

  func set(on page: PageContext) throws(Rejection) -> [PlacedItem] {
    guard let matrix = page.facts.matrix else { return [] }
    let room = page.setter.grid.rect(columns: spec.area.columns, lines: spec.area.lines)
    return try CodeBlock(matrix: matrix, caption: page.facts[.codeCaption], setter: page.setter)
      .draw(in: room)
  }
}

/// A QR code with its caption under it, as large as its room: solid black on paper, with the quiet zone
/// of four modules that readers need.
struct CodeBlock {
  let matrix: CodeMatrix
  let caption: String?
  let setter: TextSetter

  /// Modules of paper round the code (ISO/IEC 18004).
  static let quiet = 4

  func draw(in room: Rect) throws(Rejection) -> [PlacedItem] {
    var words: Fragment?
    if let caption {
      words = try setter.stack(
        [caption], style: setter.style("code-caption"), width: room.size.width)
    }
    let foot = words.map { $0.size.height + .points(2) } ?? .zero
    let side = min(room.size.width, room.size.height - foot)
    let module = side / (matrix.side + Self.quiet * 2)
    let whole = module * (matrix.side + Self.quiet * 2)
    let corner = Point(
      x: room.left + (room.size.width - whole) / 2,
      y: room.top + (room.size.height - foot - whole) / 2)
    let plate = Rect(origin: corner, size: Size(width: whole, height: whole))
    var items = [
      PlacedItem(at: .zero, .path(.rect(plate), Paint(fill: setter.ink("paper")))),
      PlacedItem(
        at: Point(x: corner.x + module * Self.quiet, y: corner.y + module * Self.quiet),
        .path(path(module: module), Paint(fill: setter.ink("black")))),
    ]
    if let words {
      items += words.placed(at: Point(x: room.left, y: plate.bottom + .points(2)))
    }
    return items
  }

  /// Runs of dark modules of a row as one rectangle each, so that no seam shows between them.
  private func path(module: Length) -> Path {
    var elements: [Path.Element] = []
    for row in 0..<matrix.side {
      var column = 0
      while column < matrix.side {
        guard matrix.isDark(column, row) else {
          column += 1
          continue
        }
        let start = column
        while column < matrix.side, matrix.isDark(column, row) { column += 1 }
        let run = Rect(
          left: module * start, top: module * row, right: module * column,
          bottom: module * (row + 1))
        elements += Path.rect(run).elements
      }
    }
    return Path(elements)
  }
}
