internal import Diagnostics
internal import ReportModel

extension ReportYAMLReader {
  mutating func table(_ field: YAMLField) -> ReportTable? {
    guard let record = YAMLRecord(field, keys: ReportFileKeys.table, into: &problems) else {
      return nil
    }
    let columns = list(record, "columns") { $0.column($1) }
    let rows = list(record, "rows") { $0.row($1, columns: columns.count) }
    var table = ReportTable(
      title: record.string("title", into: &problems), columns: columns,
      rows: rows,
      hasTotalRow: record.value("total", "true or false", "true 或 false", into: &problems) {
        $0.bool
      } ?? false,
      headerLine: record.int("header-line", into: &problems) ?? 0,
      ruleLine: record.int("rule-line", into: &problems),
      rowLines: record.ints("row-lines", into: &problems), range: range(record, line: 1))
    table.spans = spans(record, of: table)
    return table
  }

  /// Cells over several rows or columns; one that leaves the table or meets another is refused.
  private mutating func spans(_ record: YAMLRecord, of table: ReportTable) -> [CellSpan] {
    var taken: [CellSpan] = []
    for (span, range) in list(record, "spans", { $0.span($1) }) {
      let meets = taken.contains {
        $0.rows.overlaps(span.rows) && $0.columns.overlaps(span.columns)
      }
      if meets || span.rows.upperBound > table.rows.count
        || span.columns.upperBound > table.columns.count
      {
        problems.report(ReadingProblems.yamlSpan(range))
      } else {
        taken.append(span)
      }
    }
    return taken
  }

  private mutating func span(_ field: YAMLField) -> (CellSpan, SourceRange)? {
    guard let record = YAMLRecord(field, keys: ReportFileKeys.span, into: &problems) else {
      return nil
    }
    func ends(_ key: String, _ reader: inout ReportYAMLReader) -> Range<Int>? {
      let ends = record.ints(key, into: &reader.problems)
      guard ends.count == 2, 1 <= ends[0], ends[0] <= ends[1] else { return nil }
      return (ends[0] - 1)..<ends[1]
    }
    guard let rows = ends("rows", &self), let columns = ends("columns", &self) else {
      problems.report(ReadingProblems.yamlSpan(field.range))
      return nil
    }
    return (CellSpan(rows: rows, columns: columns), field.range)
  }

  private mutating func column(_ field: YAMLField) -> TableColumn? {
    guard
      let record = YAMLRecord(
        field, keys: ReportFileKeys.column, into: &problems)
    else { return nil }
    return TableColumn(
      name: record.string("name", into: &problems),
      type: record.choice("type", ColumnType.text, into: &problems),
      unit: record.string("unit", into: &problems),
      over: record.value("over", "a list of strings", "字符串列表", into: &problems) { field in
        field.elements?.compactMap(\.string)
      } ?? [],
      width: record.value("width", "a number", "数", into: &problems) { $0.double })
  }

  private mutating func row(_ field: YAMLField, columns: Int) -> [String]? {
    guard let cells = field.elements?.map({ $0.string ?? "" }) else {
      problems.report(ReadingProblems.yamlType("a list of cells", "单元格列表", field.range))
      return nil
    }
    if cells.count != columns {
      problems.report(ReadingProblems.yamlCells(field.range, cells: cells.count, columns: columns))
    }
    return cells
  }
}
