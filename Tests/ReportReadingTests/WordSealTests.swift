import Diagnostics
import ReportModel
import ReportReading
import Testing

/// Seals of Word files: pictures that lie over the signature, and the signature that they lie on.
@Suite("Word seals", .enabled(if: WordFile.python != nil, "python3 is not installed"))
struct WordSealTests {
  private static let sentence = "全镇各村要坚持问题导向，压实工作责任，确保各项任务按期完成。"
  private static let relations = [
    "word/_rels/document.xml.rels":
      "<Relationships><Relationship Id=\"rId7\" Type=\"t/image\" Target=\"media/a.png\"/>"
      + "</Relationships>"
  ]

  /// A picture of 42 mm, `inline` or an `anchor` with how text runs round it.
  private func picture(_ kind: String, wrap: String = "") -> String {
    "<w:r><w:drawing xmlns:wp=\"wp\" xmlns:pic=\"pic\" xmlns:r=\"r\"><wp:\(kind)>"
      + "<wp:extent cx=\"1512000\" cy=\"1512000\"/>\(wrap)<wp:docPr id=\"1\" descr=\"公章\"/>"
      + "<a:graphic><a:graphicData uri=\"u/picture\"><pic:blipFill><a:blip r:embed=\"rId7\"/>"
      + "</pic:blipFill></a:graphicData></a:graphic></wp:\(kind)></w:drawing></w:r>"
  }

  private func read(_ body: String) throws -> Report {
    let title = WordFile.paragraph(
      WordFile.run("关于做好有关工作的通知", font: "方正小标宋简体", size: 44), "<w:jc w:val=\"center\"/>")
    var problems = Problems()
    return try ReportReading.read(
      bytes: try WordFile.document(
        title + WordFile.text(Self.sentence) + WordFile.text(Self.sentence) + body,
        Self.relations), name: "报告.docx", into: &problems)
  }

  @Test(arguments: ["柳林街道办事处", "岑岭乡人民政府", "霖泽县教育局"], [false, true])
  func aUnitOverADateSigns(unit: String, hasMore: Bool) throws {
    let report = try read(
      WordFile.paragraph(WordFile.run(unit) + picture("anchor"))
        + WordFile.text("2031年5月6日") + (hasMore ? WordFile.text(Self.sentence) : ""))
    let roles = report.blocks.filter { !$0.text.isEmpty }.dropFirst(3).map(\.role)
    #expect(Array(roles.prefix(2)) == [.signature, .date])
  }

  @Test func aSealKeepsItsSizeAndHasNoWords() throws {
    for wrap in ["", "<wp:wrapNone/>"] {
      let report = try read(
        WordFile.paragraph(WordFile.run("岑岭乡人民政府") + picture("anchor", wrap: wrap))
          + WordFile.text("2031年5月6日"))
      let figure = try #require(report.figures.first)
      #expect(figure.isOverText && figure.width == 42 && figure.caption.isEmpty)
    }
  }

  @Test func aPictureThatTextRunsRoundIsNoSeal() throws {
    for body in [picture("inline"), picture("anchor", wrap: "<wp:wrapSquare/>")] {
      let report = try read(WordFile.paragraph(body) + WordFile.text(Self.sentence))
      let figure = try #require(report.figures.first)
      #expect(!figure.isOverText && figure.width == 42 && figure.caption == "公章")
    }
  }

  /// The file that a person corrects keeps both.
  @Test func aReportFileKeepsThem() throws {
    let report = try read(
      WordFile.paragraph(WordFile.run("岑岭乡人民政府") + picture("anchor"))
        + WordFile.text("2031年5月6日"))
    var problems = Problems()
    let again = try ReportYAML.read(
      ReportYAML.write(report), file: "报告.yaml", into: &problems)
    #expect(again.figures == report.figures && again.figures.first?.width == 42)
  }
}
