import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel
import Testing

@testable import PageMakeup

@Suite struct ObjectTests {
  private let cards = (1...7).map {
    NumberCard(before: "", value: "\($0 * 10)", after: "家", label: "企业\($0)", remark: "")
  }

  private func panel(_ cards: [NumberCard]) -> NumberPanel {
    NumberPanel(
      cards: cards,
      spec: PanelSpec(
        rows: 10...20, ideal: 14, across: 3, title: "数说", least: 4, note: "据本文"),
      slot: ObjectSlot(columns: 1...2, place: .head), setter: testSetter())
  }

  // MARK: Number panel

  @Test func numbersOfARowShareABaseline() throws {
    var uneven = cards
    uneven[2].label = "一个比别的长得多的指标名称"
    let items = try panel(uneven).draw(rows: 20).items
    let row = ["20", "30", "40"].map { baseline(of: $0, in: items) }
    #expect(row[0] != nil && Set(row).count == 1)
    #expect(words(items).contains("据本文"))
  }

  @Test func theMostMoneyIsSetLarge() {
    func card(_ value: String, _ unit: String, remark: String = "") -> NumberCard {
      NumberCard(before: "", value: value, after: unit, label: "", remark: remark)
    }
    let list = [card("18", "家", remark: "第1位"), card("32276", "万元"), card("57.9", "亿元")]
    #expect(CardSelection.leading(list, count: 1) == [2])
    #expect(CardSelection.leading(list, count: 2) == [1, 2])
    #expect(CardSelection.leading([list[0], card("9", "%")], count: 1) == [1])
    // An allowance or a fee is no sum.
    #expect(CardSelection.leading([card("0.1", "元"), card("9", "%")], count: 1) == [1])
    // What the headline says leads, however much money the others are.
    var titled = list
    titled[0].isTitled = true
    #expect(CardSelection.leading(titled, count: 1) == [0])
  }

  /// Lines of a strip share one where both fit it whole.
  @Test func shortLinesOfAStripShareOne() {
    let lines = [("甲", 8), ("乙", 8), ("丙", 3)].map { String(repeating: $0.0, count: $0.1) }
    let gap = "\u{3000}\u{3000}"
    #expect(StripObject.shared(lines, room: 19) == [lines[0] + gap + lines[1], lines[2]])
    #expect(StripObject.shared(lines, room: 18) == [lines[0], lines[1] + gap + lines[2]])
    #expect(StripObject.shared(Array(lines[1...]), room: 19) == Array(lines[1...]))
  }

  @Test func aLastRowOfOneCardIsLeftOut() throws {
    // One large, then 3 and 3; with one card more the third row would hold a single one.
    let more = cards + [NumberCard(before: "", value: "99", after: "户", label: "x", remark: "")]
    #expect(panel(more).heights()?.last?.rows == panel(cards).heights()?.last?.rows)
    #expect(panel(Array(cards.prefix(3))).heights() == nil)
  }

  // MARK: Boxes

  @Test(arguments: BoxBorder.allCases)
  func bordersStayInTheirBox(_ border: BoxBorder) {
    let rect = Rect(left: .zero, top: .zero, right: .points(203), bottom: .points(91))
    let frame = BoxFrame(spec: BoxSpec(border: border, tint: "paper"), setter: testSetter())
    let drawn = paths(frame.draw(rect))
    #expect(drawn.count == (border == .none ? 1 : [.double, .wenwu].contains(border) ? 3 : 2))
    for (path, paint) in drawn {
      let half = (paint.stroke?.width ?? .zero) / 2
      for element in path.elements {
        guard case .line(let point) = element else { continue }
        #expect(point.x >= half && point.x <= rect.right - half)
        #expect(point.y >= half && point.y <= rect.bottom - half)
      }
    }
  }

  // MARK: Quotations, groups, heads

  @Test func aQuotationStandsBetweenMarksAndNamesItsSpeaker() throws {
    let quote = QuoteObject(
      text: "让老百姓说好", source: "一位居民", box: nil, setter: testSetter(), columns: 1)
    let least = try #require(try quote.heights().first)
    let items = try quote.draw(rows: least.rows).items
    #expect(words(items) == "“让老百姓说好”——一位居民")
    #expect(paths(items).count == 2)
  }

