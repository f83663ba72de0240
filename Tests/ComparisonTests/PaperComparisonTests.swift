import Testing

@testable import Comparison

/// Edits of every kind on printed pages, each found and named once, and none invented.
struct PaperComparisonTests {
  /// What a page is made of before it is laid out.
  private struct Paper {
    struct Part {
      var text: String
      var isHead = false
      /// A head that stands where it is told, in millimetres.
      var left = 20.0
    }
    var parts: [Part]
    var pictures: [PaperPicture]
    var size = (width: 210.0, height: 297.0)

    /// One column of 24 characters of 5 mm a line, 7 mm from line to line, 36 lines a page.
    var contents: PaperContents {
      var texts: [PaperText] = []
      var line = 0
      for part in parts {
        let places = part.text.indices.enumerated().map { number, _ in
          let row = line + number / 24
          return PagePlace(
            page: row / 36 + 1, left: part.left + Double(number % 24) * 5,
            top: 20 + Double(row % 36) * 7, width: 5, height: 5)
        }
        texts.append(PaperText(text: part.text, characters: places, isHead: part.isHead))
        line += (part.text.count + 23) / 24
      }
      let pages = max(2, (line + 35) / 36)
      return PaperContents(
        sizes: Array(repeating: size, count: pages), texts: texts, pictures: pictures)
    }
  }

  private static var paper: Paper {
    let words = [
      "清晨的集市上人声渐起", "河堤加固工程进入收尾阶段", "志愿者把热饭送到老人家中", "新修的步道连起三个村庄",
      "图书馆延长了夜间开放时间", "果农正忙着给梨树套袋", "镇里的诊所添了两台设备", "孩子们在操场上排练合唱",
      "水厂完成了管网改造", "公交线路向北延伸两站", "农技员到田头讲解防虫办法", "老街的路灯换成了节能灯",
    ]
    var parts: [Paper.Part] = []
    for (index, word) in words.enumerated() {
      if index % 4 == 0 {
        parts.append(.init(text: "第\(index / 4 + 1)版要闻\(word.prefix(4))", isHead: true))
      }
      parts.append(
        .init(text: "\(word)。记者了解到，这项工作从\(index + 3)月开始，已有\(index * 7 + 11)人参加，其余的年底前完成。"))
    }
    return Paper(
      parts: parts,
      pictures: [
        picture("甲", left: 150, top: 30), picture("乙", left: 150, top: 120),
        picture("丙", left: 150, top: 210),
      ])
  }

  private static func picture(_ digest: String, left: Double, top: Double) -> PaperPicture {
    PaperPicture(
      digest: digest, place: PagePlace(page: 1, left: left, top: top, width: 50, height: 40),
      crop: [0, 0.1, 0, 0.1])
  }

  /// The running texts among the parts.
  private static let bodies = paper.parts.indices.filter { !paper.parts[$0].isHead }
  private static let heads = paper.parts.indices.filter { paper.parts[$0].isHead }

  private static let edits: [(PaperChange.Kind, @Sendable (inout Paper, Int) -> Void)] = [
    (.changed, { paper, seed in paper.parts[bodies[seed % 12]].text += "下周还将继续。" }),
    (
      .changed,
      { paper, seed in
        let text = paper.parts[bodies[seed % 12]].text
        paper.parts[bodies[seed % 12]].text = String(text.dropLast(6)) + "本月内办结。"
      }
    ),
    (.removed, { paper, seed in paper.parts.remove(at: bodies[seed % 12]) }),
    (
      .added,
      { paper, seed in
        paper.parts.insert(.init(text: "另据气象部门消息，明后两天有雨，请注意防范。"), at: bodies[seed % 12])
      }
    ),
    (
      .moved,
      { paper, seed in
        let part = paper.parts.remove(at: bodies[seed % 4])
        paper.parts.insert(part, at: bodies[7 + seed % 4])
      }
    ),
    (.place, { paper, seed in paper.parts[heads[seed % 3]].left = 32 }),
    (.picture, { paper, seed in paper.pictures[seed % 3].digest = "丁" }),
    (.crop, { paper, seed in paper.pictures[seed % 3].crop = [0.1, 0, 0.1, 0] }),
    (.place, { paper, seed in paper.pictures[seed % 3].place.left -= 8 }),
    (.place, { paper, seed in paper.pictures[seed % 3].place.width += 5 }),
    (.pictureRemoved, { paper, seed in paper.pictures.remove(at: seed % 3) }),
    (
      .pictureAdded,
      { paper, seed in
        paper.pictures.append(picture("戊", left: 20 + Double(seed % 5) * 10, top: 250))
      }
    ),
  ]

  @Test(arguments: 0..<60) func anEditIsFoundAndNoneInvented(_ seed: Int) {
    let (kind, edit) = Self.edits[seed % Self.edits.count]
    var new = Self.paper
    edit(&new, seed / Self.edits.count * 3 + seed)
    let found = PaperComparison(Self.paper.contents, new.contents).changes
    #expect(found.map(\.kind) == [kind], "\(seed): \(found.map { ($0.kind, $0.newText, $0.name) })")
  }

  @Test func equalPagesDoNotDiffer() {
    #expect(PaperComparison(Self.paper.contents, Self.paper.contents).isEmpty)
  }

  @Test func anotherSizeAndAnotherPageAreSaid() {
    var new = Self.paper
    new.size = (216, 303)
    let found = PaperComparison(Self.paper.contents, new.contents).changes
    #expect(found.map(\.kind) == [.page, .page])
    #expect(found.first?.newText == "216 × 303 mm")
  }

  /// The marks of changed words stand on those words alone, a line each.
  @Test func marksStandOnTheWords() throws {
    var new = Self.paper
    new.parts[Self.bodies[2]].text = new.parts[Self.bodies[2]].text.replacing("老人", with: "独居老人")
    let change = try #require(PaperComparison(Self.paper.contents, new.contents).changes.first)
    #expect(change.kind == .changed && change.edits.map(\.newWords).joined().contains("独居"))
    let width = change.marks.map(\.width).reduce(0, +)
    #expect(width <= 5 * 4, "\(change.marks)")
  }

  /// Two pictures that change places are two moves, not two new pictures.
  @Test func picturesThatChangePlacesHaveMoved() {
    var new = Self.paper
    (new.pictures[0].place, new.pictures[1].place) =
      (new.pictures[1].place, new.pictures[0].place)
    let found = PaperComparison(Self.paper.contents, new.contents).changes
    #expect(found.map(\.kind) == [.place, .place])
  }
}
