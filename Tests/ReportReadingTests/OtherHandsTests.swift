import ReportModel
import ReportReading
import Testing

/// Lines and numbers of further hands: each test is a kind that a rule of the reader knows.
@Suite("Kinds of further hands")
struct OtherHandsTests {
  private static let story = "今年以来，各级各部门坚持稳中求进，各项工作有序推进，成效明显。"

  private func roles(_ text: String) throws -> [String] {
    try read(text, name: "t.txt").blocks.map(\.role.rawValue)
  }

  private func indicators(_ sentence: String) throws -> [ReportIndicator] {
    try read("工作情况\n\n\(sentence)\n").indicators
  }

  private func labels(_ sentence: String) throws -> [String] {
    try indicators(sentence).map { "\($0.subject) \($0.value)\($0.unit)" }
  }

  // MARK: Lines

  @Test(arguments: [
    "上一条：水库除险加固开工", "字号变大| 字号变小", "《云江晚报》（2031年4月9日　第05版）", "网站首页 » 动态 » 正文",
    "时间：2031年4月9日 17:40    作者：县水务局    点击：", "放大 缩小 默认", "主办单位：县政府办　网站标识码：0000000001",
  ])
  func framesOfPagesAreFurniture(_ line: String) throws {
    #expect(try roles("夜间门诊受欢迎\n\n\(line)\n\n\(Self.story)\n\(Self.story)\n")[1] == "furniture")
  }

  @Test(arguments: ["各组打分如下：", "各村欠缴情况见下表："])
  func whatAnnouncesATableAddressesNobody(_ line: String) throws {
    #expect(try roles("卫生评比\n\(line)\n村名\t得分\n上湾\t96\n下湾\t91\n")[1] == "body")
  }

  @Test func aBulletinsNameWithoutAHeadlineIsTheHeadline() throws {
    #expect(try roles("水质简报\n\n\(Self.story)\n")[0] == "headline")
  }

  @Test(arguments: ["戚小满（退休教师）", "◎ 穆清"])
  func aNameWithItsWorkOrASignIsTheByline(_ line: String) throws {
    #expect(try roles("秋夜听雨\n\(line)\n\(Self.story)\n\(Self.story)\n")[1] == "byline")
  }

