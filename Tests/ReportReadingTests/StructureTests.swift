import Diagnostics
import Foundation
import ReportModel
import ReportReading
import Testing

/// The structure of texts that nobody has seen: what each line is, by its shape and place.
@Suite("Structure of unseen texts")
struct StructureTests {
  private let one = "入冬以来，荻港镇把老旧管网一段一段查过来，换新管道3.2公里，居民家里的水压稳了。"
  private let two = "镇里请来技术员现场会诊，挨家挨户登记漏点，当天能修的当天修完，修不完的贴出日期。"

  private func roles(_ text: String, name: String = "t.txt") throws -> [String] {
    try read(text, name: name).blocks.map(\.role.rawValue)
  }

  // MARK: Bylines

  @Test(arguments: [
    "苔岭周刊记者　方知夏", "◎ 方知夏", "□方知夏", "| 记者 方知夏 葛山", "文／方知夏　图／葛山", "作 者：苔岭镇党政办 方知夏", "撰文/方知夏 摄影/葛山",
    "（记者 方知夏 通讯员 葛山）", "见习记者方知夏", "本报评论员 方知夏", "By Fang Zhixia",
  ])
  func aBylineIsKnownByItsShape(_ line: String) throws {
    #expect(
      try roles("水管里的民心\n\n\(line)\n\n\(one)\n\n\(two)\n").prefix(2) == ["headline", "byline"])
  }

  @Test(arguments: ["| 记者 方知夏", "作 者：苔岭镇党政办 方知夏"])
  func aBylineMayStandAtTheFoot(_ line: String) throws {
    #expect(try roles("水管里的民心\n\n\(one)\n\n\(two)\n\n\(line)\n").last == "byline")
  }

  // MARK: Title blocks

  @Test(arguments: [
    ("基层走笔\n\n一根水管连起千家万户\n\n——荻港镇管网改造见闻", ["kicker", "headline", "deck"]),
    ("守正心 务实功 开新局\n千家万户水长流　一枝一叶总关情", ["kicker", "headline"]),
    ("全镇管网改造推进会举行\n要求倒排工期 严把质量", ["headline", "deck"]),
    ("引题：守正心 务实功\n主题：千家万户水长流\n副题：荻港镇管网改造纪实", ["kicker", "headline", "deck"]),
    ("千家万户水长流\n一枝一叶总关情", ["headline", "headline"]),
  ])
  func titleLinesAreToldApart(_ lines: String, _ expected: [String]) throws {
    #expect(try roles("\(lines)\n\n\(one)\n\n\(two)\n").prefix(expected.count) == expected[...])
  }

  @Test func aLabelIsNoPartOfTheTitle() throws {
    let report = try read("引题：守正心 务实功\n主题：千家万户水长流\n\n\(one)\n\n\(two)\n")
    #expect(report.kicker == "守正心 务实功")
    #expect(report.headlines == ["千家万户水长流"])
    #expect(report.blocks[1].range.start.column == 4)
    #expect(report.blocks[1].confidence == 1)
  }

  @Test func theFrontMatterGivesATitleBlock() throws {
    let text = "---\nkicker: 走笔\nheadline: 千家万户水长流\n---\n\n\(one)\n\n\(two)\n"
    let report = try read(text)
    #expect(report.kicker == "走笔")
    #expect(report.headlines == ["千家万户水长流"])
  }

  // MARK: Short lines

  @Test func verseIsNoTitle() throws {
    let text = "渔浦的早晨\n\n雾从水面上散开\n船桨惊起白鹭\n卖菱角的阿婆\n把秤杆抬得老高\n\n\(one)\n"
    let found = try roles(text)
    #expect(found.first == "headline")
    #expect(
      Set(found[1...4]).isDisjoint(with: ["headline", "kicker", "deck", "subhead", "caption"]))
  }

  @Test func entriesAndAnswersAreNoHeads() throws {
    let phones = "便民电话\n\n供水所 0000-3310001\n供电所 0000-3310002\n\n\(one)\n"
    #expect(try roles(phones)[1...2] == ["body", "body"])
    let pairs = "关于检修的通知\n\n\(one)\n\n检修时间\n6月3日至6月5日\n\n检修范围\n东街、西街、北巷\n\n\(two)\n"
    let found = try roles(pairs)
    #expect([found[3], found[5]] == ["body", "body"])
  }

  @Test func itemsOfOneSeriesAreReadAlike() throws {
    let text = """
      关于东街封闭的通告

      因管网改造，东街自6月3日起封闭，现将有关事项通告如下：

      一、施工期间，机动车请绕行北巷。

      二、公交2路临时停靠渔浦站，末班车提前到二十点。

      三、沿街商户请于每日二十一时后装卸货物，并保持通道畅通，配合现场人员管理。

      荻港镇人民政府
      2031年6月1日
      """
    #expect(Set(try roles(text)[2...4]) == ["body"])
  }

  // MARK: Captions and joins

  @Test(arguments: ["渔浦码头上，货船正在装运菱角。葛山　摄", "技术员在检修水管。（资料图片）", "孩子们在河边写生　方知夏摄"])
  func aCreditMakesACaption(_ line: String) throws {
    let report = try read("水管里的民心\n\n\(one)\n\n\(line)\n\n\(two)\n")
    #expect(report.blocks[2].role == .caption)
    #expect(report.joins.isEmpty)
  }

  @Test func aLongHeadIsNotJoinedToItsParagraph() throws {
    let head = "从“等水来”到“水等人” 一个滨湖小镇的管网改造账本"
    let report = try read("水管里的民心\n\n\(one)\n\n\(head)\n\n\(two)\n\n\(head)\n\n\(one)\n")
    #expect(report.joins.isEmpty)
    #expect(report.blocks[2].role.headLevel != nil)
  }

  @Test func aMissingStopBreaksNothing() throws {
    let text = "荻港镇公报\n\n一、综合\n\n全年水费收入312万元，增长4.1%。供水人口比为3∶5∶2\n全年换新水表1200块，投诉减少31件。\n"
    #expect(try read(text).joins.isEmpty)
  }

  @Test func paragraphsOfMarkdownStayAsTheyAre() throws {
    let text = "# 总结\n\n全镇把管网\n一段一段查过来，\n换新管道，\n居民满意。\n\n水压稳了\n\n\(two)\n"
    let report = try read(text, name: "t.md")
    #expect(report.blocks[1].text == "全镇把管网一段一段查过来，换新管道，居民满意。")
    #expect(report.joins.allSatisfy { $0.toLine <= 6 && !$0.needsCheck })
  }

  // MARK: Official papers

  @Test func aForwardedPlanHasItsOwnTitle() throws {
    let text = """
      荻港县人民政府办公室关于转发
      《渔浦水系整治方案》的通知
      荻政办发﹝2031﹞6号　　签发人：葛山
      各乡镇人民政府：
      《渔浦水系整治方案》已经县政府同意，现转发给你们，请认真执行。
      荻港县人民政府办公室
      2031年6月1日
      （此件公开发布）
      渔浦水系整治方案
      为加快水系整治，改善人居环境，制定本方案。
      一、总体要求
      到2033年，整治河道42公里，新增护岸18公里。
      """
    let found = try roles(text)
    #expect(found[2] == "docnum")
    #expect(found[5...8] == ["signature", "date", "note", "attachment-title"])
  }

  @Test func linesOfAnAttachmentAreNoTitlesOfThePage() throws {
    let text =
      "关于成立专班的通知\n\n各村：\n\n\(one)\n\n荻港镇人民政府\n2031年6月1日\n\n附件1\n\n管网改造工作\n专班成员名单\n\n组　长：方知夏　镇党委书记\n\n\(two)\n"
    let report = try read(text)
    #expect(report.headlines == ["关于成立专班的通知"])
    #expect(report.blocks(.psaLine).isEmpty)
    #expect(report.blocks(.attachmentTitle).count == 3)
  }

  @Test func aColonIntroducesATable() throws {
    let text = "情况通报\n\n\(one)\n\n各村进度见下表：\n村\t完成\t占比\n东村\t12\t40%\n西村\t18\n"
    let report = try read(text)
    #expect(report.tables.first?.title == "")
    #expect(report.tables.first?.rows.last == ["西村", "18", ""])
    #expect(report.blocks[2].role == .body)
  }

  // MARK: Furniture

  @Test func whatAWebPageLeavesIsLeftOut() throws {
    let text =
      "水管里的民心\n\n来源：荻港网\n2031-06-01 08:30\n浏览次数：412\n\n\(one)\n\n\(two)\n\n【打印】 【关闭】\n下一篇：渔浦菱角上市\n"
    let report = try read(text)
    #expect(report.leftOut.count == 5)
    #expect(report.forSetting().blocks.count == 3)
    #expect(report.lines.first { $0.number == 3 }?.role == .furniture)
  }

  @Test func aTitleMayBeBrokenByHand() throws {
    let block = ReportBlock(
      role: .headline, text: "千家万户\n水长流", range: SourceRange(file: "a", line: 1))
    let body = ReportBlock(role: .body, text: one, range: SourceRange(file: "a", line: 2))
    var report = Report(source: "a", blocks: [block, body])
    report.flags = [
      ProofFlag(
        kind: .sumMismatch, text: "", message: Wording("", ""), block: 1, range: body.range)
    ]
    let set = report.forSetting()
    #expect(set.headlines == ["千家万户", "水长流"])
    #expect(set.flags.map(\.block) == [2])
  }
}
