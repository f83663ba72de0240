import Diagnostics
import Geometry
import ReportModel
import Testing

@testable import Exporting

/// What a person changes in a report.
@Suite struct DeskEditTests {
  private static let line = SourceRange(file: "a.txt", line: 3)

  private func report(_ text: String, role: ReportRole = .body) -> Report {
    Report(
      source: "a.txt",
      blocks: [
        ReportBlock(role: .headline, text: "标题", confidence: 0.5, range: Self.line),
        ReportBlock(role: role, text: text, lines: [3], range: Self.line),
      ])
  }

  @Test func wordsAreChangedAndTheOldOnesKept() throws {
    var report = report("经济稳中有进。全年收入增长。")
    report.blocks[1].runInLead = 7
    report.blocks[1].marks = [TextMark(7..<9, .strong), TextMark(0..<2, .strong)]
    try report.apply(.text(block: 1, text: "经济稳中有进。今年全年收入增长。"))
    #expect(report.blocks[1].original == "经济稳中有进。全年收入增长。")
    #expect(report.blocks[1].runInLeadText == "经济稳中有进。")
    #expect(report.blocks[1].marks.map(\.range) == [9..<11, 0..<2])
    #expect(report.blocks[1].isConfirmed)
    try report.apply(.text(block: 1, text: "经济稳中有进。全年收入增长。"))
    #expect(report.blocks[1].original == nil)
  }

  @Test func marksInsideTheChangeGo() throws {
    var report = report("甲乙丙丁")
    report.blocks[1].marks = [TextMark(1..<3, .strong)]
    try report.apply(.text(block: 1, text: "甲乙戊丁"))
    #expect(report.blocks[1].marks.isEmpty)
  }

  @Test func aParagraphIsPartedAndJoined() throws {
    var report = report("第一句。第二句。")
    try report.apply(.split(block: 1, offset: 4))
    #expect(report.blocks.map(\.text) == ["标题", "第一句。", "第二句。"])
    try report.apply(.join(block: 2))
    #expect(report.blocks.map(\.text) == ["标题", "第一句。第二句。"])
  }

  @Test func aChangedNumberIsReadAnewAndThePanelGoesOn() throws {
    var unheard = Problems()
    let text = "年度工作总结\n\n今年全县粮食总产量12万吨，财政收入34亿元，新建学校5所。\n"
    var report = try ReportForDesk.read(text, into: &unheard)
    let places = report.indicators.indices
    try #require(places.count >= 2)
    let kept = report.indicators[1].raw
    report.panel = .chosen([2])
    let block = report.indicators[0].block
    let changed = report.blocks[block].text.replacingOccurrences(of: "12万吨", with: "13万吨")
    try report.apply(.text(block: block, text: changed))
    #expect(report.indicators.contains { $0.value + $0.unit == "13万吨" })
    #expect(!report.indicators.contains { $0.value + $0.unit == "12万吨" })
    guard case .chosen(let numbers) = report.panel else {
      Issue.record("the panel's choice is gone")
      return
    }
    #expect(report.indicators[numbers[0] - 1].raw == kept)
  }

  @Test func factsAreThoseOfThePage() throws {
    var report = report("正文。")
    try report.apply(.fact(key: "section", value: "要闻"))
    #expect(report.metadata("section") == "要闻")
    try report.apply(.fact(key: "section", value: ""))
    #expect(report.metadata("section") == nil)
    #expect(throws: Rejection.self) { try report.apply(.fact(key: "grid.lines", value: "3")) }
    #expect(throws: Rejection.self) { try report.apply(.fact(key: "page", value: "a\nb")) }
  }

  @Test func picturesOfCaptions() throws {
    var report = report("鸿景社区", role: .caption)
    try report.apply(.focus(block: 1, point: "30x60"))
    #expect(report.figures.first?.focus?.description == "30x60")
    try report.apply(.picture(block: 1, path: "图片/a.jpg"))
    #expect(report.figures.map(\.path) == ["图片/a.jpg"])
    #expect(throws: Rejection.self) { try report.apply(.focus(block: 1, point: "130x60")) }
    #expect(throws: Rejection.self) { try report.apply(.picture(block: 0, path: "a.jpg")) }
  }

  @Test(arguments: [
    DeskEdit.role(block: 9, role: "body"), .role(block: 1, role: "nonsense"),
    .role(block: 1, role: "table-row"), .text(block: -1, text: "a"), .text(block: 1, text: ""),
    .text(block: 1, text: "a\u{7}"), .seam(block: 1, line: 4, keeps: true), .join(block: 7),
    .panel(choice: "maybe"),
  ])
  func whatSpeaksOfNothingIsRefused(_ edit: DeskEdit) {
    var report = report("正文。")
    let before = report
    #expect(throws: Rejection.self) { try report.apply(edit) }
    #expect(report == before)
  }

  /// What a person did is in the file, and the file gives it back.
  @Test func theFileHoldsEverything() throws {
    var report = report("鸿景社区", role: .caption)
    try report.apply(.text(block: 1, text: "鸿景社区服务中心"))
    try report.apply(.focus(block: 1, point: "30x60"))
    try report.apply(.fact(key: "layout", value: "bulletin-a4"))
    var problems = Problems()
    let text = ReportTexts.yaml(of: report)
    let again = try ReportForDesk.read(text, name: "a.txt.yaml", into: &problems)
    #expect(again.blocks == report.blocks)
    #expect(again.figures == report.figures)
    #expect(again.metadata("layout") == "bulletin-a4")
    #expect(problems.diagnostics.isEmpty)
  }

  /// Lines that were taken for a web page's own are told; those that a person leaves out are known.
  @Test func whatAPersonLeavesOutIsNotTold() throws {
    var report = self.report("打印本页", role: .furniture)
    #expect(ReportFindings.findings(of: report).contains { $0.code == "report.furniture" })
    try report.apply(.role(block: 1, role: "furniture"))
    #expect(!ReportFindings.findings(of: report).contains { $0.code == "report.furniture" })
  }
}

/// Reads a text as the desk does.
enum ReportForDesk {
  struct One: ExportEnvironment {
    var bytes: [UInt8]
    func read(_ path: String, limit: Int) throws(Rejection) -> [UInt8] { bytes }
    func names(in folder: String) throws(Rejection) -> [String] { [] }
    func kind(of path: String) -> FileKind { .file }
    func write(_ files: [OutputFile]) throws(Rejection) {}
  }

  static func read(
    _ text: String, name: String = "a.txt", into problems: inout Problems
  ) throws(Rejection) -> Report {
    try Exporter.readReport(name, in: One(bytes: Array(text.utf8)), into: &problems)
  }
}

extension String {
  fileprivate func replacingOccurrences(of one: String, with other: String) -> String {
    replacing(one, with: other)
  }
}
