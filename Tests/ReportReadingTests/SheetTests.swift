import Diagnostics
import Foundation
import ReportModel
import Testing

@testable import ReportReading

/// Excel files made for a test.
private enum Book {
  /// A file of sheets: names, states and the XML of their data with merged areas.
  static func bytes(
    _ sheets: [(name: String, state: String, data: String, merges: [String])],
    strings: [String] = [], formats: [String] = []
  ) throws -> [UInt8] {
    var parts = ["xl/sharedStrings.xml": "<sst>\(strings.map { "<si>\($0)</si>" }.joined())</sst>"]
    parts["xl/workbook.xml"] =
      "<workbook xmlns:r=\"r\"><sheets>"
      + sheets.enumerated().map {
        "<sheet name=\"\($1.name)\" \($1.state) r:id=\"r\($0)\"/>"
      }.joined() + "</sheets></workbook>"
    parts["xl/_rels/workbook.xml.rels"] =
      "<Relationships>"
      + sheets.indices.map { "<Relationship Id=\"r\($0)\" Target=\"worksheets/s\($0).xml\"/>" }
      .joined() + "</Relationships>"
    parts["xl/styles.xml"] =
      "<styleSheet><numFmts>"
      + formats.enumerated().map {
        "<numFmt numFmtId=\"\(164 + $0)\" formatCode=\"\($1)\"/>"
      }.joined() + "</numFmts><cellXfs><xf numFmtId=\"0\"/>"
      + formats.indices.map { "<xf numFmtId=\"\(164 + $0)\"/>" }.joined()
      + "</cellXfs></styleSheet>"
    for (number, sheet) in sheets.enumerated() {
      let merges = sheet.merges.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
      parts["xl/worksheets/s\(number).xml"] =
        "<worksheet><sheetData>\(sheet.data)</sheetData><mergeCells>\(merges)</mergeCells></worksheet>"
    }
    return try WordFile.container(parts)
  }

  /// A row of texts from a column on.
  static func row(_ number: Int, _ texts: [String]) -> String {
    let cells = texts.enumerated().map { place, text in
      let column = String(UnicodeScalar(UInt8(65 + place)))
      return text.isEmpty
        ? ""
        : "<c r=\"\(column)\(number)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
    }
    return "<row r=\"\(number)\">\(cells.joined())</row>"
  }
}

@Suite("Excel files", .enabled(if: WordFile.python != nil, "python3 is not installed"))
struct SheetTests {
  private func table(_ bytes: [UInt8], part: String? = nil) throws -> (RecordTable, [Code]) {
    var problems = Problems()
    let table = try RecordTable.read(bytes: bytes, name: "表.xlsx", part: part, into: &problems)
    return (table, problems.diagnostics.map(\.code))
  }

