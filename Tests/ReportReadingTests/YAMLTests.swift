import Diagnostics
import Notations
import ReportModel
import ReportReading
import Testing

@Suite("Report files")
struct YAMLTests {
  private func load(_ text: String) throws(Rejection) -> Report {
    var problems = Problems()
    return try ReportYAML.read(text, file: "r.yaml", into: &problems)
  }

  private func error(_ text: String) -> Diagnostic? {
    do {
      _ = try load(text)
      return nil
    } catch {
      return error.diagnostics.first
    }
  }

  @Test func anIndicatorHasOneLine() throws {
    let report = try Fixtures.report("gangshan-2022.txt")
    let lines = ReportYAML.write(report).split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("- {subject: ") } == report.indicators.count)
  }

  @Test(arguments: Fixtures.names)
  func theRoundTripIsExact(_ name: String) throws {
    let report = try Fixtures.report(name)
    let text = ReportYAML.write(report)
    let back = try load(text)
    #expect(back == report)
    #expect(ReportYAML.write(back) == text)
  }

  @Test func metadataFiguresAndOddCharactersComeBack() throws {
    let text =
      "---\npaper: \"日报: # 1\"\n---\n# 标 \"题\" \\ & * 'x'\n\n今年，新增企业18家，成效明显。\n\n![图](a.vl.json)\n"
    let report = try read(text, name: "t.md")
    #expect(try load(ReportYAML.write(report)) == report)
  }

  @Test func aReportFileIsReadByItsEnding() throws {
    let report = try Fixtures.report("gangshan-2022.txt")
    #expect(try read(ReportYAML.write(report), name: "x.yml") == report)
  }

  @Test func tablesKeepTheirSpansAndHeads() throws {
    let range = SourceRange(file: "a.txt", line: 1)
    var report = Report(source: "a.txt")
    report.tables = [
      ReportTable(
        title: "",
        columns: [
          TableColumn(name: "村", type: .text, width: 6.5),
          TableColumn(name: "上半年／计划", type: .int, over: ["上半年"]),
        ], rows: [["甲\n乙", "1"], ["", "2"]], hasTotalRow: false, headerLine: 1, ruleLine: nil,
        rowLines: [2, 3], range: range, spans: [CellSpan(rows: 0..<2, columns: 0..<1)])
    ]
    report.blocks = [ReportBlock(role: .tableHeader, text: "", table: 0, range: range)]
    let text = ReportYAML.write(report)
    #expect(try load(text) == report)
    #expect(report.tables[0].words(row: 1, column: 0) == "甲\n乙")
    let wrong = text.replacing(
      "rows: [1, 2], columns: [1, 1]", with: "rows: [2, 3], columns: [1, 1]")
    #expect(error(wrong)?.code == "report-file.span")
  }

  @Test func unsureRolesAreMarked() {
    let range = SourceRange(file: "a.txt", line: 1)
    let block = ReportBlock(role: .caption, text: "图", confidence: 0.61, range: range)
    let text = ReportYAML.write(Report(source: "a.txt", blocks: [block]))
    #expect(text.contains("role: caption  # 请核对 check"))
  }

  @Test func anEditorMayLeaveOutPlaces() throws {
    let text =
      "format: 1\nsource: \"a.txt\"\nblocks:\n- {role: body, text: \"甲。乙。\", lead: \"甲。\"}\n"
    let report = try load(text)
    #expect(report.blocks.first?.runInLeadText == "甲。")
    #expect(report.blocks.first?.confidence == 1)
    #expect(report.blocks.first?.range.file == "a.txt")
  }

  @Test(arguments: [
    ("blocks:\n- rol: body\n", "report-file.unknown", 2, 3),
    ("blocks:\n- role: bodi\n", "report-file.unknown", 2, 9),
    ("blocks:\n- text: \"甲\"\n", "report-file.missing", 2, 3),
    ("blocks:\n- role: body\n  text: [1]\n", "report-file.type", 3, 9),
    ("blocks:\n- role: body\n  text: \"甲\"\n  lead: \"乙\"\n", "report-file.lead", 4, 9),
    ("blocks:\n- role: table-header\n  table: 3\n", "report-file.reference", 3, 10),
    ("blocks: 5\n", "report-file.type", 1, 9),
    ("format: 2\n", "report-file.format", 1, 9),
    ("blocks: [\n", "report-file.syntax", 2, 1),
    ("a: &x [1]\nb: *x\n", "report-file.alias", 1, 4),
    ("- 1\n", "report-file.type", 1, 1),
    ("tables:\n- {title: \"\", columns: [], rows: [[\"1\"]]}\n", "report-file.cells", 2, 35),
  ])
  func errorsNameTheirPlace(_ text: String, _ code: String, _ line: Int, _ column: Int) {
    let found = error(text)
    #expect(found?.code.rawValue == code)
    #expect(found?.range?.start == SourcePosition(line: line, column: column))
  }

  @Test func unknownNamesHintAtTheNearest() {
    #expect(error("blocks:\n- rol: body\n")?.hints.first?.english == "did you mean \"role\"?")
    #expect(error("blocks:\n- role: capton\n")?.hints.first?.chinese == "是否为“caption”？")
    #expect(error("blocks:\n- xyzzyplugh: body\n")?.hints.isEmpty == true)
  }

  @Test func allErrorsAreCollected() {
    do {
      _ = try load("blocks:\n- rol: body\n- role: bodi\n")
      Issue.record("no rejection")
    } catch {
      #expect(error.diagnostics.count == 3)
    }
  }

  @Test func bombsAreRefused() {
    let deep = "a: " + String(repeating: "[", count: 100_000)
    #expect(error(deep)?.code == "report-file.depth")
    var bomb = "a: &a [\"x\"]\n"
    for letter in "bcdefgh" { bomb += "\(letter): &\(letter) [*a, *a, *a]\n" }
    #expect(error(bomb)?.code == "report-file.alias")
    let many = "a:\n" + String(repeating: "- 1\n", count: YAMLBounds.nodes)
    #expect(error(many)?.code == "report-file.too-large")
  }

  @Test func ampersandsInQuotesAreText() throws {
    let text = "blocks:\n- {role: body, text: \"* & 'a' \\\" &b\"}\n"
    #expect(try load(text).blocks.first?.text == "* & 'a' \" &b")
  }
}