  @Test func aCreditOnItsOwnLineMakesTheLineOverItACaption() throws {
    #expect(
      try roles("苹果红了\n果农在果园分拣苹果。\n通讯员 陶望 摄\n\(Self.story)\n\(Self.story)\n")[1...2] == [
        "caption", "caption",
      ])
  }

  @Test func shortSentencesRightUnderATitleAreCaptions() throws {
    #expect(
      try roles("冬日剪影\n结冰的湖面。\n孩子们堆雪人。\n\(Self.story)\(Self.story)\n")[1...2] == [
        "caption", "caption",
      ])
  }

  @Test func linesThatEndInCommasUnderATitleAreVerse() throws {
    #expect(
      try roles("摆渡人\n一条小船，\n往返两岸；\n一根竹篙，\n撑开晨雾。\n\(Self.story)\(Self.story)\n")[1...4]
        .allSatisfy { $0 == "quote" })
  }

  @Test func statementsWithoutStopsAreNoTitles() throws {
    let lines = "上湾村得分96分，主要问题是沟渠不洁\n下湾村得分93分，主要问题是乱堆较多\n河口村得分91分，主要问题是管护不足"
    #expect(try roles("检查得分情况\n\(lines)\n")[1...].allSatisfy { $0 == "body" })
  }

  @Test func parallelVerbsAndObjectsAreRunInLeads() throws {
    let text = "数字化工作情况\n统筹规划。制定方案，明确任务41项。\n整合资源。归并系统12个，共享数据。\n强化安全。开展演练5次，修复漏洞。\n"
    #expect(
      try read(text).blocks.compactMap(\.runInLeadText) == ["统筹规划。", "整合资源。", "强化安全。"])
  }

  @Test func openingSentencesThatTellAreNoRunInLeads() throws {
    let text = "夜访码头\n海风很大。船老大裹紧棉袄卸货。\n价格不错。一筐带鱼卖到高价。\n灯塔亮着。渔船陆续回到港里。\n"
    #expect(try read(text).blocks.compactMap(\.runInLeadText).isEmpty)
  }

  @Test func aColumnOverACoupletLeavesItTheHeadline() throws {
    #expect(
      try roles("春耕进行时\n无人机飞过油菜田 一天作业八百亩\n\(Self.story)\n")[..<2] == ["kicker", "headline"])
  }

  @Test func twoTitleLinesOfOneLengthAreDoubted() throws {
    let report = try read("我在一线当网格员\n三本笔记里的民情\n本报记者 向晚\n\(Self.story)\n\(Self.story)\n")
    #expect(report.blocks[0].needsCheck)
  }

  @Test func theHeadlineInLatinLettersIsTheDeck() throws {
    #expect(
      try roles("一杯咖啡里的乡村\nA Village in a Cup of Coffee\n\n\(Self.story)\n")[..<2] == [
        "headline", "deck",
      ])
  }

  @Test func aTitleWithItsDayIsNoIssuer() throws {
    #expect(
      try roles("某某街道办事处工作总结 2031-04-02\n\n\(Self.story)\n\(Self.story)\n")[0] != "issuer-date")
  }

  @Test func aWayThroughASiteIsFurniture() throws {
    #expect(try roles("云上新闻 > 要闻 > 正文\n\n夜间门诊受欢迎\n\n\(Self.story)\n")[0] == "furniture")
  }

  // MARK: Numbers that are no figures

  @Test(arguments: [
    "建成500亩分布式光伏园，带动农户64户。", "海拔高处的驿站里，20平方米的卧室住着64户。", "6立方米蓄水池建成，惠及64户。",
    "300平方米的小书院每月开放，服务64户。", "每投放2公斤废纸积1分，参与农户64户。",
  ])
  func sizesAndStepsOnlyDescribe(_ sentence: String) throws {
    #expect(try indicators(sentence).map(\.value) == ["64"])
  }

  @Test func whatEveryHouseholdGotIsAFigure() throws {
    #expect(try indicators("每户拿到分红5800元。").map(\.value) == ["5800"])
  }

  @Test func anAbbreviationMayStandRightBeforeItsAmount() throws {
    #expect(try indicators("全镇实现GDP19.92亿元，PM2.5浓度下降3%。").map(\.value) == ["19.92", "3"])
  }

  // MARK: Subjects

  @Test(arguments: [
    ("有效灌溉面积达到2640亩。", "有效灌溉面积"), ("热线话务总数为20693个。", "热线话务总数"), ("年轻人占比已跃升到70%。", "年轻人占比"),
    ("群众诉求主要集中在农林水利1590件。", "农林水利"), ("来的是县剧团的12名演员。", "县剧团的演员"),
  ])
  func subjectsAreWhole(_ sentence: String, _ subject: String) throws {
    #expect(try indicators(sentence).first?.subject.hasSuffix(subject) == true)
  }

  @Test func whoDidItTellsARepeatedMeasureApart() throws {
    #expect(
      try labels("实现工业总产值106亿元；规模企业实现工业总产值28亿元。") == ["工业总产值 106亿元", "规模企业工业总产值 28亿元"])
  }

  @Test func eachOfARowHasItsOwnVerb() throws {
    let rows = try indicators("客运量、货运量分别完成412万人次和1860万吨，同比分别下降3.2%和增长6.8%。")
    #expect(rows.map(\.subject) == ["客运量", "货运量", "客运量", "货运量"])
    #expect(rows[3].qualifier == "增长")
  }

  @Test func aRowSharesTheUnitOfItsLast() throws {
    #expect(
      try indicators("工业、商业和居民用电分别为6.1亿、2.4亿和1.9亿千瓦时。").allSatisfy { $0.unit == "亿千瓦时" })
  }

  @Test func aSecondRowIsOfTheThingsOfTheFirst() throws {
    #expect(
      try indicators("早稻、晚稻播种面积分别为12万亩和28万亩，产量分别达到5万吨、17万吨。").map(\.subject) == [
        "早稻播种面积", "晚稻播种面积", "早稻产量", "晚稻产量",
      ])
  }

  @Test func aStretchOfMonthsIsNoFigure() throws {
    #expect(try indicators("历时4个多月，整治小区41个。").map(\.value) == ["41"])
  }

  @Test func examplesInBracketsAreNoPartOfTheSubject() throws {
    #expect(try labels("发放洗具（钢丝刷、洗衣粉、抹布等）850份。") == ["发放洗具 850份"])
  }

  @Test func whatStandsBeforeTheNextNumberIsItsOwn() throws {
    #expect(try labels("硬化路面4条约600米。") == ["硬化路面 4条", "硬化路面 600米"])
  }

  @Test func approximationInsideTheScaleIsKept() throws {
    #expect(try indicators("服务读者10万余人次。").first?.qualifier == "余")
  }

  // MARK: Times

  @Test func whatIncreasedLastYearIsOfLastYear() throws {
    #expect(
      try indicators("前年销售额120万元。去年增加了两条生产线，销售额达到310万元。").map(\.period) == ["前年", "去年"])
  }

  @Test func aChangeBetweenTwoYearsIsAFactOfTheLater() throws {
    let found = try indicators("财政收入由2025年的2.6亿元增加到2030年的4.5亿元。")
    let value = try #require(found.last)
    #expect(value.value == "4.5")
    #expect(value.subject == "财政收入")
    #expect(value.period == "2030年")
    #expect(value.modality == .fact)
  }

  @Test func theYearsBeforeNowOpenTheirClause() throws {
    #expect(try indicators("荒滩变了样。过去五年，农场改良碱地3.8万亩。").first?.period == "过去五年")
    #expect(try indicators("志愿队成立近8年，巡河2万公里。").first?.period == "")
  }

  @Test func aHeadWithAYearSetsTheTimeOfItsSection() throws {
    let text = "政府工作报告\n\n\(Self.story)\n\n2029年工作回顾\n\n\(Self.story)粮食产量增长8.4%。\n\n\(Self.story)\n"
    #expect(try read(text).indicators.last?.period == "2029年")
  }

  @Test func aDayOfThisYearIsWhole() throws {
    #expect(try indicators("截至今年6月底，累计发电860万千瓦时。").first?.period == "截至今年6月底")
  }

  @Test func aPlanThatWasMadeIsNoGoal() throws {
    #expect(try indicators("制定三年行动计划，整治河道41条。").first?.modality == .fact)
    #expect(try indicators("计划整治河道41条。").first?.modality == .goal)
  }
}
