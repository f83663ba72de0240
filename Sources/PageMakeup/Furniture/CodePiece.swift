import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs

/// A QR or bar code on the grid; nothing where the job gives no text for one.
struct CodePiece: FurniturePiece {
  let spec: CodeSpec

  func set(on page: PageContext) throws(Rejection) -> [PlacedItem] {
    guard let matrix = page.facts.matrix else { return [] }
    let room = page.setter.grid.rect(columns: spec.area.columns, lines: spec.area.lines)
    return try CodeBlock(matrix: matrix, caption: page.facts[.codeCaption], setter: page.setter)
      .draw(in: room)
  }
}

/// A code with its caption under it, as large as its room: solid black on paper, with the quiet zone
/// that readers need.
struct CodeBlock {
  let matrix: CodeMatrix
  let caption: String?
  let setter: TextSetter

  /// Modules of paper round a square code (ISO/IEC 18004).
  static let quiet = 4
  /// Modules of paper at both ends of bars (ISO/IEC 15417; ISO/IEC 15420 asks for no more than 11).
  static let barQuiet = 11
  /// Narrowest and widest bar: a hand scanner reads down to a fifth of a millimetre from office paper.
  static let bar = Length.millimetres(0.19)...Length.millimetres(0.5)
  /// Height of bars, and the least of it.
  static let height = Length.millimetres(6)...Length.millimetres(15)

  func draw(in room: Rect) throws(Rejection) -> [PlacedItem] {
    var words: Fragment?
    if let caption {
      words = try setter.stack(
        [caption], style: setter.style("code-caption"), width: room.size.width)
    }
    let foot = words.map { $0.size.height + .points(2) } ?? .zero
    let space = Size(width: room.size.width, height: room.size.height - foot)
    let (module, plated, inset) = try matrix.isBars ? bars(in: space) : square(in: space)
    let corner = Point(
      x: room.left + (space.width - plated.width) / 2,
      y: room.top + (space.height - plated.height) / 2)
    let plate = Rect(origin: corner, size: plated)
    var items = [
      PlacedItem(at: .zero, .path(.rect(plate), Paint(fill: setter.ink("paper")))),
      PlacedItem(
        at: corner + inset, .path(path(module: module), Paint(fill: setter.ink("black")))),
    ]
    if let words {
      items += words.placed(at: Point(x: room.left, y: plate.bottom + .points(2)))
    }
    return items
  }

  /// Size of a module and of the plate, and where on the plate the modules begin.
  private typealias Measures = (module: Size, plate: Size, inset: Point)

  private func square(in space: Size) -> Measures {
    let module = min(space.width, space.height) / (matrix.columns + Self.quiet * 2)
    let whole = module * (matrix.columns + Self.quiet * 2)
    return (
      Size(width: module, height: module), Size(width: whole, height: whole),
      Point(x: module * Self.quiet, y: module * Self.quiet)
    )
  }

  private func bars(in space: Size) throws(Rejection) -> Measures {
    let count = matrix.columns + Self.barQuiet * 2
    let module = min(space.width / count, Self.bar.upperBound)
    let height = min(space.height, Self.height.upperBound)
    guard module >= Self.bar.lowerBound, height >= Self.height.lowerBound else {
      throw Rejection(
        FurnitureProblems.barsWithoutRoom(
          needed: Size(
            width: Self.bar.lowerBound * count, height: Self.height.lowerBound), given: space))
    }
    return (
      Size(width: module, height: height), Size(width: module * count, height: height),
      Point(x: module * Self.barQuiet, y: .zero)
    )
  }

  /// Runs of dark modules of a row as one rectangle each, so that no seam shows between them.
  private func path(module: Size) -> Path {
    var elements: [Path.Element] = []
    for row in 0..<matrix.rows {
      var column = 0
      while column < matrix.columns {
        guard matrix.isDark(column, row) else {
          column += 1
          continue
        }
        let start = column
        while column < matrix.columns, matrix.isDark(column, row) { column += 1 }
        let run = Rect(
          left: module.width * start, top: module.height * row, right: module.width * column,
          bottom: module.height * (row + 1))
        elements += Path.rect(run).elements
      }
    }
    return Path(elements)
  }
}
