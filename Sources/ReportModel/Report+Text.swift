extension Report {
  /// The words alone, as they are pasted into an editor: a line a paragraph, a blank line between
  /// paragraphs, a table's cells parted by tabs, notes after
  /// all.
  public var plainText: String {
    var parts: [String] = []
    for block in withNotesInText().blocks {
      if let index = block.table, tables.indices.contains(index) {
        let table = tables[index]
        let rows = [table.columns.map(\.name)] + table.rows
        parts.append(rows.map { $0.joined(separator: "\t") }.joined(separator: "\n"))
      } else if block.role == .caption {
        if !block.text.isEmpty { parts.append("（图：\(block.text)）") }
      } else if !block.text.isEmpty {
        parts.append(block.text)
      }
    }
    return parts.joined(separator: "\n\n") + "\n"
  }
}
