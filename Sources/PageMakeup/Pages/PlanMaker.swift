import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel

/// Makes a page of several articles: the cheapest arrangement that fills to the last line, with a
/// filler where nothing else does, and with text marked as overset where nothing fits at all.
struct PlanMaker {
  let job: PlanJob
  let setter: TextSetter

  private var layout: LayoutSpec { job.layout }
  private var frame: FrameSpec { layout.first.frames[0] }
  private var cell: PageCell {
    PageCell(
      column: frame.columns.lowerBound, line: frame.lines.lowerBound,
      columns: frame.columns.count, lines: frame.lines.count)
  }

  /// The page, and for each story that jumps the block of its report that is carried over first.
  func make(
    into problems: inout Problems
  ) throws(Rejection) -> (made: MadeUp, cuts: [Int: Int]) {
    for story in job.stories {
      PictureChecks.report(story.pictures, into: &problems)
      if story.dress.head == .onPicture {
        let head = PictureHead(text: story.report.headlines.joined(), setter: setter)
        if let finding = head.finding { problems.report(finding) }
      }
    }
    for picture in job.fixed {
      let object = FixedPictureObject(picture: picture, setter: setter)
      guard let percent = object.scaling else { continue }
      problems.report(MakeupProblems.scaled(picture, percent: percent))
    }
    let articles = try articles(withFillers: false) + fixedArticles()
    let pins = job.stories.map { $0.pin.map(Self.cell) } + job.fixed.map { Self.cell($0.place) }
    guard let found = try arrange(articles, pins: pins) else {
      let cause = try ArrangementDoubt(articles: articles, pins: pins, cell: cell).cause()
      let problem = ArrangementProblems(cause: cause, names: articles.map(\.name), pins: pins)
      throw Rejection(problem.diagnostic)
    }
    let (arrangement, all) = (found.arrangement, found.articles)
    problems.report(contentsOf: found.findings(measure: layout.grid.measure, frame: cell))
    try report(on: arrangement, articles: all, into: &problems)
    let (page, frames) = try draw(arrangement, articles: all)
    var made = MadeUp(
      document: PagedDocument(pages: [page]), plans: [PlanReport(arrangement, articles: all)],
      leftOut: leftOut(into: &problems))
    made.frames = frames
    made.variants = try variants(after: arrangement, articles, pins: pins)
    return (made, cuts(in: arrangement, articles: all))
  }

  /// The public-service lines of stories that share the page.
  private func leftOut(into problems: inout Problems) -> [Wording] {
    guard job.stories.count > 1 else { return [] }
    return job.stories.flatMap { story in
      (story.report.blocks(.psaTitle) + story.report.blocks(.psaLine)).map { block in
        problems.report(MakeupProblems.serviceLineLeftOut(block.text, at: block.range))
        return Wording("public-service line: \(block.text)", "公益广告语：\(block.text)")
      }
    }
  }

  private func cuts(in arrangement: PageArrangement, articles: [Article]) -> [Int: Int] {
    var cuts: [Int: Int] = [:]
    for placed in arrangement.articles where placed.article < job.stories.count {
      switch placed.content {
      case .filled(let module): cuts[placed.article] = module.flow.cut
      case .overset:
        cuts[placed.article] = articles[placed.article].flows.min { $0.fewest < $1.fewest }?.cut
      }
    }
    return cuts
  }

  /// What the stories take at their least, each at the width that suits it best.
  func leastArea() throws(Rejection) -> Int {
    var area = 0
    for article in try articles(withFillers: false) {
      var least = Int.max
      for columns in 1...frame.columns.count {
        least = min(least, try article.reach(columns: columns).lowerBound)
      }
      area += least
    }
    return area
  }

  // MARK: Articles

  private func builder(_ story: PlannedStory) -> ArticleBuilder {
    ArticleBuilder(
      setter: setter, report: story.report, pictures: story.pictures, layout: layout,
      lines: frame.lines.count, ends: StoryEnds(from: story.origin, onto: story.jump),
      dress: story.dress)
  }

  private func articles(
    withFillers: Bool, withSets: Bool = false
  ) throws(Rejection) -> [Article] {
    // A story that has the page for itself keeps its strip.
    let isAlone = job.stories.count == 1
    let ranks = HeadRank.ranks(
      of: job.stories.map {
        HeadRank.Story(
          importance: $0.importance,
          characters: $0.report.blocks.reduce(0) { $0 + ($1.role.isText ? $1.text.count : 0) },
          isContinued: $0.origin != nil)
      })
    let panel = panelStory
    var articles: [Article] = []
    for (number, story) in job.stories.enumerated() {
      if story.dress.writing == .vertical {
        articles.append(try vertical(story, rank: ranks[number]))
        continue
      }
      var own = builder(story)
      own.takesPanel = number == panel
      own.panelChoice = story.panelChoice
      articles.append(
        try own.article(
          name: story.report.headlines.first ?? story.report.source,
          importance: story.importance, rank: ranks[number], withStrip: isAlone,
          withFillers: withFillers, withSets: withSets))
    }
    return articles
  }

