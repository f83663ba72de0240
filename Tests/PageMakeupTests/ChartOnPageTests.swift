import Charting
import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import Testing

@testable import PageMakeup

/// Charts as pictures of a page.
@Suite struct ChartOnPageTests {
  private static let ranking = ChartSpec([
    "preset": "ranking", "x": "镇街", "y": "企业",
    "data": [
      "values": [["镇街": "东湖", "企业": 7], ["镇街": "西苑", "企业": 18], ["镇街": "北关", "企业": 4]]
    ],
  ])

  private func object(_ chart: ChartSpec, _ setter: TextSetter) throws -> PictureObject {
    var picture = MakeupPicture(caption: "各镇街新增企业", label: "图表")
    picture.chart = chart
    return try PictureObject(
      picture: picture, spec: PictureSpec(crop: 0.18, captionRows: 2), setter: setter,
      columns: 1...2)
  }

  /// Whole rows high, within its frame, told to readers who cannot see it, and no empty box.
  @Test func aChartFillsWholeRows() throws {
    let setter = testSetter()
    let object = try object(Self.ranking, setter)
    let heights = object.heights(atMost: 40)
    #expect(!heights.isEmpty)
    for height in heights {
      let drawn = try object.draw(rows: height.rows)
      #expect(drawn.size.height == setter.grid.height(ofLines: height.rows))
      let frame = object.frame(rows: height.rows)
      for placed in drawn.items {
        guard case .glyphs(let run) = placed.item, run.text != "各镇街新增企业" else { continue }
        #expect(placed.origin.x + run.width <= frame.right + .points(0.5), "\(run.text)")
        #expect(placed.origin.y <= frame.bottom, "\(run.text)")
      }
      let told = drawn.items.contains { placed in
        if case .tag(let tag) = placed.item { tag.name.contains("最大 西苑 18") } else { false }
      }
      #expect(told)
    }
    #expect(setter.charts.findings.isEmpty)
  }

  /// A chart of many bars asks for more rows than one of three.
  @Test func barsSayHowHighTheyStand() throws {
    let many = (1...18).map { SpecValue(dictionaryLiteral: ("镇街", "镇街\($0)"), ("企业", 3)) }
    var long = Self.ranking
    long.root["data"] = ["values": SpecValue(many)]
    let setter = testSetter()
    let short = try object(Self.ranking, setter).heights(atMost: 60).map(\.rows).max() ?? 0
    let tall = try object(long, setter).heights(atMost: 60).map(\.rows).min() ?? 0
    #expect(tall > short)
  }

  /// A chart that cannot be drawn stops the page with its own finding.
  @Test func aBrokenChartIsRejected() throws {
    let broken = try object(ChartSpec(["preset": "rankin"]), testSetter())
    let rows = broken.heights(atMost: 40).first?.rows ?? 10
    #expect(throws: Rejection.self) { try broken.draw(rows: rows) }
  }

  /// In one column the label of the large figure stands under it and inside the panel.
  @Test func aNarrowPanelKeepsItsLabelInside() throws {
    let cards = (1...5).map {
      NumberCard(before: "", value: "\($0)", after: "家", label: "企业\($0)", remark: "")
    }
    let lead = NumberCard(
      before: "", value: "90", after: "以上%", label: "收获秋粮一点占比", remark: "")
    let setter = testSetter()
    let panel = NumberPanel(
      cards: [lead] + cards,
      spec: PanelSpec(rows: 10...24, ideal: 14, across: 2, title: "数说", least: 4, note: ""),
      slot: ObjectSlot(columns: 1...1, place: .head), setter: setter)
    let width = setter.grid.width(ofColumns: 1)
    for height in try #require(panel.heights()) {
      for placed in try panel.draw(rows: height.rows).items {
        guard case .glyphs(let run) = placed.item else { continue }
        #expect(placed.origin.x + run.width <= width, "\(run.text)")
      }
    }
  }
}
