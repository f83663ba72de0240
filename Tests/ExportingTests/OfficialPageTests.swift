import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel
import TestSupport
import Testing

@testable import Exporting
@testable import PageMakeup

/// Official papers of every length: their pages are full, their attachments start as the standard has
/// it, their imprints stand with text, and their seals lie on the signature.
struct OfficialPageTests {
  private func layout() throws -> LayoutSpec {
    try #require(try AccountTests.layouts().first { $0.name == "gongwen-a4" })
  }

  /// A paper of some paragraphs and attachments.
  private struct Paper {
    var text: RandomText
    var line = 0

    init(seed: UInt64) { text = RandomText(seed: seed) }

    mutating func block(_ role: ReportRole, _ words: String) -> ReportBlock {
      line += 1
      return ReportBlock(
        role: role, text: words, lines: [line], range: SourceRange(file: "paper.txt", line: line))
    }

    mutating func words(_ count: ClosedRange<Int>) -> String {
      let count = text.number(in: count)
      var words = ""
      while words.count < count { words += text.paragraph(pieces: 8, wild: false) }
      return String(words.filter { !$0.isWhitespace }.prefix(count - 1)) + "。"
    }

    mutating func report(paragraphs: Int, attachments: Int) -> Report {
      var blocks = [
        block(.issuer, "青棠镇人民政府文件"), block(.docnum, "青政发〔2031〕7号"),
        block(.headline, "青棠镇人民政府关于做好村级道路管护工作的通知"),
        block(.addressee, "各村民委员会，镇直各单位："),
      ]
      for number in 0..<paragraphs {
        if number > 0, text.number(in: 0...4) == 0 { blocks.append(block(.h1, "一、加强组织领导")) }
        blocks.append(block(.body, words(30...300)))
      }
      for number in 0..<attachments {
        let mark = attachments == 1 ? "附件：" : number == 0 ? "附件：1." : "\(number + 1)."
        blocks.append(block(.attachmentRef, mark + "管护责任人名单\(number + 1)"))
      }
      blocks += [block(.signature, "青棠镇人民政府"), block(.date, "2031年5月6日")]
      for number in 0..<attachments {
        let mark = attachments == 1 ? "附件" : "附件\(number + 1)"
        blocks.append(block(.attachmentTitle, mark))
        blocks.append(block(.attachmentTitle, "管护责任人名单\(number + 1)"))
        for _ in 0..<text.number(in: 1...5) { blocks.append(block(.body, words(30...260))) }
      }
      if text.number(in: 0...3) > 0 {
        blocks.append(block(.distribution, "抄送：县政府办公室，县交通运输局。"))
        blocks.append(block(.imprint, "青棠镇党政办公室　　2031年5月9日印发"))
      }
      return Report(source: "paper.txt", blocks: blocks)
    }
  }

  /// The words of a page by their baselines, without its number; and those of its imprint alone.
  private func lines(_ page: Page) -> [(baseline: Double, words: String)] {
    var found: [Double: String] = [:]
    for text in PageInks(page).texts where !text.isFurniture {
      found[(text.baseline * 10).rounded() / 10, default: ""] += text.words
    }
    return found.map { (baseline: $0.key, words: $0.value) }.sorted { $0.baseline < $1.baseline }
  }

  private func isImprint(_ words: String) -> Bool {
    words.hasPrefix("抄送") || words.contains("日印发") || words.contains("党政办公室")
  }

