import Diagnostics
import Geometry
import ReportModel
import Testing

@testable import PageMakeup

@Suite struct TableFigureTests {
  private func table(_ rows: [[String]], total: Bool) -> ReportTable {
    ReportTable(
      title: "",
      columns: [
        TableColumn(name: "村名", type: .text), TableColumn(name: "户数", type: .int),
        TableColumn(name: "收入", type: .decimal), TableColumn(name: "比率", type: .percent),
      ], rows: rows, hasTotalRow: total, headerLine: 1, ruleLine: nil, rowLines: [],
      range: SourceRange(file: "a", line: 1))
  }

  @Test(arguments: [
    ("12", 12, 0), ("1,234.50", 123450, 2), ("-3.5", -35, 1), ("−7", -7, 0), ("0.05", 5, 2),
  ])
  func figuresAreRead(_ text: String, _ value: Int, _ decimals: Int) {
    #expect(TableFigure(text) == TableFigure(value: value, decimals: decimals))
  }

  @Test(arguments: ["", "待补", "3家", "12%", "1.2.3", ".5", "3-4", "1234567890123456"])
  func wordsAreNoFigures(_ text: String) { #expect(TableFigure(text) == nil) }

  @Test func sumsAreExact() {
    let sum = TableFigure.sum(
      TableFigure(value: 1, decimals: 1), TableFigure(value: 25, decimals: 2))
    #expect(sum?.text == "0.35")
    #expect(TableFigure(value: -5, decimals: 2).text == "-0.05")
    #expect(
      TableFigure.sum(TableFigure(value: .max, decimals: 0), TableFigure(value: 1, decimals: 0))
        == nil)
  }

  @Test func sumsLeaveOutSubtotals() {
    let rows = [
      ["甲", "1", "0.1", "5%"], ["乙", "2", "0.25", "6%"], ["小计", "3", "0.35", ""],
      ["丙", "4", "1", ""],
    ]
    let sums = CarriedSums(table(rows, total: false))
    #expect(sums.row(after: 2, label: "过次页") == ["过次页", "3", "0.35", ""])
    #expect(sums.row(after: 4, label: "合计") == ["合计", "7", "1.35", ""])
  }

  /// Sums look like what they add up.
  @Test func sumsHaveSeparatorsWhereFiguresDo() {
    let sums = CarriedSums(
      table([["甲", "70,495", "0.1", ""], ["乙", "486,078", "1999", ""]], total: false))
    #expect(sums.row(after: 2, label: "过次页") == ["过次页", "556,573", "1999.1", ""])
    #expect(TableFigure(value: -1_234_567, decimals: 2).groupedText == "-12,345.67")
    #expect(TableFigure(value: 999, decimals: 0).groupedText == "999")
    #expect(TableFigure("十") == nil)
  }

  /// Telephones, identities and numbers that open with a zero name something.
  @Test func codesAreNotAddedUp() {
    let table = ReportTable(
      title: "",
      columns: ["联系人方法", "户主标识", "户", "件数"].map { TableColumn(name: $0, type: .int) },
      rows: [
        ["13800138000", "110101199001011234", "001", "5"],
        ["13800138001", "110101199001011235", "102", "12"],
      ], hasTotalRow: false, headerLine: 1, ruleLine: nil, rowLines: [],
      range: SourceRange(file: "a", line: 1))
    #expect(table.summableColumns == [3])
  }

  @Test func longAddressesArePartedBehindTheirMarks() {
    #expect(
      ColumnWidths.words("见https://www.example.gov.cn/art/2031/art_1.html")
        == ["https://", "www.example.gov.cn/", "art/", "2031/", "art_1.html"])
    #expect(ColumnWidths.words("a/b 2031/5/20") == ["a/b", "2031/5/20"])
  }

  /// Where not all words fit, figures stay whole and words are broken.
  @Test func figuresKeepTheirWidth() {
    let wide = [Length.points(60), .points(30), .points(40)]
    let least = [Length.points(20), .points(30), .points(38)]
    let shared = ColumnWidths.share(.points(100), among: wide, least: least)
    #expect(zip(shared, least).allSatisfy { $0 >= $1 })
    #expect(shared.reduce(.zero, +) <= .points(100))
    #expect(ColumnWidths.words("截至2031-05 GDP增长") == ["2031-05", "GDP"])
  }

  @Test func figuresSplitAtTheirPoint() {
    #expect(TablePlan.split("30.9%")?.before == "30")
    #expect(TablePlan.split("−3")?.after == "")
    #expect(TablePlan.split("待补") == nil)
    #expect(TablePlan.split("2031-11-20")?.before == "2031-11-20" || TablePlan.split("约3") == nil)
  }

  @Test func aColumnHasItsOwnWords() {
    let column = TableColumn(name: "摸底数／户／人", type: .int, over: ["摸底数"])
    #expect(column.label == "户／人")
    #expect(TableColumn(name: "姓名／单位", type: .text).label == "姓名／单位")
  }

  @Test(arguments: [
    (["合计：9件", ""], TableRowKind.total), (["共 12 户", "", ""], .total), (["全镇合计", "3"], .total),
    (["收入合计", "3"], .plain), (["共青团", "3"], .plain), (["共1个村参加的项目", "3"], .plain),
    (["合 计", "3"], TableRowKind.total), (["", "合计：", "3"], .total), (["12", "总计", "3"], .total),
    (["合计（户）", "3"], .total), (["东镇", "小计", "3"], .subtotal), (["东片小计", "3"], .subtotal),
    (["—", "合计", "3"], .total), (["甲村", "3", "合计"], .plain), (["2031年", "合计"], .plain),
    (["合计拨付", "3"], .plain), ([], .plain),
  ])
  func rowsAreWhatTheirLabelsSay(_ cells: [String], _ kind: TableRowKind) {
    #expect(TableRowKind(cells) == kind)
  }

  @Test func theLastRowMayNameTheWhole() {
    #expect(TableRowKind.endsWithTotal([["甲镇", "1"], ["全县", "1"]]))
    #expect(!TableRowKind.endsWithTotal([["全国", "1"], ["全省", "2"], ["全县", "1"]]))
    #expect(TableRowKind.endsWithTotal([["甲镇", "1"], ["小计", "1"]]))
    #expect(!TableRowKind.endsWithTotal([["甲镇", "1"], ["小计", "1"], ["乙镇", "1"], ["小计", "1"]]))
  }
}
