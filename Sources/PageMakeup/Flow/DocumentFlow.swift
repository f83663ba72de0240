import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel
import Typesetting

/// A whole report as one flow of pages: head, text, tables, pictures, closing, attachments.
struct DocumentFlow {
  let job: MakeupJob
  let setter: TextSetter
  let measure: Length
  private let realizer: Realizer
  private let parts: DocumentParts
  private let closing: Closing
  private var flow = PagedFlow()
  private var script: BroadcastScript
  private let stars: [Int: [ReportNote]]
  private var book: NoteBook
  /// Notes of parts that have no item yet.
  private var waiting: [ReportNote] = []
  /// Whether what stands under the first title has been set.
  private var hasNumbers = false

  private var report: Report { job.report }
  private var spec: DocumentSpec { job.layout.document }
  private var isOfficial: Bool { spec.form != .plain && spec.form != .script }

  /// `noteNumbers` are those that the pages of an earlier pass gave the notes at their feet.
  init(
    job: MakeupJob, setter: TextSetter, measure: Length, noteNumbers: [Int] = []
  ) throws(Rejection) {
    var job = job
    let starred = StarNotes(job.report, spec: job.layout.document)
    job.report = starred.report
    stars = starred.notes
    book = NoteBook(
      setter: setter, spec: job.layout.document, measure: measure, numbers: noteNumbers)
    self.job = job
    self.setter = setter
    self.measure = measure
    realizer = try Realizer(setter: setter, measure: measure, withVariants: false)
    script = BroadcastScript(setter: setter, realizer: realizer, measure: measure)
    parts = DocumentParts(job.report, spec: job.layout.document)
    closing = Closing(
      setter: setter, realizer: realizer, measure: measure, form: job.layout.document.form,
      isSealed: !["no", "false", "无", "否"].contains(job.facts[.seal] ?? ""))
  }

  /// Whether there are notes that each page numbers anew.
  var numbersByPage: Bool { spec.notes.numbering == .page && book.footCount > 0 }

  mutating func make(into problems: inout Problems) throws(Rejection) -> PagedFlow {
    let head = OfficialHead(
      setter: setter, parts: parts, facts: job.facts, spec: spec, trim: job.layout.trim)
    if let item = try head.item() {
      flow.items.append(item)
      try hang(parts.outside, on: 0)
      try addNumbers()
    } else {
      wait(for: parts.outside)
    }
    var place = 0
    while place < parts.body.count {
      let count = flow.items.count
      let next = try add(from: place, into: &problems)
      try hang(Array(parts.body[place..<next]), on: count)
      place = next
    }
    for (number, picture) in job.pictures.enumerated() where picture.block == nil {
      try add(picture: number, name: "picture \(number + 1)", into: &problems)
    }
    if flow.items.isEmpty { flow.items.append(empty()) }
    try hang([], on: flow.items.count - 1)
    flow.items += try book.endItems(ascent: realizer.ascent)
    flow.foot = try ImprintFoot(
      setter: setter, parts: parts, form: spec.form, measure: measure
    ).fragment()
    return flow
  }

  // MARK: Blocks

  /// Sets the block at a place of the body, or the run of blocks that belong together; returns the
  /// next place.
  private mutating func add(
    from place: Int, into problems: inout Problems
  ) throws(Rejection) -> Int {
    let index = parts.body[place]
    let block = report.blocks[index]
    let name = "\(block.role.rawValue) \(index + 1)"
    if ContentsPages.isMarker(block.text) {
      flow.contentsAt = flow.items.count
      return place + 1
    }
    switch block.role {
    case _ where !isOfficial && TitleBlock.roles.contains(block.role):
      let group = run(from: place) { TitleBlock.roles.contains($0) }
      flow.items.append(try title(group, name: name).tagged(.heading, level: 1))
      if spec.form == .script, !hasNumbers {
        hasNumbers = true
        flow.items.append(try script.length(of: report, name: "length"))
      }
      try addNumbers()
      return place + group.count
    case .attachmentRef where isOfficial:
      let group = run(from: place) { $0 == .attachmentRef }
      flow.items += try closing.references(group, name: name)
      return place + group.count
    case .signature where isOfficial, .date where isOfficial:
      return try signature(from: place, name: name)
    case .caption where isOfficial && isSeal(index):
      return try signature(from: place, name: name)
    case .attachmentTitle where isOfficial:
      return try attachment(from: place, name: name)
    case .caption:
      try add(caption: block, at: index, name: name, into: &problems)
    case .tableTitle where report.namesTable(index): break
    default:
      if let table = block.table {
        try add(table: report.tables[table], name: name, into: &problems)
      } else {
        try add(text: block, name: name)
      }
    }
    return place + 1
  }

