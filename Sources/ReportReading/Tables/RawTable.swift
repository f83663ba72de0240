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
}
