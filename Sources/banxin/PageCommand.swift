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

  @OptionGroup var plan: PlanOptions

  @Option(help: "另排几个样子供挑选，1…9  how many arrangements to make, 1…9")
  var variants = 1

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard (1...9).contains(variants) else {
      throw ValidationError("--variants 应在 1 到 9 之间  --variants must lie in 1…9")
    }
  }

  func run() throws {
    try plan.perform(common, variants: variants) { exporter, job, problems throws(Rejection) in
      try exporter.run(job, into: &problems)
    }
  }
}
