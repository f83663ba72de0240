/// The head of a table in one row or several, as names of columns.
struct TableHeads {
  /// One name a column; heads over several columns stand before it: `上半年／计划`.
  private(set) var names: [String] = []
  /// The heads that each column shares with a neighbour, top to bottom; empty where none does.
  private(set) var over: [[String]] = []

  /// Takes the rows of the head, all as long as the table is wide; a cell over several rows or
  /// columns says the same in each of them.
  init(_ rows: [[String]]) {
    let columns = (0..<(rows.map(\.count).max() ?? 0)).map { column in
      var words: [String] = []
      for row in rows where column < row.count && !row[column].isEmpty && words.last != row[column]
      {
        words.append(row[column])
      }
      return words
    }
    for (column, words) in columns.enumerated() {
      var shared = 0
      for neighbour in [column - 1, column + 1] where columns.indices.contains(neighbour) {
        let other = columns[neighbour]
        let same = zip(words, other).prefix { $0 == $1 }.count
        shared = max(shared, min(same, words.count - 1, other.count - 1))
      }
      // What stands in two rows over this column alone is one name.
      let own = words.dropFirst(shared).joined()
      over.append(Array(words.prefix(shared)))
      names.append((words.prefix(shared) + [own]).joined(separator: "／"))
    }
  }
}
