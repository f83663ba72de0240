import Diagnostics
import Geometry
import LayoutSpecs
import ReportModel

/// The cells of a board's table over its columns, and the widths of these.
struct BoardTablePlan {
  struct Cell {
    var text: String
    var columns: Range<Int>
    /// How many rows it takes, its own the first.
    var rows = 1
    var isHead: Bool
    /// Short words stand in the middle.
    var isShort: Bool
    /// Nothing is printed: somebody will write here.
    var isWritten: Bool
  }

  let rows: [[Cell]]
  private let count: Int

  /// Most characters of a cell that is centred.
  private static let short = 12

  /// The head and the rows; `spans` are the cells of the rows under the head that are merged.
  init(_ texts: [[String]], look: FrameContent.Tables, spans: [CellSpan] = []) {
    count = texts.map(\.count).max() ?? 0
    var rows: [[Cell]] = []
    for (number, texts) in texts.enumerated() {
      var cells: [Cell] = []
      for (place, text) in texts.enumerated() {
        let span = spans.first {
          $0.rows.contains(number - 1) && $0.columns.contains(place)
        }
        if let span, span.rows.lowerBound != number - 1 || span.columns.lowerBound != place {
          continue
        }
        let isJoined =
          look == .form && text.isEmpty && span == nil && cells.last?.columns.upperBound == place
        if isJoined {
          let first = cells[cells.count - 1].columns.lowerBound
          cells[cells.count - 1].columns = first..<(place + 1)
          cells[cells.count - 1].isShort = false
          continue
        }
        let isHead = look == .form ? cells.count.isMultiple(of: 2) : number == 0
        cells.append(
          Cell(
            text: text, columns: span?.columns ?? place..<(place + 1),
            rows: span?.rows.count ?? 1, isHead: isHead,
            isShort: text.count <= Self.short,
            isWritten: !isHead && text.allSatisfy { $0 == "\u{3000}" }))
      }
      rows.append(cells)
    }
    self.rows = look == .columns ? Self.even(rows) : rows
  }

  /// Cells of a column under a head all stand alike.
  private static func even(_ rows: [[Cell]]) -> [[Cell]] {
    var rows = rows
    var long: Set<Int> = []
    for cell in rows.joined() where !cell.isShort { long.insert(cell.columns.lowerBound) }
    for number in rows.indices {
      for place in rows[number].indices {
        rows[number][place].isShort = !long.contains(rows[number][place].columns.lowerBound)
      }
    }
    return rows
  }

  /// Columns of labels take what these need, the others share the rest by what they hold.
  func widths(
    setter: TextSetter, width: Length, air: Length
  ) throws(Rejection) -> [Length] {
    guard count > 0 else { return [] }
    var natural = Array(repeating: air, count: count)
    var least = natural
    var isLabel = Array(repeating: true, count: count)
    for cell in rows.joined() where cell.columns.count == 1 {
      let style = setter.style(cell.isHead ? "table-head" : "table-cell").paragraph.character
      var wide = air
      for piece in CellSetter.pieces(cell.text) {
        wide = max(wide, try setter.line(piece, style: style).width + air)
      }
      let place = cell.columns.lowerBound
      natural[place] = max(natural[place], min(wide, width / 2))
      for word in ColumnWidths.words(cell.text) {
        let whole = try setter.line(word, style: style).width + air
        least[place] = max(least[place], min(whole, natural[place]))
      }
      if !cell.isHead { isLabel[place] = false }
    }
    let fixed = natural.indices.filter { isLabel[$0] }.reduce(Length.zero) { $0 + natural[$1] }
    let open = natural.indices.filter { !isLabel[$0] }
    guard !open.isEmpty, fixed < width / 2 else {
      return ColumnWidths.share(width, among: natural, least: least)
    }
    let shares = ColumnWidths.share(
      width - fixed, among: open.map { natural[$0] }, least: open.map { least[$0] })
    for (place, share) in zip(open, shares) { natural[place] = share }
    // Rounding goes to the last column, so that rules end on the edge.
    natural[count - 1] += width - natural.reduce(.zero, +)
    return natural
  }
}
