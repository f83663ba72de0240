internal import ReportModel

/// The period that numbers have where their sentence names none. A periodical report (a daily,
/// monthly, yearly one) has one for all its sections; other reports have none.
struct PeriodRules {
  /// Whether the report covers a fixed time, by its title.
  let isPeriodical: Bool
  /// The default so far.
  private(set) var current = ""
  /// Whether the section lists plans, so that 全年 means the year of its head.
  private(set) var isPlan = false
  private var sectionHasDefault = false

  /// Reads the title block.
  init(_ passages: [Passage]) {
    let titles = passages.filter {
      $0.role == .headline || $0.role == .masthead || $0.role == .kicker
    }
    let isNewspaper = passages.contains { $0.role == .deck || $0.role == .byline }
    isPeriodical =
      !isNewspaper
      && titles.contains {
        Self.periodicals.occurs(in: $0.paragraph.text)
          || PeriodScanner(Sentence(text: $0.paragraph.text, range: 0..<$0.paragraph.text.count))
            .spans().contains {
              $0.isAbsolute && !$0.text.hasSuffix("年") && !$0.text.hasSuffix("年度")
            }
      }
  }

  /// Takes a section head of the first level.
  mutating func take(head: Scalars) {
    isPlan = Self.plans.occurs(in: head)
    sectionHasDefault = false
  }

  /// Takes the periods of a sentence that holds numbers; the first of a section may set the default.
  mutating func take(_ spans: [PeriodSpan], sentence: Sentence) {
    guard isPeriodical, !sectionHasDefault else { return }
    sectionHasDefault = true
    guard let first = spans.first(where: { $0.kind == .period }),
      first.range.lowerBound <= sentence.range.lowerBound + 4
    else { return }
    if current.isEmpty {
      if !Self.momentary.contains(first.text) { current = first.text }
    } else if first.isAbsolute, isPlan || first.text.hasSuffix("年") {
      current = first.text
    }
  }

  /// The period a span stands for: in plans, 全年 is the year of the plan.
  func period(of span: PeriodSpan) -> String {
    guard isPlan, !current.isEmpty, current.hasSuffix("年"),
      ["全年", "年内", "今年", "年底"].contains(span.text)
    else { return span.text }
    return current
  }

  /// Words for the present.
  static let momentary: Set<String> = ["目前", "现有", "当前", "近年来", "如今", "眼下", "现在", "截至目前"]
  private static let plans = Lexicon("打算 计划 安排 目标 思路 下步 下一步 展望 下月 下周 明年")
  private static let periodicals = Lexicon(
    """
    日通报 日报 周总结 周报 周通报 周分析 周小结 周调度 每周 一周 旬报 月分析 月通报 月报 月度 月份 季度 年度 总结 半年 月讯 日分析 年报 工作报告 周工作
    周情况
    """)
}