  /// The picture of a caption; where there is none the words stand alone, since an empty box is for a
  /// proof of a newspaper.
  private mutating func add(
    caption block: ReportBlock, at index: Int, name: String, into problems: inout Problems
  ) throws(Rejection) {
    guard let number = job.pictures.firstIndex(where: { $0.block == index }) else { return }
    guard job.pictures[number].isPlaceholder else {
      return try add(picture: number, name: name, into: &problems)
    }
    // That a named file is not there has been said.
    if block.figure.map({ report.figures[$0].path == nil }) ?? true {
      problems.report(MakeupProblems.wordsAlone(job.pictures[number]))
    }
    try add(text: block, name: name)
  }

  /// Signature and date with the seals over them; a picture that lies over other text stands by
  /// itself.
  private mutating func signature(from place: Int, name: String) throws(Rejection) -> Int {
    var group: [ReportBlock] = []
    var seals: [MakeupPicture] = []
    var next = place
    while next < parts.body.count {
      let index = parts.body[next]
      let block = report.blocks[index]
      if block.role == .signature || block.role == .date {
        group.append(block)
      } else if isSeal(index), let seal = job.pictures.first(where: { $0.block == index }) {
        seals.append(seal)
      } else {
        break
      }
      next += 1
    }
    if let item = try closing.signature(group, seals: seals, name: name) { flow.items.append(item) }
    return next
  }

  /// Whether a block is a picture over the signature: one that lies over text, with no words of its
  /// own, next to signature or date.
  private func isSeal(_ index: Int) -> Bool {
    func isSigned(_ step: Int) -> Bool {
      var place = index + step
      while report.blocks.indices.contains(place), isOverText(place) { place += step }
      guard report.blocks.indices.contains(place) else { return false }
      return report.blocks[place].role == .signature || report.blocks[place].role == .date
    }
    return isOverText(index) && (isSigned(1) || isSigned(-1))
  }

  private func isOverText(_ index: Int) -> Bool {
    guard let picture = job.pictures.first(where: { $0.block == index }) else { return false }
    return picture.isOverText && picture.image != nil && picture.caption.isEmpty
  }

  private func run(from place: Int, while belongs: (ReportRole) -> Bool) -> [ReportBlock] {
    var group: [ReportBlock] = []
    for index in parts.body[place...] {
      guard belongs(report.blocks[index].role) else { break }
      group.append(report.blocks[index])
    }
    return group
  }

  /// A paragraph or a head; in an official paper the number says which level it is.
  private mutating func add(text block: ReportBlock, name: String) throws(Rejection) {
    let isHead = block.role.headLevel != nil || block.role == .attachmentTitle
    if isHead {
      var head = block
      let level = (block.role.headLevel ?? 1) + 1
      if isOfficial, block.role != .attachmentTitle, block.role != .slogan {
        let style = OfficialLevel.style(of: block.text)
        head.role = style == "h1" ? .h1 : style == "h2" ? .h2 : .subhead
      }
      note(head, level: block.role.headLevel ?? 1)
      let notes = try book.take(block)
      flow.items.append(
        try realizer.head(head, name: name, notes: notes).tagged(.heading, level: level))
      return
    }
    if spec.form == .script {
      flow.items += try script.items(block, name: name)
      return
    }
    var style = setter.style(block.role.rawValue).paragraph
    if isOfficial, block.runInLead > 0 {
      // The opening sentence takes the face of its level; without a number it stays as the text.
      style.runIn =
        OfficialLevel.style(of: block.text).map { setter.style($0).paragraph.character }
        ?? style.runIn
    }
    if spec.form == .minutes { style = Attendance.style(of: block, or: style, setter: setter) }
    var text = block
    if spec.form == .minutes, let label = Attendance.label(of: block.text) {
      text.runInLead = label.count
    }
    let notes = try book.take(block)
    flow.items.append(try realizer.paragraph(text, style: style, name: name, notes: notes))
  }

  // MARK: Notes of parts that have their own places

  private mutating func wait(for blocks: [Int]) {
    waiting += blocks.flatMap { stars[$0] ?? [] }
  }

  /// Hangs the notes of blocks on the item that they became, where there is one already.
  private mutating func hang(_ blocks: [Int], on item: Int) throws(Rejection) {
    wait(for: blocks)
    guard !waiting.isEmpty, item < flow.items.count else { return }
    flow.items[item].notes = try book.starred(waiting) + flow.items[item].notes
    waiting = []
  }

  private mutating func note(_ block: ReportBlock, level: Int) {
    let text = block.parts.joined(separator: "\u{3000}")
    flow.heads.append(ContentsEntry(item: flow.items.count, level: level, text: text))
  }

