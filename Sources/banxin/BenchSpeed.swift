import ArgumentParser
import Diagnostics
import Exporting

/// `banxin bench speed`: characters a second, or bytes a character.
struct BenchSpeed: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "speed",
    abstract: "测试排字速度和内存  Measures the speed and memory of composition.",
    discussion: """
      例 examples (release build):
        banxin bench speed Tests/Fixtures/reports
        banxin bench speed Tests/Fixtures/reports --memory
        banxin bench speed Tests/Fixtures/reports --memory --one-paragraph
      """)

  @Argument(help: "报告文件夹  a folder of reports")
  var reports: String

  @Option(help: "每种行长测几遍，取最快  rounds for each measure; the fastest counts")
  var rounds = 5

  @Flag(help: "改测内存：每字字节数  measure bytes a character instead")
  var memory = false

  @Flag(help: "测内存时把文字合为一段  with --memory, each text as a single paragraph")
  var oneParagraph = false

  @Option(name: .shortAndLong, help: "版式名  the layout")
  var layout = "newspaper-tabloid"

  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.perform(.none) { environment, _ throws(Rejection) in
      let bench = SpeedBench(home: try common.resources(in: environment), environment: environment)
      guard memory else {
        for line in try bench.run(reports: reports, layout: layout, rounds: rounds) {
          Terminal.result(line)
        }
        return
      }
      // One kind a run: what one has given back would hide what the other takes.
      for line in try bench.memory(reports: reports, layout: layout, ofOne: oneParagraph) {
        Terminal.result(line)
      }
    }
  }
}
