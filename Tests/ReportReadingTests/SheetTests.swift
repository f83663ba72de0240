import Diagnostics
import Foundation
import ReportModel
import Testing

@testable import ReportReading

/// Excel files made for a test.
enum Book {
  /// A file of sheets: names, states and the XML of their data with merged areas.
  static func bytes(
    _ sheets: [(name: String, state: String, data: String, merges: [String])],
    strings: [String] = [], formats: [String] = [], before: String = ""
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
        "<worksheet>\(before)<sheetData>\(sheet.data)</sheetData><mergeCells>\(merges)</mergeCells></worksheet>"
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

  @Test func charactersOfCellsAreSettledAsThoseOfTexts() throws {
    let data = Book.row(1, ["村", "户主"]) + Book.row(2, ["东\u{200B}村", "王\u{E863}"])
    let (table, codes) = try table(try Book.bytes([("表", "", data, [])]))
    #expect(table.rows.map(\.values) == [["东村", "王䶮"]])
    #expect(codes == ["reading.control", "reading.private-use"])
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
    #expect(table.rows.map(\.values) == [["投资", "0.3"], ["式", "2031年5月3日"], ["是", "45.7%"]])
    #expect(table.day("值", in: table.rows[1]) == "2031-05-03")
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
    #expect(first.fields == ["列甲", "值"] && codes.contains("records.other-sheets"))
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
    ("General", 1234.5, "1234.5"), ("General", 0.450000002980232, "0.450000003"),
    ("General", 1234567.123456, "1234567.123"), ("General", 0.0000123456, "0.0000123456"),
    ("0", 2.5, "3"), ("#,##0.00_ ", 1234.5, "1,234.50"),
    ("0.00", 2.675, "2.68"), ("0%", 0.4567, "46%"), ("yyyy-mm-dd", 1, "1900-01-01"),
    ("yyyy/m/d h:mm", 47971.5, "2031/5/3 12:00"),
    ("h:mm", 0.354166666, "8:30"), ("[h]:mm", 1.5, "36:00"), ("[$¥-804]#,##0.00", 5, "¥5.00"),
    ("[Red]0.0", 1.25, "1.3"), ("m\"月\"d\"日\"", 47971, "5月3日"), ("@", 12, "12"),
    ("0.00E+00", 12345, "12345"), ("yyyy-mm-dd", 61, "1900-03-01"),
    // Zeros, words, thousands and millions, signs and brackets.
    ("00000", 731, "00731"), ("0.0\"万元\"", 57.9, "57.9万元"), ("0.0\\ \"吨\"", 8.5, "8.5 吨"),
    ("#,##0,", 1_234_567, "1,235"), ("0.0,,", 1_234_567, "1.2"),
    ("000-0000-0000", 13_800_001_234, "138-0000-1234"),
    ("0.00;(0.00)", -5.5, "(5.50)"), ("0.0;[Red]-0.0", -5.5, "-5.5"), ("0;-0;\"—\"", 0, "—"),
    ("#", 0, ""), ("#,##0.0#", -0.04, "-0.04"), ("0", -0.4, "0"),
    ("[>=100]0\"多\";0.0", 99.96, "100.0"),
    ("0.###", 10.25, "10.25"), ("# ?/?", 1.5, "1 1/2"), ("General\"元\"", 12.5, "12.5元"),
    // Dates and times of Chinese offices.
    ("yyyy\"年\"m\"月\"", 47971, "2031年5月"), ("aaaa", 47971, "星期六"), ("[$-804]dddd", 47971, "星期六"),
    ("ddd", 47971, "Sat"), ("mmm-yy", 47971, "May-31"), ("h\"时\"mm\"分\"", 47971.75, "18时00分"),
    ("上午/下午h\"时\"mm\"分\"", 0.75, "下午6时00分"), ("h:mm AM/PM", 0.5, "12:00 PM"),
    ("mm:ss.0", 0.000_72, "01:02.2"), ("[$-F800]dddd, mmmm dd, yyyy", 47971, "2031年5月3日"),
    ("[DBNum1]yyyy\"年\"m\"月\"d\"日\"", 47988, "二〇三一年五月二十日"),
    ("[DBNum1]General", 10_203, "一万〇二百〇三"), ("[DBNum2]General", 120, "壹佰贰拾"),
    ("[DBNum1]0", 203, "二〇三"),
  ])
  func numbersHaveTheirFormats(_ code: String, _ value: Double, _ words: String) {
    let raw = value == value.rounded() ? "\(Int(value))" : "\(value)"
    #expect(NumberFormat(code: code, id: 164).text(of: raw, since1904: false) == words)
  }
}