  /// An attachment on its own page: its number on line 1, its title on line 3 (GW-13).
  private mutating func attachment(from place: Int, name: String) throws(Rejection) -> Int {
    let block = report.blocks[parts.body[place]]
    // What a letter forwards has a title and no label.
    let isLabel = block.text.hasPrefix("附")
    var rows = isLabel ? try realizer.head(block, name: name).choices[0].rows : []
    var next = isLabel ? place + 1 : place
    var titles: [String] = []
    while next < parts.body.count {
      let following = report.blocks[parts.body[next]]
      guard Self.isTitleLine(following, number: titles.count) else { break }
      titles.append(following.text(marking: StarNotes.mark))
      waiting += following.notes
      next += 1
    }
    let title = titles.joined()
    if !titles.isEmpty {
      let style = setter.style("headline")
      var canvas = HeadCanvas(setter: setter, width: measure)
      let lines = try setter.fitted(titles, style: style, width: measure).lines.count
      _ = try canvas.block(titles, style: style, top: .zero, pitch: setter.grid.leading)
      rows += [[], canvas.items] + [RowItems](repeating: [], count: max(1, lines))
    }
    var item = FlowItem(
      choices: [FlowChoice(rows: rows, cost: 0, name: "normal")], isSplittable: false,
      keepsWithNext: true, name: name, range: block.range)
    item.paging.startsPage = true
    let words = title.isEmpty ? block.text : "\(block.text)\u{3000}\(title)"
    flow.heads.append(ContentsEntry(item: flow.items.count, level: 1, text: words))
    flow.items.append(item.tagged(.heading, level: 2))
    attachmentTitle = title
    return next
  }

  /// Whether a block is a line of an attachment's title: a short one without a stop; further lines are
  /// those that were read as heads, not labels such as 组长：.
  private static func isTitleLine(_ block: ReportBlock, number: Int) -> Bool {
    if block.role == .attachmentTitle { return !block.text.hasPrefix("附") }
    let heads: Set<ReportRole> = [.headline, .kicker, .deck, .slogan, .subhead]
    let firsts: Set<ReportRole> = heads.union([.tableTitle, .h1, .body, .lead, .caption])
    return number < 4 && (number == 0 ? firsts : heads).contains(block.role)
      && block.text.count <= (number == 0 ? 60 : 30)
      && !block.text.contains { "。：:".contains($0) }
      && OfficialLevel.style(of: block.text) == nil
  }

  /// The title of the open attachment: a table of that name does not repeat it.
  private var attachmentTitle = ""

  // MARK: Title, pictures, tables

  /// The figures of the report under its first title, where the layout has a panel.
  private mutating func addNumbers() throws(Rejection) {
    guard !hasNumbers, let spec = job.layout.objects.panel else { return }
    hasNumbers = true
    let most = spec.rows.upperBound / NumberStrip.cardRows * spec.across
    let strip = NumberStrip(
      cards: CardSelection.cards(of: report, most: most, withChanges: false), spec: spec,
      setter: setter, width: measure)
    if let item = try strip.item() { flow.items.append(item) }
  }

  private func title(_ blocks: [ReportBlock], name: String) throws(Rejection) -> FlowItem {
    let title = try TitleBlock(blocks, setter: setter, columns: setter.grid.columns)
    var rows = title.heights[0].rows
    if let ink = spec.cover, flow.items.isEmpty, blocks.contains(where: { $0.role == .headline }) {
      let drawn = title.draw(rows: rows)
      rows += 1
      return FlowItem.whole(
        CoverBand(setter: setter, ink: ink).draw(drawn, rows: rows), rows: rows, name: name,
        range: blocks[0].range, keeps: true)
    }
    return FlowItem.whole(
      title.draw(rows: rows), rows: rows, name: name, range: blocks[0].range, keeps: true)
  }

  private mutating func add(
    picture number: Int, name: String, into problems: inout Problems
  ) throws(Rejection) {
    let picture = job.pictures[number]
    // Half a page at most, so that text stays beside its picture; a screen shows little else.
    let share = spec.isScreens ? 0.8 : 0.5
    let object = PagePicture(
      picture: picture, setter: setter, measure: measure,
      limit: setter.grid.height(ofLines: max(4, setter.grid.lines)).scaled(by: share))
    let (drawn, rows) = try object.draw()
    if let finding = object.finding { problems.report(finding) }
    let item = FlowItem.whole(drawn, rows: rows, name: name, range: picture.range)
    flow.items.append(
      item.tagged(.figure, name: picture.caption.isEmpty ? name : picture.caption))
  }

  private mutating func add(
    table: ReportTable, name: String, into problems: inout Problems
  ) throws(Rejection) {
    var shown = table
    let isSaid = !table.title.isEmpty && attachmentTitle.hasPrefix(table.title)
    if isSaid { shown.title = "" }
    try TableFlow(table: shown, setter: setter, spec: spec.tables, measure: measure, name: name)
      .add(to: &flow, into: &problems)
  }

  private func empty() -> FlowItem {
    FlowItem(choices: [FlowChoice(rows: [[]], cost: 0, name: "normal")], name: "empty")
  }
}

extension FlowItem {
  /// A drawing in whole rows.
  static func whole(
    _ fragment: Fragment, rows count: Int, name: String, range: SourceRange?, keeps: Bool = false
  ) -> FlowItem {
    var rows = [RowItems](repeating: [], count: max(1, count))
    rows[0] = fragment.items
    return FlowItem(
      choices: [FlowChoice(rows: rows, cost: 0, name: "normal")], isSplittable: false,
      keepsWithNext: keeps, name: name, range: range)
  }
}
