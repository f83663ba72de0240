import LayoutSpecs

extension RulePictures {
  private static func one(
    _ english: String, note: String = "", _ text: [RuleText], ems: Double = 9,
    _ change: (inout RulePanel) -> Void = { _ in }
  ) -> RulePanel {
    var panel = RulePanel(.right, note, english, [text], ems: ems)
    change(&panel)
    return panel
  }

  /// Part 6: what stands beside characters, and vertical lines.
  static let beside: [RulePicture] = [
    RulePicture(
      "IM-1", "A dot under each character, none under marks and spaces.",
      [
        one("in a justified line", ["务必", RuleText("紧盯重点，狠抓落实", emphasis: .dots), "到位。"])
      ]),
    RulePicture(
      "IM-3", "One unbroken line a name; a break between neighbours.",
      [
        RulePanel(
          .wrong, "两名合为一段", "two names as one span",
          [[RuleText("张三李四", emphasis: .properName), "著", RuleText("三国志", emphasis: .bookTitle)]]),
        RulePanel(
          .right, "", "a span for each name",
          [
            [
              RuleText("张三", emphasis: .properName), RuleText("李四", emphasis: .properName), "著",
              RuleText("三国志", emphasis: .bookTitle),
            ]
          ]),
      ]),
    RulePicture(
      "IM-4", "A box round the name of one who has died, unbroken.",
      [one("a box", ["主任委员", RuleText("王某某", emphasis: .deceased), "同志"]) { $0.scale = 1.4 }]),
    RulePicture(
      "RU-1",
      "Pinyin stands over its character, centred, a quarter em from its neighbour; zhuyin at its right.",
      [
        one("pinyin", note: "拼音", [RuleText("中国好", ruby: "zhōng guó hǎo")], ems: 6) {
          $0.leading = 2.2
          $0.scale = 1.7
        },
        one("zhuyin", note: "注音", [RuleText("中国好吗", ruby: "ㄓㄨㄥ ㄍㄨㄛˊ ㄏㄠˇ ˙ㄇㄚ")], ems: 6) {
          $0.leading = 2.2
          $0.scale = 1.7
        },
        one("zhuyin in a vertical line", note: "直排", [RuleText("中国", ruby: "ㄓㄨㄥ ㄍㄨㄛˊ")], ems: 3) {
          $0.isVertical = true
          $0.leading = 2.2
          $0.scale = 1.7
        },
      ]),
    RulePicture(
      "VT-1",
      "In vertical lines two or three digits stand upright in one em; longer ones lie down.",
      [one("vertical", ["第20届2025年GDP"], ems: 10) { $0.isVertical = true }]),
    RulePicture(
      "VT-2", "In vertical lines quotes are 「『, dashes and brackets turn, ：；？！ stand.",
      [one("vertical", ["“新城”——好（上）！"], ems: 9) { $0.isVertical = true }]),
  ]
}
