import Geometry

extension SheetPlanner {
  /// The pieces of pages that are larger than the paper, the paper the way round that takes the
  /// fewest. Pieces are of one size; each ends `overlap` beyond where the next one begins.
  func tiles(_ pages: [Size], overlap: Length) throws(TooLarge) -> [PlannedSheet] {
    guard let paper else { return try plan(pages, .single) }
    var sheets: [PlannedSheet] = []
    for (index, page) in pages.enumerated() {
      let ways = [paper, paper.lying].compactMap { TileWay(page, on: $0, overlap: overlap) }
      guard let way = ways.min(by: { $0.count < $1.count }) else {
        throw TooLarge(needed: page, sheet: paper.size)
      }
      for row in 0..<way.rows {
        for column in 0..<way.columns {
          sheets.append(way.sheet(page: index, column: column, row: row))
        }
      }
    }
    return sheets
  }
}

/// A page cut up for a paper that lies one way round.
private struct TileWay {
  let page: Size
  let paper: SheetPaper
  let overlap: Length
  let columns: Int
  let rows: Int

  var count: Int { columns * rows }

  init?(_ page: Size, on paper: SheetPaper, overlap: Length) {
    let room = Size(
      width: paper.size.width - paper.sides * 2, height: paper.size.height - paper.ends * 2)
    guard let columns = Self.pieces(page.width, room.width, overlap),
      let rows = Self.pieces(page.height, room.height, overlap)
    else { return nil }
    (self.page, self.paper, self.overlap) = (page, paper, overlap)
    (self.columns, self.rows) = (columns, rows)
  }

  /// How many pieces cover a length; nil where none is longer than the overlap.
  private static func pieces(_ whole: Length, _ most: Length, _ overlap: Length) -> Int? {
    if whole <= most { return 1 }
    guard most > overlap else { return nil }
    let (step, rest) = ((most - overlap).units, (whole - overlap).units)
    let count = (rest + step - 1) / step
    return count <= 200 ? count : nil
  }

  private func piece(_ whole: Length, _ count: Int) -> Length {
    (whole + overlap * (count - 1)) / count
  }

  func sheet(page index: Int, column: Int, row: Int) -> PlannedSheet {
    let size = Size(width: piece(page.width, columns), height: piece(page.height, rows))
    // The last piece ends with the page, whatever rounding left over.
    let start = Point(
      x: column == columns - 1 ? page.width - size.width : (size.width - overlap) * column,
      y: row == rows - 1 ? page.height - size.height : (size.height - overlap) * row)
    let corner = Point(
      x: (paper.size.width - size.width) / 2, y: (paper.size.height - size.height) / 2)
    let window = Rect(origin: corner, size: size)
    var sheet = PlannedSheet(size: paper.size)
    sheet.placed = [
      .init(
        page: index, origin: Point(x: corner.x - start.x, y: corner.y - start.y), window: window)
    ]
    sheet.lines = cropMarks(around: window) + glueMarks(in: window, column, row)
    sheet.notes = notes(in: window, column, row)
    return sheet
  }

  /// Where the piece is cut, in the room that the paper leaves beside it.
  private func cropMarks(around window: Rect) -> [PlannedSheet.Line] {
    let gap = Length.millimetres(1)
    let beside = min(SheetPlanner.mark, window.left - paper.sides - gap)
    let above = min(SheetPlanner.mark, window.top - paper.ends - gap)
    var lines: [PlannedSheet.Line] = []
    func add(_ x1: Length, _ y1: Length, _ x2: Length, _ y2: Length) {
      lines.append(.init(from: Point(x: x1, y: y1), to: Point(x: x2, y: y2)))
    }
    for y in [window.top, window.bottom] where beside >= gap {
      add(window.left - gap - beside, y, window.left - gap, y)
      add(window.right + gap, y, window.right + gap + beside, y)
    }
    for x in [window.left, window.right] where above >= gap {
      add(x, window.top - gap - above, x, window.top - gap)
      add(x, window.bottom + gap, x, window.bottom + gap + above)
    }
    return lines
  }

  /// Where the next piece comes to lie: marks at both ends of its edge, in the strip that it covers.
  private func glueMarks(in window: Rect, _ column: Int, _ row: Int) -> [PlannedSheet.Line] {
    var lines: [PlannedSheet.Line] = []
    let mark = min(SheetPlanner.mark, overlap)
    if column + 1 < columns {
      let x = window.right - overlap
      for y in [window.top, window.bottom - mark] {
        lines.append(.init(from: Point(x: x, y: y), to: Point(x: x, y: y + mark)))
      }
    }
    if row + 1 < rows {
      let y = window.bottom - overlap
      for x in [window.left, window.right - mark] {
        lines.append(.init(from: Point(x: x, y: y), to: Point(x: x + mark, y: y)))
      }
    }
    return lines
  }

  /// Which piece it is, row and column from 1, and which one is glued over the strip; it stands where
  /// that one covers it.
  private func notes(in window: Rect, _ column: Int, _ row: Int) -> [PlannedSheet.Note] {
    guard count > 1 else { return [] }
    let own = "\(row + 1)-\(column + 1)"
    var notes: [PlannedSheet.Note] = []
    let inner = Length.millimetres(2)
    if column + 1 < columns {
      notes.append(
        .init(
          at: Point(
            x: window.right - overlap + inner, y: window.top + window.size.height / 2),
          text: own))
      notes.append(
        .init(
          at: Point(
            x: window.right - overlap + inner,
            y: window.top + window.size.height / 2 + .points(8)),
          text: "+ \(row + 1)-\(column + 2)"))
    }
    if row + 1 < rows {
      notes.append(
        .init(
          at: Point(x: window.left + window.size.width / 2, y: window.bottom - inner),
          text: "\(own) + \(row + 2)-\(column + 1)"))
    }
    return notes
  }
}
