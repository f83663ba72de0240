import Banxin
import Foundation
import Testing

/// What an application does, with the one import that it needs.
@Suite(.enabled(if: Package.hasFonts, "fonts/files is empty: run make bootstrap"))
struct WorkshopTests {

  private static let report = File(
    "report.md", text: "# 柳溪街道走访通报\n\n## 情况\n\n本周走访居民12户，收到意见3条，已办结2条。\n")

  private func workshop(layouts: String? = nil) throws -> Workshop {
    try Workshop(home: Package.root.path, layouts: layouts)
  }

  @Test func bytesBecomePages() throws {
    let workshop = try workshop()
    var job = ReportJob(Self.report, layout: "jianbao")
    job.options.formats = [.pdf, .svg]
    let product = try workshop.make(job)
    #expect(product.pages == 1)
    #expect(product.first("pdf")?.starts(with: "%PDF-".utf8) == true)
    #expect(product.files.contains { $0.name.hasSuffix(".svg") })
    // Warm or cold, the same bytes.
    #expect(try workshop.make(job).files == product.files)
  }

  @Test func aReadReportIsChangedAndSet() throws {
    let workshop = try workshop()
    var (report, _) = try workshop.read(Self.report)
    #expect(report.indicators.contains { $0.value == "12" && $0.unit == "户" })
    let place = try #require(report.blocks.firstIndex { $0.role == .headline })
    report.blocks[place].text = "河湾街道走访通报"
    var job = ReportJob(report, layout: "jianbao")
    job.options.formats = [.svg]
    let changed = try workshop.make(job)
    #expect(changed.pages == 1)
    #expect(try changed.files != workshop.make(ReportJob(Self.report, layout: "jianbao")).files)
  }

  @Test func chartsAreDrawnFromData() throws {
    let spec = """
      {"preset": "ranking", "data": {"url": "a.csv"}, "x": "村", "y": "户数", "title": "户数"}
      """
    let job = ChartJob(
      File("a.vl.json", text: spec), data: [File("a.csv", text: "村,户数\n甲,3\n乙,5\n")],
      formats: [.svg])
    let product = try workshop().make(job)
    #expect(product.files.map(\.name) == ["charts/a.svg"])
  }

  @Test func chartsAreBuiltInSwift() throws {
    struct Village { var name: String, households: Int }
    let villages = [Village(name: "甲村", households: 3), Village(name: "乙村", households: 5)]
    let chart = Chart(villages) {
      BarMark(x: .value("村", \Village.name), y: .value("户数", \Village.households))
    }.chartTitle("走访户数")
    let workshop = try workshop()
    let file = File("a.vl.json", chart: chart)
    let product = try workshop.make(ChartJob(file, formats: [.svg]))
    #expect(product.files.map(\.name) == ["charts/a.svg"])
    // A report takes it as its picture.
    let report = File("r.md", text: "# 通报\n\n本周走访居民12户。\n\n![走访户数](a.vl.json)\n")
    let page = try workshop.make(ReportJob(report, layout: "jianbao", besides: [file]))
    #expect(page.pages == 1 && !page.findings.contains { $0.severity == "error" })
  }

  @Test func plansBulletinsAndSlipsAreJobsToo() throws {
    let workshop = try workshop()
    let table = File("a.csv", text: "编号,受理时间,类别,状态\n1,2031-05-06,路灯,已办结\n2,2031-05-07,供水,办理中\n")
    let bulletin = try workshop.make(BulletinJob(.monthly, of: table, period: "2031-05"))
    #expect(bulletin.first("yaml") != nil && bulletin.first("pdf") != nil)
    let template = File("t.md", text: "# 交办单\n\n编号：{{编号}}，类别：{{类别}}。\n")
    let slips = try workshop.make(MergeJob(table, layout: "bulletin-a4", template: template))
    #expect(slips.files.count == 2 && slips.pages == 2)
    let plan = File(
      "p.yaml",
      text: "format: 1\nlayout: newspaper-tabloid\narticles: [{ report: report.md }]\n")
    let page = try workshop.make(PlanJob(.page, plan: plan, besides: [Self.report]))
    // So short a report leaves most of a newspaper page blank, which is said.
    #expect(page.pages == 1 && page.findings.contains { $0.code == "page.not-filled" })
  }

  @Test func layoutsOfOnesOwnAreFoundFirst() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let own = folder.appendingPathComponent("mine")
    try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
    try "format: 1\ntitle: 我的简报\nlike: jianbao\n".write(
      to: own.appendingPathComponent("layout.yaml"), atomically: true, encoding: .utf8)
    let workshop = try workshop(layouts: folder.path)
    #expect(try workshop.layouts().contains("mine"))
    #expect(try workshop.make(ReportJob(Self.report, layout: "mine")).pages == 1)
  }

  @Test func failuresSayWhere() throws {
    let plan = File("p.yaml", text: "format: 1\nlayout: newspaper-tabloid\narticels: []\n")
    let failure = try #require(throws: Failure.self) {
      try workshop().make(PlanJob(.page, plan: plan, besides: []))
    }
    #expect(failure.description.contains("p.yaml:3:1"))
    #expect(failure.findings.contains { $0.place == "p.yaml:3:1" && $0.code == "spec.unknown-key" })
    // Nothing outside the job is read.
    #expect(throws: Failure.self) {
      try workshop().make(ReportJob(File("a.md", text: "![x](/etc/hostname)\n"), layout: "none"))
    }
  }

  @Test func jobsAreWatchedAndCancelled() async throws {
    let workshop = try workshop()
    let cancellation = Cancellation()
    let failure = try #require(throws: Failure.self) {
      try workshop.make(ReportJob(Self.report, layout: "jianbao"), cancellation: cancellation) {
        if $0 == .composing { cancellation.cancel() }
      }
    }
    #expect(failure.isCancelled)
    let seen = Seen()
    let product = try await workshop.product(of: ReportJob(Self.report, layout: "jianbao")) {
      seen.note($0)
    }
    #expect(product.pages == 1 && seen.all.contains(.writing))
  }
}

/// What was seen of a job's progress.
private final class Seen: @unchecked Sendable {
  private let lock = NSLock()
  private var list: [JobProgress] = []
  var all: [JobProgress] { lock.withLock { list } }
  func note(_ progress: JobProgress) { lock.withLock { list.append(progress) } }
}

/// The folder of the package, and whether its faces are prepared.
private enum Package {
  static let root: URL = {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    return folder
  }()
  static let hasFonts = FileManager.default.fileExists(
    atPath: root.appendingPathComponent("fonts/files/song-regular.otf").path)
}
