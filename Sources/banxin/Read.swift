import ArgumentParser
import Diagnostics
import Exporting

/// `banxin read`: what was understood of a report.
struct Read: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "读稿：显示识别出的结构、指标和疑点  Shows what was understood of a report.",
    discussion: """
      例 examples:
        banxin read report.txt
        banxin read report.txt -o report.yaml   改过之后再排 correct it, then render it
        banxin read report.txt --json
        cat report.txt | banxin read - -o - > report.yaml
        banxin read report.txt --confirm        逐条确认，写成 report.txt.yaml  settle each doubt
      """)

  @Argument(help: "报告：.txt .md .docx .yaml；- 为标准输入  the report, - for standard input")
  var report: String

  @Flag(help: "输出 JSON  print JSON")
  var json = false

  @Option(name: .shortAndLong, help: "写成可修改的 YAML  write the model as YAML for an editor")
  var output: String?

  @Flag(help: "逐条询问拿不准的地方，写出 YAML  ask about each doubt and write the YAML file")
  var confirm = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if confirm, report == PipedFiles.name {
      throw ValidationError("--confirm 要读答案，报告不能也来自标准输入  --confirm reads its answers there")
    }
    if json, output == PipedFiles.name {
      throw ValidationError("--json 和 -o - 都写到标准输出  --json and -o - both go there")
    }
  }

  func run() throws {
    try common.perform { environment, problems throws(Rejection) in
      try common.takeWords(in: environment)
      var model = try Exporter.readReport(report, in: environment, into: &problems)
      if confirm { model = Confirmation.settled(model) }
      let yaml = "\(report.hasSuffix(".yaml") ? String(report.dropLast(5)) : report).yaml"
      if let output = output ?? (confirm ? yaml : nil) {
        let text = ReportTexts.yaml(of: model)
        // Who settles the doubts of a report file means it to be the one that is written.
        let file =
          confirm && output == report
          ? OutputFile(path: output, bytes: Array(text.utf8), replacesInput: true)
          : try CorrectedText.file(text, at: output, in: environment)
        try environment.write([file])
        Terminal.results([output])
      }
      if json {
        Terminal.result(ReportTexts.json(of: model))
      } else if output == nil, !confirm {
        Terminal.result(ReportTexts.summary(of: model))
      }
    }
  }
}
