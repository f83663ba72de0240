import Diagnostics
import ReportModel
import ReportReading
import Testing

/// What word processors write beside plain paragraphs: changes, fields, symbols, lists that count on.
@Suite("Word oddities", .enabled(if: WordFile.python != nil, "python3 is not installed"))
struct WordOddityTests {
  private static let sentence = "全镇各村要坚持问题导向，压实工作责任，确保各项任务按期完成。"
  private static let title = WordFile.paragraph(
    WordFile.run("关于做好有关工作的通知", font: "方正小标宋简体", size: 44), "<w:jc w:val=\"center\"/>")

  private func read(
    _ body: String, _ more: [String: String] = [:]
  ) throws -> (report: Report, findings: [Diagnostic]) {
    var problems = Problems()
    let report = try ReportReading.read(
      bytes: try WordFile.document(Self.title + body, more), name: "报告.docx", into: &problems)
    return (report, problems.diagnostics)
  }

  private func texts(_ body: String, _ more: [String: String] = [:]) throws -> [String] {
    try read(body, more).report.blocks.dropFirst().map(\.text)
  }

  @Test func aDeletedEndJoinsParagraphs() throws {
    let deleted = "<w:rPr><w:del w:id=\"1\"/></w:rPr>"
    let body =
      WordFile.text("这一段的段尾被删除，", deleted) + WordFile.text("应当与下一段合成一段，读成一句话。")
      + WordFile.paragraph("<w:del><w:r><w:delText>整段删除。</w:delText></w:r></w:del>", deleted)
      + WordFile.text(Self.sentence)
    #expect(try texts(body) == ["这一段的段尾被删除，应当与下一段合成一段，读成一句话。", Self.sentence])
  }

  private func field(_ instruction: String, _ result: String) -> String {
    "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>\(instruction)</w:instrText>"
      + "</w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>\(result)"
      + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
  }

  @Test func fieldsAreTheirResults() throws {
    let mail = field(" HYPERLINK \"mailto:x\" ", WordFile.run("office@example.com"))
    let date = "<w:fldSimple w:instr=\" DATE \">\(WordFile.run("2031年5月"))</w:fldSimple>"
    let body = WordFile.paragraph(
      WordFile.run("联系邮箱为") + mail + WordFile.run("，编制日期") + date
        + WordFile.run("，请各村按时报送有关材料。"))
    #expect(try texts(body) == ["联系邮箱为office@example.com，编制日期2031年5月，请各村按时报送有关材料。"])
  }

  @Test func contentsAreLeftOutWhateverTheirStyle() throws {
    let tab = "<w:r><w:tab/></w:r>"
    let open =
      "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> TOC \\o </w:instrText></w:r>"
      + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
    let close = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    let contents =
      WordFile.paragraph(open + WordFile.run("一、总体情况") + tab + WordFile.run("1"))
      + WordFile.paragraph(WordFile.run("二、下步打算") + tab + WordFile.run("2"))
    let text = WordFile.text(Self.sentence)
    #expect(try texts(contents + WordFile.paragraph(close) + text) == [Self.sentence])
    // A field without an end swallows no text.
    #expect(try texts(contents + text) == [Self.sentence])
  }

  @Test func symbolsAndSoftHyphens() throws {
    func sign(_ font: String, _ code: String) -> String {
      "<w:r><w:sym w:font=\"\(font)\" w:char=\"\(code)\"/></w:r>"
    }
    let body = WordFile.paragraph(
      sign("Wingdings", "F0FE") + WordFile.run("已完成的任务，温度20") + sign("Symbol", "F0B0")
        + WordFile.run("C，软\u{AD}连字符不应出现。") + sign("Webdings", "F021"))
    let (report, findings) = try read(body)
    #expect(report.blocks.last?.text == "☑已完成的任务，温度20°C，软连字符不应出现。")
    #expect(findings.map(\.code) == ["word.left-out"])
  }

  @Test func listsOfOneKindCountOn() throws {
    let level = "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/>"
    let numbering =
      "<w:abstractNum w:abstractNumId=\"0\">\(level)<w:lvlText w:val=\"%1．\"/></w:lvl></w:abstractNum>"
      + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
      + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/></w:num>"
      + "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\">"
      + "<w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>"
    let body = ["1", "2", "3", "3"].map {
      WordFile.text(Self.sentence, "<w:numPr><w:numId w:val=\"\($0)\"/></w:numPr>")
    }.joined()
    let found = try texts(body, ["word/numbering.xml": WordFile.part("numbering", numbering)])
    #expect(found.map { String($0.prefix(2)) } == ["1．", "2．", "1．", "2．"])
  }

  /// Numbers that no word processor writes are bounded, and letters go on behind z.
  @Test func numbersOfListsAreBounded() throws {
    func numbering(_ start: String, _ format: String, level: String = "0") -> String {
      "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"\(level)\"><w:start w:val=\"\(start)\"/>"
        + "<w:numFmt w:val=\"\(format)\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum>"
        + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
    }
    func heads(_ numbering: String, level: String = "0") throws -> [String] {
      let item = WordFile.text(
        Self.sentence,
        "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"1\"/></w:numPr>")
      return try texts(item + item, ["word/numbering.xml": WordFile.part("numbering", numbering)])
        .map { String($0.prefix { $0 != "." && $0 != "全" }) }
    }
    #expect(try heads(numbering("26", "lowerLetter")) == ["z", "aa"])
    #expect(try heads(numbering("3", "upperRoman")) == ["III", "IV"])
    #expect(try heads(numbering("10", "ideographDigital")) == ["一〇", "一一"])
    for start in ["9223372036854775807", "-9223372036854775808"] {
      #expect(try heads(numbering(start, "lowerLetter")).count == 2)
      #expect(try heads(numbering(start, "decimal")).count == 2)
    }
    let far = "9223372036854775807"
    #expect(try heads(numbering("1", "decimal", level: far), level: far).count == 2)
  }