  /// `BANXIN_PAPERS=1000` makes so many.
  @Test func pagesAreFullAndAttachmentsStartThem() throws {
    let layout = try layout()
    let count = AccountTests.number("BANXIN_PAPERS") ?? 100
    var short = 0
    for seed in 0..<count {
      var paper = Paper(seed: UInt64(seed) + 1)
      let attachments = seed % 4
      let report = paper.report(paragraphs: 1 + seed % 12, attachments: attachments)
      var problems = Problems()
      let made = try Makeup(shaper: SquareShaper()).make(
        MakeupJob(report: report, layout: layout), into: &problems)
      let pages = made.document.pages.map(lines)
      let texts = pages.map { $0.filter { !isImprint($0.words) } }
      #expect(texts.last?.isEmpty == false, "seed \(seed): an imprint alone")
      for number in 0..<attachments {
        let mark = attachments == 1 ? "附件" : "附件\(number + 1)"
        let page = try #require(
          pages.first { $0.first?.words == mark }, "seed \(seed): no page starts with \(mark)")
        let pitch = layout.grid.leading.points
        let title = (page[1].baseline - page[0].baseline) / pitch
        #expect((1.7...2.6).contains(title), "seed \(seed): the title stands \(title) rows lower")
      }
      short += shortPages(texts, in: layout)
    }
    #expect(
      short == 0, "\(short) of \(count) papers have a page that is short by more than two lines")
  }

  /// Whether an inner page ends more than two lines above its foot.
  private func shortPages(
    _ pages: [[(baseline: Double, words: String)]], in layout: LayoutSpec
  ) -> Int {
    let foot = layout.grid.typeArea.bottom.points
    let isShort = pages.indices.dropLast().contains { number in
      guard let next = pages[number + 1].first, !next.words.hasPrefix("附件"),
        let last = pages[number].last
      else { return false }
      return (foot - last.baseline) / layout.grid.leading.points > 3
    }
    return isShort ? 1 : 0
  }

  // MARK: Seals

  private func sealed(width: Length?, ratio: Int = 100) throws -> (page: Page, codes: [Code]) {
    var paper = Paper(seed: 5)
    var blocks = paper.report(paragraphs: 2, attachments: 0).blocks.filter {
      $0.role != .signature && $0.role != .date && $0.role != .imprint && $0.role != .distribution
    }
    blocks += [
      paper.block(.signature, "青棠镇人民政府"), paper.block(.caption, ""),
      paper.block(.date, "2031年5月6日"), paper.block(.body, "结尾这一段用来确认后文还在。"),
    ]
    let image = ImageSource(path: "seal.png", format: .png, pixelWidth: 6 * ratio, pixelHeight: 600)
    var seal = MakeupPicture(image: image, block: blocks.count - 3)
    seal.width = width
    seal.isOverText = true
    var problems = Problems()
    let made = try Makeup(shaper: SquareShaper()).make(
      MakeupJob(
        report: Report(source: "paper.txt", blocks: blocks), layout: try layout(),
        pictures: [seal]), into: &problems)
    let page = made.document.pages.first { !PageInks($0).placedImages.isEmpty }
    return (try #require(page), problems.diagnostics.map(\.code))
  }

  @Test func aSealLiesOnItsSignatureAtItsOwnSize() throws {
    for (width, wanted) in [(Length.millimetres(42), 42.0), (.millimetres(38), 38), (nil, 42)] {
      let (page, codes) = try sealed(width: width)
      #expect(codes.allSatisfy { !$0.rawValue.hasPrefix("page.") }, "\(codes)")
      let inks = PageInks(page)
      let seal = try #require(inks.placedImages.first?.box)
      #expect(abs(seal.right - seal.left - wanted / 25.4 * 72) < 0.1)
      #expect(abs((seal.right - seal.left) - (seal.bottom - seal.top)) < 0.1)
      for words in ["青棠镇人民政府", "2031"] {
        let text = try #require(inks.texts.first { $0.words.hasPrefix(words) }?.box)
        #expect(seal.top < text.top && text.bottom < seal.bottom, "\(words)")
        #expect(seal.left < text.right && text.left < seal.right, "\(words)")
      }
      // What follows stands under the seal.
      let more = try #require(inks.texts.first { $0.words.hasPrefix("结尾这一段") }?.box)
      #expect(more.top >= seal.bottom - 1)
    }
  }
}
