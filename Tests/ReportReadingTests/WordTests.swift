import Diagnostics
import Foundation
import ReportModel
import ReportReading
import Testing

/// Word files made for a test from the XML of their body.
enum WordFile {
  static let python = ["/usr/bin/python3", "/usr/local/bin/python3"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// A container with the given parts, in an encoding as Python names it.
  static func container(_ parts: [String: String], encoding: String = "utf8") throws -> [UInt8] {
    let script =
      "import sys,json,zipfile,io\nb=io.BytesIO()\nz=zipfile.ZipFile(b,'w',zipfile.ZIP_DEFLATED)\n"
      + "[z.writestr(k,v.encode(sys.argv[1])) for k,v in json.load(sys.stdin).items()]\nz.close()\n"
      + "sys.stdout.buffer.write(b.getvalue())"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(python))
    process.arguments = ["-c", script, encoding]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: JSONEncoder().encode(parts))
    try input.fileHandleForWriting.close()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return [UInt8](data)
  }

  static func part(_ root: String, _ inside: String) -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:\(root) xmlns:w=\"w\" xmlns:mc=\"mc\" "
      + "xmlns:a=\"a\">\(inside)</w:\(root)>"
  }

  static func document(_ body: String, _ more: [String: String] = [:]) throws -> [UInt8] {
    try container(
      ["word/document.xml": part("document", "<w:body>\(body)</w:body>")].merging(more) { $1 })
  }

  static func run(_ text: String, font: String = "", size: Int = 0, bold: Bool = false) -> String {
    let properties =
      (font.isEmpty ? "" : "<w:rFonts w:eastAsia=\"\(font)\"/>") + (bold ? "<w:b/>" : "")
      + (size == 0 ? "" : "<w:sz w:val=\"\(size)\"/>")
    return "<w:r><w:rPr>\(properties)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
  }

  static func paragraph(_ inside: String, _ properties: String = "") -> String {
    "<w:p><w:pPr>\(properties)</w:pPr>\(inside)</w:p>"
  }

  static func text(_ text: String, _ properties: String = "") -> String {
    paragraph(run(text, font: "仿宋_GB2312", size: 32), properties)
  }
}

@Suite("Word files", .enabled(if: WordFile.python != nil, "python3 is not installed"))
struct WordTests {
  private static let sentence = "全年完成各项任务指标，重点工作稳步推进，群众满意度持续提高。"
  private static let centred = "<w:jc w:val=\"center\"/>"

  private func read(_ bytes: [UInt8]) throws -> (report: Report, findings: [Diagnostic]) {
    var problems = Problems()
    let report = try ReportReading.read(bytes: bytes, name: "报告.docx", into: &problems)
    return (report, problems.diagnostics)
  }

  private func roles(_ report: Report) -> [String] {
    report.blocks.map { "\($0.role.rawValue) \($0.text)" }
  }

  /// The yearly report as a Word file says what its text says.
  @Test func theYearlyReportIsThatOfItsText() throws {
    let word = try Fixtures.report("c-town-yearly-report.docx")
    let text = try Fixtures.report("c-town-yearly-report.txt")
    #expect(word.blocks.map(\.role) == text.blocks.map(\.role))
    #expect(word.blocks.map(\.text) == text.blocks.map(\.text))
    #expect(word.blocks.map(\.runInLead) == text.blocks.map(\.runInLead))
    #expect(word.headlines == text.headlines)
    #expect(word.sections == text.sections)
    #expect(word.tables.map(\.title) == text.tables.map(\.title))
    #expect(word.tables.map(\.rows) == text.tables.map(\.rows))
    #expect(word.tables.map(\.columns) == text.tables.map(\.columns))
    func facts(_ report: Report) -> [String] {
      report.indicators.map {
        [
          $0.subject, $0.value, $0.unit, $0.qualifier, $0.period, $0.rank?.description ?? "",
          $0.sentence,
        ].joined(separator: "|")
      }
    }
    #expect(facts(word) == facts(text))
    #expect(!facts(word).isEmpty)
  }

  @Test func fontsAndSizesSayWhatALineIs() throws {
    let lead = WordFile.run("强化组织领导。", font: "仿宋_GB2312", size: 32, bold: true)
    let rest = WordFile.run(Self.sentence, font: "仿宋_GB2312", size: 32)
    let body = [
      WordFile.paragraph(WordFile.run("稳中求进谱新篇", font: "方正小标宋简体", size: 44), Self.centred),
      WordFile.text(Self.sentence),
      WordFile.paragraph(WordFile.run("总体情况", font: "黑体", size: 32)),
      WordFile.paragraph(lead + rest), WordFile.text(Self.sentence),
    ].joined()
    let report = try read(WordFile.document(body)).report
    #expect(report.headlines == ["稳中求进谱新篇"])
    #expect(report.blocks(.h1).map(\.text) == ["总体情况"])
    #expect(report.blocks.contains { $0.runInLeadText == "强化组织领导。" })
  }

