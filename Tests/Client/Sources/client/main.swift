// client HOME: does what an application does with Banxin, in memory; ends with 0 where all of it
// went well. HOME is the folder with layouts/ and fonts/.
import Banxin
import Foundation

let home = CommandLine.arguments.dropFirst().first ?? "."
let report = File(
  "通报.md", text: "# 柳溪街道走访通报\n\n## 情况\n\n本周走访居民12户，收到意见3条，已办结2条。\n")
let checks = Checks()

try checks.that("report bytes become PDF bytes") {
  let workshop = try Workshop(home: home)
  let job = ReportJob(report, layout: "jianbao")
  let product = try workshop.make(job)
  let pdf = product.first("pdf") ?? []
  return product.pages == 1 && pdf.starts(with: "%PDF-".utf8)
}

try checks.that("a report with another headline becomes another page") {
  let workshop = try Workshop(home: home)
  var (value, _) = try workshop.read(report)
  let place = value.blocks.firstIndex { $0.role == .headline }
  if let place { value.blocks[place].text = "河湾街道走访通报" }
  let changed = try workshop.make(ReportJob(value, layout: "jianbao"))
  let original = try workshop.make(ReportJob(report, layout: "jianbao"))
  return place != nil && changed.first("pdf") != original.first("pdf")
}

try checks.that("the numbers of a report are listed") {
  let (value, _) = try Workshop(home: home).read(report)
  for indicator in value.indicators {
    print("  \(indicator.subject) \(indicator.value)\(indicator.unit)")
  }
  return value.indicators.contains { $0.value == "12" && $0.unit == "户" }
}

struct Village {
  var name: String
  var households: Int
}

try checks.that("a chart is built in Swift") {
  let villages = [Village(name: "大槐村", households: 412), Village(name: "柳西村", households: 388)]
  let chart = Chart(villages) {
    BarMark(x: .value("村", \Village.name), y: .value("户数", \Village.households))
  }
  .chartTitle("改厕户数", subtitle: "户")
  let job = ChartJob(File("户数.vl.json", chart: chart), formats: [.svg])
  let product = try Workshop(home: home).make(job)
  return product.first("svg") != nil && !product.findings.contains { $0.severity == "error" }
}

try checks.that("a layout of one's own is found") {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  defer { try? FileManager.default.removeItem(at: folder) }
  let own = folder.appendingPathComponent("柳溪简报")
  try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
  let text = "format: 1\ntitle: { en: Liuxi, zh: 柳溪简报 }\nlike: jianbao\n"
  try text.write(to: own.appendingPathComponent("layout.yaml"), atomically: true, encoding: .utf8)
  let workshop = try Workshop(home: home, layouts: folder.path)
  let product = try workshop.make(ReportJob(report, layout: "柳溪简报"))
  return try workshop.layouts().contains("柳溪简报") && product.pages == 1
}

try checks.that("an error says where and what to do") {
  let plan = File("版.yaml", text: "format: 1\nlayout: newspaper-tabloid\narticels: []\n")
  do throws(Failure) {
    _ = try Workshop(home: home).make(PlanJob(.page, plan: plan, besides: []))
    return false
  } catch {
    print(error)
    return error.findings.contains { $0.place == "版.yaml:3:1" }
  }
}

try checks.that("a job is watched and cancelled") {
  let workshop = try Workshop(home: home)
  let cancellation = Cancellation()
  do throws(Failure) {
    _ = try workshop.make(ReportJob(report, layout: "jianbao"), cancellation: cancellation) {
      progress in
      if progress == .composing { cancellation.cancel() }
    }
    return false
  } catch { return error.isCancelled }
}

do {
  let workshop = try Workshop(home: home)
  let product = try await workshop.product(of: ReportJob(report, layout: "jianbao"))
  try checks.that("a task awaits a job") { product.pages == 1 }
}

try checks.that("one list holds jobs of all kinds") {
  let table = File("台账.csv", text: "编号,受理时间,类别,状态\n1,2031-05-06,路灯,已办结\n2,2031-05-07,供水,办理中\n")
  let slip = File("单.md", text: "# 交办单\n\n编号：{{编号}}，类别：{{类别}}。\n")
  let jobs: [any Job] = [
    ReportJob(report, layout: "jianbao"),
    BulletinJob(.monthly, of: table, period: "2031-05"),
    MergeJob(table, layout: "bulletin-a4", template: slip),
  ]
  let workshop = try Workshop(home: home)
  return try jobs.allSatisfy { try workshop.make($0).pages > 0 }
}

exit(checks.failed == 0 ? 0 : 1)

/// Prints what holds and counts what does not.
final class Checks {
  private(set) var failed = 0

  func that(_ what: String, _ holds: () throws -> Bool) throws {
    let good = try holds()
    if !good { failed += 1 }
    print(good ? "ok    \(what)" : "FAILED  \(what)")
  }
}
