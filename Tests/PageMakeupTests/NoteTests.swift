import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel
import TestSupport
import Testing

@testable import PageMakeup

/// Notes at page feet: the breaker's arithmetic, and whole documents read back from their pages.
@Suite struct NoteTests {
  private func item(_ rows: Int, keeps: Bool = false, notes: [(row: Int, lines: Int)] = [])
    -> FlowItem
  {
    var item = FlowItem(
      choices: [
        FlowChoice(rows: [RowItems](repeating: [], count: rows), cost: 0, name: "normal")
      ], isSplittable: !keeps, keepsWithNext: keeps, name: "item")
    item.notes = notes.map {
      FlowNote(row: $0.row, lines: [RowItems](repeating: [], count: $0.lines), isNumbered: true)
    }
    return item
  }

  private func spans(_ items: [FlowItem], rows: Int = 10) -> [PageBreaker.Span] {
    PageBreaker(first: rows, next: rows, turned: 5, noteArea: NoteArea(perRow: 2))
      .spans(items, [])
  }

  @Test func aNoteTakesRowsFromThePageOfItsMark() {
    // One line of a note and its rule take one row: nine are left.
    #expect(spans([item(9, notes: [(0, 1)]), item(8)]).map(\.rows) == [0..<9, 9..<17])
    // A mark in the last line: the line goes over rather than its note.
    let late = spans([item(10, notes: [(9, 1)]), item(5)])
    #expect(late.map(\.rows) == [0..<8, 8..<15] && late.map(\.notes) == [0..<0, 0..<1])
  }

  @Test func aNoteIsPartedOnlyWhereNothingElseFits() {
    // Seven lines and the rule are four rows.
    #expect(spans([item(6, notes: [(5, 7)])]).map(\.notes) == [0..<7])
    #expect(spans([item(7, notes: [(6, 7)])]).map(\.notes) == [0..<0, 0..<7])
    // Longer than a page: it begins under its mark and fills the pages after.
    let long = spans([item(3, notes: [(0, 60)])])
    #expect(long[0].rows.contains(0) && long[0].notes.lowerBound == 0)
    #expect(long.last?.notes.upperBound == 60)
    #expect(zip(long, long.dropFirst()).allSatisfy { $0.notes.upperBound == $1.notes.lowerBound })
  }

  @Test func randomDocumentsKeepTheirNotes() {
    var random = Random(seed: 5)
    for _ in 0..<150 {
      var items: [FlowItem] = []
      for _ in 0..<40 {
        if random.next(below: 5) == 0 {
          items.append(item(1, keeps: true))
          continue
        }
        let rows = 1 + random.next(below: 7)
        let count = random.next(below: 3) == 0 ? 1 + random.next(below: 2) : 0
        let marks = (0..<count).map { _ in random.next(below: rows) }.sorted()
        items.append(item(rows, notes: marks.map { ($0, 1 + random.next(below: 9)) }))
      }
      items.append(item(3))
      check(items)
    }
  }

  private func check(_ items: [FlowItem]) {
    let area = NoteArea(perRow: 2)
    let rows = PageBreaker.rows(of: items)
    let pages = PageBreaker(first: 14, next: 20, turned: 5, noteArea: area).spans(items, [])
    #expect(pages.reduce(0) { $0 + $1.rows.count } == rows.count)
    var line = 0
    var starts: [Int] = []
    for row in rows {
      for note in items[row.item].notes where note.row == row.row {
        starts.append(line)
        line += note.lines.count
      }
    }
    // Every line of every note once, in order, and no page fuller than it is.
    #expect(pages.first?.notes.lowerBound == 0 && pages.last?.notes.upperBound == line)
    #expect(zip(pages, pages.dropFirst()).allSatisfy { $0.notes.upperBound == $1.notes.lowerBound })
    for (number, page) in pages.enumerated() {
      #expect(page.rows.count + area.rows(for: page.notes.count) <= (number == 0 ? 14 : 20))
    }
    // Every note begins on the page of its mark, and no line of text is left alone for it.
    var note = 0
    for (place, row) in rows.enumerated() {
      for hung in items[row.item].notes where hung.row == row.row {
        let page = pages.first { $0.rows.contains(place) }
        #expect(page?.notes.contains(starts[note]) == true)
        note += 1
      }
    }
    for page in pages.dropLast() where page.rows.upperBound < rows.count {
      let (last, next) = (rows[page.rows.upperBound - 1], rows[page.rows.upperBound])
      #expect(!items[last.item].keepsWithNext)
      if last.item == next.item {
        #expect(last.row >= 1 && next.row <= items[last.item].choices[0].rows.count - 2)
      }
    }
  }

  // MARK: Whole documents

