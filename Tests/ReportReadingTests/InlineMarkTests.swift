import Diagnostics
import Foundation
import ReportModel
import ReportReading
import Testing

@Suite("Marks inside paragraphs")
struct InlineMarkTests {
  /// A paragraph of Markdown as `marked words kind`, and its text.
  private func body(_ markdown: String) throws -> (text: String, marks: [String]) {
    let report = try read("# 关于重点工作的通报\n\n\(markdown)\n", name: "t.md")
    let block = try #require(report.blocks.first { $0.role != .headline })
    return (block.text, Self.words(block))
  }

  private static func words(_ block: ReportBlock) -> [String] {
    let text = Array(block.text)
    return block.marks.map { mark in
      String(text[mark.range]) + " " + mark.kind.rawValue
        + (mark.reading.isEmpty ? "" : " " + mark.reading)
    }
  }

  @Test func markdownMarksAreKept() throws {
    let found = try body("要求**认真落实**，*不得推诿*，由<u>杏溪镇</u>牵头，学习<cite>办法</cite>全文。")
    #expect(found.text == "要求认真落实，不得推诿，由杏溪镇牵头，学习办法全文。")
    #expect(
      found.marks == ["认真落实 strong", "不得推诿 emphasis", "杏溪镇 proper-name", "办法 book-title"])
  }

  @Test func readingsStandOverTheirCharacters() throws {
    let found = try body("镇长<ruby>䶮<rp>（</rp><rt>yǎn</rt><rp>）</rp></ruby>某出席会议并讲话，大家深受鼓舞。")
    #expect(found.text == "镇长䶮某出席会议并讲话，大家深受鼓舞。")
    #expect(found.marks == ["䶮 reading yǎn"])
  }

  /// The lines of a newspaper leave no room for readings over them.
  @Test func readingsAreWrittenInBracketsWhereThereIsNoRoom() throws {
    let report = try read(
      "# 通报\n\n镇长<ruby>䶮<rt>yǎn</rt></ruby>某[^1]**出席**会议并讲话，大家深受鼓舞。\n\n[^1]: 代理。\n", name: "t.md"
    ).withNotesInText()
    let block = try #require(report.blocks.first { $0.role == .body })
    #expect(block.text == "镇长䶮（yǎn）某①出席会议并讲话，大家深受鼓舞。")
    #expect(Self.words(block) == ["出席 strong"])
  }

  @Test func figuresAboveAndBelowTheLine() throws {
    let text = try body("面积300m<sup>2</sup>，减少CO<sub>2</sub>排放，注<sup>甲</sup>另见，共完成投资3亿元。").text
    #expect(text == "面积300m²，减少CO₂排放，注甲另见，共完成投资3亿元。")
  }

  /// CommonMark opens bold at the second pair of `**段首。**正文`, because no blank follows the stop.
  @Test func pairsOfStarsAreTakenAsTheyWereMeant() throws {
    let found = try body("工作要实。**不走过场。**要抓好**“最后一公里”**建设，持续用力，久久为功。")
    #expect(found.text == "工作要实。不走过场。要抓好“最后一公里”建设，持续用力，久久为功。")
    #expect(found.marks == ["不走过场。 strong", "“最后一公里” strong"])
    // The blank beside the stars is there for the parser.
    #expect(try body("本月要抓好 **重点** 工作的落实，持续用力，久久为功。").text == "本月要抓好重点工作的落实，持续用力，久久为功。")
    #expect(try body("按照甲 ** 乙 ** 丙的次序排列，不得颠倒，不得遗漏。").marks.isEmpty)
  }

  @Test func marksGoOnOverBrokenLines() throws {
    let report = try read(
      "# 通报\n\n今年以来全镇上下齐心协力，**狠抓落实\n真抓实干**取得了明显成效，群众满意。\n", name: "t.md")
    let block = try #require(report.blocks.first { $0.role == .body })
    #expect(Self.words(block) == ["狠抓落实 strong", "真抓实干 strong"])
  }

  /// In official papers the numbers of a list are part of the text.
  @Test func numbersOfListsAreKept() throws {
    let report = try read(
      "# 通报\n\n具体安排如下。\n\n3. **咨询类**事项当场答复，不得拖延。\n4. 求助类事项一天内联系。\n\n- 其他事项照此办理。\n",
      name: "t.md")
    let texts = report.blocks.filter { $0.role == .list || $0.role == .body }
    #expect(
      texts.map(\.text) == [
        "具体安排如下。", "3. 咨询类事项当场答复，不得拖延。", "4. 求助类事项一天内联系。", "其他事项照此办理。",
      ])
    #expect(Self.words(texts[1]) == ["咨询类 strong"])
  }

  /// Marks of notes are taken out of the text; those of words stay on their words.
  @Test func notesAndMarksKeepTheirPlaces() throws {
    let report = try read(
      "# 通报\n\n要求**认真[^1]落实**各项任务，*不得推诿*[^2]，由各村具体负责。\n\n[^1]: 指**逐项**对照。\n[^2]: 依据《办法》。\n",
      name: "t.md")
    let block = try #require(report.blocks.first { $0.role == .body })
    #expect(block.text == "要求认真落实各项任务，不得推诿，由各村具体负责。")
    #expect(Self.words(block) == ["认真落实 strong", "不得推诿 emphasis"])
    #expect(block.notes.map(\.offset) == [4, 15])
    #expect(block.notes.map(\.text) == ["指逐项对照。", "依据《办法》。"])
    // Newspapers set the marks of notes as characters of the text.
    let written = try #require(
      report.withNotesInText().blocks.first { $0.role == .body })
    #expect(written.text == "要求认真①落实各项任务，不得推诿②，由各村具体负责。")
    #expect(Self.words(written) == ["认真①落实 strong", "不得推诿 emphasis"])
  }

  @Test func leadsKeepTheNotesBehindThem() {
    var block = ReportBlock(
      role: .body, text: "强化督办。本月三次。", runInLead: 5, marks: [TextMark(5..<7, .strong)],
      notes: [ReportNote(offset: 2, text: "甲"), ReportNote(offset: 5, text: "乙")],
      range: SourceRange(file: "t", line: 1))
    block.writeNotes { ReportNote.mark($0 + 1) }
    #expect(block.text == "强化①督办。②本月三次。")
    #expect(block.runInLeadText == "强化①督办。②")
    #expect(Self.words(block) == ["本月 strong"])
    #expect(block.notes.isEmpty)
  }

  @Test func commentsAndUnknownTags() throws {
    let report = try read(
      "# 通报\n\n<!-- 这一行不印\n这一行也不印 -->\n\n若甲<foo>乙则按规定办理，不得拖延，不得推诿，限期办结。<br>完。\n", name: "t.md")
    #expect(!report.blocks.contains { $0.text.contains("不印") })
    #expect(report.blocks.contains { $0.text.contains("<foo>") })
    #expect(!report.blocks.contains { $0.text.contains("<br>") })
  }

  /// A lead that is set as one is not marked a second time.
  @Test func leadsAreNoMarks() throws {
    let report = try read("# 通报\n\n**强化督办。**本月督办三次，**全部**办结，群众反映良好。\n", name: "t.md")
    let block = try #require(report.blocks.first { $0.role == .body })
    #expect(block.runInLeadText == "强化督办。")
    #expect(Self.words(block) == ["全部 strong"])
  }

  @Test func reportFilesKeepMarks() throws {
    let report = try read(
      "# 通报\n\n要求**认真**落实，镇长<ruby>䶮<rt>yǎn</rt></ruby>某出席会议并讲话。\n", name: "t.md")
    let yaml = ReportYAML.write(report)
    var problems = Problems()
    #expect(try ReportYAML.read(yaml, file: "r.yaml", into: &problems) == report)
    let wrong = yaml.replacingOccurrences(of: "to: 4, as: strong", with: "to: 400, as: strong")
    #expect(throws: Rejection.self) {
      try ReportYAML.read(wrong, file: "r.yaml", into: &problems)
    }
  }

  @Test(.enabled(if: WordFile.python != nil, "python3 is not installed"))
  func wordMarksAreKept() throws {
    func run(_ text: String, _ properties: String) -> String {
      "<w:r><w:rPr>\(properties)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
    }
    let inside =
      run("全年面积3万m", "") + run("2", "<w:vertAlign w:val=\"superscript\"/>")
      + run("，必须", "") + run("严格", "<w:b/>") + run("把关", "<w:b/>") + run("，", "")
      + run("逐户", "<w:em w:val=\"dot\"/>") + run("核实。由", "")
      + "<w:r><w:ruby><w:rt><w:r><w:t>yǎn</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>䶮</w:t></w:r>"
      + "</w:rubyBase></w:ruby></w:r>" + run("某负责，各村配合，按月报告进展情况。", "")
    let bytes = try WordFile.document(
      WordFile.paragraph(WordFile.run("关于核实的通知", font: "方正小标宋", size: 44), "")
        + WordFile.paragraph(inside))
    var problems = Problems()
    let report = try ReportReading.read(bytes: bytes, name: "t.docx", into: &problems)
    let block = try #require(report.blocks.first { $0.text.contains("全年") })
    #expect(block.text == "全年面积3万m²，必须严格把关，逐户核实。由䶮某负责，各村配合，按月报告进展情况。")
    #expect(Self.words(block) == ["严格把关 strong", "逐户 emphasis", "䶮 reading yǎn"])
  }
}
