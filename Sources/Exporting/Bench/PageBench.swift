public import Diagnostics
import LayoutSpecs
import PageMakeup
import PangoShaping
import ReportModel
import ReportReading

/// Fills many random pages and counts how: the measure of the page search.
public struct PageBench {
  private let home: ResourceHome
  private let environment: any ExportEnvironment

  /// Makes a bench over a resources folder.
  public init(home: ResourceHome, environment: any ExportEnvironment) {
    self.home = home
    self.environment = environment
  }

  /// How one page came out.
  public enum Outcome: String, Sendable, CaseIterable {
    case exact
    case exactWithFiller = "exact with a filler"
    case level = "feet within two lines"
    case shorter = "ends level, higher up"
    case further = "needs a further page"
    case overset
  }

  /// Results of one kind of pages.
  public struct Tally: Sendable {
    /// Pages by outcome.
    public var outcomes: [Outcome: Int] = [:]
    /// Seconds of each page, rising.
    public var seconds: [Double] = []
    /// Prices of the exact pages, rising.
    public var costs: [Double] = []
    /// A line on each page: articles, outcome, milliseconds, areas.
    public var details: [String] = []
    /// Hard rules that pages break, by an audit of what was placed.
    public var violations: [String] = []

    /// A value at a share of a rising list.
    public static func at(_ share: Double, of list: [Double]) -> Double {
      list.isEmpty ? 0 : list[min(list.count - 1, Int(share * Double(list.count)))]
    }
  }

  /// Fills pages of one article and pages of several, from the reports of a folder.
  public func run(
    reports folder: String, seed: UInt64, single: Int, multiple: Int, layout name: String
  ) throws(Rejection) -> (single: Tally, multiple: Tally) {
    var problems = Problems()
    let layout = try home.layout(name, into: &problems)
    var reports: [Report] = []
    for file in try environment.names(in: folder).sorted()
    where file.hasSuffix(".txt") || file.hasSuffix(".md") && file != "README.md" {
      reports.append(
        try Exporter.readReport("\(folder)/\(file)", in: environment, into: &problems))
    }
    let shaper = try home.shaper()
    let makeup = Makeup(shaper: shaper)
    var generator = PageGenerator(stock: PageGenerator.Stock(reports), seed: seed)
    var ones = Tally()
    for _ in 0..<single {
      try fillOne(try generator.single(layout: layout), &generator, makeup, &ones)
    }
    var many = Tally()
    for _ in 0..<multiple { try fillMany(generator.multiple(layout: layout), makeup, &many) }
    for keyPath in [\Tally.seconds, \Tally.costs] {
      ones[keyPath: keyPath].sort()
      many[keyPath: keyPath].sort()
    }
    return (ones, many)
  }

  private func fillOne(
    _ job: MakeupJob, _ generator: inout PageGenerator, _ makeup: Makeup, _ tally: inout Tally
  ) throws(Rejection) {
    var job = job
    var problems = Problems()
    // A page that suits the article: its natural height, three lines more or less.
    let natural = try makeup.naturalLines(of: job)
    let lines = max(30, min(170, natural + generator.below(7) - 3))
    job.layout = try home.layout(
      job.layout.name, settings: [("grid.lines", String(lines))], into: &problems)
    let clock = ContinuousClock()
    let start = clock.now
    var made: MadeUp?
    made = try makeup.make(job, into: &problems)
    tally.seconds.append(Self.seconds(clock.now - start))
    guard let fit = made?.fit else {
      tally.outcomes[.further, default: 0] += 1
      return
    }
    tally.violations += fit.violations
    let isShort = problems.diagnostics.contains { $0.code == "page.not-filled" }
    let outcome: Outcome =
      isShort
      ? .shorter
      : !fit.isExact ? .level : fit.skeleton.contains("filler") ? .exactWithFiller : .exact
    tally.outcomes[outcome, default: 0] += 1
    if fit.isExact { tally.costs.append(fit.cost) }
  }

  private func fillMany(
    _ job: PlanJob, _ makeup: Makeup, _ tally: inout Tally
  ) throws(Rejection) {
    var problems = Problems()
    let clock = ContinuousClock()
    let start = clock.now
    let made = try makeup.make(job, into: &problems)
    tally.seconds.append(Self.seconds(clock.now - start))
    guard let plan = made.plans.first else { return }
    tally.violations += plan.placed.flatMap { $0.fit?.violations ?? [] }
    let isOverset = plan.placed.contains { $0.oversetRows > 0 }
    let outcome: Outcome =
      isOverset ? .overset : !plan.isExact ? .level : plan.hasFiller ? .exactWithFiller : .exact
    tally.outcomes[outcome, default: 0] += 1
    let over = plan.placed.reduce(0) { $0 + $1.oversetRows }
    let time = Int((tally.seconds.last ?? 0) * 1000)
    tally.details.append(
      "\(job.stories.count) articles\t\(outcome.rawValue)\t\(time) ms\toverset \(over)"
        + "\tleast area \(try makeup.leastArea(of: job))")
    if plan.isExact { tally.costs.append(plan.cost) }
  }

  private static func seconds(_ duration: Duration) -> Double {
    let (seconds, attoseconds) = duration.components
    return Double(seconds) + Double(attoseconds) * 1e-18
  }
}