  @Test func aGroupFillsItsWidthAtOneHeight() throws {
    let files = [(300, 200), (200, 200)].map { wide, high in
      ImageSource(path: "\(wide).jpg", format: .jpeg, pixelWidth: wide, pixelHeight: high)
    }
    let group = try PictureGroup(
      pictures: files, caption: "两处", spec: PictureSpec(crop: 0.18, captionRows: 2),
      setter: testSetter(), columns: 1...2)
    let best = try #require(group.heights(atMost: 18).min { $0.cost < $1.cost })
    let items = try group.draw(rows: best.rows).items
    let placed: [(Length, PlacedImage)] = items.compactMap {
      if case .image(let image) = $0.item { ($0.origin.x, image) } else { nil }
    }
    #expect(placed.count == 2 && placed[0].1.size.height == placed[1].1.size.height)
    #expect(placed[1].0 + placed[1].1.size.width == .points(230))
    #expect(words(items) == "两处")
  }

  /// Four pictures and more: the first is half as large again as any other, all fill the width, no
  /// two overlap.
  @Test(arguments: [4, 6, 9])
  func aMosaicsFirstPictureIsTheLargest(count: Int) throws {  // AD-20
    let ratios = (0..<count).map { [1.5, 1.78, 0.67, 1.33][$0 % 4] }
    let found = PictureMosaic.arrangements(of: count).compactMap {
      PictureMosaic($0, ratios: ratios, width: .points(700), gap: .points(4))
    }
    let best = try #require(found.min { $0.cost < $1.cost })
    func area(_ frame: Rect) -> Double { frame.size.width.points * frame.size.height.points }
    let next = best.frames.dropFirst().map(area).max() ?? 0
    #expect(area(best.frames[0]) >= next * 1.5)
    #expect(best.frames.map(\.right).max() == .points(700))
    for (number, frame) in best.frames.enumerated() {
      let ratio = frame.size.width / frame.size.height
      #expect(abs(ratio / ratios[number] - 1) < 0.01)
      for other in best.frames[(number + 1)...] {
        #expect(
          frame.right <= other.left || other.right <= frame.left || frame.bottom <= other.top
            || other.bottom <= frame.top)
      }
    }
  }

  @Test func aCropKeepsTheFocus() throws {
    #expect(PictureFocus(fileName: "1-site@30x80.jpg") == PictureFocus(x: 0.3, y: 0.8))
    for name in ["site.jpg", "site@30.jpg", "site@30x101.jpg", "@.jpg"] {
      #expect(PictureFocus(fileName: name) == nil)
    }
    func crop(_ focus: PictureFocus) throws -> Crop {
      var picture = MakeupPicture(
        image: ImageSource(path: "a", format: .jpeg, pixelWidth: 1000, pixelHeight: 1000))
      picture.focus = focus
      let object = try PictureObject(
        picture: picture, spec: PictureSpec(crop: 0.5, captionRows: 1), setter: testSetter(),
        columns: 1...2)
      let items = try object.draw(rows: 12).items
      return try #require(
        items.compactMap { if case .image(let image) = $0.item { image.crop } else { nil } }.first)
    }
    let middle = try crop(PictureFocus())
    #expect(middle.width == 1 && middle.height < 1)
    #expect(try crop(PictureFocus(x: 0.5, y: 0)).y == 0)
    #expect(abs(try crop(PictureFocus(x: 0.5, y: 1)).y - (1 - middle.height)) < 1e-9)
  }

  @Test func aVerticalHeadRunsFromTheRight() throws {
    let head = VerticalHead(texts: ["盯项目优服务", "推动发展"], setter: testSetter(), columns: 1)
    let items = try head.draw(rows: 12).items
    #expect(words(items) == "盯项目优服务推动发展")
    let first = try #require(items.first?.origin.x)
    let last = try #require(items.last?.origin.x)
    #expect(first > last)
  }

  @Test func wordsOnAPictureNeedContrast() throws {
    let green = Ink(cyan: 0.3, magenta: 0, yellow: 0.3, black: 0)
    #expect(PictureHead.isReadable(.paper, on: .black))
    #expect(PictureHead.isReadable(.black, on: .paper))
    #expect(!PictureHead.isReadable(.paper, on: green))
    let size = Size(width: .points(200), height: .points(120))
    let head = PictureHead(text: "开工", setter: testSetter(), plate: "paper", place: .head)
    #expect(words(try head.draw(on: size)) == "开工")
    #expect(head.finding == nil)
    let dark = PictureHead(text: "开工", setter: testSetter(), plate: "black")
    #expect(dark.finding?.code == "picture.low-contrast")
  }
}
