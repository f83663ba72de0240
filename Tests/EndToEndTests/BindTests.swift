import Foundation
import Testing

/// Several documents as one book.
@Suite(.enabled(if: Program.hasFonts, "fonts/files is empty: run make bootstrap"))
struct BindTests {
  private static let month = """
    # 一月份群众诉求办理情况

    1月份，全街道办结群众诉求326件，按期办结率98.2%。社区党委书记周敏说，大家的事大家一起商量。

    重点推进“凤凰路北延”项目，网格员陈立新参加了全部12次协商会。

    """

  private func inFolder(
    _ plan: String, _ arguments: [String] = [], _ body: (URL, Program.Outcome) throws -> Void
  ) throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in ["one.md": Self.month, "BOOK.yaml": plan] {
      try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    let outcome = try Program.run(
      ["bind", "BOOK.yaml", "-o", "book.pdf", "--home", Program.root.path] + arguments,
      folder: folder)
    try body(folder, outcome)
  }

  private static let plan = """
    format: 1
    title: 杏溪年鉴
    parts:
      - title: 月报
        documents:
          - { report: one.md, layout: bulletin-a4 }
          - { report: one.md, layout: figures-page, title: 又一篇 }

    """

  @Test func everyNumberIsTracedToItsPageAndSentence() throws {
    try inFolder(Self.plan) { folder, outcome in
      #expect(outcome.code == 0, "\(outcome.errors)")
      let data = try Data(contentsOf: folder.appendingPathComponent("book-index.json"))
      let index = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
      let contents = try #require(index["contents"] as? [[String: Any]])
      #expect(contents.compactMap { $0["page"] as? Int } == [3, 4])
      #expect(contents.compactMap { $0["title"] as? String } == ["一月份群众诉求办理情况", "又一篇"])
      let persons = try #require(index["persons"] as? [[String: Any]])
      #expect(persons.compactMap { $0["name"] as? String } == ["周敏", "陈立新"])
      #expect(persons.compactMap { $0["pages"] as? [Int] } == [[3, 4], [3, 4]])
      let projects = try #require(index["projects"] as? [[String: Any]])
      #expect(projects.compactMap { $0["name"] as? String } == ["凤凰路北延"])
      let numbers = try #require(index["numbers"] as? [[String: Any]])
      let first = try #require(numbers.first { $0["value"] as? String == "326" })
      #expect(first["page"] as? Int == 3 && first["sentenceOnPage"] as? Int == 1)
      #expect(first["source"] as? String == "one.md" && first["line"] as? Int == 3)
    }
  }

  @Test func linksOutlineAndLanguageAreInTheFile() throws {
    try inFolder(Self.plan, ["--archive"]) { folder, outcome in
      #expect(outcome.code == 0, "\(outcome.errors)")
      let bytes = try Data(contentsOf: folder.appendingPathComponent("book.pdf"))
      let text = String(decoding: bytes, as: UTF8.self)
      for word in ["/Outlines", "/PageLabels", "/Lang", "/DisplayDocTitle", "/Subtype /Link"] {
        #expect(text.contains(word), "\(word)")
      }
      let check = try Program.run(
        ["preflight", "book.pdf", "--home", Program.root.path], folder: folder)
      #expect(check.output.contains("PDF/A-2u\t通过"), "\(check.output)")
      #expect(check.output.contains("PDF/UA-1\t通过"), "\(check.output)")
    }
  }

  @Test func aReadyFileIsBoundPageByPage() throws {
    let plan = """
      format: 1
      title: 杏溪年鉴
      parts:
        - title: 附件
          documents: [{ file: ready.pdf, title: 应急预案 }]

      """
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try Self.month.write(
      to: folder.appendingPathComponent("one.md"), atomically: true, encoding: .utf8)
    try plan.write(
      to: folder.appendingPathComponent("BOOK.yaml"), atomically: true, encoding: .utf8)
    let ready = try Program.run(
      ["render", "one.md", "-l", "bulletin-a4", "-o", "ready.pdf", "--home", Program.root.path],
      folder: folder)
    #expect(ready.code == 0, "\(ready.errors)")
    let outcome = try Program.run(
      ["bind", "BOOK.yaml", "-o", "book.pdf", "--home", Program.root.path], folder: folder)
    #expect(outcome.code == 0, "\(outcome.errors)")
    let text = try Program.text(of: folder.appendingPathComponent("book.pdf"))
    #expect(text.contains("办结群众诉求326件") && text.contains("应急预案"))
    let archive = try Program.run(
      ["bind", "BOOK.yaml", "--archive", "-o", "a.pdf", "--home", Program.root.path],
      folder: folder)
    #expect(archive.code == 1 && archive.errors.contains("[archive.placed-page]"))
  }

  @Test func mistakesOfThePlanAreNamedAtTheirPlaces() throws {
    let plan = """
      format: 1
      title: 杏溪年鉴
      parts:
        - title: 附件
          documents:
            - { file: ready.pdf, layout: jianbao }
            - { title: 什么也没有 }

      """
    try inFolder(plan) { _, outcome in
      #expect(outcome.code == 1)
      #expect(outcome.errors.contains("BOOK.yaml:6:"), "\(outcome.errors)")
      #expect(outcome.errors.contains("[spec.ready-file-has]"), "\(outcome.errors)")
      #expect(outcome.errors.contains("[spec.report-or-file]"), "\(outcome.errors)")
    }
  }
}
