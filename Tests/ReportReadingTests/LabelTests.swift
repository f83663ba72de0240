import Diagnostics
import ReportModel
import Testing

/// Which words a panel or a chart may print under a number.
@Suite struct LabelTests {
  private func indicator(
    _ subject: String, sentence: String = "", raw: String = ""
  ) -> ReportIndicator {
    ReportIndicator(
      kind: .quantity, subject: subject, value: "12", unit: "个", sentence: sentence, raw: raw,
      block: 0, range: SourceRange(file: "t", line: 1))
  }

  @Test(arguments: [
    "地区生产总值", "农村居民人均可支配收入", "问题办结率", "意见采纳率", "发放救助资金", "运送乘客", "站点", "平均满载率", "总投资",
    "中央补助", "高标准农田", "森林覆盖率", "未登记的机井", "表示满意的群众", "“个转企”", "“沐阑青笋”区域公用品牌估值", "就业", "在校学生",
    "再生水", "就诊人次", "不良率", "同类诉求", "对口帮扶资金", "为民实事", "从业人员", "其他收入", "返乡人才", "每亩产量",
    "问责干部", "和美乡村", "给水管网", "提供就业岗位", "新增停车位", "PM2.5平均浓度", "12345热线来电", "签约", "产能", "学时",
    "邻里", "转让", "国有", "到位资金", "听讲群众", "超市", "有效发明专利", "上缴税收", "规模以上工业增加值", "人才",
  ])
  func cleanLabels(_ label: String) {
    #expect(indicator(label).isPresentable())
  }

  @Test(arguments: [
    "", "村", "占比", "要么把", "以下", "只剩", "这", "红", "外出的", "记者 陈禾）11月20日清晨6点", "采纳采纳率", "问题条条", "每公斤",
    "每立方米",
    "票价一律", "高标准农田将", "柳湾镇地下水位年均", "降至地表以下", "同三家米厂签", "井水退", "电话才说通", "标准给予一次性补助",
    "连续种植三年的再奖励", "井沿上深深浅浅的绳痕", "斗渠没有衬砌占比", "最近十年青禾县极端降水日数", "最近极端降水日数", "回来的人里",
    "化肥每吨便宜", "去年节水", "明年计划新建食堂", "他家果园", "我家苹果", "把自家的坡地", "手下无人机", "每年能省下运费",
    "种子、化肥、农药", "收入（亿元）", "“四上", "四上”企业", "增长", "还有", "涉及", "惠及", "办结", "11月收入", "三年收入", "50万元以上的村",
    "据统计",
    "集中在北园超期诉求", "而且收入", "因为老化", "45岁以上的占比", "北大新世纪实验学校初高中部项目",
  ])
  func labelsThatSayNothing(_ label: String) {
    #expect(!indicator(label).isPresentable())
  }

  @Test(arguments: [
    ("种粮大户马长顺流转了620亩地，去年节水2.1万立方米，卖水收入7,350元。", "7,350元"), ("她说，大棚今年增收2.3万元。", "2.3万元"),
    ("36岁的李建国返乡养蜂，去年收入9.6万元。", "9.6万元"), ("村民老周种了8亩黄桃。", "8亩"),
    ("张大伯卖苹果收入3万元。", "3万元"), ("个体户刘志强和妻子经营小店，月营业额5.6万元。", "5.6万元"),
    ("不是自家的地，租金也要600元。", "600元"), ("果农李响把水果卖到了网上，销售额12万元。", "12万元"),
  ])
  func numbersOfOnePersonStayInTheText(_ sentence: String, _ raw: String) {
    #expect(!indicator("收入", sentence: sentence, raw: raw).isPresentable())
  }

  @Test(arguments: [
    ("村民赵秀兰算了一笔账，全村大棚收入20万元。", "20万元"), ("县交通运输局局长胡建平介绍，总投资1,260万元。", "1,260万元"),
    ("职工高温补贴收入3万元。", "3万元"), ("居民人均可支配收入3万元。", "3万元"), ("其他收入3万元。", "3万元"),
    ("我县收入3万元。", "3万元"), ("全县收入3万元，村民王桂花说。", "3万元"), ("青年就业收入3万元。", "3万元"),
  ])
  func numbersOfAPlaceMayBeShown(_ sentence: String, _ raw: String) {
    #expect(indicator("收入", sentence: sentence, raw: raw).isPresentable())
  }

  @Test func aLongerLabelNeedsMoreRoom() {
    let long = indicator("中央生态环境保护督察交办信访件")
    #expect(!long.isPresentable() && long.isPresentable(longest: 16))
  }
}
