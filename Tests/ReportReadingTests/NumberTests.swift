import Diagnostics
import Notations
import ReportModel
import Testing

@testable import ReportReading

/// A clause and how its number is read: `value unit [qualifier] rank`.
struct NumberCase: CustomTestStringConvertible, Sendable {
  var text: String
  var expected: [String]
  var testDescription: String { text }
  init(_ text: String, _ expected: String...) {
    self.text = text
    self.expected = expected
  }
}

@Suite("Numbers (P6)")
struct NumberTests {
  static let numbers = [
    NumberCase("占地三千二百余亩。", "3200亩 [余]"),
    NumberCase("近八成发生在夏季。", "80% [近]"),
    NumberCase("普及率达到百分之九十五。", "95% [达到]"),
    NumberCase("品牌估值较上年翻一番。", "2倍 [较上年翻一番]"),
    NumberCase("产量翻两番。", "4倍 [翻两番]"),
    NumberCase("每户新增3到5个岗位。", "3-5个"),
    NumberCase("回访群众1,350人次。", "1350人次"),
    NumberCase("投资57.9亿元。", "57.9亿元"),
    NumberCase("投资５７．９亿元。", "57.9亿元"),
    NumberCase("占农产品销售额的三分之一。", "1/3"),
    NumberCase("青年干部占一半以上。", "1/2 [以上]"),
    NumberCase("增收三成以上。", "30% [以上]"),
    NumberCase("惠及居民二十余户。", "20户 [余]"),
    NumberCase("组织村书记30余人。", "30人 [余]"),
    NumberCase("增幅比上年提高两个百分点。", "2个百分点 [比上年提高]"),
    NumberCase("是五年前的2.4倍。", "2.4倍"),
    NumberCase("平均浓度31微克/立方米。", "31微克/立方米"),
    NumberCase("湖水pH 7.2。", "7.2"),
    NumberCase("综合得分94.7分。", "94.7分"),
    NumberCase("改造厂房11万平方米。", "11万平方米"),
  ]

  @Test(arguments: numbers)
  func number(_ example: NumberCase) throws {
    #expect(try short(readSentence(example.text)) == example.expected)
  }

  static let qualifiers = [
    NumberCase("受理诉求近200件。", "200件 [近]"),
    NumberCase("受理诉求约200件。", "200件 [约]"),
    NumberCase("办结率不低于95%。", "95% [不低于]"),
    NumberCase("谋划项目不少于10个。", "10个 [不少于]"),
    NumberCase("年产值突破4亿元。", "4亿元 [突破]"),
    NumberCase("转化率仅为28%。", "28% [仅为]"),
    NumberCase("损失率控制在1%以内。", "1% [以内]"),
    NumberCase("诉求总量在1300件左右。", "1300件 [左右]"),
    NumberCase("累计受理诉求64件。", "64件 [累计]"),
    NumberCase("10件民生实事全部办结。", "10件 [全部办结]"),
  ]

  @Test(arguments: qualifiers)
  func qualifier(_ example: NumberCase) throws {
    #expect(try short(readSentence(example.text)) == example.expected)
  }

  static let changes = [
    NumberCase("受理诉求128件，环比下降9.3%。", "128件", "9.3% [环比下降]"),
    NumberCase("办结率96.7%，比4月份提高1.4个百分点。", "96.7%", "1.4个百分点 [比4月份提高]"),
    NumberCase("超期事项由19件降至7件。", "7件 [降至]"),
    NumberCase("平均办理时长由5.2天缩短至3.8天。", "3.8天 [缩短至]"),
    NumberCase("收入2648元，高于全县平均水平0.6个百分点。", "2648元", "0.6个百分点 [高于全县平均水平]"),
    NumberCase("重复率较上月同期下降2.7个百分点。", "2.7个百分点 [较上月同期下降]"),
    NumberCase(
      "办结率99.4%，满意率96.2%，分别比上年提高1.1个、2.7个百分点。", "99.4%", "96.2%",
      "1.1个百分点 [比上年提高]", "2.7个百分点 [比上年提高]"),
  ]

  @Test(arguments: changes)
  func change(_ example: NumberCase) throws {
    #expect(try short(readSentence(example.text)) == example.expected)
  }

  static let ranks = [
    NumberCase("新增企业18家，位列全市第一位。", "18家 全市#1"),
    NumberCase("满意率94.0%，居全市18个镇街第3位。", "94.0% 全市18个镇街#3"),
    NumberCase("得分94.7分，名列18个乡镇（街道）第3名。", "94.7分 18个乡镇（街道）#3"),
    NumberCase("满意率为91.7%，在全市7个县区中排名第2位。", "91.7% 全市7个县区#2"),
    NumberCase("在全县半年考核中排名全县首位。", " 全县#1"),
    NumberCase(
      "一般公共预算收入1.27亿元，同比增长8.5%，完成年度任务的104.2%，增幅居全县第二位。",
      "1.27亿元", "8.5% [同比增长] 全县#2", "104.2%"),
  ]

  @Test(arguments: ranks)
  func rank(_ example: NumberCase) throws {
    #expect(try short(readSentence(example.text)) == example.expected)
  }

  @Test(arguments: [
    "“四上”企业发展良好。", "深化“四个100”创建活动。", "对“三无”小区进行整治。",
    "严格执行24小时值班制度。", "拨打12345热线反映问题。", "请于2031年6月15日前报送。",
    "印发镇办〔2031〕17号文件。", "北园社区17号楼井盖破损。", "值班电话6628394。",
    "按“办结率×60%+满意率×40%”计分。", "望岫社区列前三名。", "PM2.5治理成效明显。",
    "青笋园二期开工建设。", "坚持三方联动。", "这是一个良好开端。", "同比持平，多次受到表扬。",
    "收益按3∶5∶2分配。", "会议定于8:30召开。", "水质稳定达到Ⅲ类。", "严格落实“30分钟响应、2小时到场”机制。",
    "盘活率低于20%的乡镇要制定方案。", "反映3次以上的事项要重点督办。",
  ])
  func traps(_ sentence: String) throws {
    #expect(try short(readSentence(sentence)).isEmpty)
  }

  @Test func conditionsStayInTheSubject() throws {
    let report = try readSentence("50万元以上的村19个。")
    #expect(report.indicators.map(\.subject) == ["50万元以上的村"])
    #expect(report.indicators.map(\.value) == ["19"])
  }

  @Test func tableCellsAreNoIndicators() throws {
    let report = try read("标题行\n\n工作扎实推进，成效明显，群众满意。\n\n乡镇\t数量(处)\n甲镇\t5\n乙镇\t6\n")
    #expect(report.indicators.isEmpty)
  }

  @Test(arguments: [
    ("三千二百", 3200), ("两万", 20_000), ("十二", 12), ("二〇三一", 2031), ("一百零五", 105),
    ("三亿两千万", 320_000_000), ("万", 10_000), ("九十五", 95),
  ])
  func writtenNumbers(_ text: String, _ value: Int) {
    #expect(HanNumerals.value(Scalars(text)[...]) == value)
  }

  @Test(arguments: ["", "一二百三四", "百万亿亿亿亿亿亿", "二三十"])
  func noWrittenNumbers(_ text: String) {
    #expect(HanNumerals.value(Scalars(text)[...]) == nil)
  }
}
