import ArgumentParser
import Diagnostics
import Exporting

/// `banxin bench roles`: the features of lines, for the trainer of the second reader.
struct BenchRoles: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roles",
    abstract: "列出各行特征，供训练  Prints the features of lines for the trainer.",
    discussion: "例 example: banxin bench roles report.txt other.md")

  @Argument(help: "报告  reports")
  var reports: [String]

  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.perform(.none) { environment, _ throws(Rejection) in
      for report in reports {
        Terminal.result(try RoleBench.features(of: report, in: environment))
      }
    }
  }
}
