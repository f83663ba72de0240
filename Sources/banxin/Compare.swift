import ArgumentParser
import Comparison
import Diagnostics
import Exporting

/// `banxin compare`: what differs between two versions of a report.
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "比稿：列出两稿之间改动的字句、表格和图片  Shows what differs between two versions.",
    discussion: """
      例 examples:
        banxin compare 初稿.docx 二稿.docx
        banxin compare old.md new.md -o 花脸稿.pdf     在新稿上标出改动  marked in the new version
        banxin compare old.yaml new.yaml --json

      [-删去的字-]、{+加入的字+}；有差别时退出码为 3  [-taken out-], {+put in+}; exit code 3 where they differ.
      """)

  @Argument(help: "旧稿：.txt .md .docx .yaml  the earlier version")
  var old: String

  @Argument(help: "新稿  the later version")
  var new: String

  @Flag(help: "输出 JSON  print JSON")
  var json = false

  @Option(name: .shortAndLong, help: "在新稿上标出改动，写成 PDF  write the new version, marked")
  var output: String?

  @Option(name: .shortAndLong, help: "标改动所用版式  the layout of the marked version")
  var layout = "bulletin-a4"

  @OptionGroup var common: CommonOptions

  func run() throws {
    var differs = false
    try common.perform { environment, problems throws(Rejection) in
      let job = ComparisonJob(old: old, new: new)
      let found = try job.compare(in: environment, into: &problems)
      differs = !found.isEmpty
      if let output {
        let exporter = Exporter(
          home: try common.resources(in: environment), environment: environment)
        try job.write(found, layout: layout, output: output, with: exporter, into: &problems)
      }
      Terminal.result(json ? found.json : found.text(common.language))
    }
    if differs { throw ExitCode(3) }
  }
}
