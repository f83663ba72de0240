import Diagnostics

extension ChartProblems {
  /// Two colours that one ink prints alike.
  static func greyAlike(_ pair: GreyLooks.Pair) -> Finding {
    let apart = NumberFormat(".0f")?.text(pair.difference) ?? ""
    return Finding(
      severity: .note, code: "chart.grey-alike",
      message: Wording(
        "\"\(pair.first)\" and \"\(pair.second)\" look alike in grey (L* differs by \(apart))",
        "“\(pair.first)”与“\(pair.second)”印成灰度难以区分（L* 只差 \(apart)）"),
      hints: [
        Wording(
          "leave the colours to the theme, or take a lighter and a darker one",
          "请用主题配色，或改用深浅不同的颜色")
      ])
  }

  /// A label that readers cannot make out.
  static func badLabel(_ fault: SceneAudit.Fault) -> Finding {
    let words: (String, String) =
      switch fault.kind {
      case .overlaps(let other): ("lies over \"\(other)\"", "与“\(other)”相叠")
      case .leaves: ("leaves the figure", "超出图幅")
      case .isSmall: ("is smaller than 6.5 pt", "小于 6.5 磅")
      case .isFaint: ("is hard to read on its ground", "与底色反差不足，难以辨认")
      }
    return Finding(
      severity: .warning, code: "chart.bad-label",
      message: Wording(
        "the label \"\(fault.words)\" \(words.0)", "标签“\(fault.words)”\(words.1)"))
  }
}
