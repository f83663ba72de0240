import Charting
import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel
import Typesetting

/// Builds an article from a report: its text composed once, its objects for every width.
struct ArticleBuilder {
  var setter: TextSetter
  let report: Report
  let pictures: [MakeupPicture]
  var layout: LayoutSpec
  /// Lines of the frame, for limits of heights.
  let lines: Int
  /// Pages that the story comes from and may go on to.
  var ends = StoryEnds()
  /// What the editor asks for beyond the layout's rules.
  var dress = ArticleDress()
  /// Whether the numbers may stand in a panel; a page has one.
  var takesPanel = true
  /// What the panel shows; the report's own choice where a plan has none.
  var panelChoice: PanelChoice?

  var grid: PageGrid { layout.grid }

  /// The article; `withStrip` sets the public-service lines of the report as a strip at the foot,
  /// `withFillers` lets the layout's boxes fill a hole, `withSets` other columns than the page's own.
  func article(
    name: String, importance: Int, rank: HeadRank = HeadRank(), withStrip: Bool, withFillers: Bool,
    withSets: Bool = false
  ) throws(Rejection) -> Article {
    let content = NewspaperContent(
      report, hasStrip: withStrip && layout.objects.strip != nil, dropsStrip: !withStrip)
    let cards = panelCards()
    let hasPanel = self.hasPanel
    let book = SkeletonBook(
      specs: layout.objects.skeletons, pageColumns: grid.columns,
      fillers: withFillers ? layout.objects.fillers.count : 0, isGroup: isGroup,
      prices: setter.prices, bounds: isGroup ? [] : pictures.map(caps.bound))
    let most = layout.objects.picture == nil ? 0 : isGroup ? 1 : pictures.count
    let count = min(most, pictures.count)
    // All arrangements of a width have one title.
    var titles: [Int: [PageObject]] = [:]
    let flows = try flows(of: content.story)
    let text = flows.map(\.natural).max() ?? 0
    return Article(
      name: name, importance: importance, rank: rank, flows: flows,
      prices: setter.prices, isSet: dress.textColumns != nil,
      sets: { columns throws(Rejection) in
        try grids(across: columns, withSets: withSets && count <= Self.mostArranged).enumerated()
          .map {
            (number, grid) throws(Rejection) in
            let cost = setter.prices.columnSet + Double(number) * setter.prices.arrangement
            return ColumnSet(
              grid: grid,
              article: try inColumns(of: grid).article(
                name: name, importance: importance, rank: rank, withStrip: withStrip,
                withFillers: withFillers),
              cost: dress.textColumns == nil ? cost : 0)
          }
      },
      skeletons: { columns in
        // More pictures than any page holds are not arranged, only shared out.
        book.skeletons(columns: columns, pictures: count, hasPanel: hasPanel)
          .prefix(count > Self.mostArranged ? 1 : .max)
          .map { dress.quote != nil ? book.withQuote($0, columns: columns) : $0 }
      },
      objects: { (columns: Int, skeleton: Skeleton) throws(Rejection) in
        try objects(content, cards: cards, columns: columns, skeleton: skeleton, text: text) {
          () throws(Rejection) in
          if let known = titles[columns] { return known }
          let made = try self.titles(content.title, columns: columns, rank: rank)
          titles[columns] = made
          return made
        }
      })
  }

  // MARK: Columns

  /// Most pictures of a story that is set in all its arrangements.
  private static let mostArranged = 40

  /// Measures that an editor may ask for where the layout has no rule.
  private static let anyMeasure = 8...60

  private func grids(across columns: Int, withSets: Bool) -> [PageGrid] {
    if let count = dress.textColumns {
      return [ColumnSets(page: grid, measure: Self.anyMeasure).grid(of: count, across: columns)]
        .compactMap { $0 }
    }
    guard withSets, let spec = layout.objects.columnSets else { return [] }
    return ColumnSets(page: grid, measure: spec.measure).grids(across: columns)
  }

  private func inColumns(of grid: PageGrid) -> ArticleBuilder {
    var other = self
    other.setter = TextSetter(setter, grid: grid)
    other.layout.grid = grid
    other.dress.textColumns = nil
    return other
  }

  /// Whether the report has figures enough for a panel.
  var hasPanel: Bool { layout.objects.panel.map { panelCards().count >= $0.least } ?? false }

  private func panelCards() -> [NumberCard] {
    // Cards among the charts of the report, which an editor has chosen, take the panel's place.
    let hasCards = pictures.contains { $0.chart?.root["preset"]?.text?.hasPrefix("kpi") == true }
    guard takesPanel, !hasCards, let spec = layout.objects.panel else { return [] }
    let most = spec.across * (spec.rows.upperBound / NumberPanel.cardRows)
    return CardSelection.cards(of: report, most: most, choice: panelChoice ?? report.panel)
  }

  // MARK: Objects