  /// Numbers of rows and areas that no sheet has cost nothing, and cells far outside are refused.
  @Test func impossiblePlacesAreBounded() throws {
    let rows =
      Book.row(1, ["名称"])
      + "<row r=\"9223372036854775807\"><c t=\"inlineStr\"><is><t>甲</t></is></c></row>"
      + "<row><c t=\"inlineStr\"><is><t>乙</t></is></c></row>"
    let (table, _) = try table(
      Book.bytes([("表", "", rows, ["B2:AAAAA190000", "A9223372036854775807:B9223372036854775807"])])
    )
    #expect(table.rows.count == 2)
    let far = (1...8000).map {
      "<row r=\"\($0)\"><c r=\"SR\($0)\" t=\"inlineStr\"><is><t>远</t></is></c></row>"
    }.joined()
    #expect(throws: Rejection.self) { try self.table(Book.bytes([("表", "", far, [])])) }
    #expect(throws: Rejection.self) {
      let wide = (1...9000).map { Book.row($0, ["甲"]) }.joined()
      _ = try self.table(Book.bytes([("表", "", wide, ["A1:SR9000"])]))
    }
  }

  @Test func stringsNumbersAndDatesAreReadAsTheyAreSeen() throws {
    let data =
      Book.row(1, ["名", "值"])
      + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\"><v>0.30000000000000004</v></c></row>"
      + "<row r=\"3\"><c r=\"A3\" t=\"str\"><v>式</v></c><c r=\"B3\" s=\"1\"><v>47971.5</v></c></row>"
      + "<row r=\"5\"><c r=\"A5\" t=\"b\"><v>1</v></c><c r=\"B5\" s=\"2\"><v>0.4567</v></c></row>"
    let bytes = try Book.bytes(
      [("表", "", data, [])],
      strings: ["<r><t>投</t></r><r><t>资</t></r><rPh sb=\"0\" eb=\"1\"><t>tou</t></rPh>"],
      formats: ["yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;", "0.0%"])
    let (table, _) = try table(bytes)
    #expect(table.fields == ["名", "值"])
    #expect(table.rows.map(\.values) == [["投资", "0.3"], ["式", "2031-05-03"], ["是", "45.7%"]])
    #expect(table.rows.map(\.range.start.line) == [2, 3, 5])
  }

  @Test func mergedCellsSpeakForEachOfTheirs() throws {
    let data =
      Book.row(1, ["十月台账"]) + Book.row(2, ["社区", "投资", "", "项目"])
      + Book.row(3, ["", "计划", "完成"]) + Book.row(4, ["东城", "1", "2", "路灯"])
      + Book.row(5, ["", "3", "4", "学校"])
    let merges = ["A1:D1", "B2:C2", "A2:A3", "D2:D3", "A4:A5"]
    let (table, _) = try table(try Book.bytes([("表", "", data, merges)]))
    #expect(table.fields == ["社区", "投资／计划", "投资／完成", "项目"])
    #expect(table.rows.map(\.values) == [["东城", "1", "2", "路灯"], ["东城", "3", "4", "学校"]])
  }

  @Test func aHiddenSheetIsPassedOverAndAnotherMayBeNamed() throws {
    let sheets = ["藏", "甲", "乙"].map { name in
      (
        name: name, state: name == "藏" ? "state=\"hidden\"" : "",
        data: Book.row(1, ["列\(name)", "值"]) + Book.row(2, ["1", "2"]), merges: [String]()
      )
    }
    let bytes = try Book.bytes(sheets)
    let (first, codes) = try table(bytes)
    #expect(first.fields == ["列甲", "值"] && codes == ["records.other-sheets"])
    #expect(try table(bytes, part: "乙").0.fields == ["列乙", "值"])
    #expect(throws: Rejection.self) { try table(bytes, part: "丙") }
  }

  @Test func aWorkbookIsAReportOfTables() throws {
    let one = Book.row(1, ["十月台账"]) + Book.row(2, ["甲", "乙"]) + Book.row(3, ["1", "2"])
    let two = Book.row(1, ["丙", "丁"]) + Book.row(2, ["3", "4"])
    let bytes = try Book.bytes([("一", "", one, []), ("二", "", two, [])])
    var problems = Problems()
    let report = try ReportReading.read(bytes: bytes, name: "a.xlsx", into: &problems)
    #expect(report.headlines == ["十月台账"])
    #expect(report.tables.map { $0.columns.map(\.name) } == [["甲", "乙"], ["丙", "丁"]])
    #expect(report.tables[1].title == "二")
  }

  @Test func brokenFilesAreRefused() throws {
    let whole = try Book.bytes([("表", "", Book.row(1, ["甲"]) + Book.row(2, ["1"]), [])])
    for cut in stride(from: 4, to: whole.count, by: 37) {
      #expect(throws: Rejection.self) { try table(Array(whole.prefix(cut))) }
    }
    let entity = try WordFile.container(["xl/workbook.xml": "<!DOCTYPE x []><workbook/>"])
    #expect(throws: Rejection.self) { try table(entity) }
  }

  @Test(arguments: [
    ("General", 1234.5, "1234.5"), ("0", 2.5, "3"), ("#,##0.00_ ", 1234.5, "1234.50"),
    ("0.00", 2.675, "2.68"), ("0%", 0.4567, "46%"), ("yyyy-mm-dd", 1, "1900-01-01"),
    ("yyyy/m/d h:mm", 47971.5, "2031-05-03 12:00"),
    ("h:mm", 0.354166666, "08:30"), ("[h]:mm", 1.5, "36:00"), ("[$¥-804]#,##0.00", 5, "5.00"),
    ("[Red]0.0", 1.25, "1.3"), ("m\"月\"d\"日\"", 47971, "2031-05-03"), ("@", 12, "12"),
    ("0.00E+00", 12345, "12345"), ("yyyy-mm-dd", 61, "1900-03-01"),
  ])
  func numbersHaveTheirFormats(_ code: String, _ value: Double, _ words: String) {
    #expect(NumberFormat(code: code, id: 164).text(of: "\(value)", since1904: false) == words)
  }
}

