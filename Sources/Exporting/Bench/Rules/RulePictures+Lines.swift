import LayoutSpecs
import Typesetting

extension RulePictures {
  /// Part 4: how a line comes to its measure.
  static let lines: [RulePicture] = [
    RulePicture(
      "LA-1", "Every line but the last reaches the measure exactly.",
      ["全街道完成一般公共预算收入32276万元，同比增长8.5%，全市第一。"], wrong: ("左齐", "ragged right"),
      off: { $0.alignment = .left }),
    RulePicture(
      "LA-2", "Ideographs are never set closer than solid.",
      [
        RulePanel(
          .wrong, "字距 −0.1 字", "tracking of −0.1 em",
          [[RuleText("坚持党建引领，把握正确方向，推动高质量发展。", tracking: -0.1)]]),
        RulePanel(.right, "", "as it is", [["坚持党建引领，把握正确方向，推动高质量发展。"]]),
      ]),
    RulePicture(
      "LA-3", "Steps in order and with limits: word spaces, then gaps, then all characters alike.",
      ["今年的GDP增长internet技术功不可没。"],
      wrong: ("中西间距吸收全部", "gaps without a limit take it all"),
      off: { $0.profile.mixedGapMaximum = 4 }),
    RulePicture(
      "LA-4", "A line of ideographs on a measure of whole ems is solid.",
      ["坚持党建引领把握正确方向推动基层治理水平再上新台阶取得新成效"],
      wrong: ("栏宽 9.6 字", "a measure of 9.6 em"), off: { $0.ems = 9.6 }),
    RulePicture(
      "LA-5", "Lines are chosen over the whole paragraph.",
      ["5月份，街道社情民意办共受理群众诉求1286件，环比下降9.3%，同比下降14.6%。"],
      wrong: ("逐行填满", "first fit"), off: { $0.breaker = FirstFitBreaker() }),
    RulePicture(
      "LA-6", "Even setting: first ink at the start, last at the end, equal gaps.",
      [
        names(.wrong, "不均排", "justified: the last line is ragged") { $0.alignment = .justified },
        names(.right, "", "even") { $0.alignment = .even },
      ]),
  ]

  private static func names(
    _ verdict: RulePanel.Verdict, _ note: String, _ english: String,
    _ change: (inout RulePanel) -> Void
  ) -> RulePanel {
    var panel = RulePanel(
      verdict, note, english, [["王小明"], ["李强"], ["欧阳文海"]], ems: 4)
    change(&panel)
    return panel
  }

  private static let paragraph: [RuleText] = ["健全五级组织体系，成立新社区。"]

  /// Part 5, as far as it is a matter of paragraphs.
  static let paragraphs: [RulePicture] = [
    RulePicture(
      "PG-1", "A measure is a whole number of ems.",
      ["坚持党建引领把握方向，推动治理水平再上台阶。"], wrong: ("栏宽 8.5 字", "a measure of 8.5 em"),
      off: { $0.ems = 8.5 }),
    RulePicture(
      "PG-2", "The first line is indented by two ems.", ["坚持党建引领把握方向，推动治理水平再上台阶。"],
      wrong: ("不缩进", "no indent"), off: { $0.indent = 0 }, both: { $0.indent = 2 }),
    RulePicture(
      "PG-3", "The last line has two characters or more.", ["坚持党建引领，把握正确方向，推动治理上新阶。"],
      ems: 10, wrong: ("不管末行", "last-line: 1"), off: { $0.profile.lastLineMinimum = 1 }),
    RulePicture(
      "PG-9", "Lines stand far enough apart, and marks between them move none.",
      ["街道", RuleText("重点项目", emphasis: .dots), "高效推进，民生持续改善。"],
      wrong: ("行距 1.1 字", "a leading of 1.1 em"), off: { $0.leading = 1.1 }),
    RulePicture(
      "PG-12", "Short headings are spaced.",
      [
        RulePanel(.wrong, "密排", "solid", [[RuleText("附件", role: "heading-song")]], ems: 7),
        RulePanel(
          .right, "", "tracked by its number of characters",
          [
            [
              RuleText(
                "附件", role: "heading-song", tracking: HeadingSpacing.tracking(forCharacters: 2))
            ]
          ], ems: 7),
      ].map { panel in
        var panel = panel
        panel.alignment = .centred
        return panel
      }),
    RulePicture(
      "PG-13", "Heading lines end between words and are even.",
      [RuleText("坚持以人民为中心的发展思想推动民生保障", role: "heading-song")], ems: 11,
      wrong: ("按正文断行", "broken as running text"), off: { $0.isHeading = false },
      both: {
        $0.isHeading = true
        $0.alignment = .centred
      }),
    RulePicture(
      "PG-14", "A run-in lead is bold and keeps the paragraph's grid.",
      [
        lead(.wrong, "不区分", "the lead as body text", "body"),
        lead(.right, "", "in bold", "hei-bold"),
      ]),
  ]

  private static func lead(
    _ verdict: RulePanel.Verdict, _ note: String, _ english: String, _ role: String
  ) -> RulePanel {
    var panel = RulePanel(
      verdict, note, english,
      [[RuleText("重点项目推进。", role: .init(rawValue: role)), "东海院子等10处房地产项目顺利推进。"]])
    panel.indent = 2
    return panel
  }
}
