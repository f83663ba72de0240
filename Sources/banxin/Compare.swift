import ArgumentParser
import Comparison
import Diagnostics
import Exporting

/// `banxin compare`: what differs between two versions of a report or of pages.
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "比稿、比版：列出两稿或两版之间改动的字句、表格、图片和位置  Shows what differs between two versions.",
    discussion: """
      例 examples:
        banxin compare 初稿.docx 二稿.docx
        banxin compare old.md new.md -o 花脸稿.pdf     在新稿上标出改动  marked in the new version
        banxin compare 一版-初样.yaml 一版-清样.yaml -o 改动.pdf   版面计划  plans of pages
        banxin compare 初样.pdf 清样.pdf --json

      [-删去的字-]、{+加入的字+}；有差别时退出码为 3  [-taken out-], {+put in+}; exit code 3 where they differ.
      """)

  @Argument(help: "旧稿：.txt .md .docx .yaml，版面计划，或 .pdf  the earlier version")
  var old: String

  @Argument(help: "新稿  the later version")
  var new: String

  @Flag(help: "输出 JSON  print JSON")
  var json = false

  @Option(name: .shortAndLong, help: "在新稿或新版上标出改动，写成 PDF  write the new version, marked")
  var output: String?

  @Option(name: .shortAndLong, help: "标改动或改动清单所用版式  the layout of the marked version or the list")
  var layout = "bulletin-a4"

  @OptionGroup var common: CommonOptions

  func run() throws {
    var differs = false
    // The work has a process of its own, from which nothing comes back but its exit code.
    try common.perform(exitCode: { $0 == 0 && differs ? 3 : $0 }) {
      environment, problems throws(Rejection) in
      let job = ComparisonJob(old: old, new: new)
      let exporter = Exporter(
        home: try common.resources(in: environment), environment: environment)
      let found = try job.compare(with: exporter, into: &problems)
      differs = !found.isEmpty
      if let output {
        try job.write(found, layout: layout, output: output, with: exporter, into: &problems)
      }
      Terminal.result(json ? found.json : found.text(common.language))
    }
  }
}
