import Diagnostics
import ReportModel
import Testing

@testable import PageMakeup

@Suite struct CardSelectionTests {
  private func indicator(
    _ subject: String, _ value: String, _ unit: String, qualifier: String = "", rank: String = "",
    kind: ReportIndicator.Kind = .quantity
  ) -> ReportIndicator {
    ReportIndicator(
      kind: kind, subject: subject, value: value, unit: unit, qualifier: qualifier,
      rank: IndicatorRank(rank),
      sentence: "", raw: "", block: 0, range: SourceRange(file: "t", line: 1))
  }

  @Test func approximationsStayVisible() throws {
    let near = try #require(
      CardSelection.cards(from: [indicator("入驻商户", "200", "户", qualifier: "近")], most: 9).first)
    #expect(near.before == "近" && near.after == "户")
    let over = try #require(
      CardSelection.cards(from: [indicator("村书记", "30", "人", qualifier: "余")], most: 9).first)
    #expect(over.after == "余人")
  }

  /// Bounds stand behind the unit: 50米以下, not 50以下米.
  @Test(arguments: ["以下", "以上", "以内", "左右"])
  func boundsStandBehindTheUnit(_ words: String) throws {
    let bound = indicator("地下水位", "12", "米", qualifier: words)
    let card = try #require(CardSelection.cards(from: [bound], most: 9).first)
    #expect(card.after == "米" + words)
  }

  @Test(arguments: ["要么把", "采纳采纳率", "外出的占比", "记者 陈禾）11月20日清晨6点", "每公斤", "票价一律", "楼栋惠及居民"])
  func wordsThatAreNoLabelMakeNoCard(_ subject: String) {
    #expect(CardSelection.cards(from: [indicator(subject, "94", "%")], most: 9).isEmpty)
  }

  @Test func whatIsWrittenOutComesLast() {
    var told = indicator("新长凳", "30", "条", qualifier: "多")
    told.raw = "三十多条长凳"
    let cards = CardSelection.cards(from: [told, indicator("新社区", "4", "个")], most: 1)
    #expect(cards.map(\.label) == ["新社区"])
  }

  @Test func whatAFarmerEarnsIsNoFigureOfTheReport() {
    var own = indicator("卖水收入", "7350", "元")
    own.sentence = "种粮大户马长顺流转了土地，去年卖水收入7350元。"
    own.raw = "7350元"
    #expect(CardSelection.cards(from: [own], most: 9).isEmpty)
    own.sentence = "全县卖水收入7350元。"
    #expect(CardSelection.cards(from: [own], most: 9).count == 1)
  }

  @Test func aRankIsARemarkOrTheValue() throws {
    let firms = indicator("新增企业", "18", "家", rank: "全市#1")
    #expect(CardSelection.cards(from: [firms], most: 9).first?.remark == "全市第1位")
    let place = indicator("后八村考核", "", "", rank: "全市#1", kind: .rank)
    let card = try #require(CardSelection.cards(from: [place], most: 9).first)
    #expect(card.value == "1" && card.before == "第" && card.remark == "全市")
  }

  @Test func trendsAndLongSubjectsMakeNoCard() {
    let trend = indicator("办结质量", "", "升", kind: .trend)
    let long = indicator("到烟台城市党建学院考察学习的班子成员", "30", "人")
    #expect(CardSelection.cards(from: [trend, long], most: 9).isEmpty)
  }

  @Test func theClearestStayInTheOrderOfTheText() {
    let list = [
      indicator("新社区", "4", "个"), indicator("总收入", "32276", "万元"),
      indicator("新企业", "18", "家", rank: "全市#1"),
    ]
    #expect(CardSelection.cards(from: list, most: 2).map(\.label) == ["总收入", "新企业"])
  }

  @Test(arguments: [
    ("2022-11-30", "2022年11月30日　星期三"), ("2031-06-03", "2031年6月3日　星期二"),
    ("2031/5/20", "2031年5月20日　星期二"), ("2031.5.20", "2031年5月20日　星期二"),
    ("2031年5月20日", "2031年5月20日　星期二"), ("2031年5月20日 四月初一", "2031年5月20日 四月初一"),
    ("冬月初七", "冬月初七"), ("2022-13-01", "2022-13-01"),
  ])
  func datesAreWordedWithTheirWeekday(_ text: String, _ words: String) {
    #expect(ChineseDate.words(text) == words)
  }

  /// What qualifies a number is printed with it: a change says which way and against what.
  @Test func changesKeepTheirWords() throws {
    let fall = indicator("噪声类诉求", "61", "件", qualifier: "比上月减少", kind: .change)
    let card = try #require(CardSelection.cards(from: [fall], most: 9).first)
    #expect(card.remark == "比上月减少")
    #expect(card.change == NumberCard.Change(rises: false, isNumber: true))
    let level = indicator("超期事项", "7", "件", qualifier: "降至", kind: .change)
    let reached = try #require(CardSelection.cards(from: [level], most: 9).first)
    #expect(reached.before == "降至" && reached.change == nil)
    let parts = indicator("租金收入", "35", "%", qualifier: "较自主出租高出；左右", kind: .change)
    let compared = try #require(CardSelection.cards(from: [parts], most: 9).first)
    #expect(compared.after == "%左右" && compared.remark == "较自主出租高出" && compared.change == nil)
    let verb = indicator("个体工商户", "412", "户", qualifier: "净增")
    #expect(CardSelection.cards(from: [verb], most: 9).first?.before == "净增")
  }

  /// An amount and its change are one card, as on the cards of charts.
  @Test func aChangeIsARemarkOnItsAmount() throws {
    var amount = indicator("固定资产投资", "9.4", "亿元")
    var change = indicator("固定资产投资", "11.3", "%", qualifier: "同比增长", kind: .change)
    amount.sentence = "固定资产投资9.4亿元，同比增长11.3%"
    change.sentence = amount.sentence
    let cards = CardSelection.cards(from: [amount, change], most: 9)
    #expect(cards.map(\.remark) == ["同比增长11.3%"])
    #expect(cards.first?.change == NumberCard.Change(rises: true, isNumber: false))
  }

  /// AD-4: facts that are surely read, no label twice, the new value of a change, other times shown.
  @Test func onlyCertainFactsMakeCards() throws {
    let fact = indicator("一般公共预算收入", "2.14", "亿元")
    var goal = indicator("规模工业产值", "120", "亿元")
    goal.modality = .goal
    var unsure = indicator("培训人次", "860", "人次")
    unsure.confidence = 0.7
    let again = indicator("一般公共预算收入", "1.96", "亿元")
    let short = indicator("收入", "3", "亿元")
    let cards = CardSelection.cards(from: [fact, goal, unsure, again, short], most: 9)
    #expect(cards.map(\.value) == ["2.14"])
    var changed = indicator("一般公共预算收入", "2.14", "亿元", qualifier: "增加到", kind: .change)
    changed.from = FormerValue(value: "1.96", unit: "亿元")
    let card = try #require(CardSelection.cards(from: [changed], most: 9).first)
    #expect(card.value == "2.14" && card.remark == "由1.96亿元增加到" && card.change == nil)
    var last = indicator("粮食总产量", "42", "万吨")
    last.period = "去年"
    #expect(CardSelection.cards(from: [last], most: 9, period: "全年").first?.remark == "去年")
    #expect(CardSelection.cards(from: [last], most: 9, period: "").first?.remark == "去年")
    #expect(CardSelection.cards(from: [last], most: 9).first?.remark == "")
  }

  /// An editor's list is followed in its order; a story in voices has no panel.
  @Test func anEditorsChoiceIsFollowed() {
    let range = SourceRange(file: "t", line: 1)
    var report = Report(
      source: "t",
      blocks: [ReportBlock(role: .headline, text: "项目建设提速", range: range)],
      indicators: (1...5).map { indicator("重点项目\($0)号".filter { !$0.isNumber }, "\($0)2", "个") })
    for place in report.indicators.indices {
      report.indicators[place].subject += ["甲", "乙", "丙", "丁", "戊"][place]
    }
    report.panel = .chosen([3, 1])
    #expect(CardSelection.cards(of: report, most: 9).map(\.value) == ["32", "12"])
    #expect(CardSelection.cards(of: report, most: 9, choice: .off).isEmpty)
    #expect(CardSelection.cards(of: report, most: 9, choice: .automatic).count == 5)
    report.blocks[0].text = "对话养路人"
    #expect(CardSelection.cards(of: report, most: 9, choice: .automatic).isEmpty)
  }

  /// 沿河排污口187个 … 187个排污口: one number, said again in fewer words.
  @Test func aNumberSaidAgainIsOneCard() {
    let cards = CardSelection.cards(
      from: [
        indicator("沿河排污口", "187", "个"), indicator("排污口", "187", "个"), indicator("取水口", "187", "个"),
      ],
      most: 9)
    #expect(cards.map(\.label) == ["沿河排污口", "取水口"])
  }

  @Test func wordsThatOnlyLeadToTheNumberAreNotPrinted() {
    #expect(IndicatorQualifiers("达到").before.isEmpty)
    #expect(IndicatorQualifiers("达到；近").before == "近")
    #expect(IndicatorQualifiers("突破").before == "突破")
  }
}
