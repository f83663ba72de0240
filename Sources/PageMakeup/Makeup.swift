public import Diagnostics
public import DisplayList
public import LayoutSpecs
import ReportModel
public import Typesetting

/// The made-up document and what a person should know about it.
public struct MadeUp: Hashable, Sendable {
  /// The pages; the table of faces is filled by whoever owns the shaper.
  public var document: PagedDocument
  /// How the first page was filled; nil where pages simply follow the text.
  public var fit: FitReport?
  /// Further arrangements of the page, the cheapest first.
  public var variants: [Variant] = []
  /// How the articles were arranged, page by page; empty for a document of one report.
  public var plans: [PlanReport]
  /// Blocks of the report that the layout has no place for, in words.
  public var leftOut: [Wording]
  /// Where running text stands on the pages; none for layouts that set it piece by piece.
  public var frames: [StoryFrame] = []
  /// How the blocks of a report stand on the pages, in their order; none for layouts that arrange them.
  public var blocks: [SetBlock] = []
  /// The lines of those pages, which may be others than the layout's where pages are made level.
  public var grid: PageGrid?
  /// The words alone, where the layout gives them out beside its pages.
  public var text: String?

  /// Makes a result.
  public init(
    document: PagedDocument, fit: FitReport? = nil, plans: [PlanReport] = [],
    leftOut: [Wording] = []
  ) {
    self.document = document
    self.fit = fit
    self.plans = plans
    self.leftOut = leftOut
  }
}

extension MadeUp {
  /// Another arrangement of the same page.
  public struct Variant: Hashable, Sendable {
    /// The page.
    public var document: PagedDocument
    /// How it was filled.
    public var fit: FitReport?
    /// Where its running text stands.
    public var frames: [StoryFrame] = []
  }
}

/// The stage from a report to pages.
public struct Makeup {
  private let shaper: any TextShaper
  private let hyphenation: HyphenationPatterns?

  /// Makes the stage; the shaper belongs to one worker. The patterns serve styles that hyphenate.
  public init(shaper: any TextShaper, hyphenation: HyphenationPatterns? = nil) {
    self.shaper = shaper
    self.hyphenation = hyphenation
  }

  /// Sets a report in a layout. A character that no face has is an error at its place; what has to
  /// be looked at is reported and the pages are made all the same.
  public func make(_ job: MakeupJob, into problems: inout Problems) throws(Rejection) -> MadeUp {
    let setter = TextSetter(
      layout: job.layout, shaper: shaper, hyphenation: hyphenation, isProof: job.isProof)
    var made: MadeUp
    var job = job
    job.report = job.report.withTitlesAsWritten()
    // Only pages of running text have room for notes at their feet.
    if job.layout.makeup != .pages { job.report = job.report.withNotesInText() }
    switch job.layout.makeup {
    case .newspaper:
      made = try NewspaperMaker(job: job, setter: setter).make(into: &problems)
    case .pages:
      made = try PagedMaker(job: job, setter: setter).make(into: &problems)
    case .poster: made = try PosterMaker(job: job, setter: setter).make(into: &problems)
    case .banner: made = try BannerMaker(job: job, setter: setter).make(into: &problems)
    case .board: made = try BoardMaker(job: job, setter: setter).make(into: &problems)
    }
    try check(setter, &problems)
    reportFacts(of: job, into: &problems)
    let isSpoken = job.layout.makeup == .pages && job.layout.document.form == .script
    let accounts = PageAccounts(
      layout: job.layout, reports: [isSpoken ? job.spoken.report : job.report],
      pictures: isSpoken ? [] : job.pictures, absent: Self.absent(setter))
    accounts.settle(made, into: &problems)
    if let finding = accounts.omissions?.finding {
      problems.report(finding)
      made.leftOut.append(finding.message)
    }
    try prove(&made, flags: ProofNote.flags(of: job.report), setter, problems)
    problems.report(contentsOf: setter.charts.findings)
    let report = job.report
    let metadata = DocumentMetadata(
      title: report.headlines.joined(separator: " "), author: report.imprint ?? "",
      subject: job.facts.section ?? "", date: job.facts.date)
    let images = job.pictures.flatMap(\.sources) + job.layout.furnitureImages
    made.document.metadata = metadata
    if job.layout.document.isScreens { made.text = report.plainText }
    register(images, in: &made.document)
    complete(&made.document, of: job)
    for index in made.variants.indices {
      made.variants[index].document.metadata = metadata
      register(images, in: &made.variants[index].document)
    }
    return made
  }

