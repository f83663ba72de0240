import Diagnostics
import ReportModel
import Testing

@Suite("Joins (P2)")
struct JoinTests {
  private let body = "今年以来，全镇坚持稳中求进，各项工作有序推进，成效明显。"

  private func joins(_ text: String, name: String = "t.txt") throws -> [ReportJoin] {
    try read("工作总结\n\n\(body)\n\n" + text, name: name).joins
  }

  @Test func j1JoinsAcrossABlankLine() throws {
    let found = try joins("坚持网格化治理，努力打造城市治\n\n理的样板，群众满意。\n")
    #expect(found.map(\.fromLine) == [5])
    #expect(found.map(\.toLine) == [7])
    #expect(found.first?.glue == "")
  }

  @Test(arguments: ["。", "！", "？", "：", "；"])
  func j1DoesNotJoinBehindAClosingMark(_ mark: String) throws {
    #expect(try joins("坚持网格化治理，努力打造样板\(mark)\n\n各级干部下沉一线，群众满意。\n").isEmpty)
  }

  /// A caption ends with who took the picture, with or without a stop before the name.
  @Test(arguments: ["。李明 摄", " 李明 摄", "（李明 摄影"])
  func aCreditEndsItsLine(_ credit: String) throws {
    let caption = "图为志愿者在河堤上清理垃圾，孩子们在一旁帮忙，大家干得热火朝天"
    #expect(try joins("\(caption)\(credit)\n\n活动开始后，大家沿着河堤一路捡拾，清出了三车垃圾。\n").isEmpty)
  }

  @Test func j1JoinsBehindAQuotationInsideASentence() throws {
    let left = "今年以来，街道建立健全各项工作制度，推行“公示牌+回访单”"
    #expect(try joins("\(left)\n\n制度，群众满意，效果良好。\n").count == 1)
  }

  @Test func j2KnowsWordsOfTheText() throws {
    let text = "基层治理不断加强，基层基础更加牢固，群众更加满意，夯实基\n\n层治理\n"
    #expect(try joins(text).map(\.rule) == ["J2"])
    let other = "基层治理不断加强，基层基础更加牢固，群众更加满意，夯实基\n\n团队\n"
    #expect(try joins(other).isEmpty)
  }

  @Test func j3JoinsDigitsWithoutGlue() throws {
    let report = try read("工作总结\n\n\(body)\n\n全年改造老旧小区，惠及居民2\n\n38户，群众满意。\n")
    #expect(report.joins.map(\.rule) == ["J3"])
    #expect(report.indicators.map(\.value) == ["238"])
  }

  @Test func j4JoinsLatinWordsWithASpace() throws {
    let report = try read("工作总结\n\n\(body)\n\n全镇建设智慧城市平台，引进了Smart\n\nCity系统，群众满意。\n")
    #expect(report.joins.map(\.glue) == [" "])
    #expect(report.blocks.last?.text.contains("Smart City系统") == true)
  }

  private let wrapped = """
    日通报

    一、受理情况
    　　昨日全街道共受理民生诉求一百余件，各单位认真办
    理，群众普遍满意，没有发生涉稳涉访的负面舆情事件。
    各社区坚持每天上门走访，听取意见和建议，及时解决各
    类问题，做到件件有着落。
    　　各单位要继续保持良好的工作势头，切实把各项措施
    落到实处，让群众放心。
    二、下步打算
    　　继续抓好各项民生实事，确保按时办结，提高群众的
    满意程度，营造良好氛围。
    """

  @Test func j5JoinsWrappedLinesEvenBehindAFullStop() throws {
    let report = try read(wrapped)
    #expect(report.joins.map(\.fromLine) == [4, 5, 6, 8, 11])
    #expect(report.joins.allSatisfy { $0.rule == "J5" })
  }

  @Test func j5NeedsOneWidth() throws {
    let report = try read(body + "\n" + "各社区每天上门走访，听取意见。\n全镇上下团结一心，共同努力，成效明显。\n")
    #expect(report.joins.isEmpty)
  }

  @Test(arguments: [
    "　　另起一段，群众满意，效果良好。", "一、下步打算，抓好落实", "（一）抓好落实，群众满意",
    "1．抓好落实，群众满意。", "①抓好落实，群众满意。", "图为志愿者上门走访，服务群众",
    "▲ 志愿者上门走访，服务群众", "附件：1．进度表，任务表", "【重点督办】，群众满意",
    "报：县委、县政府，市局", "注：数据为初步统计，仅供参考。",
  ])
  func j6NewBeginningsNeverJoin(_ right: String) throws {
    #expect(try joins("坚持网格化治理，努力打造城市治\n\(right)\n").isEmpty)
  }

  @Test func j7NeverOverAHeadOrATable() throws {
    #expect(try joins("（一）突出项目为王，打造产业高地\n\n全年谋划项目，抓好落实。\n").isEmpty)
    #expect(try joins("坚持网格化治理，努力打造城市治\n\n\n\n\n理的样板，群众满意。\n").isEmpty)
    #expect(try joins("坚持网格化治理，努力打造城市治\n\n乡镇\t数量\n甲镇\t5\n").isEmpty)
  }

  @Test func headlinesAreNotJoined() throws {
    let report = try read("关于全镇二○三一年安全生产隐患排查整治情况的\n通报\n\n\(body)\n")
    #expect(report.joins.isEmpty)
    #expect(report.headlines.count == 2)
  }

  @Test func markdownSoftBreaksJoin() throws {
    let report = try read("# 总结\n\n今年以来，全镇坚持稳中求进，各项工作\n有序推进。\n", name: "t.md")
    #expect(report.joins.map(\.toLine) == [4])
    #expect(report.blocks.last?.text.hasSuffix("各项工作有序推进。") == true)
  }

  @Test func joinsKeepTheWayBackToTheSource() throws {
    let report = try read("工作总结\n\n\(body)\n\n坚持治理，努力惠及居民2\n\n38户，群众满意。\n")
    let range = report.indicators.first?.range
    #expect(range?.start.line == 5)
    #expect(range?.end.line == 7)
  }
}