  /// No word processor makes a table of more than 63 columns: its cells are read as text.
  @Test func tablesOfImpossibleWidthAreText() throws {
    let cell = "<w:tc><w:tcPr><w:gridSpan w:val=\"64\"/></w:tcPr>\(WordFile.text("甲"))</w:tc>"
    let row = "<w:tr>\(String(repeating: cell, count: 300))</w:tr>"
    let report = try read("<w:tbl>\(row)\(String(repeating: row, count: 3))</w:tbl>").report
    #expect(report.tables.isEmpty && !report.blocks.isEmpty)
  }

  @Test func stylesAreNumberedByTheLevelThatNamesThem() throws {
    func level(_ number: Int, _ style: String, _ text: String) -> String {
      "<w:lvl w:ilvl=\"\(number)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/>"
        + "<w:pStyle w:val=\"\(style)\"/><w:lvlText w:val=\"\(text)\"/></w:lvl>"
    }
    let numbering =
      "<w:abstractNum w:abstractNumId=\"0\">\(level(0, "A", "%1、"))\(level(1, "B", "（%2）"))"
      + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
    let styles = ["A", "B"].enumerated().map { place, id in
      "<w:style w:type=\"paragraph\" w:styleId=\"\(id)\"><w:name w:val=\"heading \(place + 1)\"/>"
        + "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
    }.joined()
    let body = [("A", "总体情况"), ("B", "产业发展"), ("B", "民生保障"), ("A", "下步打算")].map {
      WordFile.text($0.1, "<w:pStyle w:val=\"\($0.0)\"/>") + WordFile.text(Self.sentence)
    }.joined()
    let found = try read(
      body,
      [
        "word/numbering.xml": WordFile.part("numbering", numbering),
        "word/styles.xml": WordFile.part("styles", styles),
      ]
    ).report.blocks.filter { $0.role.headLevel != nil }.map(\.text)
    #expect(found == ["一、总体情况", "（一）产业发展", "（二）民生保障", "二、下步打算"])
  }

  @Test func boxesBesideRunsAndTheTextInAnotherPart() throws {
    let inside = "<w:txbxContent>\(WordFile.text("值班电话0000-1234567，二十四小时值守。"))</w:txbxContent>"
    let box =
      "<mc:AlternateContent><mc:Choice><w:r><w:drawing>\(inside)</w:drawing></w:r></mc:Choice>"
      + "<mc:Fallback><w:r><w:pict>\(inside)</w:pict></w:r></mc:Fallback></mc:AlternateContent>"
    let body = Self.title + WordFile.paragraph(box + WordFile.run(Self.sentence))
    let bytes = try WordFile.container([
      "_rels/.rels":
        "<Relationships><Relationship Id=\"r\" Type=\"http://x/officeDocument\" "
        + "Target=\"/word/document2.xml\"/></Relationships>",
      "word/document2.xml": WordFile.part("document", "<w:body>\(body)</w:body>"),
    ])
    var problems = Problems()
    let report = try ReportReading.read(bytes: bytes, name: "a.docx", into: &problems)
    let texts = report.blocks.map(\.text)
    #expect(texts.count { $0.contains("值班电话") } == 1 && texts.contains(Self.sentence))
  }

  @Test func headsThatAreRepeatedAndRowsThatStartLater() throws {
    func row(_ cells: [String], _ properties: String = "") -> String {
      "<w:tr><w:trPr>\(properties)</w:trPr>"
        + cells.map { "<w:tc>\(WordFile.text($0))</w:tc>" }.joined() + "</w:tr>"
    }
    let head = "<w:tblHeader/>"
    let table =
      "<w:tbl>" + row(["村名", "收入", "收入"], head) + row(["", "上半年", "下半年"], head)
      + row(["东村", "12.5", "13.0"]) + row(["14.5", "15.0"], "<w:gridBefore w:val=\"1\"/>")
      + "</w:tbl>"
    let found = try #require(try read(WordFile.text(Self.sentence) + table).report.tables.first)
    #expect(found.columns.map(\.name) == ["村名", "收入／上半年", "收入／下半年"])
    #expect(found.rows == [["东村", "12.5", "13.0"], ["", "14.5", "15.0"]])
  }

  @Test func wordsOfPageHeadsAndHiddenWordsAreTold() throws {
    func part(_ name: String, _ inside: String) -> String { WordFile.part(name, inside) }
    let relations = ["header1.xml": "header", "footer1.xml": "footer"].map {
      "<Relationship Id=\"\($0.value)\" Type=\"http://x/\($0.value)\" Target=\"\($0.key)\"/>"
    }
    let parts = [
      "word/header1.xml": part("hdr", WordFile.text("内部资料 注意保管")),
      "word/footer1.xml": part("ftr", WordFile.text("第 3 页 共 12 页")),
      "word/_rels/document.xml.rels":
        "<Relationships>\(relations.sorted().joined())</Relationships>",
    ]
    let section =
      "<w:sectPr><w:headerReference r:id=\"header\"/><w:footerReference r:id=\"footer\"/></w:sectPr>"
    let hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>不印的话</w:t></w:r>"
    let body = WordFile.text(Self.sentence) + WordFile.paragraph(hidden)
    let (report, findings) = try read(body + section, parts)
    #expect(report.blocks.last?.text == Self.sentence)
    #expect(findings.map(\.code) == ["word.passed-over", "word.page-edges"])
    #expect(findings.last?.message.chinese.contains("页眉（内部资料 注意保管）没有") == true)
    #expect(try read(body, parts).findings.map(\.code) == ["word.passed-over"])
  }
}
