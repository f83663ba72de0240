import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel
import TestSupport
import Testing

@testable import PageMakeup

/// An official paper of a hundred pages with contents, read back from its display list.
@Suite struct LongDocumentTests {
  private static func layout(_ form: DocumentSpec.Form = .official) -> LayoutSpec {
    let grid = PageGrid(
      columns: 1, measure: 28, gutter: 0, lines: 22, em: .points(16), leading: .points(30),
      origin: Point(x: .points(80), y: .points(100)))
    let body = CharacterStyle(role: "body", size: .points(16))
    var styles = StyleSheet()
    styles["body"] = NamedStyle(paragraph: ParagraphStyle(character: body))
    styles["h1"] = NamedStyle(paragraph: ParagraphStyle(character: body, isHeading: true))
    styles["h2"] = styles["h1"]
    styles["contents-1"] = NamedStyle(
      paragraph: ParagraphStyle(character: body, alignment: .left, firstLineIndent: 0))
    styles["contents-2"] = styles["contents-1"]
    let folio = FolioSpec(distance: .points(20), style: "body", pattern: "{page}")
    let master = MasterPage(
      name: "first", frames: [FrameSpec(name: "text", columns: 1...1, lines: 1...22)],
      furniture: [.folio(folio)])
    var layout = LayoutSpec(
      name: "test", title: .init("test", "测试"), makeup: .pages,
      trim: Size(width: .points(600), height: .points(850)), bleed: .zero, grid: grid,
      composition: CompositionProfile(), styles: styles, palette: Palette(), first: master,
      next: master, objects: ObjectSpecs())
    layout.document = DocumentSpec(form: form, foot: .lastEven)
    return layout
  }

  private static func block(_ role: ReportRole, _ text: String, line: Int) -> ReportBlock {
    ReportBlock(role: role, text: text, range: SourceRange(file: "a", line: line))
  }

  /// Chapters of paragraphs of 20 to 300 characters; each starts with 始 and ends with 末。
  private static func report(chapters: Int) -> Report {
    var blocks = [block(.headline, "长文件", line: 1), block(.lead, "始导语末。", line: 2)]
    blocks.append(block(.body, "目　录", line: 3))
    let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九"]
    var seed = 11
    for chapter in 0..<chapters {
      let head = "\(numerals[chapter % 9])、章\(chapter)"
      blocks.append(block(.h1, head, line: blocks.count + 1))
      for section in 0..<3 {
        let name = "（\(numerals[section])）节\(chapter)之\(section)"
        blocks.append(block(.h2, name, line: blocks.count + 1))
        for _ in 0..<3 {
          seed = (seed * 1_103_515_245 + 12345) % 2_147_483_648
          let text = "始" + String(repeating: "国", count: 20 + seed / 65536 % 280) + "末。"
          blocks.append(block(.body, text, line: blocks.count + 1))
        }
      }
    }
    return Report(source: "a", blocks: blocks)
  }

  private static func made(_ report: Report) throws -> ([Page], Problems) {
    var problems = Problems()
    let job = MakeupJob(report: report, layout: layout())
    let made = try Makeup(shaper: SquareShaper()).make(job, into: &problems)
    return (made.document.pages, problems)
  }

  /// Every block is on the pages that it was set on, its lines end where its words do, and a title that
  /// stands by itself has the blank rows over it.
  @Test func blocksSayWhereTheyStand() throws {
    let report = Self.report(chapters: 3)
    var problems = Problems()
    let made = try Makeup(shaper: SquareShaper()).make(
      MakeupJob(report: report, layout: Self.layout()), into: &problems)
    #expect(made.grid != nil)
    let texts = report.blocks.filter { $0.role == .body && $0.text.hasPrefix("始") }
    for block in texts {
      let found = made.blocks.filter { $0.range == block.range }
      #expect(found.filter(\.isStart).count == 1)
      let start = try #require(found.first)
      #expect(start.lineEnds.last == block.text.unicodeScalars.count)
      #expect(found.map(\.rows).reduce(0, +) == start.lineEnds.count)
      #expect(found.map(\.page) == found.map(\.page).sorted())
    }
  }

