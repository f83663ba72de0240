import Diagnostics
import ReportModel
import ReportReading
import Testing

/// Word files as templates of a merge.
@Suite("Word templates", .enabled(if: WordFile.python != nil, "python3 is not installed"))
struct WordTemplateTests {
  private static let values = ["姓名": "王<某>", "村": "东村", "户数": "12", "事项": "修路"]

  private func template(_ body: String) throws -> ReportTemplate {
    var problems = Problems()
    return try ReportTemplate(
      try WordFile.document(body, ["word/other.xml": "<a/>"]), name: "模板.docx", into: &problems)
  }

  private func words(_ body: String) throws -> [String] {
    let filled = try template(body).fill { Self.values[$0] }
    #expect(filled.missing.isEmpty)
    var problems = Problems()
    let report = try ReportReading.read(
      bytes: filled.bytes, name: "模板.docx", into: &problems)
    return report.blocks.filter { $0.table == nil }.map(\.text)
      + report.tables.flatMap { $0.rows.joined() }
  }

  private func runs(_ texts: [String]) -> String {
    WordFile.paragraph(texts.map { WordFile.run($0) }.joined())
  }

  @Test(arguments: [
    ["{{姓名}}同志住{{村}}，请办理。"], ["{", "{姓", "名}", "}同志住{{", "村", "}}，请办理。"],
    ["{{姓名}", "}同志住", "{{村}}，请办理。"], ["{{ 姓名 }}同志住{{", "村|本地", "}}，请办理。"],
  ])
  func placesMayBeParted(_ texts: [String]) throws {
    #expect(try template(runs(texts)).names == ["姓名", "村"])
    #expect(try words(runs(texts)) == ["王<某>同志住东村，请办理。"])
  }

  @Test func fieldsOfWordArePlaces() throws {
    func mark(_ type: String) -> String {
      "<w:r><w:fldChar w:fldCharType=\"\(type)\"/></w:r>"
    }
    let field =
      mark("begin") + "<w:r><w:instrText> MERGEFIELD 姓名 \\* MERGEFORMAT </w:instrText></w:r>"
      + mark("separate") + WordFile.run("«姓", bold: true) + WordFile.run("名»") + mark("end")
    let simple =
      "<w:fldSimple w:instr=\" MERGEFIELD &quot;村&quot; \">\(WordFile.run("«村»"))</w:fldSimple>"
    let body = WordFile.paragraph(field + WordFile.run("同志住") + simple + WordFile.run("，请办理。"))
    #expect(try template(body).names == ["姓名", "村"])
    #expect(try words(body) == ["王<某>同志住东村，请办理。"])
  }

  @Test func cellsHavePlacesAndHolesAreNamed() throws {
    let rows = [["事项", "户数"], ["{{事项}}", "{{户数}}"]].map { row in
      "<w:tr>" + row.map { "<w:tc>\(WordFile.text($0))</w:tc>" }.joined() + "</w:tr>"
    }
    let body = WordFile.text("关于有关事项的通知") + "<w:tbl>\(rows.joined())</w:tbl>"
    #expect(try words(body).suffix(2) == ["修路", "12"])
    #expect(try template(WordFile.text("{{电话}}与{{姓名}}")).missing { Self.values[$0] } == ["电话"])
  }
}
