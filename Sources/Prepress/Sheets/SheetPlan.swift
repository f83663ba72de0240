public import Geometry

/// How pages come on the sheets of a printer. Pages keep their size always.
public enum SheetScheme: Hashable, Sendable {
  /// A page a sheet, in its middle.
  case single
  /// Pages side by side and under each other in reading order.
  case grid(columns: Int, rows: Int)
  /// As many as the sheet holds, with marks to cut at; a single page is repeated.
  case slips
  /// A stitched section; see ``ImpositionScheme/saddle(creep:)``.
  case saddle(creep: Length)
  /// A page in pieces that overlap, with marks to cut and to glue at.
  case tiles(overlap: Length)
}

/// A sheet of paper, upright.
public struct SheetPaper: Hashable, Sendable {
  /// Its size, width not above height.
  public var size: Size
  /// What stays blank at the left and at the right, the larger of both.
  public var sides: Length
  /// What stays blank at the top and at the bottom, the larger of both.
  public var ends: Length

  /// Makes a sheet; `sides` and `ends` are those of the sheet as it is given.
  public init(size: Size, sides: Length = .zero, ends: Length = .zero) {
    let isLying = size.width > size.height
    self.size = isLying ? Size(width: size.height, height: size.width) : size
    (self.sides, self.ends) = isLying ? (ends, sides) : (sides, ends)
  }

  var lying: SheetPaper {
    var turned = self
    turned.size = Size(width: size.height, height: size.width)
    (turned.sides, turned.ends) = (ends, sides)
    return turned
  }
}

/// What lies where on one side of a sheet; places from its top left corner.
public struct PlannedSheet: Hashable, Sendable {
  /// A page, or a part of it.
  public struct Placed: Hashable, Sendable {
    /// The page, from 0.
    public var page: Int
    /// Where its top left corner lies, which may be beyond the sheet.
    public var origin: Point
    /// The part of the sheet in which it is seen.
    public var window: Rect
  }

  /// A thin line to cut, fold or glue at.
  public struct Line: Hashable, Sendable {
    /// One end.
    public var from: Point
    /// The other end.
    public var to: Point
  }

  /// A few signs in small type; its baseline begins at the point.
  public struct Note: Hashable, Sendable {
    /// Where its baseline begins.
    public var at: Point
    /// What it says, in signs of ASCII.
    public var text: String
  }

  /// The sheet as it is seen, upright or lying.
  public var size: Size
  /// The pages on it.
  public var placed: [Placed] = []
  /// Its marks.
  public var lines: [Line] = []
  /// What stands beside its marks.
  public var notes: [Note] = []
}

/// Lays pages out on sheets.
public struct SheetPlanner: Sendable {
  /// Why pages cannot come on a sheet: what they need, and what there is.
  public struct TooLarge: Error, Hashable, Sendable {
    /// The size that is needed.
    public var needed: Size
    /// The size of the paper.
    public var sheet: Size
  }

  /// The sheet; nil makes it as large as what lies on it.
  let paper: SheetPaper?
  /// Papers are cut and sizes rounded to this much.
  private static let slack = Length.millimetres(0.5)

  /// Makes a planner for a paper.
  public init(paper: SheetPaper?) { self.paper = paper }

  /// The sheets of pages of the given sizes, their sides in printing order.
  public func plan(
    _ pages: [Size], _ arrangement: SheetScheme
  ) throws(TooLarge) -> [PlannedSheet] {
    switch arrangement {
    case .single:
      try blocks(pages, (0..<pages.count).map { [Placement(page: $0, column: 0, row: 0)] })
    case .grid(let columns, let rows):
      try blocks(
        pages, ImpositionScheme.grid(columns: columns, rows: rows).sides(of: pages.count))
    case .saddle(let creep):
      try blocks(pages, ImpositionScheme.saddle(creep: creep).sides(of: pages.count))
    case .slips: try slips(pages)
    case .tiles(let overlap): try tiles(pages, overlap: overlap)
    }
  }

  // MARK: Pages in rows and columns

  private func blocks(
    _ pages: [Size], _ sides: [[Placement]], marks: Bool = false
  ) throws(TooLarge) -> [PlannedSheet] {
    var sheets: [PlannedSheet] = []
    for places in sides {
      let columns = (places.map(\.column).max() ?? 0) + 1
      let rows = (places.map(\.row).max() ?? 0) + 1
      // A side may hold pages of its own size; a section has one size for all its leaves.
      let known = places.compactMap(\.page).map { pages[$0] }
      let all = columns * rows == 1 ? known : pages
      let cell = Size(
        width: all.map(\.width).max() ?? .zero, height: all.map(\.height).max() ?? .zero)
      let block = Size(width: cell.width * columns, height: cell.height * rows)
      let sheet = try sheet(for: block)
      let corner = Point(
        x: (sheet.size.width - block.width) / 2, y: (sheet.size.height - block.height) / 2)
      var planned = PlannedSheet(size: sheet.size)
      for place in places {
        guard let page = place.page else { continue }
        let origin = corner + Point(x: cell.width * place.column, y: cell.height * place.row)
        planned.placed.append(
          .init(
            page: page, origin: origin + Point(x: place.shift, y: .zero),
            window: Rect(origin: origin, size: pages[page])))
      }
      if marks {
        planned.lines = cutLines(
          Rect(origin: corner, size: block), columns: columns, rows: rows, on: sheet)
      }
      sheets.append(planned)
    }
    return sheets
  }

