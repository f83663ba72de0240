import ArgumentParser
import Diagnostics
import Exporting

/// `banxin bench speed`: characters a second, and optimal against first-fit breaking.
struct BenchSpeed: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "speed",
    abstract: "测试排字速度和断行质量  Measures the speed and evenness of composition.",
    discussion: "例 example: banxin bench speed Tests/Fixtures/reports   (release build)")

  @Argument(help: "报告文件夹  a folder of reports")
  var reports: String

  @Option(help: "每种行长测几遍，取最快  rounds for each measure; the fastest counts")
  var rounds = 5

  @Option(name: .shortAndLong, help: "版式名  the layout")
  var layout = "newspaper-tabloid"

  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.perform { environment, _ throws(Rejection) in
      let bench = SpeedBench(home: try common.resources(in: environment), environment: environment)
      for line in try bench.run(reports: reports, layout: layout, rounds: rounds) {
        Terminal.result(line)
      }
    }
  }
}
