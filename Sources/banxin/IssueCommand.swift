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

  @OptionGroup var plan: PlanOptions

  @OptionGroup var common: CommonOptions

  func run() throws {
    try plan.perform(common) { exporter, job, problems throws(Rejection) in
      try exporter.run(issue: job, into: &problems)
    }
  }
}
