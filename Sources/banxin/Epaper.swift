import ArgumentParser
import Diagnostics
import Exporting

/// `banxin epaper`: an issue as a folder of web pages.
struct Epaper: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "数字报：把一期报纸写成网页，版面图上可点开每篇稿件  Writes an issue as web pages.",
    discussion: """
      例 examples:
        banxin epaper ISSUE.yaml -o site/      打开 site/index.html  open site/index.html

      文件夹可直接用浏览器打开，也可放到任何网站；issue.json 和 issue.xml 供其他系统取用。
      The folder opens in a browser as it is; issue.json and issue.xml are for other systems.
      """)

  @Argument(help: "期计划  the plan of the issue")
  var plan: String

  @Option(name: .shortAndLong, help: "网页所在文件夹  the folder to write")
  var output: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.perform { environment, problems throws(Rejection) in
      let home = try common.resources(in: environment)
      let shows = Terminal.showsProgress && !common.quiet
      let exporter = Exporter(home: home, environment: environment) { event in
        if shows { Terminal.progress(event) }
      }
      let result = try exporter.epaper(PlanExport(plan: plan), to: output, into: &problems)
      if shows { Terminal.endProgress() }
      if let first = result.files.first { Terminal.result(first) }
    }
  }
}
