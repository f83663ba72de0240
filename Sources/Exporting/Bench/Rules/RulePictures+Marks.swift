import LayoutSpecs
import Typesetting

extension RulePictures {
  /// Part 2: how wide marks are.
  static let marks: [RulePicture] = [
    RulePicture(
      "PW-1", "Where two marks meet and one is a bracket or quote, half an em of blank goes.",
      ["他说：“好。”（笑）"], wrong: ("不挤压", "pairs not squeezed"), off: { $0.omitted = .pairs }),
    RulePicture(
      "PW-2", "A pair without inner blank keeps its two ems.", ["真的吗（？）《！》"],
      wrong: ("半角式全挤", "half width, which takes all"),
      off: { $0.profile.scheme = .halfWidth }),
    RulePicture(
      "PW-3", "At a line end every full-width mark takes half an em.",
      ["牢固树立项目为王，持续做好招商引资。"], wrong: ("行末不挤", "marks keep their em at line ends"),
      off: { $0.omitted = .lineEndTrim }),
    RulePicture(
      "PW-4", "At a line start an opening mark loses its blank.", ["坚持党建引领和落实《规划》提出的目标。"],
      wrong: ("行首不挤", "marks keep their em at line starts"), off: { $0.omitted = .lineStartTrim }),
    RulePicture(
      "PW-5", "An opening mark at a paragraph start keeps its blank or not: one way in a document.",
      [
        choice("保留", "paragraph-start: keep", ["“双轮”驱动战略深入实施，成效十分明显。"]) {
          $0.indent = 2
          $0.profile.paragraphStart = .keep
        },
        choice("挤去", "paragraph-start: trim", ["“双轮”驱动战略深入实施，成效十分明显。"]) { $0.indent = 2 },
      ]),
    RulePicture(
      "PW-6", "Four schemes: full width, kaiming, half width, half width at line ends.",
      schemes.map { scheme, chinese, english in
        choice(chinese, english, ["春，夏。秋（冬）“年”！"], ems: 10.5) {
          $0.profile.scheme = scheme
          $0.alignment = .left
        }
      }),
    RulePicture(
      "PW-7", "Squeezing works through the borders of spans.",
      [RuleText("效果好。", role: "hei-bold"), "”他说。"],
      wrong: ("样式交界处不挤", "spans squeezed each by itself"), off: { $0.omitted = .pairsAcrossSpans }),
    RulePicture(
      "PW-8", "A mark may hang in the margin at a line end; off by default.",
      [
        choice("不悬挂", "hang: false", ["一二三四五六七八九，十加一等于十一。"]) { _ in },
        choice("悬挂", "hang: true", ["一二三四五六七八九，十加一等于十一。"]) {
          $0.profile.hangsPunctuation = true
        },
      ]),
    RulePicture(
      "PW-9", "A highlighted phrase breaks as the plain text does.",
      [
        RulePanel(.right, "不加粗", "plain text", [["建成（一期）（二期）工程，“均”已完工。"]]),
        RulePanel(
          .right, "加粗", "two phrases in bold",
          [
            [
              "建成（一期）", RuleText("（二期）工程，", role: "hei-bold"), "“均”",
              RuleText("已完工。", role: "hei-bold"),
            ]
          ]),
      ]),
  ]

  private static let schemes: [(CompositionProfile.PunctuationScheme, String, String)] = [
    (.fullWidth, "全角", "quanjiao"), (.kaiming, "开明", "kaiming"), (.halfWidth, "半角", "banjiao"),
    (.lineEndHalf, "行末半角", "hangmo-banjiao"),
  ]

  /// Part 3: Chinese with letters and digits.
  static let mixed: [RulePicture] = [
    RulePicture(
      "MX-1", "A gap of ¼ em, or the profile's, parts ideographs from letters and digits.",
      ["完成GDP增长8.5%目标"], ems: 11, wrong: ("间距为零", "mixed-gap: 0"),
      off: {
        $0.profile.mixedGap = 0
        $0.profile.mixedGapMinimum = 0
      }),
    RulePicture(
      "MX-2", "No gap beside marks and at line edges.", ["（GDP），2022。"],
      wrong: ("标点旁也留空", "marks take the gap as ideographs do"), off: { $0.omitted = .bareMarks }),
    RulePicture(
      "MX-3", "A typed space beside Western text becomes the gap.", ["共 10 处 GDP 增长"],
      wrong: ("空格再加间距", "the space added to the gap"), off: { $0.omitted = .replacedSpaces }),
    RulePicture(
      "MX-4", "Words and numbers are never opened to fill a line.",
      ["改变广大群众生活的internet技术发展迅速。"], wrong: ("拉开字母", "letters opened as ideographs are"),
      off: { $0.omitted = .wholeWords }),
    RulePicture(
      "MX-5", "Digits stand on half-em bodies where the style asks.",
      [
        RulePanel(.wrong, "字体自带宽度", "the face's own widths", [["1911—2025年"]]),
        RulePanel(
          .right, "", "half-width digits", [[RuleText("1911—2025年", halfWidthDigits: true)]]),
      ]),
    RulePicture(
      "MX-6", "Full-width digits and letters are set half-width.", ["２０２５年ＧＤＰ第一"],
      wrong: ("照原样", "as typed"), off: { $0.omitted = .normalisation }),
    RulePicture(
      "MX-8", "Quotes and dashes are Chinese beside ideographs, Western in Western text.",
      ["The “New City” is open."], ems: 14, wrong: ("一律作中文标点", "Chinese marks everywhere"),
      off: { $0.omitted = .markContext }),
    RulePicture(
      "MX-9", "A thousands gap is fixed and holds its number together.",
      ["参保人数一共有12 000人，比去年增加。"], wrong: free, off: { $0.omitted = .lineEdges }),
  ]

  private static let free = (note: "不避头尾", english: "every character may start and end a line")

  private static func choice(
    _ note: String, _ english: String, _ text: [RuleText], ems: Double = 9,
    _ change: (inout RulePanel) -> Void
  ) -> RulePanel {
    var panel = RulePanel(.choice, note, english, [text], ems: ems)
    change(&panel)
    return panel
  }
}