  private func objects(
    _ content: NewspaperContent, cards: [NumberCard], columns: Int, skeleton: Skeleton,
    text: Int, titles: () throws(Rejection) -> [PageObject]
  ) throws(Rejection) -> [PageObject] {
    var objects: [PageObject] = []
    if dress.isBoxed { objects += boxPads(columns: columns) }
    objects += try titles()
    if let strip = strip(content, columns: columns) { objects.append(strip) }
    // Under all that belongs to the story.
    if let filler = skeleton.filler {
      let spec = layout.objects.fillers[filler.number]
      objects.append(
        Fillers.object(spec, slot: filler.slot, setter: setter, text: text))
    }
    if let slot = skeleton.panel, let panel = panel(cards, slot: slot) { objects.append(panel) }
    for (number, slot) in skeleton.pictures.enumerated() {
      objects.append(isGroup ? try group(slot: slot) : try picture(number, slot: slot))
    }
    if let slot = skeleton.quote, let object = try quote(slot: slot) { objects.append(object) }
    return objects + (try tables(content.tables, columns: columns))
  }

  private func strip(_ content: NewspaperContent, columns: Int) -> PageObject? {
    guard let title = content.stripTitle, let spec = layout.objects.strip else { return nil }
    let strip = StripObject(
      title: title, lines: content.stripLines, spec: spec, setter: setter,
      width: grid.width(ofColumns: columns), range: content.stripRange)
    return PageObject(
      columns: 1...columns, place: .foot, heights: strip.heights(),
      draw: { rows throws(Rejection) in try strip.draw(rows: rows) }, name: "strip")
  }

  private func panel(_ cards: [NumberCard], slot: ObjectSlot) -> PageObject? {
    guard let spec = layout.objects.panel else { return nil }
    let panel = NumberPanel(cards: cards, spec: spec, slot: slot, setter: setter)
    guard let heights = panel.heights() else { return nil }
    return PageObject(
      columns: slot.columns, place: slot.place, heights: heights,
      draw: { rows throws(Rejection) in try panel.draw(rows: rows) }, name: "panel")
  }

  private func tables(_ tables: [ReportTable], columns: Int) throws(Rejection) -> [PageObject] {
    var objects: [PageObject] = []
    let tallest = lines * 3 / 5
    for (number, table) in tables.enumerated() {
      var span = min(columns, try TableObject.columns(for: table, setter: setter))
      var object = try TableObject(table: table, setter: setter, columns: span)
      if object.rowsNeeded > tallest {
        // A long list stands in parts side by side, over all columns.
        span = columns
        object = try TableObject(table: table, setter: setter, columns: span, lines: tallest)
      }
      objects.append(
        PageObject(
          columns: 1...span, place: .foot,
          heights: object.heights,
          draw: { rows in object.draw(rows: rows) }, name: "table \(number + 1)"))
    }
    return objects
  }

  // MARK: Text

  /// The story with every allowed height of its section heads.
  private func flows(
    of story: [(place: Int, block: ReportBlock)]
  ) throws(Rejection) -> [ArticleFlow] {
    let measure = grid.width(ofColumns: 1)
    let realizer = try Realizer(setter: setter, measure: measure, withVariants: true)
    let spec = layout.objects.sectionHead
    let slogan = SloganHead(setter: setter, measure: measure, spec: spec)
    var plain: [FlowItem?] = []
    for (place, block) in story {
      let name = "\(block.role.rawValue) \(place + 1)"
      switch block.role {
      case .slogan: plain.append(nil)
      case .h1, .h2, .subhead, .attachmentTitle:
        plain.append(try realizer.head(block, name: name))
      default: plain.append(try realizer.paragraph(block, name: name))
      }
    }
    let jumps = JumpLines(setter: setter, measure: measure, ascent: realizer.ascent)
    let opening = try ends.from.map { page throws(Rejection) in try jumps.opening(from: page) }
    let heads = plain.count { $0 == nil }
    var flows: [ArticleFlow] = []
    for rows in heads == 0 ? spec.ideal...spec.ideal : spec.rows {
      var items: [FlowItem] = []
      for (index, item) in plain.enumerated() {
        let (place, block) = story[index]
        if let item {
          items.append(item)
        } else {
          items.append(try slogan.item(block, baseRows: rows, name: "slogan \(place + 1)"))
        }
      }
      let cost = setter.prices.sectionHead * Double(abs(rows - spec.ideal) * heads)
      var flow = ArticleFlow(
        headRows: rows, cost: cost, items: [opening].compactMap { $0 } + items)
      flow.headIdeal = heads == 0 ? nil : spec.ideal
      flows.append(flow)
      if let page = ends.onto, rows == spec.ideal || heads == 0 {
        let places = (opening == nil ? [] : [0]) + story.map(\.place)
        flows += try jumps.cuts(of: flow, places: places, onto: page)
      }
    }
    return flows
  }
}
