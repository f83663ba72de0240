import Diagnostics
import ReportModel
import ReportReading
import Testing

/// What offices put into Word files beside words: lists of all kinds, tables in tables, pictures,
/// formulas, struck words, files in files. Nothing of it vanishes without a word.
@Suite("Word forms", .enabled(if: WordFile.python != nil, "python3 is not installed"))
struct WordFormTests {
  private static let sentence = "全镇各村要坚持问题导向，压实工作责任，确保各项任务按期完成。"
  private static let title = WordFile.paragraph(
    WordFile.run("关于有关工作情况的通报", font: "方正小标宋简体", size: 44), "<w:jc w:val=\"center\"/>")

  private func read(
    _ body: String, _ more: [String: String] = [:]
  ) throws -> (report: Report, findings: [Diagnostic]) {
    var problems = Problems()
    let report = try ReportReading.read(
      bytes: try WordFile.document(Self.title + body + WordFile.text(Self.sentence), more),
      name: "报告.docx", into: &problems)
    return (report, problems.diagnostics)
  }

  private func texts(_ body: String, _ more: [String: String] = [:]) throws -> [String] {
    try read(body, more).report.blocks.dropFirst().dropLast().map(\.text)
  }

  // MARK: - Lists

  private func level(
    _ number: Int, _ format: String, _ text: String, _ more: String = ""
  ) -> String {
    "<w:lvl w:ilvl=\"\(number)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"\(format)\"/>\(more)"
      + "<w:lvlText w:val=\"\(text)\"/></w:lvl>"
  }

  private func numbering(_ levels: String) -> [String: String] {
    [
      "word/numbering.xml": WordFile.part(
        "numbering",
        "<w:abstractNum w:abstractNumId=\"0\">\(levels)</w:abstractNum>"
          + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>")
    ]
  }

  private func item(_ text: String, _ level: Int = 0) -> String {
    WordFile.paragraph(
      text.isEmpty ? "" : WordFile.run(text),
      "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"1\"/></w:numPr>")
  }

  @Test(arguments: [
    ("decimal", "%1.", "1. 3个村已完成改造。"), ("decimal", "%1、", "1、3个村已完成改造。"),
    ("chineseCounting", "第%1条", "第一条　3个村已完成改造。"),
    ("chineseCounting", "%1、", "一、3个村已完成改造。"), ("decimalZero", "%1、", "01、3个村已完成改造。"),
    ("ideographTraditional", "%1、", "甲、3个村已完成改造。"),
    ("chineseLegalSimplified", "（%1）", "（壹）3个村已完成改造。"),
    ("ideographZodiac", "%1、", "子、3个村已完成改造。"),
    ("decimalEnclosedCircle", "%1", "①3个村已完成改造。"),
    ("decimalFullWidth", "%1．", "１．3个村已完成改造。"),
    ("ideographEnclosedCircle", "%1", "㊀3个村已完成改造。"),
  ])
  func labelsNeverRunIntoFigures(_ format: String, _ label: String, _ words: String) throws {
    #expect(
      try texts(item("3个村已完成改造。"), numbering(level(0, format, label))) == [words])
  }

