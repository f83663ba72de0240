/// The role of one source line.
public struct ReportLine: Hashable, Sendable {
  /// The line, counted from 1.
  public var number: Int
  /// What it is.
  public var role: ReportRole
  /// Whether it goes on with the paragraph of an earlier line.
  public var continues: Bool

  /// Makes a line.
  public init(number: Int, role: ReportRole, continues: Bool) {
    self.number = number
    self.role = role
    self.continues = continues
  }
}

extension Report {
  /// The role of every source line that is not blank, in the order of the source.
  public var lines: [ReportLine] {
    var result: [ReportLine] = []
    for block in blocks {
      if let index = block.table, tables.indices.contains(index) {
        result += lines(of: tables[index])
      } else {
        result += block.lines.enumerated().map { place, number in
          ReportLine(number: number, role: block.role, continues: place > 0)
        }
      }
    }
    return result.sorted { $0.number < $1.number }
  }

  private func lines(of table: ReportTable) -> [ReportLine] {
    var result = [ReportLine(number: table.headerLine, role: .tableHeader, continues: false)]
    if let rule = table.ruleLine {
      result.append(ReportLine(number: rule, role: .tableRule, continues: false))
    }
    return result
      + table.rowLines.map { ReportLine(number: $0, role: .tableRow, continues: false) }
  }
}