  @Test func stylesSayWhatALineIs() throws {
    func styled(_ id: String, _ text: String) -> String {
      WordFile.paragraph(WordFile.run(text), "<w:pStyle w:val=\"\(id)\"/>")
    }
    let names = ["T": "Title", "A": "heading 1", "B": "heading 2", "C": "toc 1"]
    let styles = names.sorted { $0.key < $1.key }.map {
      "<w:style w:type=\"paragraph\" w:styleId=\"\($0.key)\"><w:name w:val=\"\($0.value)\"/></w:style>"
    }.joined()
    let body = [
      styled("T", "年度工作情况汇报"), styled("C", "工作成效　1"), WordFile.text(Self.sentence),
      styled("A", "工作成效"), styled("B", "产业发展"), WordFile.text(Self.sentence),
      styled("A", Self.sentence), WordFile.text(Self.sentence),
    ].joined()
    let bytes = try WordFile.document(
      body, ["word/styles.xml": WordFile.part("styles", styles)])
    let report = try read(bytes).report
    #expect(report.headlines == ["年度工作情况汇报"])
    #expect(report.blocks(.h1).map(\.text) == ["工作成效"])
    #expect(report.blocks(.h2).map(\.text) == ["产业发展"])
    // Whole sentences are no heads, whatever their style.
    #expect(report.blocks.count { $0.text == Self.sentence } == 4)
  }

  @Test func typedNumbersBecomeText() throws {
    func item(_ text: String, level: Int) -> String {
      WordFile.text(
        text, "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"3\"/></w:numPr>")
    }
    let levels =
      "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/>"
      + "<w:lvlText w:val=\"%1、\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/>"
      + "<w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"（%2）\"/></w:lvl>"
    let numbering =
      "<w:abstractNum w:abstractNumId=\"0\">\(levels)</w:abstractNum>"
      + "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/></w:num>"
    let body =
      WordFile.text("关于工作情况的报告", Self.centred) + item("工作情况", level: 0)
      + item("产业发展", level: 1) + WordFile.text(Self.sentence) + item("民生保障", level: 1)
      + item("下步打算", level: 0) + item("加强领导", level: 1) + WordFile.text(Self.sentence)
    let bytes = try WordFile.document(
      body, ["word/numbering.xml": WordFile.part("numbering", numbering)])
    let heads = try read(bytes).report.blocks.filter { $0.role.headLevel != nil }.map(\.text)
    #expect(heads == ["一、工作情况", "（一）产业发展", "（二）民生保障", "二、下步打算", "（一）加强领导"])
  }

  @Test func mergedCellsFillTheirPlaces() throws {
    func cell(_ text: String, _ properties: String = "") -> String {
      "<w:tc><w:tcPr>\(properties)</w:tcPr>\(WordFile.text(text))</w:tc>"
    }
    let (open, more) = ("<w:vMerge w:val=\"restart\"/>", "<w:vMerge/>")
    let rows = [
      cell("各村情况表", "<w:gridSpan w:val=\"3\"/>"),
      cell("村名", open) + cell("上半年", "<w:gridSpan w:val=\"2\"/>"),
      cell("", more) + cell("户数") + cell("人数"),
      cell("东村", open) + cell("12") + cell("40"), cell("", more) + cell("8") + cell("21"),
    ]
    let table = "<w:tbl>" + rows.map { "<w:tr>\($0)</w:tr>" }.joined() + "</w:tbl>"
    let body = WordFile.text("关于人口情况的报告") + WordFile.text(Self.sentence) + table
    let report = try read(WordFile.document(body)).report
    let found = try #require(report.tables.first)
    #expect(found.title == "各村情况表")
    #expect(found.columns.map(\.name) == ["村名", "上半年／户数", "上半年／人数"])
    #expect(found.rows == [["东村", "12", "40"], ["", "8", "21"]])
    #expect(found.spans == [CellSpan(rows: 0..<2, columns: 0..<1)])
  }

  @Test func changesBoxesAndBreaks() throws {
    let changed =
      WordFile.run("全镇共有") + "<w:del><w:r><w:delText>三</w:delText></w:r></w:del>"
      + "<w:ins>\(WordFile.run("五"))</w:ins>" + WordFile.run("个社区，工作有序推进，成效明显。")
      + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>"
      + "<w:r><w:footnoteReference w:id=\"1\"/></w:r>"
    let inside = "<w:txbxContent>\(WordFile.text("联系电话：0000000，欢迎来电咨询。"))</w:txbxContent>"
    let box =
      "<w:r><mc:AlternateContent><mc:Choice><w:drawing>\(inside)<a:blip/></w:drawing></mc:Choice>"
      + "<mc:Fallback><w:pict>\(inside)</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    let broken =
      "<w:r><w:t>第一行</w:t><w:tab/><w:t>甲</w:t><w:br/><w:t>第二行</w:t></w:r>"
    let body =
      WordFile.text("关于社区情况的报告") + WordFile.paragraph(changed + box)
      + WordFile.paragraph(broken) + WordFile.text(Self.sentence)
    let (report, findings) = try read(WordFile.document(body))
    let texts = report.blocks.map(\.text)
    #expect(texts.contains("全镇共有五个社区，工作有序推进，成效明显。"))
    #expect(texts.count { $0.contains("联系电话") } == 1)
    #expect(texts.contains("第一行\u{3000}甲"))
    #expect(texts.contains("第二行"))
    #expect(findings.count { $0.code == "word.left-out" } == 2)
  }

