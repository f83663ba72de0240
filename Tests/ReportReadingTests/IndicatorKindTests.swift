import Diagnostics
import ReportModel
import Testing

@testable import ReportReading

/// Kinds of sentences that one rule each is for, in the words of many hands.
@Suite("Kinds of numbers (P6)")
struct IndicatorKindTests {
  /// `subject value unit` of each number, parted by blanks inside `|`.
  private func read(_ sentence: String) throws -> [String] {
    try readSentence(sentence).indicators.map { "\($0.subject) \($0.value)\($0.unit)" }
  }

  static let sentences = [
    SubjectCase("人口自然增长率为－1.8‰，居住类价格下降0·3%。", "人口自然增长率 -1.8‰", "居住类价格 0.3%"),
    SubjectCase("城镇、乡村常住人口分别为18.6万人、22.9万人。", "城镇常住人口 18.6万人", "乡村常住人口 22.9万人"),
    SubjectCase("0—14岁、15—64岁人口分别为5.1万人和30.2万人。", "0—14岁人口 5.1万人", "15—64岁人口 30.2万人"),
    SubjectCase("火灾起数、直接财产损失分别下降18.4%、26.1%。", "火灾起数 18.4%", "直接财产损失 26.1%"),
    SubjectCase("园区年产30万台的空调生产线投产，提供岗位860个。", "提供岗位 860个"),
    SubjectCase("海拔1200米的村子通了班车，投放车辆5台。", "投放车辆 5台"),
    SubjectCase("每迟报1天扣0.5分，平均得分91.6分。", "平均得分 91.6分"),
    SubjectCase("5G基站达到426个（含室分），光伏装机容量（并网）6.8万千瓦。", "5G基站 426个", "光伏装机容量 6.8万千瓦"),
    SubjectCase("购置设备36台（套）。", "购置设备 36台（套）"),
    SubjectCase("正河村有有限空间12处，建议类信件8件。", "有限空间 12处", "建议类信件 8件"),
    SubjectCase("核桃种植面积1.8万亩，年产量4600吨。", "核桃种植面积 1.8万亩", "核桃年产量 4600吨"),
    SubjectCase("新改建农村公路216公里、桥梁14座。", "新改建农村公路 216公里", "新改建桥梁 14座"),
    SubjectCase("带动脱贫户86户就业。", "带动脱贫户 86户"),
    SubjectCase("平均15分钟办完一件业务。", "办完业务用时 15分钟"),
    SubjectCase("水库蓄水1.96亿立方米，占总库容的61%。", "水库蓄水 1.96亿立方米", "水库蓄水占总库容 61%"),
  ]

  @Test(arguments: sentences)
  func subjects(_ example: SubjectCase) throws {
    #expect(try read(example.text) == example.subjects)
  }

  static let modalities: [(String, [Modality])] = [
    ("力争规模工业产值突破120亿元。", [.goal]), ("到2035年，森林覆盖率达到60%。", [.goal]),
    ("会议要求，群众回复率要达到95%。", [.order]), ("群众满意率不得低于92%。", [.order]),
    ("“村里种藕1.9万亩，亩产两千斤。”他说。", [.quotation, .quotation]),
    ("全县种藕1.9万亩。", [.fact]),
  ]

  @Test(arguments: modalities)
  func modality(_ sentence: String, _ expected: [Modality]) throws {
    #expect(try readSentence(sentence).indicators.map(\.modality) == expected)
  }

  /// 由A到B is one indicator: B, with A as what it was.
  @Test(arguments: ["收入由1.96亿元增加到2.14亿元。", "收入从1.96亿元增长到2.14亿元。", "收入由上年的1.96亿元增至2.14亿元。"])
  func changesAreOneIndicator(_ sentence: String) throws {
    let found = try readSentence(sentence).indicators
    #expect(found.map(\.value) == ["2.14"] && found.map(\.subject) == ["收入"])
    #expect(found.first?.from?.value == "1.96" && found.first?.from?.unit == "亿元")
  }

  @Test func ranksKeepTheirScopeAndSubject() throws {
    let list = try readSentence("该县位居全省十强县发展潜力第3、绿色发展第5。")
    #expect(list.indicators.compactMap { $0.rank?.place } == [3, 5])
    #expect(Set(list.indicators.compactMap { $0.rank?.scope }).count == 1)
    let row = try readSentence("安全生产、信访工作分别排名第1、第2。")
    #expect(row.indicators.map(\.subject) == ["安全生产排名", "信访工作排名"])
    #expect(row.flags.isEmpty)
    #expect(IndicatorRank("全市18个镇街#3")?.of == 18)
    #expect(IndicatorRank("第3") == nil && IndicatorRank("全市#0") == nil)
  }

  // MARK: Periods

  private func periods(_ text: String) throws -> [String] {
    try ReportReadingTests.read(text).indicators.map(\.period)
  }

  @Test func aSentenceLeavesItsTimeToTheNext() throws {
    let text = "山村账本\n\n2028年，两村合办合作社。当年，筹集资金300万元。\n\n合作社现有社员86户。\n"
    #expect(try periods(text) == ["2028年", "现有"])
    let mixed = "新貌\n\n去年添置仪器20台，今年接诊4万人次。安装路灯42盏。\n"
    #expect(try periods(mixed) == ["去年", "今年", ""])
    let due = "道路\n\n工程已完成七成，预计8月底完工；安装路灯42盏。\n"
    #expect(try periods(due).last == "")
  }

  @Test func sectionsOfAReportHaveTheirTime() throws {
    let text = """
      政府工作报告

      一、2031年工作回顾

      新增企业14家。

      二、2032年重点工作

      改造老旧小区18个。
      """
    #expect(try periods(text) == ["2031年", "2032年"])
    // A newspaper's name in a by-line makes no daily report.
    let story = "小村故事\n□ 转载自《河口日报》记者 江小帆\n\n2026年，村里建厂房3座。\n\n引进企业2家。\n"
    #expect(try periods(story).last == "")
  }
}