  /// A story in vertical lines, one object of the page.
  private func vertical(_ story: PlannedStory, rank: HeadRank) throws(Rejection) -> Article {
    let name = story.report.headlines.first ?? story.report.source
    if let block = story.report.blocks.first(where: { $0.table != nil || $0.figure != nil }) {
      throw Rejection(MakeupProblems.notVertical(name, at: block.range))
    }
    return try VerticalStory(setter: setter, report: story.report, rank: rank).article(
      name: name, importance: story.importance, columns: frame.columns.count,
      lines: frame.lines.count)
  }

  /// The story whose numbers stand in the page's one panel: the most important that has enough.
  var panelStory: Int? {
    job.stories.indices.filter { number in
      var own = builder(job.stories[number])
      own.panelChoice = job.stories[number].panelChoice
      return own.panelChoice != .off && own.hasPanel
    }
    .max { (job.stories[$0].importance, $1) < (job.stories[$1].importance, $0) }
  }

  private func fixedArticles() -> [Article] {
    job.fixed.map { picture in
      let object = FixedPictureObject(picture: picture, setter: setter)
      return Article(
        name: picture.label, importance: 0,
        flows: [ArticleFlow(headRows: 0, cost: 0, items: [])], isFiller: true,
        skeletons: { _ in
          [Skeleton(name: "fixed", pictures: [], panel: nil, filler: nil, cost: 0)]
        },
        objects: { columns, _ in
          [
            PageObject(
              columns: 1...columns, place: .head,
              heights: [FlowShape.Height(rows: picture.place.lines.count, cost: 0)],
              draw: { _ throws(Rejection) in try object.draw() }, name: "fixed")
          ]
        })
    }
  }

  private static func cell(_ place: GridPlace) -> PageCell {
    PageCell(
      column: place.columns.lowerBound, line: place.lines.lowerBound,
      columns: place.columns.count, lines: place.lines.count)
  }

  // MARK: Arrangement

  private func arrange(
    _ articles: [Article], pins: [PageCell?], avoiding avoided: Set<PageCell> = []
  ) throws(Rejection) -> PageLadder.Found? {
    try PageLadder(
      cell: cell, pins: pins, hasSets: layout.objects.columnSets != nil,
      fillers: layout.objects.fillers.map { Fillers.article($0, setter: setter) },
      avoided: avoided
    ).climb(articles) { (withFillers: Bool, withSets: Bool) throws(Rejection) in
      try self.articles(withFillers: withFillers, withSets: withSets) + fixedArticles()
    }
  }

  /// Further arrangements, each with the lead in a place where it has not stood; fewer than asked
  /// where text would find no place.
  private func variants(
    after first: PageArrangement, _ articles: [Article], pins: [PageCell?]
  ) throws(Rejection) -> [MadeUp.Variant] {
    var found: [MadeUp.Variant] = []
    var avoided: Set<PageCell> = []
    var last = first
    let lead = articles.firstIndex { $0.rank.isLead && !$0.isFiller } ?? 0
    while found.count + 1 < job.variants {
      avoided.formUnion(last.articles.filter { $0.article == lead }.map(\.cell))
      guard let next = try arrange(articles, pins: pins, avoiding: avoided),
        next.arrangement.oversetRows == 0
      else { break }
      last = next.arrangement
      let (page, frames) = try draw(next.arrangement, articles: next.articles)
      var variant = MadeUp.Variant(document: PagedDocument(pages: [page]), fit: nil)
      variant.frames = frames
      found.append(variant)
    }
    return found
  }

  /// Says how much of the page is blank: under its stories, and where it is more than a tenth at their
  /// feet too.
  private func reportBlank(on arrangement: PageArrangement, into problems: inout Problems) {
    let last = arrangement.articles.map { $0.cell.line + $0.cell.lines - 1 }.max() ?? 0
    let rows = frame.lines.upperBound - last
    let measure = layout.grid.measure
    let feet = arrangement.articles.reduce(0) { sum, placed in
      guard case .filled(let module) = placed.content else { return sum }
      return sum + module.plan.blankRows * (module.grid?.measure ?? measure)
    }
    let under = rows * cell.columns * measure
    let share = Double(under + feet) / Double(max(1, cell.lines * cell.columns * measure))
    guard rows > 0 || share > MakeupProblems.seenBlank else { return }
    problems.report(
      MakeupProblems.notFilled(
        share: share, rows: feet > under ? nil : rows, characters: under + feet))
  }

