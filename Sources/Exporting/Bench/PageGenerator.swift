import Charting
import Diagnostics
import DisplayList
import LayoutSpecs
import Notations
import PageMakeup
import ReportModel

/// Makes random pages from real paragraphs: the same seed gives the same pages.
struct PageGenerator {
  /// Paragraphs, heads and indicators to draw from.
  struct Stock {
    var paragraphs: [ReportBlock] = []
    var headlines: [String] = []
    var slogans: [String] = []
    var indicators: [ReportIndicator] = []

    init(_ reports: [Report]) {
      for report in reports {
        paragraphs += report.blocks.filter { $0.role.isText && $0.text.count >= 30 }
        headlines += report.headlines
        slogans += report.blocks(.slogan).map(\.text)
        indicators += report.indicators
      }
    }
  }

  let stock: Stock
  private var random: SeededRandom

  init(stock: Stock, seed: UInt64) {
    self.stock = stock
    random = SeededRandom(seed: seed)
  }

  /// Ratios of pictures, width by height.
  private static let ratios: [(Int, Int)] = [(2, 3), (3, 4), (1, 1), (4, 3), (3, 2), (16, 9)]

  /// A report of about so many characters, with section heads where it is long.
  mutating func report(characters: Int, withIndicators: Bool) -> Report {
    var blocks = [block(.headline, random.pick(stock.headlines) ?? "标题")]
    if random.below(2) == 0 { blocks.append(block(.byline, "本报通讯员 王明 李强")) }
    var count = 0
    var sinceHead = 0
    while count < characters {
      if characters > 1500, sinceHead > 600 || count == 0, let slogan = random.pick(stock.slogans) {
        blocks.append(block(.slogan, slogan))
        sinceHead = 0
      }
      guard var paragraph = random.pick(stock.paragraphs) else { break }
      paragraph.role = .body
      // The last paragraph is cut at the length that was asked for.
      let left = characters - count
      if paragraph.text.count > left + 60 {
        paragraph.text = String(paragraph.text.prefix(max(40, left))) + "。"
        paragraph.runInLead = min(paragraph.runInLead, 0)
      }
      blocks.append(paragraph)
      count += paragraph.text.count
      sinceHead += paragraph.text.count
    }
    var indicators: [ReportIndicator] = []
    if withIndicators {
      let start = random.below(max(1, stock.indicators.count - 12))
      indicators = Array(stock.indicators.dropFirst(start).prefix(12))
    }
    return Report(source: "generated", blocks: blocks, indicators: indicators)
  }

  private func block(_ role: ReportRole, _ text: String) -> ReportBlock {
    ReportBlock(role: role, text: text, range: SourceRange(file: "generated", line: 1))
  }

  mutating func pictures(atMost most: Int) -> [MakeupPicture] {
    (0..<random.below(most + 1)).map { number in
      let (wide, high) = random.pick(Self.ratios) ?? (3, 2)
      let image = ImageSource(
        path: "picture-\(number)", format: .jpeg, pixelWidth: wide * 600, pixelHeight: high * 600)
      return MakeupPicture(image: image, caption: "图片说明文字第\(number + 1)幅")
    }
  }

  /// A bar chart of four to nine values.
  mutating func chart(_ number: Int) throws(Rejection) -> MakeupPicture {
    let bars = (0..<(4 + random.below(6))).map { bar in
      "{\"name\": \"第\(bar + 1)社区\", \"value\": \(20 + random.below(900))}"
    }
    let spec = """
      {"mark": "bar", "data": {"values": [\(bars.joined(separator: ", "))]},
       "encoding": {"y": {"field": "name", "type": "nominal", "title": null},
                    "x": {"field": "value", "type": "quantitative", "title": "件"}}}
      """
    var picture = MakeupPicture(caption: "图\(number) 各社区办件量")
    picture.chart = try ChartSpec(json: Array(spec.utf8), file: "generated")
    return picture
  }

  /// A page of one article with up to five pictures and up to two number panels or charts; the page is
  /// as high as the article asks for, give or take three lines.
  mutating func single(layout: LayoutSpec) throws(Rejection) -> MakeupJob {
    let characters = 900 + random.below(5100)
    var hasPanel = false
    var charts: [MakeupPicture] = []
    for number in 0..<random.below(3) {
      if random.below(2) == 0, !hasPanel {
        hasPanel = true
      } else {
        charts.append(try chart(number + 1))
      }
    }
    let report = report(characters: characters, withIndicators: hasPanel)
    return MakeupJob(report: report, layout: layout, pictures: pictures(atMost: 5) + charts)
  }

  /// A page of two to seven articles whose lengths add up to about the page.
  mutating func multiple(layout: LayoutSpec) -> PlanJob {
    let count = 2 + random.below(6)
    let frame = layout.first.frames[0]
    let measure = layout.grid.measure
    let capacity = frame.columns.count * frame.lines.count
    var weights = (0..<count).map { _ in 2 + random.below(6) }
    weights.sort(by: >)
    let whole = weights.reduce(0, +)
    var stories: [PlannedStory] = []
    for (number, weight) in weights.enumerated() {
      let area = capacity * weight / whole
      let pictures = pictures(atMost: area > 60 ? (area > 150 ? 2 : 1) : 0)
      // What a head of some columns and pictures of two take; the rest is text of full lines.
      let head = 8 + area / 8
      let art = pictures.count * 26
      let rows = max(16, area - head - art)
      let characters = rows * measure * 92 / 100
      stories.append(
        PlannedStory(
          report: report(characters: characters, withIndicators: false), pictures: pictures,
          importance: count - number))
    }
    return PlanJob(layout: layout, stories: stories)
  }

  mutating func below(_ limit: Int) -> Int { random.below(limit) }
}