  /// Sets several reports on one page. Text without a place is an error in the findings, and the page
  /// is made all the same, for the proof.
  public func make(_ job: PlanJob, into problems: inout Problems) throws(Rejection) -> MadeUp {
    let job = job.withNotesInText
    let set = try page(job, into: &problems)
    reportFacts(of: [job], into: &problems)
    var made = set.made
    var balance = accounts(of: job)
    balance.absent = set.absent
    balance.settleWords(set.bare, into: &problems)
    for variant in set.bareVariants { balance.settleWords(variant, into: &problems) }
    made.document.metadata = DocumentMetadata(
      title: [job.facts.paper, job.facts.section, job.facts.page].compactMap { $0 }
        .joined(separator: " "), subject: job.facts.section ?? "", date: job.facts.date)
    let images =
      job.stories.flatMap { $0.pictures.flatMap(\.sources) } + job.fixed.map(\.image)
      + job.layout.furnitureImages
    register(images, in: &made.document)
    for index in made.variants.indices {
      made.variants[index].document.metadata = made.document.metadata
      register(images, in: &made.variants[index].document)
    }
    return made
  }

  /// Sets an issue page by page: a story that jumps goes on where the plan says, with 下转 and 上接
  /// agreeing (NP-8).
  public func make(
    _ job: IssueJob, into problems: inout Problems, onPage: (Int, Int) -> Void = { _, _ in }
  ) throws(Rejection) -> MadeUp {
    var made = MadeUp(document: PagedDocument(pages: []))
    var carried = CarriedStories()
    var bare: [Page] = []
    var absent: Set<UInt32> = []
    for (place, page) in job.pages.enumerated() {
      onPage(place + 1, job.pages.count)
      var plan = page.plan.withNotesInText
      plan.stories += carried.arriving(on: page.number)
      let (one, cuts, unproved, lacking, _) = try self.page(plan, into: &problems)
      bare += unproved
      absent.formUnion(lacking)
      carried.leave(page.number, stories: plan.stories, cuts: cuts)
      let stories = (made.frames.map(\.story).max() ?? -1) + 1
      made.frames += one.frames.map { frame in
        var frame = frame
        frame.page += made.document.pages.count
        frame.story += stories
        return frame
      }
      made.document.pages += one.document.pages
      made.plans += one.plans
      let images = plan.stories.flatMap { $0.pictures.flatMap(\.sources) }
      register(
        images + plan.fixed.map(\.image) + plan.layout.furnitureImages, in: &made.document)
    }
    reportFacts(of: job.pages.map(\.plan), into: &problems)
    if let plan = job.pages.first?.plan {
      var all = accounts(of: plan)
      all.reports = job.pages.flatMap { $0.plan.withNotesInText.stories.map(\.report) }
      all.pictures = job.pages.flatMap { $0.plan.stories.flatMap(\.pictures) }
      all.absent = absent
      all.settleWords(bare, into: &problems)
    }
    if let facts = job.pages.first?.plan.facts {
      made.document.metadata = DocumentMetadata(
        title: [facts.paper, facts.issueWords].compactMap { $0 }.joined(separator: " "),
        date: facts.date)
    }
    return made
  }

  /// The characters that no face has.
  private static func absent(_ setter: TextSetter) -> Set<UInt32> {
    Set(setter.missingCharacters.map(\.scalar.value))
  }

  /// The accounts of a page of several stories.
  private func accounts(of job: PlanJob) -> PageAccounts {
    PageAccounts(
      layout: job.layout, reports: job.stories.map(\.report),
      pictures: job.stories.flatMap(\.pictures))
  }

  /// A page of several stories, where its stories that jump break off, and its pages without what a
  /// proof has over them.
  private func page(
    _ job: PlanJob, into problems: inout Problems
  ) throws(Rejection) -> (
    made: MadeUp, cuts: [Int: Int], bare: [Page], absent: Set<UInt32>, bareVariants: [[Page]]
  ) {
    let setter = TextSetter(
      layout: job.layout, shaper: shaper, hyphenation: hyphenation, isProof: job.isProof)
    var (made, cuts) = try PlanMaker(job: job.withNotesInText, setter: setter)
      .make(into: &problems)
    let flags = job.stories.flatMap { ProofNote.flags(of: $0.report) }
    let bare = made.document.pages
    let bareVariants = made.variants.map(\.document.pages)
    for pages in [bare] + bareVariants { accounts(of: job).settleInk(pages, into: &problems) }
    let absent = Self.absent(setter)
    try prove(&made, flags: flags, setter, problems)
    try check(setter, &problems)
    problems.report(contentsOf: setter.charts.findings)
    return (made, cuts, bare, absent, bareVariants)
  }

