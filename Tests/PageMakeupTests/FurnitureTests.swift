import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import Notations
import Testing

@testable import PageMakeup

@Suite struct FurnitureTests {
  private let rule = RuleSpec(weight: .points(2), ink: "black")

  private func masthead(ear: ClosedRange<Int>?) -> Masthead {
    Masthead(
      spec: MastheadSpec(
        area: GridArea(columns: 1...2, lines: 1...10), ear: ear,
        earBox: BoxSpec(border: .double), rule: rule))
  }

  @Test func theMastheadPrintsItsFacts() throws {
    let facts: [FactKey: String] = [
      .paper: "今日邹城", .sponsor: "融媒体中心", .licence: "准印证第1号", .issue: "86", .total: "3215",
      .date: "2022-11-30", .pages: "4", .ear: "导读|第二版",
    ]
    let items = try masthead(ear: 2...2).set(on: testPage(facts))
    let printed = words(items)
    for piece in [
      "今日邹城", "融媒体中心主办", "准印证第1号", "第86期（总第3215期）", "2022年11月30日", "星期三",
      "农历壬寅年十一月初七", "今日4版", "导读", "第二版",
    ] {
      #expect(printed.contains(piece), "\(piece) in \(printed)")
    }
    // The band stands in the last two of its lines; two rules bound it, two more make the box.
    #expect(baseline(of: "2022", in: items) ?? .zero > .points(60 + 12 * 8))
    #expect(paths(items).count == 4)
  }

  @Test func withoutAnEarTheNameTakesItsColumns() throws {
    let alone = try masthead(ear: 2...2).set(on: testPage([.paper: "邹城"]))
    let beside = try masthead(ear: 2...2).set(on: testPage([.paper: "邹城", .ear: "导读"]))
    #expect(words(alone) == "邹城")
    #expect(paths(alone).count == 2 && paths(beside).count == 4)
  }

  @Test func theCreditLineNamesWhoIsGiven() throws {
    let piece = CreditLine(spec: CreditLineSpec(distance: .points(3), style: "body"))
    let items = try piece.set(on: testPage([.editor: "王某", .phone: "0537"]))
    #expect(words(items) == "责任编辑：王某电话：0537")
    // Under the type area: twenty lines, three points, and the ascent of 0.88 em.
    let ascent = Length.points(10).scaled(by: 0.88)
    let foot = Length.points(60 + 12 * 19 + 10)
    #expect(baseline(of: "责任", in: items) == foot + .points(3) + ascent)
    #expect(try piece.set(on: testPage()).isEmpty)
  }

  @Test func thePageHeadShowsPaperDateAndIssue() throws {
    let head = PageHead(spec: PageHeadSpec(distance: .points(6), style: "body", rule: rule))
    let items = try head.set(
      on: testPage([
        .section: "专版", .paper: "今日邹城", .date: "2022-11-30", .issue: "86", .page: "05",
      ]))
    #expect(words(items) == "专版今日邹城2022年11月30日星期三第86期05")
    #expect(paths(items).count == 2)
  }

  @Test func columnRulesBreakAtObjects() throws {
    let box = ObjectBox(columns: 1...2, lines: 5...8, name: "picture 1")
    let items = try ColumnRules(spec: rule).set(on: testPage(objects: [box]))
    let ends = paths(items).map { $0.path.elements }
    #expect(ends.count == 2)
    #expect(ends[0].last == .line(Point(x: .points(155), y: .points(60 + 12 * 3 + 10))))
    #expect(ends[1].first == .move(Point(x: .points(155), y: .points(60 + 12 * 8))))
  }

  @Test func aCodeKeepsItsQuietZone() throws {
    let matrix = CodeMatrix(columns: 2, rows: 2, modules: [true, true, false, true])
    let piece = CodePiece(spec: CodeSpec(area: GridArea(columns: 1...1, lines: 1...8)))
    let page = testPage([.codeCaption: "扫码看报"], matrix: matrix)
    let drawn = paths(try piece.set(on: page))
    #expect(words(try piece.set(on: page)) == "扫码看报")
    #expect(drawn.count == 2 && drawn[0].paint.fill == .paper && drawn[1].paint.fill == .black)
    // A run of two modules and a single one; the plate is ten modules wide, four of them quiet.
    #expect(drawn[1].path.elements.count == 10)
    #expect(try piece.set(on: testPage([.codeCaption: "扫码"])).isEmpty)
  }

