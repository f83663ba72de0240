import Diagnostics
import DisplayList
import LayoutSpecs
import ReportModel
import TestSupport
import Testing

@testable import PageMakeup

/// Words and pictures that a page of one kind used to lose, each alone.
struct AccountRuleTests {
  private func block(_ role: ReportRole, _ text: String, line: Int) -> ReportBlock {
    ReportBlock(
      role: role, text: text, lines: [line], range: SourceRange(file: "a.txt", line: line))
  }

  private func report(_ blocks: [(ReportRole, String)]) -> Report {
    Report(
      source: "a.txt",
      blocks: blocks.enumerated().map { block($1.0, $1.1, line: $0 + 1) })
  }

  private func make(
    _ report: Report, _ layout: String, pictures: [MakeupPicture] = []
  ) throws -> (made: MadeUp, found: [Diagnostic]) {
    let layout = try #require(try AccountTests.layouts().first { $0.name == layout })
    var problems = Problems()
    let made = try Makeup(shaper: SquareShaper()).make(
      MakeupJob(report: report, layout: layout, pictures: pictures), into: &problems)
    return (made, problems.diagnostics)
  }

  private var picture: MakeupPicture {
    MakeupPicture(
      image: ImageSource(path: "photos/1.jpg", format: .jpeg, pixelWidth: 900, pixelHeight: 600))
  }

  private let body = String(repeating: "全镇各村抓紧春耕，田里机声隆隆。", count: 8)

  @Test func twoKickersAndTwoServiceTitlesAllStand() throws {
    let story = report([
      (.masthead, "乡村振兴工作简报"), (.kicker, "今日关注"), (.headline, "盘活闲置农房"),
      (.body, body), (.psaTitle, "讲文明树新风"), (.psaLine, "文明出行从我做起"),
      (.psaTitle, "节约用水"),
    ])
    let found = try make(story, "newspaper-front").found
    #expect(!found.contains { $0.code == "page.text-lost" }, "\(found.map(\.message.english))")
  }

  @Test func aTableThatFindsNoRoomWaitsForTheNextPage() throws {
    var story = report([(.headline, "盘活闲置农房")])
    for number in 0..<3 {
      let line = story.blocks.count + 1
      var head = block(.tableHeader, "", line: line)
      head.table = number
      story.blocks += [head, block(.body, body + body + body, line: line + 1)]
      let rows = (1...40).map { ["第\($0)村", "\($0 * 7)户", "已完成第\($0)项改造任务并通过验收"] }
      story.tables.append(
        ReportTable(
          title: "表\(number)",
          columns: ["村", "户", "进展"].map { TableColumn(name: $0, type: .text) },
          rows: rows, hasTotalRow: false, headerLine: line, ruleLine: nil,
          rowLines: rows.map { _ in line }, range: head.range))
    }
    let found = try make(story, "newspaper-tabloid").found
    #expect(!found.contains { $0.code == "page.text-lost" }, "\(found.map(\.message.english))")
  }

  @Test func aBoardDrawsAPictureThatTheReportDoesNotName() throws {
    let notice = report([
      (.headline, "施工公示"), (.body, body), (.signature, "县交通局"), (.date, "2031年5月6日"),
    ])
    let (made, found) = try make(notice, "grid-board", pictures: [picture])
    #expect(!found.contains { $0.severity == .error }, "\(found.map(\.message.english))")
    #expect(
      made.document.pages[0].items.contains { if case .image = $0.item { true } else { false } })
  }

  @Test func whatABannerAndALetterLeaveOutIsSaidOnce() throws {
    let story = report([
      (.headline, "绿水青山就是金山银山"), (.body, body), (.imprint, "县政府办公室印发"),
    ])
    let (banner, found) = try make(story, "banner", pictures: [picture])
    #expect(found.map(\.code) == ["page.slogan-only"])
    #expect(found[0].message.chinese.contains("图片 1 幅"))
    #expect(banner.leftOut.count == 1)
  }

  /// A gap of a few characters within a line is told as well.
  @Test func twoLostCharactersAreLost() throws {
    let layout = try #require(try AccountTests.layouts().first { $0.name == "bulletin-a4" })
    let setter = TextSetter(layout: layout, shaper: SquareShaper())
    let style = setter.style("body").paragraph.character
    let items = try setter.line("甲乙丙丁庚辛壬癸子丑寅卯", style: style).items
    let page = Page(label: "1", trim: layout.trim, items: items)
    let pieces = ReportWords.pieces(of: report([(.body, "甲乙丙丁戊己庚辛壬癸子丑寅卯")]))
    var account = WordAccount(PrintedText([page]), pieces: pieces)
    #expect(account.lost().map(\.words) == ["戊己"])
  }

  /// Two letters stand everywhere in a text of an alphabet: lines of it are known by longer stretches, so
  /// that none is taken for another and the words of that one are missed.
  @Test func longTextsOfAnAlphabetAreFound() throws {
    let words = ["there", "then", "their", "other", "the", "rather", "thereof", "either", "these"]
    let texts = (0..<60).map { number in
      (0..<40).map { words[($0 * 7 + $0 * $0 * number + number * 3) % words.count] }
        .joined(separator: " ")
    }
    let layout = try #require(try AccountTests.layouts().first { $0.name == "bulletin-a4" })
    let setter = TextSetter(layout: layout, shaper: SquareShaper())
    let style = setter.style("body").paragraph.character
    var items: [PlacedItem] = []
    for text in texts.reversed() {
      // The lines of a justified text are painted word for word.
      for word in text.split(separator: " ") {
        items += try setter.line(String(word), style: style).items
      }
    }
    let page = Page(label: "1", trim: layout.trim, items: items)
    var account = WordAccount(
      PrintedText([page]), pieces: ReportWords.pieces(of: report(texts.map { (.body, $0) })))
    #expect(account.lost().isEmpty)
  }
}
