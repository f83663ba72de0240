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
    SubjectCase("粮食总产1 284 600吨，桥梁12 座。", "粮食总产 1284600吨", "桥梁 12座"),
    SubjectCase("受理诉求3 206件（不含上月结转412件），下降2.4%。", "受理诉求 3206件", "不含上月结转 412件", "受理诉求 2.4%"),
    SubjectCase("盗窃罪、诈骗罪、经济犯罪案件分别下降4%、6%、9%。", "盗窃罪案件 4%", "诈骗罪案件 6%", "经济犯罪案件 9%"),
    SubjectCase("种植面积1.2万亩，约占全镇耕地面积的三成。", "种植面积 1.2万亩", "种植面积占全镇耕地面积 30%"),
    SubjectCase("小区由18幢多层住宅和4幢高层住宅组成。", "多层住宅 18幢", "高层住宅 4幢"),
    SubjectCase("出动检查组36个、检查人员210人次。", "出动检查组 36个", "检查人员 210人次"),
    SubjectCase("宽9米、长80米、高4米的大棚建成12个。", "大棚建成 12个"),
    SubjectCase("一台260吨的吊机运抵，岸边90米高的塔吊已拆，能停200辆车的车库启用。"),
    SubjectCase("食堂里6元的早餐卖出320份，15元的套餐卖出410份。", "早餐卖出 320份", "套餐卖出 410份"),
    SubjectCase("签约项目（投资额5000万元以上）31个。", "签约项目 31个"),
    SubjectCase("全镇种菇860万棒，年产鲜菇1万吨。", "种菇 860万棒", "年产鲜菇 1万吨"),
    SubjectCase("缴费咨询集中，共274件。", "缴费咨询 274件"),
    SubjectCase("新设计花样57种，采取3种方式销售。", "新设计花样 57种"),
    SubjectCase("停车每小时加收2元，单日最高不超过20元；3次欠费的，列入名单。泊位62个。", "泊位 62个"),
    SubjectCase("人均停留时间延长到1小时20分钟。", "人均停留时间 80分钟"),
    SubjectCase("完成投资18亿元，占计划总投资30亿元的60%。", "完成投资 18亿元", "完成投资占计划总投资 60%"),
    SubjectCase("配备132名专、兼职网格员，建成4个公共厕所。", "专、兼职网格员 132名", "公共厕所 4个"),
  ]

  @Test(arguments: sentences)
  func subjects(_ example: SubjectCase) throws {
    #expect(try read(example.text) == example.subjects)
  }

  static let modalities: [(String, [Modality])] = [
    ("力争规模工业产值突破120亿元。", [.goal]), ("到2035年，森林覆盖率达到60%。", [.goal]),
    ("会议要求，群众回复率要达到95%。", [.order]), ("要盯住要素，全年盘活土地900亩。", [.order]),
    ("要素保障有力，盘活土地900亩。", [.fact]), ("完成投资占年度计划的74%。", [.fact]), ("群众满意率不得低于92%。", [.order]),
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
    let leadIn = "公报摘要\n\n经初步核算，2031年，全县产值90亿元。其中，工业产值40亿元。\n"
    #expect(try periods(leadIn) == ["2031年", "2031年"])
    let aside = "办案情况\n\n2031年，收案900件（不含上年旧存60件），结案率93%。结案880件。\n"
    #expect(try periods(aside).suffix(2) == ["2031年", "2031年"])
  }

  /// A title of a year and a noun has a time; one that tells what was done has none.
  @Test func titlesThatDescribeAYearGiveItsTime() throws {
    #expect(try periods("2031年全区教育概况\n\n幼儿园64所。\n") == ["2031年"])
    #expect(try periods("2031年新车间投产\n\n工人64名。\n") == [""])
    #expect(try periods("2031年工作总结\n\n一年来，修路64公里。\n") == ["2031年"])
    #expect(try periods("一、综合\n\n2031年，产值9亿元。\n\n二、农业\n\n种粮3万亩。\n").first == "2031年")
  }

  /// The old place of a move is none; its region holds for the new one.
  @Test func aMoveInARankingIsItsNewPlace() throws {
    let report = try readSentence("信访工作由去年的全市第9位跃升到第4位。")
    #expect(report.indicators.compactMap { $0.rank?.description } == ["全市#4"])
    let two = try readSentence("全县种植白茶15万亩，位居全国第三、湖北第一。")
    #expect(two.indicators.compactMap { $0.rank?.description } == ["全国#3", "湖北#1"])
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
