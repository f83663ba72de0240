/// Which cells of a plot show a look of symbols: a plane of bits a look, set where it was printed
/// last.
struct InkedCells {
  private var words: [UInt64]
  private let columns: Int
  private let rows: Int
  private let wordsPerRow: Int
  private let planes: Int
  /// How many planes have something in them.
  private var used = 0
  private let fineness: Double
  /// Marks may reach over the edge of their plot.
  private static let margin = 40.0

  /// Empty planes over a plot in points, with a number of cells a point.
  init(width: Double, height: Double, fineness: Double, planes: Int) {
    self.fineness = fineness
    self.planes = planes
    columns = Int((width + 2 * Self.margin) * fineness) + 1
    rows = Int((height + 2 * Self.margin) * fineness) + 1
    wordsPerRow = (columns + 63) / 64
    words = []
  }

  /// Empties the plane of a look.
  mutating func forget(_ plane: Int) {
    let size = rows * wordsPerRow
    guard plane < used else { return }
    for place in plane * size..<(plane + 1) * size { words[place] = 0 }
  }

  /// Prints a look at a place; false where it was to be seen on every cell before.
  mutating func ink(
    _ spans: [(row: Int, from: Int, to: Int)], _ plane: Int, _ x: Double, _ y: Double
  ) -> Bool {
    let size = rows * wordsPerRow
    if plane >= used {
      words += [UInt64](repeating: 0, count: (plane + 1 - used) * size)
      used = plane + 1
    }
    let column = (x + Self.margin) * fineness
    let row = (y + Self.margin) * fineness
    guard column >= 0, row >= 0, column < Double(columns), row < Double(rows) else { return true }
    let (middle, line, own) = (Int(column), Int(row), plane * size)
    let (width, height, count, perRow) = (columns, rows, used, wordsPerRow)
    return words.withUnsafeMutableBufferPointer { words in
      var isNew = false
      for span in spans {
        let at = line + span.row
        let (from, to) = (middle + span.from, middle + span.to)
        guard at >= 0, at < height, from >= 0, to < width else {
          isNew = true
          continue
        }
        for word in from >> 6...to >> 6 {
          let low = max(from - word << 6, 0)
          let high = min(to - word << 6, 63)
          let mask = (UInt64.max >> UInt64(63 - high)) & (UInt64.max << UInt64(low))
          let place = at * perRow + word
          guard words[own + place] & mask != mask else { continue }
          isNew = true
          for other in 0..<count { words[other * size + place] &= ~mask }
          words[own + place] |= mask
        }
      }
      return isNew
    }
  }
}