  @Test func barsKeepTheirQuietZoneAndAreNeverTooFine() throws {
    let setter = testPage().setter
    /// Left and right edge of the bars and their height, in millimetres.
    func drawn(modules: Int, width: Double) throws -> [Double] {
      let matrix = CodeMatrix(
        columns: modules, rows: 1, modules: (0..<modules).map { $0.isMultiple(of: 2) })
      let room = Size(width: .millimetres(width), height: .millimetres(20))
      let block = CodeBlock(matrix: matrix, caption: nil, setter: setter)
      let items = try block.draw(in: Rect(origin: .zero, size: room))
      let corners = try #require(paths(items).last).path.elements.compactMap { element in
        switch element {
        case .move(let point), .line(let point): point
        default: nil
        }
      }
      let left = try #require(corners.map(\.x).min()) + items[1].origin.x
      let right = try #require(corners.map(\.x).max()) + items[1].origin.x
      let height = try #require(corners.map(\.y).max())
      return [left.millimetres, right.millimetres, height.millimetres]
    }
    // 69 modules and twice eleven of paper on 45.5 mm: half a millimetre each.
    for (measured, right) in zip(try drawn(modules: 69, width: 45.5), [5.5, 40, 15]) {
      #expect(abs(measured - right) < 0.05)
    }
    #expect(throws: Rejection.self) { try drawn(modules: 69, width: 17) }
  }
}

@Suite struct ChineseDateTests {
  /// Days around new years, leap months and the ends of the table.
  @Test(arguments: [
    ("2022-11-30", "壬寅年十一月初七"), ("2023-03-22", "癸卯年闰二月初一"),
    ("2023-04-20", "癸卯年三月初一"), ("2024-02-09", "癸卯年十二月三十"), ("2024-02-10", "甲辰年正月初一"),
    ("2033-12-22", "癸丑年闰十一月初一"), ("1900-01-31", "庚子年正月初一"),
    ("1978-09-17", "戊午年八月十五"), ("2020-05-23", "庚子年闰四月初一"), ("2025-07-25", "乙巳年闰六月初一"),
    ("2026-02-17", "丙午年正月初一"), ("2100-12-31", "庚申年十二月初一"), ("1984-02-22", "甲子年正月廿一"),
    ("2000-02-24", "庚辰年正月二十"),
  ])
  func lunarDatesAreThoseOfTheAlmanac(_ text: String, _ words: String) throws {
    let date = try #require(CivilDay(whole: text))
    #expect(LunarDate(date)?.words == words)
  }

  @Test func theTableHasNoGapAndAnEnd() throws {
    #expect(LunarTable.years.count == 201)
    #expect(CivilDay(year: 1900, month: 1, day: 30).flatMap { LunarDate($0) } == nil)
    #expect(CivilDay(year: 2101, month: 1, day: 28).flatMap { LunarDate($0)?.day } == 29)
    #expect(CivilDay(year: 2101, month: 1, day: 29).flatMap { LunarDate($0) } == nil)
  }

  @Test(arguments: ["2023-02-29", "2022-13-01", "2022-11", "冬月初七", "2022-11-31", ""])
  func noSuchDayIsNoDate(_ text: String) {
    #expect(CivilDay(whole: text) == nil)
    #expect(ChineseDate.words(text) == text)
  }

  /// One day for the page, the file's name and its metadata, however it was written.
  @Test(arguments: [
    ("2031/5/20", "2031-05-20"), ("2031年5月20日", "2031-05-20"), ("2031-05-20", "2031-05-20"),
    ("冬月初七", "冬月初七"), ("2031-02-30", "2031-02-30"),
  ])
  func factsKnowTheirDay(_ text: String, _ date: String) {
    #expect(MakeupFacts([.date: text]).date == date)
  }

  @Test func numbersOfIssuesAreWorded() {
    #expect(MakeupFacts([.issue: "8", .total: "120"]).issueWords == "第8期（总第120期）")
    #expect(MakeupFacts([.issue: "增刊"]).issueWords == "增刊")
    #expect(MakeupFacts([.total: "120"]).issueWords == "总第120期")
    var facts = MakeupFacts([.paper: "邹城"])
    facts[.paper] = ""
    #expect(facts.paper == nil)
  }
}
