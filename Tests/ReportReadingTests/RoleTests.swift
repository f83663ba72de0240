import Diagnostics
import ReportModel
import Testing

@Suite("Roles (P3) and sections (P4)")
struct RoleTests {
  private func roles(_ text: String, name: String = "t.txt") throws -> [String] {
    try read(text, name: name).blocks.map(\.role.rawValue)
  }

  private let paragraph = "今年以来，各级各部门坚持稳中求进，各项工作有序推进，成效明显。"

  @Test func newspaperPage() throws {
    let text = """
      特别报道

      风正潮平 扬帆起航

      ——临江镇高质量发展纪实

      本报通讯员 王一 李　二

      \(paragraph)

      抓项目 促发展 推动经济持续向好

      经济平稳增长。\(paragraph)

      产业提质增效。\(paragraph)

      惠民生 暖民心 推动事业全面进步

      \(paragraph)

      风正潮平，扬帆起航。站在新起点，全镇将再创佳绩。


      志愿者走访群众


      “节约用水”公益广告

      珍惜每一滴水

      临江日报社制作
      """
    #expect(
      try roles(text) == [
        "kicker", "headline", "deck", "byline", "lead", "slogan", "body", "body", "slogan", "body",
        "closing", "caption", "psa-title", "psa-line", "imprint",
      ])
    let report = try read(text)
    #expect(report.headlineParts == ["风正潮平", "扬帆起航"])
    #expect(report.byline?.role == "本报通讯员")
    #expect(report.byline?.names == ["王一", "李二"])
    #expect(report.sections.map(\.blocks.count) == [2, 1])
    #expect(report.blocks.compactMap(\.runInLeadText) == ["经济平稳增长。", "产业提质增效。"])
  }

  /// When, where and who under the title of minutes are no titles of their own.
  @Test func minutesOpenWithTheirProtocol() throws {
    let text = """
      防汛工作调度会议纪要
      会议时间：2031年6月2日下午
      会议地点：镇政府三楼
      参加人员
      各包片领导、水利站
      气象站站长
      会议指出，\(paragraph)
      """
    #expect(
      try roles(text) == ["headline", "body", "body", "body", "body", "body", "body"])
  }

  @Test func officialLetter() throws {
    let text = """
      临江镇安全生产委员会办公室文件

      临安办〔2031〕12号

      关于隐患排查情况的通报

      各村（社区），镇直各部门：

      \(paragraph)

      一、总体情况

      \(paragraph)

      （一）主要做法

      1．加强领导。\(paragraph)

      请各单位认真抓好落实，于月底前报送情况。

      附件：1．隐患清单
      　　　2．任务清单

      临江镇安全生产委员会办公室

      2031年9月4日

      （联系人：王一，联系电话：1234567）

      抄送：县安委办
      （共印30份）
      """
    #expect(
      try roles(text) == [
        "issuer", "docnum", "headline", "addressee", "lead", "h1", "body", "h2", "body", "closing",
        "attachment-ref", "attachment-ref", "signature", "date", "note", "distribution",
        "print-count",
      ])
  }

  @Test func bulletin() throws {
    let text = """
      平安建设简报
      第3期
      临江镇平安办　　　2031年5月2日

      【编者按】做法可学可看，现予编发。

      临江镇“三联”机制化解矛盾

      \(paragraph)

      【下步打算】

      \(paragraph)

      签发：王一　审核：李二
      """
    #expect(
      try roles(text) == [
        "masthead", "issue", "issuer-date", "editor-note", "headline", "lead", "subhead", "body",
        "signature",
      ])
  }

  @Test func aTitleAloneIsAHeadlineNotAMasthead() throws {
    let text = "民情月分析\n（2031年第5期）\n民情办　　2031年6月3日\n\n一、总体\n\n\(paragraph)\n"
    #expect(try roles(text).first == "headline")
  }

  @Test func markdown() throws {
    let text = """
      # 标题

      ## 一、情况

      ### （一）做法

      \(paragraph)

      > “以前不敢开窗，现在好了。”村民说。

      - 第一项，已完成。

      注：数据为初步统计。
      """
    #expect(
      try roles(text, name: "t.md") == ["headline", "h1", "h2", "body", "quote", "list", "note"])
  }

  @Test func numberedParagraphsAreBodyAndNumberedHeadsAreHeads() throws {
    let text = "标题行\n\n\(paragraph)\n\n一、抓好落实\n\n1．加强领导。\(paragraph)\n\n二、强化责任。\(paragraph)\n"
    #expect(try roles(text).dropFirst(2) == ["h1", "body", "body"])
  }

  @Test func runInLeadsNeedSiblings() throws {
    let one = try read("标题行\n\n一、情况\n\n经济平稳增长。\(paragraph)\n\n\(paragraph)\n")
    #expect(one.blocks.allSatisfy { $0.runInLead == 0 })
    let two = try read("标题行\n\n一、情况\n\n经济平稳增长。\(paragraph)\n\n民生改善。\(paragraph)\n")
    #expect(two.blocks.compactMap(\.runInLeadText) == ["经济平稳增长。", "民生改善。"])
  }

  @Test func boldStartsAreRunInLeads() throws {
    let text = "# 标题\n\n**督办提速。**\(paragraph)\n\n**难题化解：** \(paragraph)\n"
    let report = try read(text, name: "t.md")
    #expect(report.blocks.compactMap(\.runInLeadText) == ["督办提速。", "难题化解："])
    #expect(!report.blocks.contains { $0.text.contains("*") })
  }

  @Test func certainRolesAreConfidentAndGuessesAreNot() throws {
    let report = try Fixtures.report("gangshan-2022.txt")
    let sure = report.blocks.filter { $0.role == .body || $0.role == .slogan }
    #expect(sure.allSatisfy { $0.confidence > 0.8 })
    let text = "标题行\n\n\(paragraph)\n\n志愿服务暖人心\n\n\(paragraph)\n"
    #expect(try read(text).blocks.contains { $0.confidence < 0.99 })
  }

  @Test func figuresComeFromMarkdown() throws {
    let text = "# 标题\n\n\(paragraph)\n\n![复绿前后](a/b.jpg)\n\n![走势](c.vl.json)\n"
    let report = try read(text, name: "t.md")
    #expect(report.figures.map(\.path) == ["a/b.jpg", "c.vl.json"])
    #expect(report.figures.map(\.kind) == [.picture, .chart])
    #expect(report.blocks.compactMap(\.figure) == [0, 1])
    #expect(report.blocks.last?.role == .caption)
  }

  @Test(arguments: ["t.txt", "t.md"])
  func frontMatter(_ name: String) throws {
    let text = "---\npaper: 临江日报\npage: \"A3\"\ndate： 2031-05-02\n---\n# 标题\n\n\(paragraph)\n"
    let report = try read(text, name: name)
    #expect(report.metadata("paper") == "临江日报")
    #expect(report.metadata("page") == "A3")
    #expect(report.metadata("date") == "2031-05-02")
    #expect(report.metadata.first?.range.start.line == 2)
    #expect(report.blocks.first?.lines == [6])
  }
}
