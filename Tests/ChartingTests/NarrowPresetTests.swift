import Testing

@testable import Charting

/// Pictures that are laid out by hand keep to the width of a narrow column: no word of theirs reaches
/// over its edges.
@Suite struct NarrowPresetTests {
  private func input(_ spec: SpecValue, _ rows: [SpecValue] = [], width: Double) -> PresetInput {
    PresetInput(spec: spec, table: DataTable(items: rows), figureWidth: width)
  }

  /// How far the words of a picture reach to the left and to the right.
  private func reach(_ view: SpecValue) -> (left: Double, right: Double) {
    var (left, right) = (0.0, 0.0)
    for layer in view["layer"]?.list ?? [] where layer["mark"]?["type"]?.text == "text" {
      let size = layer["mark"]?["fontSize"]?.number ?? 8
      for row in layer["data"]?["values"]?.list ?? [] {
        let lines = (row["text"]?.text ?? "").split(separator: "\n")
        let room = lines.map { Advance.of(String($0), size: size) }.max() ?? 0
        let x = row["x"]?.number ?? 0
        let before =
          switch layer["mark"]?["align"]?.text {
          case "center": room / 2
          case "right": room
          default: 0.0
          }
        left = min(left, x - before)
        right = max(right, x - before + room)
      }
    }
    return (left, right)
  }

  private func check(_ view: SpecValue, width: Double) {
    let found = reach(view)
    #expect(found.left >= -1 && found.right <= width + 1, "\(found)")
    #expect((view["width"]?.number ?? .infinity) <= width)
  }

  @Test func badgesStandUpright() {
    let spec: SpecValue = [
      "rank": 2, "label": "营商环境评价总得分", "value": "91.6", "unit": "分", "of": 16,
    ]
    check(RankBadge(input(spec, width: 99)).view, width: 99)
    #expect((RankBadge(input(spec, width: 207)).view["height"]?.number ?? 0) == 48)
  }

  @Test(arguments: [99.0, 207]) func thresholdsHaveRoomForTheirWords(_ width: Double) {
    let rows: [SpecValue] = [
      ["企业": "安和机械", "产值": 2310, "门槛": 2000], ["企业": "明远建材", "产值": 1880, "门槛": 2000],
    ]
    let spec: SpecValue = ["x": "企业", "y": "产值", "threshold": "门槛"]
    check(FunnelPicture(input(spec, rows, width: width)).view, width: width)
  }

  @Test func signsStandForAsManyAsFit() {
    let rows: [SpecValue] = [["类": "物业服务", "件": 186], ["类": "噪声扰民", "件": 92]]
    check(
      PictogramPicture(input(["x": "类", "y": "件"], rows, width: 99)).view, width: 99)
  }

  @Test(arguments: [99.0, 207, 315]) func monthsStayInTheYear(_ width: Double) {
    let rows = (0..<365).map { day -> SpecValue in
      let date = TimeFormat.iso((22_280 + Double(day)) * 86_400_000).prefix(10)
      return ["日": SpecValue(String(date)), "件": SpecValue(Double(day % 50))]
    }
    check(CalendarPicture(input(["x": "日", "y": "件"], rows, width: width)).view, width: width)
  }

  /// Names and counts that leave bars too little room stand over them.
  @Test func barsKeepTheirShare() {
    let rows: [SpecValue] = [["项": "一般公共预算收入", "成": 57.9, "标": 70]]
    let spec: SpecValue = ["x": "项", "done": "成", "target": "标", "unit": "亿元", "progress": 75]
    let view = ProgressBars(input(spec, rows, width: 207), whole: "target").bullet
    #expect((view["width"]?.number ?? 0) >= 0.45 * 207)
    // No line strikes through the names between the bars.
    let rules = view["layer"]?.list?.filter { $0["mark"]?["type"]?.text == "rule" }
    #expect(rules?.isEmpty == true)
  }
}
