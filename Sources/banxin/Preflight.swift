import ArgumentParser
import Diagnostics
import Exporting

/// `banxin preflight`: would a plant take this file?
struct PreflightCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preflight",
    abstract: "印前检查：PDF 能否付印  Checks whether a plant would take a PDF file.",
    discussion: """
      例 examples:
        banxin preflight page.pdf
        banxin preflight advertisement.pdf --press coated --json
      """)

  @Argument(help: "PDF 文件；- 为标准输入  the PDF file, - for standard input")
  var file: String

  @Option(help: "印刷配置：newsprint coated office，或印厂的 .yaml  the press")
  var press = "newsprint"

  @Flag(help: "输出 JSON  print JSON")
  var json = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.perform { environment, problems throws(Rejection) in
      let home = try common.resources(in: environment)
      let outcome = try PreflightRun(file: file, press: press)
        .run(home: home, in: environment, into: &problems)
      if json {
        Terminal.result(outcome.json)
      } else {
        for line in outcome.lines { Terminal.result(line) }
      }
    }
  }
}
