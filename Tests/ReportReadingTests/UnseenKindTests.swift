import ReportModel
import ReportReading
import Testing

/// Lines and sentences as different people write them: one rule each.
@Suite("Kinds in other words")
struct UnseenKindTests {
  private static let story = "今年以来，各级各部门坚持稳中求进，各项工作有序推进，成效明显。"

  private func roles(_ text: String) throws -> [String] {
    try read(text, name: "t.txt").blocks.map(\.role.rawValue)
  }

  // MARK: Title block

  @Test(arguments: ["卓然", "余　光", "□ 温良", "本报评论员"])
  func namesUnderATitleAreItsByline(_ name: String) throws {
    #expect(
      try roles("别让数字迷了眼\n\n\(name)\n\n\(Self.story)\n\(Self.story)\n")[..<2] == [
        "headline", "byline",
      ])
  }

  @Test(arguments: ["前言", "背景", "摘要"])
  func namesOfPartsAreNoByline(_ word: String) throws {
    #expect(try roles("别让数字迷了眼\n\n\(word)\n\n\(Self.story)\n\(Self.story)\n")[1] != "byline")
  }

  @Test(arguments: ["郑岩主持并作交流发言", "刘向阳出席并讲话"])
  func whoTookPartIsTheDeck(_ deck: String) throws {
    #expect(
      try roles("县委理论学习中心组举行集体学习\n\(deck)\n\n本报讯 \(Self.story)\n")[..<2] == [
        "headline", "deck",
      ])
  }

  @Test func aColumnWithADotIsTheKicker() throws {
    #expect(
      try roles("改革进行时·医保\n\n报销少跑腿 待遇即时享\n\n\(Self.story)\n")[..<2] == ["kicker", "headline"])
  }

  @Test func aFirstLineWithAColonIsHalfTheHeadline() throws {
    #expect(try roles("柳泉镇：\n小网格托起大平安\n\n\(Self.story)\n")[..<2] == ["headline", "headline"])
  }

  @Test func aTitleThatEndsLikeAUnitIsNone() throws {
    #expect(try roles("让基层减负落到实处\n\n\(Self.story)\n")[0] == "headline")
  }

  @Test func aTitleOfTheFrontMatterIsTheHeadlineUnlessOneIsNamed() throws {
    let title = try read("---\ntitle: 甲县通报\n---\n\n\(Self.story)\n", name: "t.md")
    #expect(title.blocks.filter { $0.role == .headline }.map(\.text) == ["甲县通报"])
    let both = try read(
      "---\ntitle: 甲\nheadline: 乙县通报\n---\n\n\(Self.story)\n", name: "t.md")
    #expect(both.blocks.filter { $0.role == .headline }.map(\.text) == ["乙县通报"])
  }

  // MARK: Furniture, letters, notes

  @Test(arguments: [
    "第03版：综合新闻", "A2版 要闻", "B03 民生", "版面导航　　上一版　下一版", "【打印本稿】 【推荐朋友】", "Copyright 2031 民政局",
    "今日  首页 -在线投稿 -往期报纸 -帮助", "分享至", "日期：11-02", "文章搜索：", "3 条评论", "0", "- 来源：某某日报",
  ])
  func framesOfPagesAreFurniture(_ line: String) throws {
    #expect(try roles("\(line)\n\n夜间门诊受欢迎\n\n\(Self.story)\n")[0] == "furniture")
  }

  @Test func aNumberWithoutAUnitBeforeItIsADocumentNumber() throws {
    #expect(try roles("〔2031〕第8号\n\n关于规范排放的通告\n\n\(Self.story)\n")[0] == "docnum")
  }

  @Test func anHourBelongsToTheDateOfABulletin() throws {
    #expect(
      try roles("防汛值班快报\n第17期\n县防汛办公室编　　2031年7月9日8时\n\n【雨情】\n\(Self.story)\n").contains(
        "issuer-date"))
  }

  @Test(arguments: ["注释：\n[1] 数据为初步统计数。\n[2] 不含现役军人。", "备注：\n①机构数含村卫生室。\n②床位数为年末实有数。"])
  func itemsUnderNotesAreNotes(_ notes: String) throws {
    #expect(
      try roles("卫生公报\n\n一、资源\n\n\(Self.story)\n\n\(notes)\n").suffix(3) == [
        "note", "note", "note",
      ])
  }

  @Test func anAttachmentLabelBehindTheDateOpensIt() throws {
    let letter =
      "关于检查的通知\n\n各县（区）民政局：\n\n\(Self.story)\n\n附件：汇总表\n\n柳城市民政局\n2031年8月20日\n\n附件：\n\n汇总表\n"
    let found = try roles(letter)
    #expect(found.contains("attachment-ref") && found.contains("attachment-title"))
  }

  @Test func answersUnderLabelsNeedNoLongParagraph() throws {
    let letter = "关于植树的通知\n\n各村：\n\n活动时间\n3月12日上午\n\n活动地点\n水库南岸\n\n望广泛发动。\n\n柳泉镇文化站\n2031年3月5日\n"
    #expect(
      try roles(letter) == [
        "headline", "addressee", "subhead", "body", "subhead", "body", "body", "signature", "date",
      ])
  }

  @Test func chaptersAreHeadsOverArticles() throws {
    let rules = "急救管理办法\n\n第一章　总则\n\n第一条　为规范急救，制定本办法。\n\n第二条　急救站应当在三分钟内出车。\n"
    #expect(try roles(rules) == ["headline", "h1", "body", "body"])
  }

  // MARK: Joins and tables

  @Test func aStatementWithItsFigureIsWhole() throws {
    let text = "教育简报\n\n一、情况\n\n全区有学校87所，在校学生61240人，教职工4875人\n其中普通高中6所，在校学生9830人。\n"
    #expect(try read(text, name: "t.txt").blocks.allSatisfy { $0.joins.isEmpty })
  }

  @Test func aFewCharactersWithAStopAreTheRest() throws {
    let text = "通知\n\n因清洗水池，9月3日22时至4日5时停水，请提前\n储水。\n"
    #expect(try read(text, name: "t.txt").blocks.contains { $0.joins.count == 1 })
  }

  @Test func aShorterRowStandsUnderItsHeads() throws {
    let text = "物资台账\n\n名称    数量    单位\n大米    120     袋\n棉被    45\n被褥            床\n"
    #expect(
      try read(text, name: "t.txt").tables.first?.rows.dropFirst().first == ["棉被", "45", ""])
  }

  @Test func aCreditOnItsOwnLineMakesTheLineOverItACaption() throws {
    let text =
      "新渠通水\n\n\(Self.story)\n\n渡槽横跨山谷。\n\n（袁野/摄）\n\n\(Self.story)\n\n村庄载歌载舞。特约摄影 袁野\n\n\(Self.story)\n"
    #expect(try roles(text).filter { $0 == "caption" }.count == 3)
  }

  @Test func anOfficeAndANameAreTheByline() throws {
    let text = "法院工作报告\n\n2032年1月12日在县人民代表大会第二次会议上\n\n县人民法院院长　鹤年\n\n各位代表：\n\n\(Self.story)\n"
    #expect(try roles(text)[..<4] == ["headline", "deck", "byline", "addressee"])
  }

  @Test func linesBehindAColonAreNoVerse() throws {
    let text = "职务任免的通知\n\n各乡镇：\n\n经研究，决定：\n\n谷雨任县水利局局长；\n童安任县教育局副局长；\n免去路遥的副局长职务。\n"
    #expect(try !roles(text).contains("quote"))
  }

  // MARK: Numbers

  private func found(_ sentence: String) throws -> [String] {
    try readSentence(sentence).indicators.map { "\($0.subject) \($0.value)\($0.unit)" }
  }

  static let sentences = [
    SubjectCase("配备256排螺旋CT，购置32米登高车和5吨水罐车，总投资1.6亿元。", "总投资 1.6亿元"),
    SubjectCase("设有20张床位以上的病区9个。", "20张床位以上的病区 9个"),
    SubjectCase("离县城35公里的云檐村建起电站，年发电52万度。", "年发电 52万度"),
    SubjectCase("全县一、二、三级医院分别为9家、4家、2家。", "一级医院 9家", "二级医院 4家", "三级医院 2家"),
    SubjectCase("第一、二、三产业增加值分别增长3.2%、6.8%和5.5%。", "第一产业增加值 3.2%", "第二产业增加值 6.8%", "第三产业增加值 5.5%"),
    SubjectCase("绿化覆盖率由上年的38.2%上升为41.0%。", "绿化覆盖率 41.0%"),
    SubjectCase("座椅120把，办理证照218件（次）。", "座椅 120把", "办理证照 218件（次）"),
    SubjectCase("连续安全生产2190天。", "连续安全生产 2190天"),
  ]

  /// A share of a row has the unit behind the last, and any verb may stand behind 分别.
  @Test func rowsShareUnitAndVerb() throws {
    #expect(
      try found("第二、第三产业的比重分别回落2.16和1.66个百分点。") == [
        "第二产业的比重 2.16个百分点", "第三产业的比重 1.66个百分点",
      ])
    #expect(
      try found("二氧化硫排放量和化学需氧量分别削减3013吨和1498吨。") == ["二氧化硫排放量 3013吨", "化学需氧量 1498吨"])
  }

  @Test(arguments: sentences)
  func subjects(_ example: SubjectCase) throws {
    #expect(try found(example.text) == example.subjects)
  }

  @Test(arguments: ["迟到一次扣10元。", "宿舍每人每天用水不超过120升。", "罚款不低于50元。", "年内累计3次的不得评优。"])
  func rulesAreNoFigures(_ sentence: String) throws {
    #expect(try readSentence(sentence).indicators.isEmpty)
  }

  @Test func placesOfARowAndOfALaterClauseHaveTheScope() throws {
    let row = try readSentence("政务服务、市场环境、法治环境得分分列全省第2、第5和第9位。").indicators
    #expect(
      row.compactMap(\.rank?.place) == [2, 5, 9] && row.allSatisfy { $0.rank?.scope == "全省" })
    let later = try readSentence("绿色发展指数排全省第7位，数字经济指数排第11位。").indicators
    #expect(later.map { $0.rank?.scope } == ["全省", "全省"])
    #expect(try readSentence("信访考核全市第三。").indicators.first?.rank?.scope == "全市")
  }

  @Test func aPlaceWithoutANounBelongsToTheClauseBefore() throws {
    let found = try readSentence("群众满意度位居全市前列，列全县第一名。").indicators
    #expect(found.first?.subject == "群众满意度排名" && found.first?.rank?.scope == "全县")
  }

  @Test func whatIsLeftIsNotWhatWasDealtWith() throws {
    let found = try found("上半年共收到意见建议31条，已办结28条；剩余3条正在协调。")
    #expect(found.last == "剩余意见建议 3条")
  }

  @Test func quartersBelongToTheirYear() throws {
    let report = try read("2031年三季度澄江县环境质量通报\n\n空气优良天数87天。\n", name: "t.txt")
    #expect(report.indicators.first?.period == "2031年三季度")
  }

  @Test func theTitleGivesThePeriod() throws {
    let report = try read("栖渡市2031年9月份热线运行情况\n\n受理来电8126件，办结率97.6%。\n", name: "t.txt")
    #expect(report.indicators.allSatisfy { $0.period == "2031年9月份" })
  }
}
