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
}