@Suite("Databases", .enabled(if: WordFile.python != nil, "python3 is not installed"))
struct DatabaseTests {
  /// A database made by statements.
  private func bytes(_ statements: [String]) throws -> [UInt8] {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("banxin-\(UUID().uuidString).db")
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(WordFile.python))
    let script =
      "import sqlite3,sys\nd=sqlite3.connect(sys.argv[1])\n[d.execute(s) for s in sys.argv[2:]]\n"
      + "d.commit()\nd.close()"
    process.arguments = ["-c", script, file.path] + statements
    try process.run()
    process.waitUntilExit()
    return [UInt8](try Data(contentsOf: file))
  }

  private func table(_ bytes: [UInt8], part: String? = nil) throws -> RecordTable {
    var problems = Problems()
    return try RecordTable.read(bytes: bytes, name: "a.db", part: part, into: &problems)
  }

  private let cases = [
    "create table cases(编号 integer, 时间 text)", "insert into cases values(1, '2031-05-01')",
    "insert into cases values(2, null)", "create table other(a)",
  ]

  @Test func rowsAreReadAsText() throws {
    let table = try table(bytes(cases))
    #expect(table.fields == ["编号", "时间"])
    #expect(table.rows.map(\.values) == [["1", "2031-05-01"], ["2", ""]])
  }

  @Test func aDatabaseWithALogOfWritesIsRead() throws {
    #expect(try table(bytes(["pragma journal_mode=wal"] + cases)).rows.count == 2)
  }

  @Test func oneOfSeveralTablesHasToBeNamed() throws {
    let two = try bytes(["create table 甲(a)", "create table 乙(b)"])
    #expect(throws: Rejection.self) { try table(two) }
    #expect(try table(two, part: "乙").fields == ["b"])
    #expect(throws: Rejection.self) { try table(two, part: "丙") }
  }

  @Test func aQueryWithoutEndIsEnded() throws {
    let loop =
      "create view cases as with recursive c(x) as (select 1 union all select x+1 from c) "
      + "select count(*) as 编号 from c"
    let bytes = try bytes([loop])
    #expect(throws: Rejection.self) { try table(bytes) }
  }

  /// Damaged pages are refused or read; nothing crashes.
  @Test func damagedFilesDoNotCrash() throws {
    let whole = try bytes(cases)
    var state: UInt64 = 9
    for _ in 0..<400 {
      var broken = whole
      for _ in 0..<8 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        broken[100 + Int(state >> 33) % (broken.count - 100)] = UInt8(
          truncatingIfNeeded: state >> 20)
      }
      _ = try? table(broken)
    }
    for cut in stride(from: 16, to: whole.count, by: 511) {
      _ = try? table(Array(whole.prefix(cut)))
    }
  }
}