  @Test func picturesAndNotesComeAlong() throws {
    let note = "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"
    let picture =
      "<w:r><w:drawing><a:docPr descr=\"现场\"/><a:blip r:embed=\"p1\" xmlns:r=\"r\"/></w:drawing></w:r>"
    let body =
      WordFile.text("关于社区情况的报告")
      + WordFile.paragraph(WordFile.run(Self.sentence) + note)
      + WordFile.paragraph(picture) + WordFile.text("图1 整治现场") + WordFile.text(Self.sentence)
    let more = [
      "word/footnotes.xml": WordFile.part(
        "footnotes",
        "<w:footnote w:type=\"separator\" w:id=\"0\"><w:p/></w:footnote>"
          + "<w:footnote w:id=\"2\">\(WordFile.text(" 数据截至十月底。"))</w:footnote>"),
      "word/_rels/document.xml.rels":
        "<Relationships><Relationship Id=\"p1\" Target=\"media/image1.png\"/></Relationships>",
    ]
    let (report, findings) = try read(WordFile.document(body, more))
    #expect(report.figures.map(\.path) == ["报告.docx/word/media/image1.png"])
    #expect(report.figures.map(\.caption) == ["图1 整治现场"])
    let noted = try #require(report.blocks.first { !$0.notes.isEmpty })
    #expect(noted.text == Self.sentence)
    #expect(
      noted.notes == [ReportNote(offset: Self.sentence.count, text: "数据截至十月底。")])
    #expect(findings.isEmpty, "\(findings)")
    let (file, part) = try #require(WordPictures.split("a/报告.docx/word/media/image1.png"))
    #expect(file == "a/报告.docx" && part == "word/media/image1.png")
    #expect(WordPictures.split("photos/a.png") == nil)
  }

  // MARK: - Refused

  private func code(_ bytes: [UInt8]) -> String? {
    rejection(bytes, name: "a.docx")?.code.rawValue
  }

  @Test func partsMayBeUTF16() throws {
    let body = "<w:body>\(WordFile.text(Self.sentence))</w:body>"
    let part = WordFile.part("document", body).replacing("UTF-8", with: "UTF-16")
    let bytes = try WordFile.container(["word/document.xml": part], encoding: "utf16")
    #expect(code(bytes) == nil)
  }

  @Test func hostileFilesAreRefused() throws {
    let whole = try WordFile.document(WordFile.text(Self.sentence))
    #expect(code(whole) == nil)
    for length in [1, 30, whole.count / 2, whole.count - 3] {
      #expect(code(Array(whole.prefix(length))) == "word.damaged", "\(length) bytes")
    }
    #expect(code([0xD0, 0xCF, 0x11, 0xE0, 0, 0]) == "word.encrypted")
    #expect(code(try WordFile.container(["a.xml": "<a/>"])) == "word.damaged")
    let outside = ["word/document.xml": "<a/>", "../../etc/x": "x"]
    #expect(code(try WordFile.container(outside)) == "word.unsafe-name")
    let laughs =
      "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;\">]><document><body>&c;</body></document>"
    #expect(code(try WordFile.container(["word/document.xml": laughs])) == "word.entities")
    #expect(code(try WordFile.container(["word/document.xml": "<a><b>"])) == "word.bad-xml")
    let deep = String(repeating: "<p>", count: 300) + String(repeating: "</p>", count: 300)
    #expect(code(try WordFile.container(["word/document.xml": deep])) == "word.bad-xml")
    let main = ["word/document.xml": "<w:p \u{FF}=\"1\"/>"]
    #expect(code(try WordFile.container(main, encoding: "latin1")) == "word.bad-xml")
    let name = ["word/document.xml": "<w:p><\u{FF}/></w:p>"]
    #expect(code(try WordFile.container(name, encoding: "latin1")) == "word.bad-xml")
    let many = (0..<100_000).map { "a\($0)=''" }.joined(separator: " ")
    #expect(code(try WordFile.document("<w:p \(many)/>")) == "word.bad-xml")
    let bomb = String(repeating: " ", count: 4 << 20)
    #expect(code(try WordFile.container(["word/document.xml": bomb])) == "word.too-large")
    #expect(code(try WordFile.document("<w:p/>")) == "reading.empty")
  }
}
