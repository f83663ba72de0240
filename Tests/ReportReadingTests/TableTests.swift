import Diagnostics
import ReportModel
import Testing

@Suite("Tables (P5)")
struct TableTests {
  private let head = "标题行\n\n工作扎实推进，成效明显，群众满意。\n\n"

  @Test func tabsMakeATable() throws {
    let text = """
      表1　进度表（截至10月底）

      乡镇\t摸底数(处)\t盘活率\t增收（万元）\t时限
      甲镇\t527\t30.9%\t212.6\t2031-11-20
      乙镇\t88\t24%\t-147.3\t2031-11-30
      合计\t615\t28%\t65.3\t
      """
    let report = try read(head + text)
    let table = try #require(report.tables.first)
    #expect(table.title == "进度表")
    #expect(table.columns.map(\.type) == [.text, .int, .percent, .decimal, .date])
    #expect(table.columns.map(\.unit) == ["", "处", "", "万元", ""])
    #expect(table.hasTotalRow)
    #expect(table.rows.last == ["合计", "615", "28%", "65.3", ""])
    #expect(report.blocks.suffix(2).map(\.role) == [.tableTitle, .tableHeader])
    #expect(report.lines.suffix(3).allSatisfy { $0.role == .tableRow })
  }

  @Test func aParagraphNamesNoColumn() throws {
    let text = String(repeating: "本表列出各村全年改造任务的完成情况，", count: 6)
    let table = try #require(
      try read("# 题\n\n| \(text) | 乙 |\n|---|---|\n| 丙 | 3 |\n", name: "t.md").tables.first)
    #expect(table.columns.map(\.name) == ["", ""])
    #expect(table.rows == [[text, "乙"], ["丙", "3"]] && table.rowLines.count == 2)
  }

  @Test func monthsWithAPointAreNoDecimals() throws {
    let rows = ["姓名\t出生\t亩数", "甲某\t1965.03\t2031.05", "乙某\t1978.12\t3.15"]
    let table = try #require(try read(head + rows.joined(separator: "\n")).tables.first)
    #expect(table.columns.map(\.type) == [.text, .date, .decimal])
  }

  @Test func blanksMakeATable() throws {
    let report = try read(
      head + "社区情况\n社区      受理(件)   办结率\n北园社区  52         91.4%\n西堤社区  41         97.7%\n")
    let table = try #require(report.tables.first)
    #expect(table.rows == [["北园社区", "52", "91.4%"], ["西堤社区", "41", "97.7%"]])
    #expect(table.title == "社区情况")
  }

  @Test func issuerLinesAreNoTable() throws {
    #expect(try read("简报\n办公室　　　2031年5月1日\n\n" + head).tables.isEmpty)
    #expect(try read(head + "签发：王一　　审核：李二\n").tables.isEmpty)
  }

  @Test func pipesMakeATable() throws {
    let text =
      "# 标题\n\n表2　类别\n\n| 类别 | 件数 | 占比 |\n| --- | ---: | ---: |\n| **物业** | 1,402 | 31.3% |\n| 其他 | — | 6% |\n"
    let report = try read(text, name: "t.md")
    let table = try #require(report.tables.first)
    #expect(table.columns.map(\.type) == [.text, .int, .percent])
    #expect(table.columns[1].unit == "件")
    #expect(table.rows == [["物业", "1,402", "31.3%"], ["其他", "—", "6%"]])
    #expect(report.lines.map(\.role).suffix(4) == [.tableHeader, .tableRule, .tableRow, .tableRow])
    #expect(table.range.start.line == 5)
  }
}
