import ArgumentParser
import Diagnostics
import Exporting

/// `banxin page`: several articles on one page.
struct PageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "page",
    abstract: "把几篇稿件排成一个版  Sets several articles on one page.",
    discussion: """
      计划文件 the plan:
        format: 1
        layout: newspaper-tabloid
        facts: { section: 要闻, page: "02" }
        articles:
          - { report: lead.txt, importance: 3, photos: lead/ }
          - { report: second.txt }
          - { report: third.txt, pin: { columns: 5-6, lines: 1-40 } }
        fixed:
          - { image: ad.png, columns: 1-6, lines: 73-86, label: 广告 }

      例 example: banxin page PLAN.yaml --png
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
    let job = PlanExport(
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
