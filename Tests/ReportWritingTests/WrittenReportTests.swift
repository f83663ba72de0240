import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel
import Testing

@testable import ReportWriting

/// What a report is written as says all of its words, and the same report is the same bytes.
struct WrittenReportTests {
  private static let range = SourceRange(file: "稿.md", line: 1)

  private static var layout: LayoutSpec {
    var styles = StyleSheet()
    styles["body"] = NamedStyle(
      paragraph: ParagraphStyle(character: CharacterStyle(role: "fang", size: .points(16))))
    let grid = PageGrid(
      columns: 1, measure: 28, gutter: 0, lines: 22, em: .points(16), leading: .points(29),
      origin: Point(x: .millimetres(28), y: .millimetres(37)))
    let master = MasterPage(name: "first", frames: [], furniture: [])
    return LayoutSpec(
      name: "made", title: Wording("made", "自拟"), makeup: .pages,
      trim: Size(width: .millimetres(210), height: .millimetres(297)), bleed: .zero, grid: grid,
      composition: CompositionProfile(), styles: styles, palette: Palette(), first: master,
      next: master, objects: ObjectSpecs())
  }

  private static var report: Report {
    func block(_ role: ReportRole, _ text: String) -> ReportBlock {
      ReportBlock(role: role, text: text, range: range)
    }
    var body = block(.body, "检查堤段12处，发现“问题”3个 <急>，A&B。")
    body.marks = [TextMark(0..<2, .strong), TextMark(4..<7, .struck)]
    body.notes = [ReportNote(offset: 5, text: "据水利站统计。")]
    var head = block(.tableHeader, "")
    head.table = 0
    let names = [("村", []), ("上半年／计划", ["上半年"]), ("上半年／完成", ["上半年"])]
    let table = ReportTable(
      title: "检查情况", columns: names.map { TableColumn(name: $0.0, type: .text, over: $0.1) },
      rows: [["东河村", "5", "1,2"], ["", "4", "他说\"好\""]], hasTotalRow: false, headerLine: 1,
      ruleLine: nil, rowLines: [2, 3], range: range,
      spans: [CellSpan(rows: 0..<2, columns: 0..<1)])
    return Report(
      source: "稿.md",
      metadata: [ReportMetadata(key: "date", value: "2031-05-06", range: range)],
      blocks: [block(.headline, "汛期检查完成"), body, block(.h1, "一、下一步"), head],
      tables: [table])
  }

  @Test func tablesKeepCommasAndQuotes() throws {
    let texts = SeparatedTables.texts(of: Self.report)
    #expect(
      texts == ["村,上半年／计划,上半年／完成\r\n东河村,5,\"1,2\"\r\n,4,\"他说\"\"好\"\"\"\r\n"])
  }

  @Test func markdownSaysWhatIsMarked() {
    let text = MarkdownText(WrittenReport(Self.report, layout: Self.layout)).text
    #expect(text.contains("# 汛期检查完成"))
    #expect(text.contains("**检查**堤段~~1~~[^1]~~2处~~"))
    #expect(text.contains("\\<急\\>"))
    #expect(text.contains("## 一、下一步"))
    #expect(text.contains("[^1]: 据水利站统计。"))
    #expect(text.contains("| 东河村 | 5 | 1,2 |"))
  }

  /// Heads over several columns and cells over several rows stay merged.
  @Test func aWebPageKeepsSpansAndEscapes() {
    let text = HTMLPage(WrittenReport(Self.report, layout: Self.layout)).text
    #expect(text.contains("<th colspan=\"2\">上半年</th>"))
    #expect(text.contains("<td rowspan=\"2\">东河村</td>"))
    #expect(text.contains("&lt;急&gt;，A&amp;B"))
    #expect(text.contains("<s>2处</s>"))
    #expect(!text.contains("<script"))
  }

  @Test func aWordFileIsTheSameBytes() throws {
    var written = WrittenReport(Self.report, layout: Self.layout)
    written.labels = [("secrecy", "内部")]
    let bytes = try written.bytes(as: .word)
    #expect(bytes.starts(with: Array("PK".utf8)))
    #expect(try written.bytes(as: .word) == bytes)
  }

  @Test func wordParagraphsBearTheNamesOfTheirRoles() {
    var body = WordBody(WrittenReport(Self.report, layout: Self.layout))
    let xml = body.xml()
    #expect(xml.contains("<w:pStyle w:val=\"headline\"/>"))
    #expect(xml.contains("<w:strike/>"))
    #expect(xml.contains("<w:vMerge w:val=\"restart\"/>"))
    #expect(xml.contains("<w:gridSpan w:val=\"2\"/>"))
    #expect(body.footnotes == ["据水利站统计。"])
  }

  /// What the pages say of a block is followed: pressed lines, rows of their heights that keep together.
  @Test func wordParagraphsFollowThePages() {
    var written = WrittenReport(Self.report, layout: Self.layout)
    let count = Self.report.blocks[1].text.unicodeScalars.count
    written.placings[1] = WrittenReport.Placing(
      page: 0, top: .zero, lineEnds: [count], hasLoneLine: true)
    written.placings[3] = WrittenReport.Placing(
      page: 0, top: .zero, heights: [.points(40), .points(18), .points(20)])
    var body = WordBody(written)
    let xml = body.xml()
    #expect(xml.contains("<w:widowControl w:val=\"0\"/>"))
    #expect(xml.contains("<w:trHeight w:val=\"360\" w:hRule=\"atLeast\"/>"))
    #expect(xml.contains("<w:keepNext/>"))
  }

  @Test func lettersOfBytes() {
    #expect(Base64.text(of: Array("Man".utf8)) == "TWFu")
    #expect(Base64.text(of: Array("Ma".utf8)) == "TWE=")
    #expect(Base64.text(of: Array("M".utf8)) == "TQ==")
    #expect(Base64.text(of: []) == "")
  }
}
