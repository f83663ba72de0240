internal import ReportModel
internal import Segmentation

/// The time that a number holds at where its own clause names none, as a small state machine: the
/// document's default (its kind and title), the section's (its head, its first sentence), and the
/// time of the sentence before in the paragraph. The nearest one that is known holds.
struct PeriodRules {
  /// Whether the report covers a fixed time, by its title.
  private(set) var isPeriodical: Bool
  /// The default of the document or of the section.
  private(set) var current = ""
  /// The time that the sentences before in the paragraph leave.
  private(set) var carried = ""
  /// The year or month that a sentence named last: 当年 points to it.
  private var named = ""
  /// Whether the section lists plans, so that 全年 means the year of its head.
  private(set) var isPlan = false
  private var sectionHasDefault = false

  /// Reads the title block.
  init(_ passages: [Passage]) {
    let titles = passages.filter {
      $0.role == .headline || $0.role == .masthead || $0.role == .kicker
    }.map { Self.withoutNames($0.paragraph.text) }
    let isNewspaper = passages.contains { $0.role == .deck || $0.role == .byline }
    let isOfficial = titles.contains { Self.official.occurs(in: $0) }
    isPeriodical =
      isOfficial
      || !isNewspaper
        && titles.contains {
          Self.periodicals.occurs(in: $0) || Self.namesItsTime($0) || Self.describesAYear($0)
        }
    if isPeriodical { current = titles.lazy.compactMap(Self.time).first ?? "" }
    if current.isEmpty, !isNewspaper, let time = Self.opening(passages) {
      isPeriodical = true
      current = time
    }
  }

  /// The year or month that opens a text whose title names none, where the text is copied without its
  /// title and has sections, or names no other year.
  private static func opening(_ passages: [Passage]) -> String? {
    let texts = passages.filter { $0.role.isText }
    guard let text = texts.first?.paragraph.text, let sentence = Sentence.searched(text).first,
      let span = PeriodScanner(sentence).spans().first(where: { $0.kind == .period }),
      span.isAbsolute, span.range.lowerBound <= sentence.range.lowerBound + 2,
      span.text.contains("年"), let end = span.text.unicodeScalars.last,
      "年度月份季".unicodeScalars.contains(end)
    else { return nil }
    if passages.first?.role.isText == true, passages.contains(where: { $0.role == .h1 }) {
      return span.text
    }
    // A story that comes to the present tells of more times than it names.
    guard !texts.contains(where: { present.occurs(in: $0.paragraph.text) }) else { return nil }
    let years = texts.reduce(into: Set<String>()) { $0.formUnion(Self.years($1.paragraph.text)) }
    return years.count == 1 ? span.text : nil
  }

  private static let present = Lexicon("如今 现在 眼下 今年 去年 前年 目前 当时 后来 现有")

  /// The years that a text names by number.
  private static func years(_ text: Scalars) -> [String] {
    text.indices.filter { place in
      text[place] == "年" && place >= 4 && text[(place - 4)..<place].allSatisfy(\.isDigit)
    }.map { text[($0 - 4)..<$0].string }
  }

  /// The time that a title names: 2031年9月份 of 2031年9月份热线运行情况.
  private static func time(in title: Scalars) -> String? {
    PeriodScanner(Sentence(text: title, range: 0..<title.count)).spans().first {
      $0.isAbsolute && $0.kind == .period
    }?.text
  }

  /// A title without the names in 《》 and “”: 记者 of a 《日报》 make no bulletin.
  private static func withoutNames(_ text: Scalars) -> Scalars {
    let whole = Sentence(text: text, range: 0..<text.count)
    var result: Scalars = []
    var place = 0
    for name in whole.names() where name.lowerBound >= place {
      result += text[place..<name.lowerBound]
      place = name.upperBound
    }
    return result + text[place...]
  }

  private static func namesItsTime(_ title: Scalars) -> Bool {
    PeriodScanner(Sentence(text: title, range: 0..<title.count)).spans().contains {
      $0.isAbsolute && !$0.text.hasSuffix("年") && !$0.text.hasSuffix("年度")
    }
  }

  /// 2031年全区教育概况: a year, and a noun that it is the year of. News ends with what was done, a
  /// plan is of the time to come.
  private static func describesAYear(_ title: Scalars) -> Bool {
    guard time(in: title) != nil, !plans.occurs(in: title), !wishes.occurs(in: title),
      let last = Segmentation(title).words.last
    else { return false }
    return last.range.count > 1 && last.partOfSpeech == .noun
  }

  private static let wishes = Lexicon("方案 规划 意见 办法 要点 通知 公告 通告 公示 函 纪要 讲话")

  /// Takes a section head of the first level: 一、2031年工作回顾 sets the section's time.
  mutating func take(head: Scalars) {
    isPlan = Self.plans.occurs(in: head)
    sectionHasDefault = false
    carried = ""
    guard isPeriodical else { return }
    let spans = PeriodScanner(Sentence(text: head, range: 0..<head.count)).spans()
    let span = spans.first { $0.kind == .period && $0.isAbsolute }
    if let span {
      current = span.text
    }
    // The past that a report covers is no time of its plans.
    if isPlan, span == nil { current = "" }
  }