  /// The lines of a page as words on a baseline, each with the tag that it follows.
  private static func lines(of page: Page) -> [(tag: Int, kind: StructureTag.Kind, text: String)] {
    var lines: [(tag: Int, kind: StructureTag.Kind, text: String)] = []
    var baseline: Length?
    var kind = StructureTag.Kind.artifact
    var tag = 0
    var isInLink = false
    for item in page.items {
      switch item.item {
      case .tag(let found):
        // A link is a part of its line.
        let returns = isInLink && found.kind == kind
        isInLink = found.kind == .link
        if isInLink || returns { continue }
        if found.kind != .artifact || kind == .artifact {
          kind = found.kind
          tag += 1
          baseline = nil
        }
      case .glyphs(let run):
        if baseline == item.origin.y, !lines.isEmpty {
          lines[lines.count - 1].text += run.text
        } else {
          lines.append((tag, kind, run.text))
        }
        baseline = item.origin.y
      default: break
      }
    }
    return lines
  }

  @Test func aHundredPagesKeepTheRules() throws {
    let (pages, problems) = try Self.made(Self.report(chapters: 33))
    #expect(pages.count >= 100, "\(pages.count) pages")
    #expect(problems.diagnostics.isEmpty)
    var heads: [String: Int] = [:]
    for (number, page) in pages.enumerated() {
      let lines = Self.lines(of: page)
      let isContents = lines.contains { $0.text.contains("……") }
      guard !isContents else { continue }
      // No head at a page foot: the last line but the folio is text.
      let text = lines.dropLast()
      #expect(!(text.last?.text.contains { "章节".contains($0) } ?? false), "page \(number + 1)")
      for line in text where line.kind == .heading && line.text != "长文件" {
        heads[line.text] = number + 1
      }
      // No line stands alone: a piece of one line is a whole paragraph.
      for (tag, piece) in Dictionary(grouping: text, by: \.tag)
      where piece[0].kind == .paragraph && piece.count == 1 {
        let words = piece[0].text
        #expect(words.hasPrefix("始") && words.contains("末"), "page \(number + 1), \(tag): \(words)")
      }
    }
    #expect(heads.count == 33 * 4)
    try contentsAreRight(pages, heads)
  }

  private func contentsAreRight(_ pages: [Page], _ heads: [String: Int]) throws {
    var found = 0
    for page in pages {
      for line in Self.lines(of: page) where line.text.contains("……") {
        let name = String(line.text.prefix { $0 != "…" }.filter { !$0.isNumber || true })
        // The number stands between name and leader in painting order.
        guard
          let head = heads.keys.first(where: {
            name.hasPrefix($0) && Int(name.dropFirst($0.count)) == heads[$0]
          })
        else {
          Issue.record("the contents say \(line.text)")
          continue
        }
        #expect(heads[head] != nil)
        found += 1
      }
    }
    #expect(found == heads.count)
  }

  @Test func theContentsStandOnPagesOfTheirOwn() throws {
    let (pages, _) = try Self.made(Self.report(chapters: 3))
    let kinds = pages.map { Self.lines(of: $0).contains { $0.text.contains("……") } }
    #expect(kinds.prefix(3) == [false, true, false])
  }

  @Test func theFileIsTheSameTwice() throws {
    let report = Self.report(chapters: 5)
    #expect(try Self.made(report).0 == Self.made(report).0)
  }

