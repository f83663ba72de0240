extension Report {
  /// The report with the titles of its tables as they were written over them: the name without its
  /// label and its unit is for finding a table, what is printed are the words of the source.
  public func withTitlesAsWritten() -> Report {
    var report = self
    for (place, block) in blocks.enumerated() where block.role == .tableTitle {
      let table = blocks[(place + 1)...].first { $0.role != .note }?.table
      if let table, tables.indices.contains(table), !block.text.isEmpty {
        report.tables[table].title = block.text
      }
    }
    return report
  }
}