  /// Takes a head without a number: it opens a section of its own where it names the year.
  mutating func take(subhead: Scalars) {
    if PeriodScanner(Sentence(text: subhead, range: 0..<subhead.count)).spans().contains(where: {
      $0.kind == .period && $0.isAbsolute && $0.text.contains("年")
    }) {
      take(head: subhead)
    }
  }

  /// Forgets at a new paragraph what the last one was about.
  mutating func beginParagraph() { carried = "" }

  /// Takes the times of a sentence, before its numbers are read: the first sentence of a section may
  /// set the default.
  mutating func take(_ spans: [PeriodSpan], sentence: Sentence) {
    guard isPeriodical else { return }
    let spans = spans.filter { sentence.asideEnd($0.range.upperBound) == nil }
    if let first = spans.first(where: { $0.kind == .period }), !isPlan,
      opensSentence(first, sentence), renames(first.text)
    {
      // From here on the report calls its own time so: 全年 for 2031年.
      current = first.text
    }
    guard !sectionHasDefault else { return }
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

  /// Takes what a sentence leaves to the next one of its paragraph: the time that opens it, where no
  /// other takes over. Days, moments and deadlines are left behind with their sentence.
  mutating func leave(_ spans: [PeriodSpan], sentence: Sentence) {
    if let last = spans.last(where: { $0.kind == .period && $0.isAbsolute }) {
      named = Self.bare(last.text)
    }
    let opening = spans.filter { span in
      span.kind == .period && sentence.asideEnd(span.range.upperBound) == nil
        && span.range.lowerBound <= sentence.clauseStart(before: span.range.lowerBound) + 2
    }
    guard opening.count <= 1 else {
      carried = ""
      return
    }
    guard let opening = opening.first,
      opensSentence(opening, sentence), !Self.resolved.contains(opening.text)
    else { return }
    let isBrief =
      opening.text.hasSuffix("日") || opening.text.hasSuffix("末") || opening.text.hasSuffix("时")
      || opening.text.hasSuffix("分")
      || opening.text.hasSuffix("前") || Self.momentary.contains(opening.text)
      || Self.days.contains(opening.text)
    if isPeriodical {
      // Beside a default only a time of its kind carries on.
      carried = isBrief || !opening.isAbsolute || opening.isCumulative ? "" : opening.text
    } else {
      carried = isBrief ? "" : opening.text
    }
  }

  /// Whether a time stands before everything that a sentence tells: 经初步核算，2023年，.
  private func opensSentence(_ span: PeriodSpan, _ sentence: Sentence) -> Bool {
    let before = sentence.text[sentence.range.lowerBound..<span.range.lowerBound]
    return before.count <= 4
      || before.count <= Self.longestLeadIn && before.last == "，"
        && !before.contains(where: \.isDigit)
  }

  private static let longestLeadIn = 14

  /// 到2029年底 is of 2029年.
  private static func bare(_ text: String) -> String {
    let scalars = Scalars(text)
    guard let first = scalars.firstIndex(where: { $0.isDigit }),
      let year = scalars.firstIndex(of: "年"),
      first < year
    else { return text }
    return scalars[first...year].string
  }

  /// The time of a number whose sentence names none.
  var standing: String { carried.isEmpty ? current : carried }

  /// The period a span stands for: in plans, 全年 is the year of the plan; 当年 is the year before.
  func period(of span: PeriodSpan) -> String {
    if Self.resolved.contains(span.text) {
      let known = standing.isEmpty ? named : standing
      if !known.isEmpty { return known }
    }
    if span.text == "一年来", isPeriodical, current.hasSuffix("年"), !isPlan { return current }
    guard isPlan, !current.isEmpty, current.hasSuffix("年"),
      Scalars(current).contains(where: \.isDigit),
      ["全年", "年内", "今年", "年底"].contains(span.text)
    else { return span.text }
    return current
  }

  /// Words for the present.
  static let momentary: Set<String> = ["目前", "现有", "当前", "近年来", "如今", "眼下", "现在", "截至目前"]
  /// Words that point back to the time named before.
  static let resolved: Set<String> = ["当年", "当月", "当季", "当期"]
  /// Whether a word is another name of the time that holds.
  private func renames(_ word: String) -> Bool {
    switch word {
    case "全年": current.hasSuffix("年") && Scalars(current).contains(where: \.isDigit)
    default: word.unicodeScalars.count >= 3 && current != word && current.hasSuffix(word)
    }
  }

  private static let days: Set<String> = ["昨日", "今日", "昨天", "今天", "前一日", "双休日", "周末"]
  private static let plans = Lexicon("打算 计划 安排 目标 思路 下步 下一步 展望 下月 下周 明年 重点工作 重点任务 工作任务")
  private static let official = Lexicon("工作报告 公报 月报 年报 季报 旬报 周报 月通报 周通报 日通报")
  private static let periodicals = Lexicon(
    """
    日通报 日报 周总结 周报 周通报 周分析 周小结 周调度 每周 一周 旬报 月分析 月通报 月报 月度 月份 季度 年度 总结 半年 月讯 日分析 年报 工作报告 周工作
    周情况 公报 通报 简况 公开 决算 运行情况
    """)
}
