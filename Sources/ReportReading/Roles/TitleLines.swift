internal import ReportModel

/// Kicker, headline and deck among the title lines of a front, by their shapes beside each other
/// (AD-10): a kicker is shorter than its headline or has more members than the couplet under it, a
/// deck is a bracket, a dash, or a clause whose subject the headline has named.
struct TitleLines {
  /// The role of each title line.
  private(set) var roles: [Int: ReportRole] = [:]
  /// Title lines whose role is a convention, no guess.
  private(set) var settled: Set<Int> = []
  /// The first line, where it is the first half of a headline: 柳泉镇：.
  private(set) var opening: Int?

  /// 柳泉镇： over a further title line: no letter begins with whom it addresses.
  static func isOpening(_ place: Int, in elements: [Element]) -> Bool {
    place == 0 && elements.count > 1 && RoleCues.isIntroduction(elements[0].text)
      && elements[0].shape.stops == 0 && elements[0].shape.count <= 20
      && RoleCues.isTitleLike(elements[1])
  }

  /// The first of two title lines of one part each, which hands would read differently: a kicker over
  /// its headline, or a headline in two lines.
  private(set) var eitherWay: Int?

  /// Judges lines that may all be titles, in their order.
  init(_ lines: [Int], in elements: [Element]) {
    if Self.isOpening(0, in: elements) { opening = 0 }
    guard let first = lines.first else { return }
    if let marked = lines.first(where: { elements[$0].mark == .heading(1) }) {
      for place in lines {
        roles[place] =
          elements[place].mark == .heading(1) ? .headline : place < marked ? .kicker : .deck
      }
      return
    }
    for place in lines { roles[place] = .headline }
    guard lines.count > 1 else { return }
    let head = elements[first]
    if lines[1] == first + 1, Self.isKicker(head, over: elements[lines[1]]) {
      roles[first] = .kicker
      if head.text.contains("·"), head.shape.parts.count == 1 { settled = [first, lines[1]] }
    } else if lines[1] == first + 1, Self.mayBeKicker(head, over: elements[lines[1]]) {
      eitherWay = first
    }
    for place in lines.dropFirst()
    where roles[place - 1] == .headline || roles[place - 1] == .deck {
      guard Self.isDeck(elements[place], under: elements[place - 1]) else { continue }
      roles[place] = .deck
      if Self.isOccasion(elements[place]) || Self.isTranslation(elements[place].text)
        || Self.acts.match(in: elements[place].text, endingAt: elements[place].text.count) != nil
      {
        settled.insert(place)
      }
    }
  }

  private static func isKicker(_ line: Element, over title: Element) -> Bool {
    let (left, right) = (line.shape, title.shape)
    // 政府工作报告 over the occasion is the title itself.
    if isOccasion(title) || DocumentWords.papers.match(in: line.text, endingAt: left.count) != nil {
      return false
    }
    if left.parts.count >= 3, right.parts.count == 2 { return true }
    if left.parts.count == 2, right.parts.count == 2 {
      return line.text.count != title.text.count && lengths(left) != lengths(right)
    }
    guard left.parts.count == 1 || line.text.contains(where: \.isLatin), right.parts.count <= 3
    else {
      return false
    }
    if line.text.contains(where: { "·｜|/".unicodeScalars.contains($0) }), left.count <= 16 {
      return true
    }
    // A column's name is no more than a word or two; 关于…的 is a title broken in two.
    return left.count <= 8 && right.count * 2 >= left.count * 3
      && !RoleCues.isUnitName(line.text) && !title.text.hasPrefix("暨")
      && !line.text.hasPrefix("关于") && line.text.last != "》"
  }

  /// 我在基层当网格员 over a headline as long: a phrase of its own, which nothing shows to go on.
  private static func mayBeKicker(_ line: Element, over title: Element) -> Bool {
    guard (5...12).contains(line.shape.count), title.shape.count >= line.shape.count,
      line.shape.parts.count == 1, title.shape.parts.count == 1, !isDeck(title, under: line),
      !RoleCues.isUnitName(line.text), !line.text.hasPrefix("关于"), !isOccasion(title)
    else { return false }
    return line.text.last.map { "的》和与及、".unicodeScalars.contains($0) } == false
      && [line.text, title.text].allSatisfy {
        DocumentWords.papers.match(in: $0, endingAt: $0.count) == nil
      }
  }

  /// 2032年1月16日在县第十九届人民代表大会第二次会议上: when and where a speech was given.
  static func isOccasion(_ line: Element) -> Bool {
    line.text.hasSuffix("会议上") || line.text.hasSuffix("大会上") || line.text.hasSuffix("仪式上")
      || line.text.hasSuffix("座谈会上")
  }

  private static let acts = Lexicon(
    "讲话 发言 致辞 主持 主持会议 出席 出席会议 出席活动 作报告 批示 作批示 参加 参加会议 陪同 参加调研 陪同调研")

  private static func lengths(_ shape: LineShape) -> [Int] { shape.parts.map(\.count) }

  /// A Village in a Cup: the headline once more in Latin letters.
  private static func isTranslation(_ text: Scalars) -> Bool {
    text.count { $0.isLatin } >= 6 && !text.contains(where: \.isHan)
  }

  /// （2031年度） or a clause that goes on without a subject: 强调…, 要求….
  private static func isDeck(_ line: Element, under title: Element) -> Bool {
    let text = line.text
    if text.first == "（", text.last == "）", text.count >= 6 { return true }
    if text.hasPrefix("——") || isOccasion(line) { return true }
    if isTranslation(text), title.text.contains(where: \.isHan), title.shape.count > 4 {
      return true
    }
    // Under a whole title, the members that give its figures: 安排项目126个 总投资418亿元.
    if line.shape.parts.count >= 2, line.shape.digits >= 2, title.shape.parts.count == 1,
      title.shape.count > 8
    {
      return true
    }
    // Under a headline, who took part: 刘某出席并讲话.
    if Self.acts.match(in: text, endingAt: text.count) != nil, line.shape.digits == 0,
      line.shape.count <= 24, title.shape.count > line.shape.count / 2
    {
      return true
    }
    return Quotations.speakingVerbs.match(in: text, at: 0) != nil
      && RoleCues.endsWithEvent(title.text)
  }
}
