import Diagnostics
import ReportModel
import Testing

@testable import ReportReading

/// Tables of files as offices make them, in every format.
@Suite struct TableFileTests {
  private func table(_ text: String, _ name: String = "t.csv") throws -> (RecordTable, [Diagnostic])
  {
    var problems = Problems()
    let table = try RecordTable.read(bytes: Array(text.utf8), name: name, into: &problems)
    return (table, problems.diagnostics)
  }

  /// Title and unit lines stand over the head, sums and signatures under the rows, and columns without
  /// a word are none.
  @Test(arguments: [
    "编号,名,值\n1,甲,5\n2,乙,6\n",
    "十月台账,,\n填报单位：城管办,,单位：万元\n编号,名,值\n1,甲,5\n2,乙,6\n合计,,11\n",
    "编号,名,值,,\n1,甲,5,,\n2,乙,6,,\n,小计,11,,\n填表人：王某,,日期：5月6日,,\n",
    "编号;名;值\n1;甲;5\n2;乙;6\n注：不含在建项目;;\n",
    "表一\n编号\t名\t值\n=\"1\"\t甲\t5\n'2\t乙\t6\n",
  ])
  func rowsAroundATableAreNoRecords(_ text: String) throws {
    let (table, findings) = try table(text)
    #expect(table.fields == ["编号", "名", "值"])
    #expect(table.rows.map(\.values) == [["1", "甲", "5"], ["2", "乙", "6"]])
    #expect(findings.isEmpty, "\(findings)")
  }

  /// What systems export under the name of an old workbook: pages of the web, and texts in columns.
  @Test(arguments: [
    "<html><head><style>td{mso-number-format:'@'}</style></head><body><table><tr><td colspan=3>五月工单</td>"
      + "</tr><tr><th>工单号</th><th>类别</th><th>件数</th></tr><tr><td>0012</td><td>供水<br>供热</td>"
      + "<td>3</td></tr></table></body></html>",
    "<table><tr><td colspan=\"3\">五月工单<tr><td>工单号<td>类别<td>件数<tr><td>0012<td>供水<br/>供热<td>3</table>",
    "五月工单\t\t\n工单号\t类别\t件数\n0012\t\"供水\n供热\"\t3\n",
  ])
  func exportsUnderOldNamesAreRead(_ text: String) throws {
    let (table, findings) = try table(text, "导出.xls")
    #expect(table.titles == ["五月工单"])
    #expect(table.fields == ["工单号", "类别", "件数"])
    #expect(table.rows.map(\.values) == [["0012", "供水\n供热", "3"]])
    #expect(findings.isEmpty, "\(findings)")
    #expect(OfficeFormat.isReadable(Array(text.utf8), ending: "xls"))
    #expect(!OfficeFormat.isReadable([0xD0, 0xCF, 0x11, 0xE0, 0, 1], ending: "xls"))
    #expect(
      !OfficeFormat.isReadable(Array("<?xml version=\"1.0\"?><Workbook/>".utf8), ending: "xls"))
  }

  @Test func headsOfTwoRowsNeedNoMergedCells() throws {
    let (table, _) = try table("村,上半年,,下半年,\n,计划,完成,计划,完成\n甲,1,2,3,4\n")
    #expect(table.fields == ["村", "上半年／计划", "上半年／完成", "下半年／计划", "下半年／完成"])
    #expect(table.rows.count == 1)
  }

  @Test func aHeadThatIsRepeatedIsNoRow() throws {
    let (table, findings) = try table("编号,名,值\n1,甲,5\n编号,名,值\n2,乙,6\n")
    #expect(table.rows.map(\.values) == [["1", "甲", "5"], ["2", "乙", "6"]])
    #expect(findings.map(\.code) == ["records.repeated-head"])
  }

  @Test(arguments: [
    ("0!.0,\"万\"", "123456", "12.3万"), ("0\\.0,", "1500", "0.2"), ("0!-00", "123", "1-23"),
  ])
  func signsBetweenDigitsStay(_ code: String, _ value: String, _ words: String) throws {
    let number = try #require(DecimalDigits(value))
    let section = try #require(FormatSection.sections(of: code).first)
    #expect(NumberWords(section: section).text(of: number) == words)
  }

  @Test func aMarkdownTableIsATable() throws {
    let (table, _) = try table("# 题\n\n| 编号 | 名 |\n|---|---|\n| 1 | 甲 |\n| 合计 | 1 |\n", "t.md")
    #expect(table.fields == ["编号", "名"] && table.rows.map(\.values) == [["1", "甲"]])
    #expect(table.totals.count == 1)
  }

  /// What lost digits on its way is said, and errors are left empty.
  @Test(arguments: [
    ("3.70105E+17", "records.damaged-value", "3.70105E+17"), ("#DIV/0!", "records.cell-error", ""),
    ("########", "records.damaged-value", "########"),
    ("甲\u{FFFD}", "records.damaged-value", "甲\u{FFFD}"),
    ("370112198803120000", "records.damaged-value", "370112198803120000"),
  ])
  func damagedValuesAreSaid(_ cell: String, _ code: String, _ value: String) throws {
    let (table, findings) = try table("编号,值,名\n1,\(cell),甲\n")
    #expect(table.rows.first?.values == ["1", value, "甲"])
    #expect(findings.map(\.code.rawValue) == [code])
    let (_, none) = try self.table("编号,值\n1,1.5E\n2,000000199001010017\n3,#1\n4,E+17\n")
    #expect(none.isEmpty, "\(none)")
  }

  /// GB 18030 with signs, traditional and rare characters is read; a wrong byte has its own place.
  @Test func chineseEncodingsAreProvedByDecoding() throws {
    // 姓名,到 / √,√ … ●.
    let signs: [UInt8] = [
      0xD0, 0xD5, 0xC3, 0xFB, 0x2C, 0xB5, 0xBD, 0x0A, 0xA1, 0xCC, 0x2C, 0xA1, 0xF1, 0x0A, 0xA1,
      0xCC,
      0x2C, 0xA1, 0xCC, 0x0A,
    ]
    var problems = Problems()
    let table = try RecordTable.read(bytes: signs, name: "t.csv", into: &problems)
    #expect(table.rows.map(\.values) == [["√", "●"], ["√", "√"]])
    var broken = signs
    broken[8] = 0xFF
    let found = #expect(throws: Rejection.self) {
      try RecordTable.read(bytes: broken, name: "t.csv", into: &problems)
    }
    #expect(found?.diagnostics[0].message.english.contains("offset 8") == true)
  }
}

