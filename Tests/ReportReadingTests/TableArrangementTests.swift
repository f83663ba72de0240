import Diagnostics
import ReportModel
import Testing

/// Columns, rows, groups and sums that an author asks for.
@Suite struct TableArrangementTests {
  private static let range = SourceRange(file: "a", line: 1)

  private static func table() -> ReportTable {
    ReportTable(
      title: "",
      columns: [
        TableColumn(name: "序号", type: .int), TableColumn(name: "镇", type: .text),
        TableColumn(name: "村", type: .text), TableColumn(name: "户数", type: .int),
        TableColumn(name: "日期", type: .date),
      ],
      rows: [
        ["1", "东镇", "甲村", "20", "5月12日"], ["2", "西镇", "乙村", "3", "5月9日"],
        ["3", "东镇", "丙村", "100", "4月30日"], ["", "", "合计", "123", ""],
      ], hasTotalRow: true, headerLine: 1, ruleLine: nil, rowLines: [2, 3, 4, 5], range: range)
  }

  private func applied(_ change: (inout TableArrangement) -> Void) -> (ReportTable, Problems) {
    var arrangement = TableArrangement(range: Self.range)
    change(&arrangement)
    var problems = Problems()
    let table = arrangement.applied(to: Self.table(), into: &problems)
    return (table, problems)
  }

  @Test func columnsAreChosenOrderedAndNamed() {
    let (table, problems) = applied {
      $0.columns = [.init(name: "户数", title: "总户数", width: 6), .init(name: "村")]
    }
    #expect(problems.diagnostics.isEmpty)
    #expect(table.columns.map(\.name) == ["总户数", "村"] && table.columns[0].width == 6)
    #expect(table.rows.last == ["123", "合计"] && table.kind(ofRow: 3) == .total)
  }

  @Test func anUnknownColumnIsAProblem() {
    let (table, problems) = applied { $0.hidden = ["镇", "乡"] }
    #expect(problems.diagnostics.map(\.code) == ["table.unknown-column"])
    #expect(table.columns.count == 4)
  }

  @Test func sortingKnowsFiguresAndDates() {
    #expect(
      applied { $0.sort = [.init(column: "户数")] }.0.rows.map { $0[3] } == ["3", "20", "100", "123"])
    let dates = applied { $0.sort = [.init(column: "日期", isDescending: true)] }.0
    #expect(dates.rows.map { $0[4] } == ["5月12日", "5月9日", "4月30日", ""])
    // Serial numbers count the rows as they stand now, and the total stays the last.
    #expect(dates.rows.map { $0[0] } == ["1", "2", "3", ""])
  }

  @Test func whatIsLeftIsSummedAnew() {
    let (table, _) = applied {
      $0.filters = [.init(column: "户数", relation: .atLeast, values: ["20"])]
    }
    #expect(table.rows.map { $0[3] } == ["20", "100", "120"] && table.hasTotalRow)
    let (none, _) = applied { $0.filters = [.init(column: "镇", relation: .equal, values: ["南镇"])] }
    #expect(none.rows.isEmpty)
  }

  @Test func groupsAreMergedWithTheirSums() {
    let (table, _) = applied {
      $0.group = "镇"
      $0.hasSubtotals = true
    }
    #expect(
      table.rows == [
        ["1", "东镇", "甲村", "20", "5月12日"], ["2", "", "丙村", "100", "4月30日"],
        ["", "东镇小计", "", "120", ""], ["3", "西镇", "乙村", "3", "5月9日"],
        ["", "西镇小计", "", "3", ""], ["", "合计", "", "123", ""],
      ])
    #expect(table.spans == [CellSpan(rows: 0..<2, columns: 1..<2)])
    #expect(
      table.rows.indices.map(table.kind(ofRow:)).map { $0 == .plain } == [
        true, true, false, true, false, false,
      ])
  }

  @Test func hidingKeepsMergedCells() {
    var table = Self.table()
    table.rows[0][1] = "东西片"
    table.rows[0][2] = ""
    table.spans = [CellSpan(rows: 0..<2, columns: 1..<3)]
    table.rows[1][1] = ""
    table.rows[1][2] = ""
    var problems = Problems()
    var arrangement = TableArrangement(range: Self.range)
    arrangement.hidden = ["镇"]
    let shown = arrangement.applied(to: table, into: &problems)
    #expect(shown.words(row: 1, column: 1) == "东西片")
  }

  @Test func frontMatterSaysWhatIsWanted() throws {
    let report = try read(
      """
      ---
      table:
        列: 村, 户数=总户数
        筛选: 户数>=20
        排序: 户数 降
        列宽: 村 8
      title: 台账
      ---
      # 台账

      | 镇 | 村 | 户数 |
      |---|---|---|
      | 东镇 | 甲村 | 20 |
      | 西镇 | 乙村 | 3 |
      | 东镇 | 丙村 | 100 |
      """, name: "t.md")
    var problems = Problems()
    let entries = TableArrangement.entries(of: report.metadata, into: &problems)
    let arrangement = try #require(TableArrangement(entries, into: &problems))
    let table = report.arranged(arrangement, into: &problems).tables[0]
    #expect(problems.diagnostics.isEmpty)
    #expect(table.columns.map(\.name) == ["村", "总户数"] && table.columns[0].width == 8)
    #expect(table.rows == [["丙村", "100"], ["甲村", "20"]])
    #expect(report.metadata("title") == "台账")
  }

  @Test func anEditionShowsWhatIsNew() {
    var new = Self.table()
    new.rows.insert(["4", "南镇", "丁村", "7", "5月20日"], at: 0)
    new.rows[1][3] = "21"
    new.rowLines = [2, 3, 4, 5, 6]
    var arrangement = TableArrangement(range: Self.range)
    arrangement.identity = ["村"]
    var problems = Problems()
    let table = arrangement.changes(in: new, since: Self.table(), into: &problems)
    #expect(problems.diagnostics.isEmpty)
    #expect(table.rows.map { [$0[0], $0[2], $0[5]] } == [["1", "丁村", "新增"], ["2", "甲村", "更新"]])
  }

  @Test func aSumKeepsItsNameWhereItsColumnIsLeftOut() {
    var table = Self.table()
    table.rows[3] = ["合计", "", "", "123", ""]
    var problems = Problems()
    var arrangement = TableArrangement(range: Self.range)
    arrangement.columns = [.init(name: "村"), .init(name: "户数")]
    let shown = arrangement.applied(to: table, into: &problems)
    #expect(shown.rows.last == ["合计", "123"])
  }

  @Test func wishesThatAreNoneAndRowsThatAreGoneAreTold() throws {
    let text = "---\ntable:\n  列:\n    - 村\n    - 户数\n  小记: 是\ntitle: 台账\n---\n# 台账\n\n正文。\n"
    var problems = Problems()
    let report = try read(text, name: "t.md")
    let entries = TableArrangement.entries(of: report.metadata, into: &problems)
    #expect(entries.map(\.value) == ["村，户数"])
    #expect(problems.diagnostics.map(\.code) == ["table.unknown-wish"])
    var new = Self.table()
    new.rows.removeLast()
    new.rowLines.removeLast()
    var arrangement = TableArrangement(range: Self.range)
    arrangement.identity = ["村"]
    _ = arrangement.changes(in: new, since: Self.table(), into: &problems)
    #expect(problems.diagnostics.last?.code == "table.gone-rows")
  }
}
