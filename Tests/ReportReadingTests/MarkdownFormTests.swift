import Diagnostics
import ReportModel
import ReportReading
import Testing

/// Markdown as people type and programs export it.
@Suite("Markdown forms") struct MarkdownFormTests {
  private func read(_ body: String) throws -> (report: Report, codes: [String]) {
    var problems = Problems()
    let text = "# 全镇节水工作通报\n\n各村、各社区：现将有关情况通报如下。\n\n\(body)\n\n以上工作，请抓紧落实。\n"
    let report = try ReportReading.read(
      bytes: Array(text.utf8), name: "a.md", into: &problems)
    return (report, problems.diagnostics.map(\.code.rawValue))
  }

  private func texts(_ body: String) throws -> [String] {
    try read(body).report.blocks.dropFirst(2).dropLast().map(\.text)
  }

  @Test(arguments: [
    ("价格\\*不变\\*，A\\_B，&lt;水&gt;，&amp;。", "价格*不变*，A_B，<水>，&。"),
    ("> 引用一段文字，说明情况。\n>> 嵌套的引用文字。", "引用一段文字，说明情况。"),
    ("- [x] 已完成的任务。", "☑ 已完成的任务。"), ("1. [ ] 未完成的任务。", "1. ☐ 未完成的任务。"),
    ("```\n代码里的一行。\n```", "代码里的一行。"), ("<center>居中的一段话。</center>", "居中的一段话。"),
    ("<div align=\"center\">\n层里的一段话。\n</div>", "层里的一段话。"),
    ("漏损率$\\eta=\\frac{a}{b}$明显下降。", "漏损率η=a/b明显下降。"),
    ("$$\nE=mc^2\n$$", "E=mc²"), ("[注]: 数据来自各村报表。", "[注]: 数据来自各村报表。"),
    ("[通知](a.html)已印发各村。", "通知已印发各村。"), ("3~5月与10~12月。", "3~5月与10~12月。"),
  ])
  func typedFormsBecomeText(_ body: String, _ words: String) throws {
    #expect(try texts(body).first == words)
  }

  @Test func forProgramsOnlyIsNoText() throws {
    #expect(try texts("[TOC]\n\n[p]: a.png \"图\"\n\n<!-- 备注 -->\n\n正文一段。") == ["正文一段。"])
    #expect(try texts("## 东片情况 {#east}\n\n东村完成。").first == "东片情况")
  }

  @Test func struckWordsAreMarked() throws {
    let block = try #require(try read("原定~~三月~~四月开工。").report.blocks.dropFirst(2).first)
    #expect(block.text == "原定三月四月开工。")
    #expect(block.marks == [TextMark(2..<4, .struck)])
  }

  @Test(arguments: [
    "下图是改造前的情况。\n![甲](a.png)\n上图是改造前的情况。", "![甲](a.png) ![乙](b.png)", "- 一项\n\n  ![甲](a.png)",
    "| 村 | 照片 |\n| --- | --- |\n| 东村 | ![甲](a.png) |",
    "<img src=\"a.png\" alt=\"甲\" width=\"300\">",
    "<div><img src=\"a.png\"/><br/>图1 甲</div>", "![甲][p1]\n\n[p1]: a.png",
  ])
  func picturesAreFoundWhereverTheyStand(_ body: String) throws {
    let report = try read(body).report
    #expect(report.figures.first?.path == "a.png")
    #expect(!report.blocks.contains { $0.text.contains("a.png") })
  }

  @Test func remotePicturesAreLeftOutAndSaid() throws {
    let found = try read("![改造前](https://example.cn/a.png)")
    #expect(found.report.figures.isEmpty)
    #expect(found.codes == ["reading.remote-picture"])
  }

  /// What a program put as the name of a picture is no caption.
  @Test(arguments: ["image-20310520", "a.png", "img", "IMG_2031.JPG", ""])
  func namesAreNoCaptions(_ words: String) throws {
    #expect(try read("![\(words)](files/a.png)").report.figures.first?.caption == "")
  }

  @Test func tablesOfHTML() throws {
    let body =
      "<table>\n<tr><th rowspan=2>村</th><th colspan=2>上半年</th></tr>\n<tr><th>计划</th><th>完成</th></tr>\n"
      + "<tr><td>东村</td><td>1<br>2</td><td>3</td></tr>\n</table>"
    let table = try #require(try read(body).report.tables.first)
    #expect(table.columns.map(\.name) == ["村", "上半年／计划", "上半年／完成"])
    #expect(table.rows == [["东村", "1\n2", "3"]])
  }

  @Test func lineBreaksInCellsStay() throws {
    let table = try #require(
      try read("| 姓名 | 村 |\n| --- | --- |\n| 甲某<br>乙某 | 东 |").report.tables.first)
    #expect(table.rows == [["甲某\n乙某", "东"]])
  }

  @Test func aNoteCalledTwiceIsSaidOnce() throws {
    let found = try read("前文有注[^1]在此，后文又引[^1]一次。\n\n[^1]: 同一个注。")
    #expect(found.report.blocks.flatMap(\.notes).count == 1)
    #expect(found.codes == ["reading.note-again"])
  }
}