  @Test func levelsCountAsWordDoes() throws {
    let plain = level(0, "chineseCounting", "%1、") + level(1, "decimal", "%1.%2 ", "<w:isLgl/>")
    let body =
      item("前期工作已按计划完成。") + item("管网检查已全部完成。", 1) + item("") + item("水表更换正在进行。", 1)
    #expect(
      try texts(body, numbering(plain)) == [
        "一、前期工作已按计划完成。", "1.1 管网检查已全部完成。", "2.1 水表更换正在进行。",
      ])
    let through =
      level(0, "decimal", "第%1章 ") + level(1, "decimal", "第%2条 ", "<w:lvlRestart w:val=\"0\"/>")
    let articles =
      item("总的要求如下所述。") + item("甲方负责施工。", 1) + item("其他要求如下所述。") + item("乙方负责验收。", 1)
    #expect(try texts(articles, numbering(through)).last == "第2条 乙方负责验收。")
    let high = level(0, "chineseCountingThousand", "第%1条 ").replacing(
      "w:val=\"1\"/><w:numFmt", with: "w:val=\"101\"/><w:numFmt")
    #expect(try texts(item("各单位应当遵守。"), numbering(high)) == ["第一百零一条 各单位应当遵守。"])
  }

  // MARK: - Tables

  private func cell(_ inside: String, _ properties: String = "") -> String {
    "<w:tc><w:tcPr>\(properties)</w:tcPr>\(inside)</w:tc>"
  }

  private func table(_ rows: [[String]]) -> String {
    "<w:tbl>" + rows.map { "<w:tr>\($0.joined())</w:tr>" }.joined() + "</w:tbl>"
  }

  @Test func cellsKeepTheirLinesNumbersAndSpans() throws {
    let words = { (text: String) in self.cell(WordFile.text(text)) }
    let start = "<w:vMerge w:val=\"restart\"/>"
    let body = table([
      [words("序号"), words("事项"), words("单位")],
      [
        cell(item("")), cell(WordFile.text("一是检查。") + WordFile.text("二是更换。")),
        cell(WordFile.text("城管办"), start),
      ],
      [cell(item("")), words("乙事"), cell("<w:p/>", "<w:vMerge/>")],
      [cell(WordFile.text("说明"), ""), cell(WordFile.text("两格合一"), "<w:gridSpan w:val=\"2\"/>")],
    ])
    let found = try read(body, numbering(level(0, "decimal", "%1")))
    let report = try #require(found.report.tables.first)
    #expect(report.rows == [["1", "一是检查。\n二是更换。", "城管办"], ["2", "乙事", ""], ["说明", "两格合一", ""]])
    #expect(
      report.spans == [
        CellSpan(rows: 0..<2, columns: 2..<3), CellSpan(rows: 2..<3, columns: 1..<3),
      ])
  }

  private static let picture =
    "<w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri=\"u/picture\"><pic:blipFill>"
    + "<a:blip r:embed=\"rId7\"/></pic:blipFill></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
  private static let relations = [
    "word/_rels/document.xml.rels":
      "<Relationships><Relationship Id=\"rId7\" Type=\"t/image\" Target=\"media/a.png\"/>"
      + "<Relationship Id=\"c1\" Type=\"t/aFChunk\" Target=\"a.htm\"/></Relationships>",
    "word/a.htm": "<html><body><p>插入的&quot;一段&quot;正文。</p><p>另起一段。</p></body></html>",
  ]

  private func space(_ body: String) -> String {
    body.replacing(
      "<w:drawing>", with: "<w:drawing xmlns:wp=\"wp\" xmlns:pic=\"pic\" xmlns:r=\"r\">")
  }

  @Test func picturesInCellsAreKept() throws {
    let one = cell(WordFile.paragraph(space(Self.picture)))
    let album = table([[one, one], [cell(WordFile.text("改造前")), cell(WordFile.text("改造后"))]])
    let shown = try read(album, Self.relations).report
    #expect(shown.figures.map(\.caption) == ["改造前", "改造后"])
    #expect(shown.tables.isEmpty)
    let mixed = table([
      [cell(WordFile.text("村名")), cell(WordFile.text("户数")), cell(WordFile.text("照片"))],
      [cell(WordFile.text("东村")), cell(WordFile.text("12")), one],
    ])
    let report = try read(mixed, Self.relations).report
    #expect(report.tables.count == 1)
    #expect(report.figures.count == 1)
  }

  // MARK: - What has no place in text

  @Test(arguments: [
    ("<w:r><w:object><o:OLEObject ProgID=\"Excel.Sheet.12\"/></w:object></w:r>", "object"),
    (
      "<w:r><w:drawing><a:graphic><a:graphicData uri=\"u/chart\"/></a:graphic></w:drawing></w:r>",
      "chart"
    ),
    (
      "<w:r><w:drawing><a:graphic><a:graphicData uri=\"u/diagram\"/></a:graphic></w:drawing></w:r>",
      "SmartArt"
    ),
  ])
  func lossesAreNamedWithTheirPlace(_ run: String, _ word: String) throws {
    let body = WordFile.text(Self.sentence) + WordFile.paragraph(run)
    let found = try read(body.replacing("o:OLEObject", with: "w:OLEObject")).findings
    #expect(found.map(\.code) == ["word.left-out"])
    #expect(found.first?.message.english.contains(word) == true)
    #expect(found.first?.range?.start.line == 2)
  }

  @Test func filesInTheFileAreRead() throws {
    let chunk = "<w:altChunk r:id=\"c1\" xmlns:r=\"r\"/>"
    #expect(try texts(chunk, Self.relations) == ["插入的\"一段\"正文。", "另起一段。"])
    #expect(try read(chunk).findings.map(\.code) == ["word.left-out"])
  }

  @Test func formulasAreALine() throws {
    func math(_ inside: String) -> String {
      WordFile.paragraph(
        WordFile.run("漏损率") + "<m:oMath xmlns:m=\"m\">\(inside)</m:oMath>" + WordFile.run("明显下降。"))
    }
    func letter(_ text: String) -> String { "<m:r><m:t>\(text)</m:t></m:r>" }
    let square =
      "<m:sSup><m:e>\(letter("x"))</m:e><m:sup>\(letter("2"))</m:sup></m:sSup>"
    let plain = try read(math(square))
    #expect(plain.report.blocks.dropLast().last?.text == "漏损率x²明显下降。")
    #expect(plain.findings.isEmpty)
    let part =
      "<m:f><m:num>\(letter("a+b"))</m:num><m:den>\(letter("c"))</m:den></m:f>"
    let flat = try read(math(part))
    #expect(flat.report.blocks.dropLast().last?.text == "漏损率(a+b)/c明显下降。")
    #expect(flat.findings.map(\.code) == ["word.formula-as-text"])
  }

  @Test(arguments: [
    (" eq \\o\\ac(○,3) ", "③"), (" EQ \\f(1,2) ", "1/2"),
    (" EQ \\* jc2 \\* &quot;Font:宋体&quot; \\* hps10 \\o\\ad(\\s\\up 9(lǜ),绿) ", "绿"),
  ])
  func fieldsWithoutResultsShowTheirWords(_ instruction: String, _ words: String) throws {
    let field =
      "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>\(instruction)"
      + "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    let body = WordFile.paragraph(WordFile.run("事项") + field + WordFile.run("已办结，群众满意。"))
    #expect(try texts(body) == ["事项\(words)已办结，群众满意。"])
  }

  @Test func struckWordsAreMarked() throws {
    let struck = "<w:r><w:rPr><w:strike/></w:rPr><w:t>三月</w:t></w:r>"
    let body = WordFile.paragraph(WordFile.run("定于") + struck + WordFile.run("四月开工，请做好准备。"))
    let block = try #require(try read(body).report.blocks.dropLast().last)
    #expect(block.text == "定于三月四月开工，请做好准备。")
    #expect(block.marks == [TextMark(2..<4, .struck)])
  }

  @Test func contentsWithoutAFieldAreLeftOut() throws {
    let entry = WordFile.paragraph(
      WordFile.run("一、总体要求") + "<w:r><w:tab/></w:r>" + WordFile.run("1"))
    let body = WordFile.text("目录") + entry + WordFile.text("一、总体要求") + WordFile.text(Self.sentence)
    #expect(try texts(body) == ["一、总体要求", Self.sentence])
  }

  @Test func signsOfSymbolFontsInText() throws {
    let ticked =
      "<w:r><w:rPr><w:rFonts w:ascii=\"Wingdings\" w:hAnsi=\"Wingdings\"/></w:rPr><w:t>\u{F0FE}\u{F0A8}</w:t></w:r>"
    let body = WordFile.paragraph(ticked + WordFile.run("已完成，未完成的继续督办。"))
    #expect(try texts(body) == ["☑□已完成，未完成的继续督办。"])
  }
}