/// What a workbook hides, breaks or merges.
@Suite(
  "Workbooks as they are made", .enabled(if: WordFile.python != nil, "python3 is not installed"))
struct WorkbookTests {
  private func read(
    _ data: String, merges: [String] = [], columns: String = "", formats: [String] = []
  ) throws -> (Report, [Diagnostic]) {
    let bytes = try Book.bytes(
      [("表", "", data, merges)], formats: formats, before: columns)
    var problems = Problems()
    let report = try ReportReading.read(bytes: bytes, name: "t.xlsx", into: &problems)
    return (report, problems.diagnostics.filter { $0.code != "reading.no-headline" })
  }

  @Test func hiddenRowsAndColumnsAreLeftOutAndSaid() throws {
    let data =
      Book.row(1, ["村", "藏", "户"]) + Book.row(2, ["显", "一", "1"])
      + Book.row(3, ["隐", "二", "2"]).replacing("<row ", with: "<row hidden=\"1\" ")
    let (report, findings) = try read(
      data, columns: "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>")
    #expect(report.tables[0].columns.map(\.name) == ["村", "户"])
    #expect(report.tables[0].rows == [["显", "1"]])
    #expect(findings.map(\.code) == ["records.hidden"])
  }

  @Test func formulasWithoutAValueAndErrorsAreNamed() throws {
    let data =
      Book.row(1, ["村", "户"])
      + "<row r=\"2\"><c r=\"A2\"><f>B2*2</f></c><c r=\"B2\" t=\"e\"><v>#N/A</v></c></row>"
      + "<row r=\"3\"><c r=\"A3\"><v>370105199001010000</v></c><c r=\"B3\"><v>2</v></c></row>"
    let (report, findings) = try read(data)
    #expect(
      findings.map(\.code) == ["records.cell-error", "records.no-value", "records.damaged-value"])
    for (finding, cell) in zip(findings, ["B2", "A2", "A3"]) {
      #expect(finding.message.english.contains(cell), "\(finding.message.english)")
    }
    #expect(report.tables[0].rows.last == ["370105199001010000", "2"])
  }

  @Test func mergedCellsStayAndLinesBreak() throws {
    let data =
      Book.row(1, ["单位", "事项"]) + Book.row(2, ["城管办", "一_x000D_\n二"])
      + Book.row(3, ["", "三_x005F_x"])
    let (report, findings) = try read(data, merges: ["A2:A3"])
    #expect(report.tables[0].rows == [["城管办", "一\n二"], ["", "三_x"]])
    #expect(report.tables[0].spans == [CellSpan(rows: 0..<2, columns: 0..<1)])
    #expect(findings.isEmpty)
  }
}