  private func report(
    on arrangement: PageArrangement, articles: [Article], into problems: inout Problems
  ) throws(Rejection) {
    reportBlank(on: arrangement, into: &problems)
    for placed in arrangement.articles {
      switch placed.content {
      case .overset(let rows):
        let characters = rows * layout.grid.measure
        let article = articles[placed.article]
        let offers = try FitOffers(article: article, measure: layout.grid.measure)
          .offers(columns: placed.cell.columns, over: rows)
        problems.report(
          MakeupProblems.overset(article.name, characters: characters, offers: offers))
      case .filled(let module):
        if let filler = module.skeleton.filler {
          problems.report(MakeupProblems.filler(layout.objects.fillers[filler.number].title))
        }
        guard placed.article < job.stories.count else {
          // A picture at a fixed place, an advertisement, fills no hole.
          if placed.article >= job.stories.count + job.fixed.count {
            problems.report(MakeupProblems.filler(articles[placed.article].name))
          }
          continue
        }
        PictureChecks.resolution(
          of: module, pictures: job.stories[placed.article].pictures, into: &problems)
      }
    }
  }

  // MARK: Drawing

  private func draw(
    _ arrangement: PageArrangement, articles: [Article]
  ) throws(Rejection) -> (Page, [StoryFrame]) {
    var items: [PlacedItem] = []
    var frames: [StoryFrame] = []
    var boxes: [ObjectBox] = []
    var sets: [PlacedColumnSet] = []
    var boxed: [PageCell] = []
    let reading = arrangement.articles.sorted {
      ($0.cell.line, $0.cell.column) < ($1.cell.line, $1.cell.column)
    }
    for placed in reading {
      let module: DrawnModule
      switch placed.content {
      case .filled(let filled):
        module = try DrawnModule(
          filled, column: placed.cell.column, line: placed.cell.line, grid: layout.grid)
      case .overset(let rows):
        module = try OversetModule(
          article: articles[placed.article], cell: placed.cell, rows: rows, setter: setter
        ).draw()
      }
      if placed.article < job.stories.count {
        let dress = job.stories[placed.article].dress
        items += ArticleBox(dress: dress, setter: setter).draw(around: placed.cell)
        if dress.isBoxed { boxed.append(placed.cell) }
      }
      items += module.items
      frames += module.frames.map { frame in
        var frame = frame
        frame.story = placed.article
        return frame
      }
      boxes += module.boxes
      sets += [module.columnSet].compactMap { $0 }
    }
    for separator in arrangement.separators {
      items.append(hairline(separator))
      boxes.append(Self.box(of: separator))
    }
    let context = PageContext(
      number: 0, count: 1, setter: setter, facts: job.facts, objects: boxes,
      boxed: boxed, columnSets: sets, lines: frame.lines)
    items.append(PlacedItem(at: .zero, .tag(StructureTag(.artifact))))
    items += try PageDrawing.furniture(of: layout.first, on: context)
    let page = Page(
      label: context.label ?? "1", trim: layout.trim, bleed: layout.bleed, items: items)
    return (page, frames)
  }

  private static func box(of separator: PageCell) -> ObjectBox {
    ObjectBox(
      columns: separator.column...(separator.column + separator.columns - 1),
      lines: separator.line...separator.line, name: "separator")
  }

  /// A hairline in the middle of a blank row between two articles.
  private func hairline(_ cell: PageCell) -> PlacedItem {
    let grid = layout.grid
    let y = grid.top(ofLine: cell.line) + grid.em / 2
    let left = grid.left(ofColumn: cell.column)
    let path = Path.line(
      from: Point(x: left, y: y),
      to: Point(x: left + grid.width(ofColumns: cell.columns), y: y))
    let stroke = Stroke(ink: setter.ink("rule"), width: .millimetres(0.1))
    return PlacedItem(at: .zero, .path(path, Paint(stroke: stroke)))
  }
}

extension PlannedStory {
  /// The panel that the plan asks for; the figures that a report file itself names are asked for, too.
  var panelChoice: PanelChoice {
    switch dress.panel {
    case .automatic: return .automatic
    case .chosen(let places): return .chosen(places)
    case .off:
      if case .chosen = report.panel { return report.panel }
      return .off
    }
  }
}
