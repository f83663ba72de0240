import ArgumentParser
import Diagnostics
import Exporting

/// `banxin bench`: measures of the engine; `bench REPORTS` still means `bench pages REPORTS`.
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "测试  Measures the engine.", shouldDisplay: false,
    subcommands: [
      BenchPages.self, BenchLines.self, BenchRoles.self, BenchSpeed.self, BenchRules.self,
      BenchPress.self,
    ],
    defaultSubcommand: BenchPages.self)
}

/// `banxin bench pages`: how well and how fast random pages are filled.
struct BenchPages: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pages",
    abstract: "用随机版面测试排满率和用时  Fills random pages and counts how.",
    discussion:
      "例 example: banxin bench pages Tests/Fixtures/reports --seed 1 --single 200 --multiple 200")

  @Argument(help: "取文的报告文件夹  a folder of reports to draw from")
  var reports: String

  @Option(help: "随机种子  the seed")
  var seed: UInt64 = 1

  @Option(help: "单篇版面数  pages of one article")
  var single = 200

  @Option(help: "多篇版面数  pages of two to seven articles")
  var multiple = 200

  @Option(name: .shortAndLong, help: "版式名  the layout")
  var layout = "newspaper-tabloid"

  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.perform(.none) { environment, _ throws(Rejection) in
      let bench = PageBench(home: try common.resources(in: environment), environment: environment)
      let (ones, many) = try bench.run(
        reports: reports, seed: seed, single: single, multiple: multiple, layout: layout)
      show("单篇 one article", ones)
      show("多篇 several articles", many)
    }
  }

  private func show(_ title: String, _ tally: PageBench.Tally) {
    Terminal.result(title)
    if common.verbose { for line in tally.details { Terminal.result("  \(line)") } }
    for outcome in PageBench.Outcome.allCases {
      guard let count = tally.outcomes[outcome] else { continue }
      Terminal.result("  \(count)\t\(outcome.rawValue)")
    }
    Terminal.result("  违反硬规则 hard rules broken  \(tally.violations.count)")
    for line in tally.violations.prefix(10) { Terminal.result("    \(line)") }
    let seconds = [0.5, 0.9, 0.99, 1].map { PageBench.Tally.at($0, of: tally.seconds) }
    let words = seconds.map { "\(Int(($0 * 1000).rounded())) ms" }.joined(separator: "  ")
    Terminal.result("  用时 time 50/90/99/100 %  \(words)")
    let costs = [0.5, 0.9, 1].map { PageBench.Tally.at($0, of: tally.costs) }
    let prices = costs.map { "\(Int($0.rounded()))" }.joined(separator: "  ")
    Terminal.result("  代价 cost 50/90/100 %  \(prices)")
  }
}
