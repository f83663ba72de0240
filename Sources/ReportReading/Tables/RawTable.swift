internal import ReportModel

/// A table before its columns are typed: cells as written, and the lines they stand on.
struct RawTable {
  /// The head cells.
  var header: [String]
  /// The rows, each as long as the head.
  var rows: [[String]]
  /// Source lines of head, Markdown rule (or nil) and rows.
  var headerLine: Int
  var ruleLine: Int?
  var rowLines: [Int]
  /// The heads over each column that it shares with neighbours, top to bottom; empty where no column
  /// has any. `header` says them too: `上半年／计划`.
  var over: [[String]] = []
  /// Cells over several rows or columns of `rows`; what they cover is empty.
  var spans: [CellSpan] = []

  /// Longest words of a head, in ems: two lines of a page.
  private static let longestHead = 80.0

  /// The table with its first row among the others where that is text, as in tables that only lay out
  /// a page: no column is named by a paragraph.
  var settled: RawTable {
    guard over.allSatisfy(\.isEmpty), header.contains(where: Self.isText) else { return self }
    var table = self
    table.rows.insert(header, at: 0)
    table.rowLines.insert(headerLine, at: 0)
    table.header = header.map { _ in "" }
    table.spans = spans.map {
      CellSpan(rows: ($0.rows.lowerBound + 1)..<($0.rows.upperBound + 1), columns: $0.columns)
    }
    return table
  }

  private static func isText(_ cell: String) -> Bool {
    let width = cell.unicodeScalars.reduce(0.0) { $0 + ($1.value < 0x2E80 ? 0.5 : 1) }
    return width > longestHead
  }
}
