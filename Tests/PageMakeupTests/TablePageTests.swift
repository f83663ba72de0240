import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel
import TestSupport
import Testing

@testable import PageMakeup

/// Tables with merged cells, line breaks and rows taller than a page, read back from display lists.
@Suite struct TablePageTests {
  private static let grid = PageGrid(
    columns: 1, measure: 30, gutter: 0, lines: 20, em: .points(10), leading: .points(15),
    origin: Point(x: .points(40), y: .points(40)))

  private static var setter: TextSetter {
    var styles = StyleSheet()
    styles["body"] = NamedStyle(
      paragraph: ParagraphStyle(character: CharacterStyle(role: "body", size: .points(10))))
    let master = MasterPage(
      name: "first", frames: [FrameSpec(name: "text", columns: 1...1, lines: 1...20)],
      furniture: [])
    let layout = LayoutSpec(
      name: "test", title: .init("test", "测试"), makeup: .pages,
      trim: Size(width: .points(400), height: .points(400)), bleed: .zero, grid: grid,
      composition: CompositionProfile(), styles: styles, palette: Palette(), first: master,
      next: master, objects: ObjectSpecs())
    return TextSetter(layout: layout, shaper: SquareShaper())
  }

  private static func table(
    _ columns: [TableColumn], _ rows: [[String]], spans: [CellSpan] = []
  ) -> ReportTable {
    ReportTable(
      title: "", columns: columns, rows: rows, hasTotalRow: false, headerLine: 1, ruleLine: nil,
      rowLines: [], range: SourceRange(file: "a", line: 1), spans: spans)
  }

  private static func column(_ name: String, _ over: [String] = []) -> TableColumn {
    TableColumn(name: (over + [name]).joined(separator: "／"), type: .text, over: over)
  }

  private static func flow(_ table: ReportTable) throws -> PagedFlow {
    var flow = PagedFlow()
    var problems = Problems()
    let setter = Self.setter
    try TableFlow(
      table: table, setter: setter, spec: TableSpec(rules: .grid), measure: .points(300),
      name: "table"
    ).add(to: &flow, into: &problems)
    return flow
  }

  @Test func theLabelOfASumGoesOverEmptyCellsBesideIt() throws {
    let table = Self.table(
      [Self.column("甲"), Self.column("乙"), Self.column("说明")],
      [["1", "2", String(repeating: "长", count: 60)]])
    let setter = Self.setter
    let plan = try TablePlan(
      table, cells: CellSetter(setter: setter, range: table.range), measure: .points(100))
    let rows = TableRows(plan: plan, look: .paged(TableSpec(rules: .grid), page: .points(400)))
    #expect(words(try rows.sums(["过次页", "", ""])) == "过次页")
  }

  @Test func aTallRowIsPartedAndNothingIsLost() throws {
    let long = (1...200).map { "第\($0)条内容完整不缺。" }.joined()
    let flow = try Self.flow(
      Self.table(
        [Self.column("序号"), Self.column("事项")], [["1", "甲"], ["2", long], ["3", "丙"]]))
    let breaker = PageBreaker(first: 20, next: 20, turned: 20, leading: Self.grid.leading)
    let spans = breaker.spans(flow.items, flow.continuations)
    #expect(spans.count > 2)
    let rows = PageBreaker.rows(of: flow.items)
    for span in spans {
      // What stands on a page is no higher than the page.
      var stack = PageStack(leading: Self.grid.leading)
      for place in span.rows { stack.add(rows[place], of: flow.items) }
      #expect(stack.height <= Self.grid.leading * 20)
    }
    let words = flow.items.flatMap { $0.choices[0].rows.flatMap(texts) }.joined()
    #expect(words.contains(long) && words.contains("丙"))
    // A page that starts inside the row says which row goes on.
    #expect(texts(flow.items[2].paging.again) == ["2", "（续）"])
  }

  @Test func aShortRowIsNotParted() throws {
    let flow = try Self.flow(Self.table([Self.column("甲"), Self.column("乙")], [["一\n二", "三"]]))
    #expect(flow.items[1].choices[0].rows.count == 1)
    let lines = flow.items[1].choices[0].rows[0].compactMap { item -> (String, Length)? in
      guard case .glyphs(let run) = item.item else { return nil }
      return (run.text, item.origin.y)
    }
    #expect(lines.map(\.0) == ["一", "二", "三"])
    #expect(lines[0].1 < lines[2].1 && lines[2].1 < lines[1].1)
  }

