public import Geometry

/// How pages are arranged on a sheet.
public enum ImpositionScheme: Hashable, Sendable {
  /// Pages side by side and under each other in reading order: 2-up is 2 × 1, 4-up 2 × 2; two 四开
  /// pages on a 对开 sheet are 2 × 1.
  case grid(columns: Int, rows: Int)
  /// A folded section stitched through the spine; inner sheets move towards the spine by `creep`
  /// each, since folded paper pushes them out.
  case saddle(creep: Length)
  /// A large page in pieces that overlap, to be pasted together.
  case tiles(size: Size, overlap: Length)
}

/// Where a page goes on a sheet.
struct Placement: Hashable {
  /// The page, from 0; nil for an empty place.
  var page: Int?
  /// Column and row on the sheet.
  var column: Int
  var row: Int
  /// Towards the spine, to the right.
  var shift = Length.zero
}

extension ImpositionScheme {
  /// The sheets' sides in printing order: for a folded section front and back in turn.
  func sides(of count: Int) -> [[Placement]] {
    switch self {
    case .grid(let columns, let rows):
      let each = max(columns * rows, 1)
      return stride(from: 0, to: count, by: each).map { first in
        (0..<each).map { place in
          let page = first + place
          return Placement(
            page: page < count ? page : nil, column: place % columns, row: place / columns)
        }
      }
    case .saddle(let creep):
      let total = (count + 3) / 4 * 4
      func known(_ page: Int) -> Int? { page < count ? page : nil }
      return (0..<total / 4).flatMap { sheet in
        let (first, last) = (2 * sheet, total - 1 - 2 * sheet)
        let shift = creep * sheet
        return [
          [
            Placement(page: known(last), column: 0, row: 0, shift: shift),
            Placement(page: known(first), column: 1, row: 0, shift: -shift),
          ],
          [
            Placement(page: known(first + 1), column: 0, row: 0, shift: shift),
            Placement(page: known(last - 1), column: 1, row: 0, shift: -shift),
          ],
        ]
      }
    case .tiles: return []
    }
  }
}