  private static func layout(_ notes: NoteSpec = NoteSpec()) -> LayoutSpec {
    let grid = PageGrid(
      columns: 1, measure: 28, gutter: 0, lines: 22, em: .points(16), leading: .points(30),
      origin: Point(x: .points(80), y: .points(100)))
    let body = CharacterStyle(role: "body", size: .points(16))
    var styles = StyleSheet()
    styles["body"] = NamedStyle(paragraph: ParagraphStyle(character: body))
    let master = MasterPage(
      name: "first", frames: [FrameSpec(name: "text", columns: 1...1, lines: 1...22)],
      furniture: [])
    var layout = LayoutSpec(
      name: "test", title: .init("test", "测试"), makeup: .pages,
      trim: Size(width: .points(600), height: .points(850)), bleed: .zero, grid: grid,
      composition: CompositionProfile(), styles: styles, palette: Palette(), first: master,
      next: master, objects: ObjectSpecs())
    layout.document = DocumentSpec(form: .plain)
    layout.document.notes = notes
    return layout
  }

  /// Paragraphs of 30 to 170 characters, each third with a note on it.
  private static func report(_ count: Int, endnotes: Bool = false) -> Report {
    var random = Random(seed: 9)
    let blocks = (0..<count).map { number in
      let text = String(repeating: "国", count: 30 + random.next(below: 140)) + "。"
      let notes =
        number % 3 == 0
        ? [
          ReportNote(
            offset: random.next(below: text.count), text: "注\(number)末",
            isEndnote: endnotes && number % 2 == 0)
        ] : []
      return ReportBlock(
        role: .body, text: text, notes: notes, range: SourceRange(file: "a", line: number + 1))
    }
    return Report(source: "a", blocks: blocks)
  }

  private static func pages(_ report: Report, _ notes: NoteSpec = NoteSpec()) throws -> [Page] {
    var problems = Problems()
    let job = MakeupJob(report: report, layout: layout(notes))
    return try Makeup(shaper: SquareShaper()).make(job, into: &problems).document.pages
  }

  private struct Word {
    var text: String
    var size: Length
    var y: Length
  }

  private static func words(_ page: Page) -> [Word] {
    page.items.compactMap { item in
      guard case .glyphs(let run) = item.item else { return nil }
      return Word(text: run.text, size: run.size, y: item.origin.y)
    }
  }

  @Test func everyNoteStandsUnderItsMark() throws {
    let report = Self.report(60)
    let pages = try Self.pages(report)
    #expect(pages.count > 6)
    let all = pages.map { Self.words($0) }
    let foot = Self.layout().grid.typeArea.bottom
    for block in report.blocks {
      for note in block.notes {
        let found = all.filter { $0.contains { $0.text.contains(note.text) } }
        #expect(found.count == 1, "\(note.text) on \(found.count) pages")
      }
    }
    for words in all {
      let raised = words.filter { $0.size == .points(9.6) }
      let notes = words.filter { $0.size < .points(16) && $0.size != .points(9.6) }
      // As many marks as notes, numbered from 1 on every page.
      #expect(raised.map(\.text) == (0..<raised.count).map { ReportNote.mark($0 + 1) })
      #expect(notes.count { $0.text.contains("注") } == raised.count)
      // Under all text, and over the foot of the type area.
      let lowest = words.filter { $0.size == .points(16) }.map(\.y).max() ?? .zero
      #expect(notes.allSatisfy { $0.y > lowest + .points(9) && $0.y <= foot })
    }
  }

  @Test func numbersMayRunThroughTheDocument() throws {
    var spec = NoteSpec()
    spec.numbering = .document
    let marks = try Self.pages(Self.report(60), spec).flatMap { Self.words($0) }
      .filter { $0.size == .points(9.6) }.map(\.text)
    #expect(marks == (1...20).map { ReportNote.mark($0) })
  }

  @Test func endnotesStandAtTheEnd() throws {
    let pages = try Self.pages(Self.report(12, endnotes: true))
    let last = Self.words(pages[pages.count - 1]).map(\.text).joined()
    #expect(last.contains("[1]") && last.contains("注0末") && last.contains("注6末"))
    let marks = pages.flatMap { Self.words($0) }.filter { $0.size == .points(9.6) }.map(\.text)
    #expect(marks.joined().contains("[1]") && marks.joined().contains("①"))
    var spec = NoteSpec()
    spec.place = .end
    let text = try Self.pages(Self.report(12), spec).flatMap { Self.words($0) }.map(\.text).joined()
    #expect(text.hasSuffix("④注9末"))
  }

  @Test func aNewspaperKeepsNotesAfterTheArticle() {
    let inText = Self.report(4).withNotesInText()
    #expect(!inText.hasNotes && inText.blocks.count == 6)
    #expect(inText.blocks[0].text.contains("①") && inText.blocks[3].text.contains("②"))
    #expect(inText.blocks.suffix(2).map(\.text) == ["①注0末", "②注3末"])
    #expect(inText.blocks.suffix(2).allSatisfy { $0.role == .note })
  }
}

/// Numbers that are the same on every machine.
private struct Random {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }
}
