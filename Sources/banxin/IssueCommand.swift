import ArgumentParser
import Diagnostics
import Exporting

/// `banxin issue`: all pages of an issue, with stories that go on from page to page.
struct IssueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "issue",
    abstract: "排一期报纸，稿件可转版  Sets the pages of an issue; stories may jump.",
    discussion: """
      计划文件 the plan:
        format: 1
        layout: newspaper-tabloid
        facts: { paper: 岗山报, date: 2022-12-30, issue: "52" }
        pages:
          - layout: newspaper-front
            facts: { section: 要闻 }
            articles:
              - { report: lead.txt, importance: 3, photos: lead/, continues: 4 }
              - { report: second.txt }
          - articles: [{ report: third.txt }]

      continues 给出可转到的版次；排得下就不转，转则两端自动注明“下转第N版”“上接第N版”。
      `continues` names the page a story may go on to; it jumps only where it does not fit.

      例 examples:
        banxin issue ISSUE.yaml --png
        banxin issue ISSUE.yaml --press newsprint --split
      """)

  @Argument(help: "计划文件  the plan")
  var plan: String

  @Option(name: .shortAndLong, help: "输出文件 .pdf .png .svg  the file to write")
  var output: String?

  @Flag(help: "另存 PNG  PNG files too")
  var png = false

  @Flag(help: "另存版面文字描述  the display list as text too")
  var dump = false

  @Option(help: "PNG 分辨率  resolution of PNG files")
  var dpi: Double = 150

  @Flag(help: "校样：行号、网格、提示，供签字  a proof for signing: line numbers, grid, findings")
  var proof = false

  @OptionGroup var press: PressFlags

  @OptionGroup var common: CommonOptions

  func validate() throws {
    try press.exclude(proof: proof)
    guard (10...2400).contains(dpi) else {
      throw ValidationError("--dpi 应在 10 到 2400 之间  --dpi must lie in 10…2400")
    }
  }

  func run() throws {
    let job = IssueExport(
      plan: plan, output: output, formats: (png ? [.png] : []) + (dump ? [.dump] : []), dpi: dpi,
      proof: proof, press: press.options)
    let shows = Terminal.showsProgress && !common.quiet
    try common.perform { environment, problems throws(Rejection) in
      let home = try common.resources(in: environment)
      let exporter = Exporter(home: home, environment: environment) { event in
        if shows { Terminal.progress(event) }
      }
      let result = try exporter.run(job, into: &problems)
      if shows { Terminal.endProgress() }
      for file in result.files { Terminal.result(file) }
    }
  }
}