  /// On an even page, but not alone there where it fits under the text of an odd one.
  @Test func theImprintStandsAtTheEnd() throws {
    for paragraphs in 1...40 {
      var blocks = (0..<paragraphs).map {
        Self.block(.body, "始" + String(repeating: "国", count: 60) + "末。", line: $0 + 1)
      }
      blocks.append(Self.block(.distribution, "抄送：县农业农村局", line: 99))
      let (pages, _) = try Self.made(Report(source: "a", blocks: blocks))
      let holders = pages.indices.filter {
        Self.lines(of: pages[$0]).contains { $0.text.contains("抄送") }
      }
      #expect(holders == [pages.count - 1])
      let isAlone = Self.lines(of: pages[pages.count - 1]).count <= 2
      #expect(!isAlone || pages.count.isMultiple(of: 2), "\(pages.count) pages")
      // A blank page before it has no number, nor has its own.
      let blank = pages.indices.filter { Self.lines(of: pages[$0]).isEmpty }
      #expect(blank.isEmpty || blank == [pages.count - 2])
      if !blank.isEmpty { #expect(Self.lines(of: pages[pages.count - 1]).count == 1) }
    }
  }

  // MARK: Ledgers

  private static func ledger(rows count: Int, carries: Bool) throws -> [Page] {
    let rows = (1...count).map { ["\($0)", "甲村", "\($0 * 3)", "\($0).25"] }
    let sum = count * (count + 1) / 2
    let total = [
      "", "合计", "\(sum * 3)", TableFigure(value: sum * 100 + 25 * count, decimals: 2).text,
    ]
    let table = ReportTable(
      title: "台账",
      columns: [
        TableColumn(name: "序号", type: .int), TableColumn(name: "村名", type: .text),
        TableColumn(name: "户数", type: .int), TableColumn(name: "收入", type: .decimal),
      ], rows: rows + [total], hasTotalRow: true, headerLine: 1, ruleLine: nil, rowLines: [],
      range: SourceRange(file: "a", line: 1))
    var block = block(.tableHeader, "", line: 1)
    block.table = 0
    let report = Report(source: "a", blocks: [block], tables: [table])
    var layout = layout(.plain)
    layout.document.tables.carries = carries
    var problems = Problems()
    let made = try Makeup(shaper: SquareShaper()).make(
      MakeupJob(report: report, layout: layout), into: &problems)
    #expect(problems.diagnostics.isEmpty, "\(problems.diagnostics)")
    return made.document.pages
  }

  @Test func aLedgerHasItsHeadOnEveryPage() throws {
    let pages = try Self.ledger(rows: 600, carries: true)
    #expect(pages.count > 20)
    for (number, page) in pages.enumerated() {
      let words = texts(page.items)
      #expect(words.contains("村名") && words.contains("户数"), "page \(number + 1)")
      #expect(words.contains("续表") == (number > 0))
      #expect(words.contains("承前页") == (number > 0))
      #expect(words.contains("过次页") == (number < pages.count - 1))
    }
  }

  @Test func whatAPageCarriesIsTheSumSoFar() throws {
    let pages = try Self.ledger(rows: 100, carries: true)
    var last = 0
    for page in pages.dropLast() {
      let words = texts(page.items)
      let serials = words.compactMap(Int.init).filter {
        $0 > last && $0 <= 100 && words.contains("\($0).25")
      }
      last = serials.max() ?? 0
      let sum = last * (last + 1) / 2 * 3
      #expect(words.contains("\(sum)"), "up to row \(last)")
    }
    #expect(texts(pages[pages.count - 1].items).contains("\(100 * 101 / 2 * 3)"))
  }

  @Test func everyRowIsSetOnce() throws {
    let pages = try Self.ledger(rows: 100, carries: false)
    let figures = pages.flatMap { texts($0.items) }.filter {
      $0.hasSuffix(".25") && $0 != "5075.25"
    }
    #expect(Set(figures).count == 100 && figures.count == 100)
  }

  @Test func figuresStandOnTheirDecimalPoint() throws {
    let page = try Self.ledger(rows: 12, carries: false)[0]
    var points: Set<Length> = []
    for item in page.items {
      guard case .glyphs(let run) = item.item, run.text.hasSuffix(".25") else { continue }
      let point = run.text.distance(
        from: run.text.startIndex, to: run.text.firstIndex(of: ".") ?? run.text.endIndex)
      points.insert(item.origin.x + run.glyphs[point].x)
    }
    #expect(points.count == 1, "\(points)")
  }

  /// Whatever its role and the form of the paper, every block's words stand on some page.
  @Test(arguments: [
    DocumentSpec.Form.official, .letter, .order, .minutes, .brief, .plain,
  ])
  func noBlockIsLost(_ form: DocumentSpec.Form) throws {
    let tables: Set<ReportRole> = [.tableHeader, .tableRule, .tableRow]
    let marks = Array("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒日月盈昃")
    for first in [nil, ReportRole.masthead] {
      var blocks: [ReportBlock] = first.map { [Self.block($0, "某某乡文件", line: 1)] } ?? []
      for (number, role) in ReportRole.allCases.enumerated()
      where !tables.contains(role) && role != .caption && role != first {
        blocks.append(Self.block(role, "记\(marks[number])号", line: number + 2))
      }
      var problems = Problems()
      let job = MakeupJob(
        report: Report(source: "a", blocks: blocks), layout: Self.layout(form))
      let made = try Makeup(shaper: SquareShaper()).make(job, into: &problems)
      let text = made.document.pages.flatMap(\.items).reduce(into: "") { text, item in
        if case .glyphs(let run) = item.item { text += run.text }
      }
      for block in blocks where form != .letter || block.role != .imprint {  // GW-17: none there
        #expect(text.contains(block.text), "\(form) \(block.role)")
      }
    }
  }
}