  /// Turns the pages into proof sheets, where the job asks for them.
  private func prove(
    _ made: inout MadeUp, flags: [ProofNote], _ setter: TextSetter, _ problems: Problems
  ) throws(Rejection) {
    guard setter.isProof else { return }
    let sheet = ProofSheet(setter: setter, title: setter.layout.title.chinese)
    let findings = ProofNote.findings(problems.diagnostics)
    made.document.pages = try sheet.sheets(
      made.document.pages, flags: flags, findings: findings)
    for index in made.variants.indices {
      made.variants[index].document.pages = try sheet.sheets(
        made.variants[index].document.pages, flags: flags, findings: findings)
    }
  }

  /// Lines at which a newspaper page would be full with everything at the size it likes.
  public func naturalLines(of job: MakeupJob) throws(Rejection) -> Int {
    let setter = TextSetter(layout: job.layout, shaper: shaper, hyphenation: hyphenation)
    let frame = job.layout.first.frames[0]
    let article = try ArticleBuilder(
      setter: setter, report: job.report.withNotesInText(), pictures: job.pictures,
      layout: job.layout, lines: frame.lines.count
    ).article(name: "", importance: 1, withStrip: true, withFillers: false)
    let columns = frame.columns.count
    let text = article.flows.min { $0.cost < $1.cost }?.natural ?? 0
    let art = try article.skeletons(columns: columns).first?.objects ?? []
    let area = art.reduce(text) { $0 + $1.span * $1.ideal }
    return (area + columns - 1) / columns
  }

  /// Least area in column-lines that the stories of a page take, whatever their arrangement.
  public func leastArea(of job: PlanJob) throws(Rejection) -> Int {
    let setter = TextSetter(layout: job.layout, shaper: shaper, hyphenation: hyphenation)
    return try PlanMaker(job: job.withNotesInText, setter: setter).leastArea()
  }

  /// Links and outline of pages that follow each other, or pages gathered on sheets.
  private func complete(_ document: inout PagedDocument, of job: MakeupJob) {
    if job.isGathered, let gather = job.layout.gather {
      let rule = job.layout.palette.ink("rule")
      document.pages = SheetGathering(gather, rule: rule).sheets(document.pages, repeating: true)
    } else if job.layout.makeup == .pages {
      document.addNavigation()
    }
  }

  /// Says which of the given facts the layout prints nowhere.
  private func reportFacts(of job: MakeupJob, into problems: inout Problems) {
    let parts = DocumentParts(job.report, spec: job.layout.document)
    let unprinted = FactUse(of: job.layout, parts: parts).unprinted(job.facts)
    if !unprinted.isEmpty { problems.report(MakeupProblems.unprintedFacts(unprinted)) }
  }

  /// The same for pages of an issue: a fact that one of them prints is not lost.
  private func reportFacts(of jobs: [PlanJob], into problems: inout Problems) {
    var (printed, unprinted): (Set<FactKey>, Set<FactKey>) = ([], [])
    for job in jobs {
      let lost = FactUse(of: job.layout, parts: nil).unprinted(job.facts)
      unprinted.formUnion(lost)
      printed.formUnion(FactKey.allCases.filter { job.facts[$0] != nil && !lost.contains($0) })
    }
    let keys = FactKey.allCases.filter { unprinted.contains($0) && !printed.contains($0) }
    if !keys.isEmpty { problems.report(MakeupProblems.unprintedFacts(keys)) }
  }

  /// A letter without a face ends the work; a sign is left out and said, once each.
  private func check(_ setter: TextSetter, _ problems: inout Problems) throws(Rejection) {
    let missing = setter.missingCharacters
    let letters = missing.filter { !MissingCharacter.isSign($0.scalar) }
    if !letters.isEmpty {
      throw Rejection(problems.diagnostics + letters.map(MakeupProblems.missingCharacter))
    }
    var told: Set<Unicode.Scalar> = []
    for sign in missing where told.insert(sign.scalar).inserted {
      let count = missing.count { $0.scalar == sign.scalar }
      problems.report(MakeupProblems.missingSign(sign, places: count))
    }
  }

  private func register(_ images: [ImageSource], in document: inout PagedDocument) {
    for image in images { document.images[ImageID(rawValue: image.path)] = image }
  }
}
