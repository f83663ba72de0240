import Diagnostics
import ReportModel
import ReportReading
import Testing

/// Roles of stories as papers print them: speech, narrative openings, introductions, long titles.
@Suite struct StoryRoleTests {
  private let paragraph = "今年以来，各级各部门坚持稳中求进，各项工作有序推进，成效明显。"

  private func roles(_ text: String, name: String = "t.txt") throws -> [String] {
    try read(text, name: name).blocks.map(\.role.rawValue)
  }

  /// The roles of some lines between a title with a paragraph and a last paragraph.
  private func inner(_ lines: String) throws -> [String] {
    try roles("标题行\n\n\(paragraph)\n\n\(lines)\n\n\(paragraph)\n").dropFirst(2).dropLast()
      .map { $0 }
  }

  // MARK: Quotations

  @Test(arguments: [
    "“路修好了，出门方便多了。”村民王一说。", "“水不是没有，是漏掉了。”——县水务局总工程师 何敏",
    "“以前不敢开窗，现在河边散步的人很多。”家住南圩村的退休教师吴映秋说。",
  ])
  func anUtteranceWithItsSpeakerIsAQuote(_ text: String) throws {
    #expect(try inner(text) == ["quote"])
  }

  @Test(arguments: [
    "“以前进城要转两次车，现在门口就能坐。”村民周桂兰说，她这天带着一篮子鸡蛋去赶集。",
    "“要平账，只有两条路。”他说。压成本靠的是统购统施，化肥便宜了不少。",
    "“双招双引”成效明显，群众满意。", "“不是不挣钱，是看病不方便。”他说。",
    "“公交通了。”孙立新说，“草莓当天就能进城。”", "“路修好了，出门方便多了。”",
    "“公交通了，草莓就能进城。”孙立新算了一笔账：全村能省下不少运费。",
  ])
  func aParagraphThatGoesOnIsBody(_ text: String) throws {
    #expect(try inner(text) == ["body"])
  }

  @Test func theSpeakerMayStandOnALineOfItsOwn() throws {
    #expect(try inner("“水不是没有，是漏掉了。”\n\n——县水务局总工程师 何敏") == ["quote", "quote"])
  }

  @Test func aMarkedQuotationIsAQuote() throws {
    let text = "# 标题\n\n\(paragraph)\n\n> 水不是没有，是漏掉了。——总工程师 何敏\n\n\(paragraph)\n"
    #expect(try roles(text, name: "t.md") == ["headline", "body", "quote", "body"])
  }

  // MARK: Introductions

  @Test(arguments: ["改革从三件事做起：", "具体的做法包括：", "各地的做法是:"])
  func anIntroductionIsBody(_ line: String) throws {
    #expect(try inner(line) == ["body"])
  }

  @Test func anIntroductionOfALastListIsBody() throws {
    let text = "# 标题\n\n\(paragraph)\n\n具体的做法包括：\n\n- 计量到井\n- 交易到市\n"
    #expect(try roles(text, name: "t.md") == ["headline", "body", "body", "list", "list"])
  }

  // MARK: Long titles

  @Test func aLongFirstLineWithoutAStopIsTheHeadline() throws {
    let title = "青禾县委县政府召开全县深入学习贯彻落实中央农村工作会议精神暨全面推进乡村振兴加快农业农村现代化建设工作动员部署大会"
    #expect(
      try roles("\(title)\n\(paragraph)\n\(paragraph)\n") == ["headline", "body", "body"])
    #expect(
      try roles("坚持党建引领，推动基层治理，聚力乡村振兴，全县农业农村工作会议召开\n\n\(paragraph)\n")
        == ["headline", "body"])
  }

  @Test func aReportWithoutAHeadlineIsReported() throws {
    func codes(_ text: String) throws -> [String] {
      var problems = Problems()
      _ = try ReportReading.read(bytes: Array(text.utf8), name: "t.txt", into: &problems)
      return problems.diagnostics.map(\.code.rawValue)
    }
    #expect(try codes("\(paragraph)\n\n\(paragraph)\n") == ["reading.no-headline"])
    #expect(try codes("标题行\n\n\(paragraph)\n").isEmpty)
  }

  @Test func namesUnderATitleAreTheByline() throws {
    #expect(
      try roles("雪线上的守护者\n王一 李二\n\(paragraph)\n\(paragraph)\n")
        == ["headline", "byline", "body", "body"])
  }

  /// A text that another section follows closes nothing.
  @Test func aShortLastSectionLeavesTheTextBeforeItBody() throws {
    let text = "标题行\n\n\(paragraph)\n\n一、抓项目\n\n\(paragraph)\n\n二、抓民生\n\n办好民生实事。\n"
    #expect(try roles(text).dropFirst(2) == ["h1", "body", "h1", "body"])
  }

  @Test func whoTheAuthorIsIsANote() throws {
    #expect(try roles("标题行\n\n\(paragraph)\n\n（作者系县水利局干部）\n").last == "note")
  }

  // MARK: Run-in leads

  private func leads(_ first: [String], plain: Int = 0) throws -> [String] {
    let more = Array(repeating: paragraph, count: plain)
    let text = (first.map { $0 + paragraph } + more).joined(separator: "\n\n")
    return try read("标题行\n\n一、情况\n\n\(text)\n").blocks.compactMap(\.runInLeadText)
  }

  @Test(arguments: [
    "论坛结束的时候已近中午，晒谷场上飘起了饭香。", "撂荒地整治不只是种上庄稼。", "柳湾镇的做法更进一步。", "记者在村部看到了那张图。",
    "改革并非一帆风顺。", "账是实实在在的。", "他没有走。", "这是一笔明白账。", "井里的水又涨了。", "村里也有难处。", "消息传开了。",
  ])
  func aSentenceThatTellsIsNoLead(_ sentence: String) throws {
    #expect(try leads([sentence, sentence]).isEmpty)
  }

  @Test func mostSiblingsHaveOne() throws {
    let two = ["强化督办落实。", "压实主体责任。"]
    #expect(try leads(two) == two)
    #expect(try leads(two, plain: 2) == two)
    #expect(try leads(two, plain: 3).isEmpty)
    let three = two + ["严格考核问效。"]
    #expect(try leads(three, plain: 8) == three)
  }

  @Test func siblingsAreOfOneLength() throws {
    let long = "推动全县农业农村各项重点工作再上新的台阶。"
    #expect(try leads(["督办提速。", "难题化解。", long]) == ["督办提速。", "难题化解。"])
  }
}
