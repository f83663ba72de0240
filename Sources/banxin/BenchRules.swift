import ArgumentParser
import Diagnostics
import Exporting

/// `banxin bench rules`: the pictures of the documentation page on composition.
struct BenchRules: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "画出每条排字规则的对照图  Draws each rule of composition, wrong beside right.",
    discussion: """
      例 example: banxin bench rules -o output/rules
      图片放入 Sources/Exporting/Exporting.docc/Resources，页面放入上一级。
      The pictures go into Resources of the documentation, the page into the folder above it.
      """)

  @Option(name: .shortAndLong, help: "输出文件夹  the folder to write to")
  var output: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.perform(.none) { environment, _ throws(Rejection) in
      let bench = RuleBench(home: try common.resources(in: environment), environment: environment)
      for path in try bench.write(to: output) { Terminal.result(path) }
    }
  }
}
