import Diagnostics
import ReportModel
import Testing

/// A sentence and the subjects of its numbers.
struct SubjectCase: CustomTestStringConvertible, Sendable {
  var text: String
  var subjects: [String]
  var testDescription: String { text }
  init(_ text: String, _ subjects: String...) {
    self.text = text
    self.subjects = subjects
  }
}

@Suite("Subjects and periods (P6)")
struct SubjectTests {
  static let subjects = [
    SubjectCase("设置251个网格。", "网格"),
    SubjectCase("全街新增“四上”企业18家。", "新增“四上”企业"),
    SubjectCase("引进民宿、小院等业态27家。", "引进业态"),
    SubjectCase("发放各类救助资金636.8万元。", "发放救助资金"),
    SubjectCase("街道社情民意办共受理群众诉求128件，办结120件。", "受理群众诉求", "办结诉求"),
    SubjectCase("排查隐患486处，整改482处，整改率99.2%。", "排查隐患", "整改隐患", "隐患整改率"),
    SubjectCase("受停水影响的312户居民恢复用水。", "受停水影响的居民"),
    SubjectCase("有序组织近200户商户入驻新市场。", "商户入驻新市场"),
    SubjectCase("地区生产总值38.6亿元，增长6.2%。", "地区生产总值", "地区生产总值"),
    SubjectCase("得分96.8分，比上半年上升6个位次。", "得分", "得分名次"),
    SubjectCase("零售额8700万元，占总量的35%。", "零售额", "零售额占比"),
    SubjectCase("成立创城指挥部，配套8个专班。", "创城指挥部专班"),
    SubjectCase("在全县季度观摩评比中，综合得分94.7分。", "季度观摩评比综合得分"),
    SubjectCase(
      "停水41件、占道33件、井盖27件，三类相加101件。", "停水", "占道", "井盖", "停水、占道、井盖三类相加"),
  ]

  @Test(arguments: subjects)
  func subject(_ example: SubjectCase) throws {
    #expect(try readSentence(example.text).indicators.map(\.subject) == example.subjects)
  }

  static let periods = [
    SubjectCase("今年以来，新增企业18家，现有培育企业24家。", "今年以来", "现有"),
    SubjectCase("1-9月份全街完成收入32276万元，投资57.9亿元。", "1-9月份", "1-9月份"),
    SubjectCase("截至5月31日，办结1243件。", "截至5月31日"),
    SubjectCase("今年3月以来，建立台账527处。", "今年3月以来"),
    SubjectCase("改造完成后的半个月内，同类诉求仅6件。", "改造完成后的半个月内"),
    SubjectCase("超期事项由4月份的19件降至7件。", ""),
    SubjectCase("2031年，新增企业18家。", "2031年"),
    SubjectCase("在全县三季度测评中，得分96.8分。", "三季度"),
    SubjectCase("办结率96%，比4月份提高1.4个百分点。", "", ""),
    SubjectCase("园区占地3200亩。", ""),
  ]

  @Test(arguments: periods)
  func period(_ example: SubjectCase) throws {
    #expect(try readSentence(example.text).indicators.map(\.period) == example.subjects)
  }

  @Test func periodicalReportsHaveADefault() throws {
    let text = "5月份，受理诉求128件。办结120件。\n\n物业类受理40件。"
    let monthly = try readSentence(text, title: "民情月分析")
    #expect(monthly.indicators.map(\.period) == ["5月份", "5月份", "5月份"])
    let other = try readSentence(text)
    #expect(other.indicators.map(\.period) == ["5月份", "5月份", ""])
  }

  @Test func plansTakeTheYearOfTheirHead() throws {
    let text = """
      2031年工作总结

      一、2031年工作

      全年新增企业18家，成效明显。

      二、2032年打算

      2032年主要目标是：收入增长8%以上，投资增长10%。

      全年谋划项目不少于10个，抓好落实。
      """
    let report = try read(text)
    #expect(report.indicators.map(\.period) == ["全年", "2032年", "2032年", "2032年"])
    #expect(report.indicators.map(\.qualifier) == ["", "以上", "", "不少于"])
  }

  static let trends = [
    SubjectCase("事故起数、死亡人数同比“双下降”。", "事故起数:同比降", "死亡人数:同比降"),
    SubjectCase(
      "实现了民生事项交办数量、重复事项和办结质量、群众满意率的“双降双提升”。", "民生事项交办数量:降",
      "民生事项重复事项:降", "民生事项办结质量:升", "民生事项群众满意率:升"),
    SubjectCase("群众知晓率、参与率“双提升”。", "群众知晓率:升", "参与率:升"),
  ]

  @Test(arguments: trends)
  func trend(_ example: SubjectCase) throws {
    let found = try readSentence(example.text).indicators.map { "\($0.subject):\($0.qualifier)" }
    #expect(found == example.subjects)
  }
}