  @Test func mergedCellsArePrintedOnceAcrossTheirRows() throws {
    let flow = try Self.flow(
      Self.table(
        [Self.column("部门"), Self.column("事项"), Self.column("数")],
        [["城管办", "路灯", "1"], ["", "井盖", "2"], ["应急办", "", "3"]],
        spans: [
          CellSpan(rows: 0..<2, columns: 0..<1), CellSpan(rows: 2..<3, columns: 0..<2),
        ]))
    // The first two rows are one item, which no page parts.
    #expect(flow.items.count == 3)
    let words = texts(flow.items[1].choices[0].rows[0])
    #expect(words == ["城管办", "路灯", "1", "井盖", "2"])
    // The rule between the rows stops before the merged cell.
    let height = flow.items[1].paging.heights[0]
    let inner = paths(flow.items[1].choices[0].rows[0]).compactMap { path, _ -> Point? in
      guard case .move(let start)? = path.elements.first, case .line(let end)? = path.elements.last,
        start.y == end.y, start.y > .zero, start.y < height
      else { return nil }
      return start
    }
    #expect(inner.count == 1 && (inner.first?.x ?? .zero) > .zero)
  }

  @Test func headsSpanTheirColumns() throws {
    let columns = [
      Self.column("村"), Self.column("计划", ["上半年"]), Self.column("完成", ["上半年"]),
      Self.column("户", ["全年", "计划"]), Self.column("人", ["全年", "计划"]),
    ]
    let flow = try Self.flow(Self.table(columns, [["甲", "1", "2", "3", "4"]]))
    let words = texts(flow.items[0].choices[0].rows[0])
    #expect(words.sorted() == ["上半年", "人", "全年", "完成", "户", "村", "计划", "计划"].sorted())
  }

  @Test func headsTurnOverBeforeTheirBracket() throws {
    let cells = CellSetter(setter: Self.setter, range: SourceRange(file: "a", line: 1))
    let lines = try cells.headLines("投入资金（万元）", width: .points(50))
    #expect(lines.map { texts($0).joined() } == ["投入资金", "（万元）"])
    // Without one, both lines are about as long.
    let even = try cells.headLines("整改措施落实情况", width: .points(70))
    #expect(even.map { texts($0).joined().count } == [4, 4])
  }

  @Test func columnsTakeWhatSavesLines() {
    let widths = RowLines(
      natural: [.points(90), .points(60)], least: [.points(20), .points(20)],
      cells: [[[.points(80)], [.points(30)]], [[.points(50)], []]], air: .points(10),
      em: .points(10)
    ).widths(in: .points(100))
    #expect(widths.reduce(.zero, +) == .points(100))
    #expect(widths[0] >= .points(39) && widths[1] >= .points(34))
    // One cell of hundreds of lines takes what the others can spare.
    let long = RowLines(
      natural: [.points(40), .points(40), .points(9000)],
      least: [.points(20), .points(20), .points(30)],
      cells: [[[.points(10)]], [[.points(10)]], [[.points(9000)]]], air: .points(10),
      em: .points(10)
    ).widths(in: .points(100))
    #expect(long[2] >= .points(55))
  }

  @Test(arguments: [
    ("截至2031年5月6日完成", ["2031年5月6日"]), ("电话0539-1234567转8", ["0539-1234567", "8"]),
    ("GDP增长5.6%", ["GDP", "5.6%"]), ("编号2031－0456", ["2031－0456"]),
  ])
  func wordsAreWhole(_ text: String, _ words: [String]) {
    #expect(ColumnWidths.words(text) == words)
  }

  @Test func aLongListStandsInPartsSideBySide() throws {
    let rows = (1...60).map { ["\($0)", "户\($0)"] }
    let table = Self.table([Self.column("号"), Self.column("户名")], rows)
    let one = try TableObject(table: table, setter: Self.setter, columns: 1)
    let parts = try TableObject(table: table, setter: Self.setter, columns: 1, lines: 40)
    #expect(one.rowsNeeded > 60 && parts.rowsNeeded <= 40)
    let words = texts(parts.draw(rows: parts.rowsNeeded).items)
    // Even parts: two are enough.
    #expect(words.filter { $0 == "户名" }.count == 2)
    for row in rows { #expect(words.filter { $0 == row[1] }.count == 1) }
  }
}
