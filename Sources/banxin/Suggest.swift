import ArgumentParser
import Diagnostics
import Exporting

/// `banxin suggest`: charts that the numbers of a report could become.
struct Suggest: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "荐图：从指标和表格提出图表，并注明依据的原句  Proposes charts from a report's numbers.",
    discussion: """
      例 examples:
        banxin suggest report.md
        banxin suggest report.md --yaml            放入 report.yaml 的 figures  for `figures`
        banxin suggest report.md -o report.yaml    整份报告连同图表，删改后排版  the report with them
      """)

  @Argument(help: "报告：.txt .md .docx .yaml  the report")
  var report: String

  @Flag(help: "输出 YAML 片段  print YAML for a report file")
  var yaml = false

  @Option(name: .shortAndLong, help: "写成含图表的报告文件  write a report file with the charts")
  var output: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.perform { environment, problems throws(Rejection) in
      try common.takeWords(in: environment)
      let model = try Exporter.readReport(report, in: environment, into: &problems)
      let found = ChartSuggestions.of(model)
      if let output {
        let text = ReportTexts.yaml(of: ChartSuggestions.adding(found, to: model))
        try environment.write([try CorrectedText.file(text, at: output, in: environment)])
        Terminal.result(output)
      }
      if yaml {
        Terminal.result(ChartSuggestions.yaml(of: found))
      } else if output == nil {
        Terminal.result(ChartSuggestions.text(of: found))
      }
    }
  }
}