  /// The paper in the way in which it holds a block.
  private func sheet(for block: Size) throws(TooLarge) -> SheetPaper {
    guard let paper else { return SheetPaper(seen: block) }
    for sheet in block.width > block.height ? [paper.lying, paper] : [paper, paper.lying]
    where block.width <= sheet.size.width + Self.slack
      && block.height <= sheet.size.height + Self.slack
    {
      return sheet
    }
    throw TooLarge(needed: block, sheet: paper.size)
  }

  // MARK: Slips

  private func slips(_ pages: [Size]) throws(TooLarge) -> [PlannedSheet] {
    let cell = Size(
      width: pages.map(\.width).max() ?? .zero, height: pages.map(\.height).max() ?? .zero)
    guard let paper, cell.width > .zero, cell.height > .zero else {
      return try plan(pages, .single)
    }
    func fit(_ sheet: SheetPaper) -> (columns: Int, rows: Int) {
      (
        (sheet.size.width + Self.slack).units / cell.width.units,
        (sheet.size.height + Self.slack).units / cell.height.units
      )
    }
    let (upright, lying) = (fit(paper), fit(paper.lying))
    let best = upright.columns * upright.rows >= lying.columns * lying.rows ? upright : lying
    let each = best.columns * best.rows
    guard each > 0 else { throw TooLarge(needed: cell, sheet: paper.size) }
    let count = pages.count == 1 ? each : pages.count
    let sides = stride(from: 0, to: count, by: each).map { first in
      (0..<each).map { place in
        let page = pages.count == 1 ? 0 : first + place
        return Placement(
          page: page < pages.count ? page : nil, column: place % best.columns,
          row: place / best.columns)
      }
    }
    return try blocks(pages, sides, marks: true)
  }

  /// How long a mark is.
  static let mark = Length.millimetres(5)
  /// From a mark to what is cut.
  private static let gap = Length.millimetres(1)

  /// Marks where the sheet is cut: beside the block where there is room; else, between slips, at the
  /// ends of the cut itself. Where the block ends with the sheet nothing is cut.
  private func cutLines(
    _ block: Rect, columns: Int, rows: Int, on sheet: SheetPaper
  ) -> [PlannedSheet.Line] {
    let printed = Rect(
      left: sheet.sides, top: sheet.ends, right: sheet.size.width - sheet.sides,
      bottom: sheet.size.height - sheet.ends)
    var lines: [PlannedSheet.Line] = []
    for column in 0...columns {
      let x = block.left + block.size.width / columns * column
      let isBetween = column > 0 && column < columns
      for (from, to) in ends(
        block.top, block.bottom, printed.top, printed.bottom, isBetween: isBetween)
      where x > Self.slack && x < sheet.size.width - Self.slack {
        lines.append(.init(from: Point(x: x, y: from), to: Point(x: x, y: to)))
      }
    }
    for row in 0...rows {
      let y = block.top + block.size.height / rows * row
      let isBetween = row > 0 && row < rows
      for (from, to) in ends(
        block.left, block.right, printed.left, printed.right, isBetween: isBetween)
      where y > Self.slack && y < sheet.size.height - Self.slack {
        lines.append(.init(from: Point(x: from, y: y), to: Point(x: to, y: y)))
      }
    }
    return lines
  }

  private func ends(
    _ first: Length, _ last: Length, _ near: Length, _ far: Length, isBetween: Bool
  ) -> [(Length, Length)] {
    let hasRoom = first - near >= Self.gap + Self.mark / 2 && far - last >= Self.gap + Self.mark / 2
    if hasRoom {
      return [
        (max(near, first - Self.gap - Self.mark), first - Self.gap),
        (last + Self.gap, min(far, last + Self.gap + Self.mark)),
      ]
    }
    guard isBetween else { return [] }
    let (start, end) = (max(near, first), min(far, last))
    return [(start, start + Self.mark), (end - Self.mark, end)]
  }
}

extension SheetPaper {
  /// A sheet just as it is seen.
  fileprivate init(seen size: Size) {
    self.init(size: size)
    self.size = size
  }
}
