public import Diagnostics
import DisplayList
import LayoutSpecs
import PageMakeup
import PangoShaping
import Typesetting

extension Exporter {
  /// Sets an issue into one file of all its pages.
  public func run(
    issue job: PlanExport, into problems: inout Problems
  ) throws(Rejection) -> ExportResult {
    try target(for: job).checkEnding()
    let isHandoff = try isHandoff(target(for: job), isProof: job.proof)
    let set = try set(issue: job, into: &problems)
    if isHandoff {
      return try hand(
        on: set.made, layouts: set.pages.map(\.plan.layout),
        reports: set.pages.flatMap { $0.plan.stories.map(\.report) }, target: target(for: job),
        files: JobFiles(home: home.path, pictures: set.material.pictures), stock: set.stock,
        into: &problems)
    }
    let layouts = Set(set.pages.map(\.plan.layout.name)).sorted().joined(separator: ", ")
    return try write(
      set.made, target: target(for: job), input: job.plan,
      files: JobFiles(home: home.path, pictures: set.material.pictures), inputs: set.material.all,
      layout: layouts, stock: set.stock, problems: &problems)
  }

  /// Sets the pages of an issue without writing anything, with what earlier jobs have opened.
  func set(
    issue job: PlanExport, with stock: ExportStock? = nil, into problems: inout Problems
  ) throws(Rejection) -> SetIssue {
    onEvent(.reading)
    let (bytes, text) = try read(plan: job.plan, into: &problems)
    let issue = try IssuePlanReader.read(text, file: job.plan)
    if issue.pages.count % 4 != 0 {
      problems.report(FileProblems.oddSheets(pages: issue.pages.count))
    }
    let base = AtomicFile.folder(of: job.plan)
    var material = PlanMaterial(
      inputs: [(name: Paths.name(job.plan), bytes: bytes)], leavesEmojiOut: job.leavesEmojiOut,
      settings: job.settings)
    var pages: [IssueJob.Page] = []
    for page in issue.pages {
      pages.append(
        IssueJob.Page(
          number: page.number,
          plan: try load(
            page.plan, base: base, prefix: "\(page.number)/", isProof: job.proof,
            into: &material, problems: &problems)))
    }
    onEvent(.composing)
    let stock = stock ?? ExportStock(home: home)
    let shaper = try stock.shaper()
    var patterns: HyphenationPatterns?
    for page in pages where patterns == nil {
      patterns = try home.hyphenation(for: page.plan.layout, into: &problems)
    }
    var reported: Set<String> = []
    for page in pages where reported.insert(page.plan.layout.name).inserted {
      try FontSubstitutes(home: home, environment: environment)
        .report(for: page.plan.layout, into: &problems)
    }
    var made = try Makeup(shaper: shaper, hyphenation: patterns).make(
      IssueJob(pages: pages), into: &problems
    ) { page, count in onEvent(.composingPage(page, of: count)) }
    made.document.nameFaces(from: shaper.faces)
    return SetIssue(made: made, pages: pages, material: material, stock: stock)
  }
}

/// An issue that has been set, and what its files are drawn from.
struct SetIssue {
  let made: MadeUp
  let pages: [IssueJob.Page]
  let material: PlanMaterial
  let stock: ExportStock
}
