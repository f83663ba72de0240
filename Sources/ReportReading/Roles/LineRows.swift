/// Rows of short lines that stand together without a blank line: verse, captions under a headline,
/// telephone lists, a label over its words. What one of them is, all are.
struct LineRows {
  /// What a row is.
  enum Kind: String {
    /// Lines of a poem or of slogans: they end in commas or in nothing.
    case verse
    /// Short sentences right under the title.
    case captions
    /// A name and a number on each line.
    case entries
    /// The names of a site's parts, one on each line.
    case menu
  }

  /// The kind of each element that belongs to a row.
  private(set) var kinds: [Int: Kind] = [:]
  /// Elements that say what the short line over them asks: 走访时间 / 5月6日.
  private(set) var answers: Set<Int> = []

  /// Finds the rows of a part of a report; `opening` are its elements before the first long text.
  init(_ elements: [Element]) {
    var start = 0
    while start < elements.count {
      var end = start
      while end < elements.count, Self.isShort(elements[end]),
        end == start || elements[end].paragraph.first.blanksBefore == 0
      {
        end += 1
      }
      if Self.isMenu(elements[start..<end]) {
        for place in start..<end { kinds[place] = .menu }
        start = end
        continue
      }
      if start == 0 { takeUnderTitle(0..<end, elements) }
      if end > start, start > 0 { take(start..<end, elements) }
      start = max(end, start + 1)
    }
    findAnswers(elements)
    findProtocol(elements)
  }

  /// When, where and with whom, as minutes have it under their title: the short lines from the first of
  /// these to the text go with them, labels and names on lines of their own too.
  private mutating func findProtocol(_ elements: [Element]) {
    let opening = elements.dropFirst().prefix(2)
    guard opening.count == 2,
      opening.allSatisfy({
        Self.isShort($0) && Self.isNamed($0) && !Bylines.isByline($0.text, $0.shape)
      })
    else { return }
    for place in elements.indices.dropFirst() {
      guard Self.isShort(elements[place]), !RoleCues.isAddressee(elements[place]) else { return }
      kinds[place] = .entries
    }
  }

  private mutating func take(_ range: Range<Int>, _ elements: [Element]) {
    let row = elements[range]
    let isParted = elements[range.lowerBound].paragraph.first.blanksBefore > 0
    let isListed = RoleCues.isIntroduction(elements[range.lowerBound - 1].text)
    if range.count >= 2,
      isListed && isParted && row.allSatisfy({ $0.shape.commas + $0.shape.stops > 0 })
        || row.allSatisfy(Self.isEntry)
        || isParted && range.count > 2 && row.allSatisfy(Self.isNamed)
    {
      for place in range { kinds[place] = .entries }
    } else if range.count >= 2, isParted, row.allSatisfy({ Self.isCaptionLike($0) }),
      !elements[..<range.lowerBound].contains(where: \.isRunning)
    {
      for place in range { kinds[place] = .captions }
    } else if range.count >= 3, isParted, row.allSatisfy({ Self.isVerse($0) }) {
      for place in range { kinds[place] = .verse }
    }
  }

  /// In a text without blank lines the title opens the row: the sentences or verses right under it.
  private mutating func takeUnderTitle(_ row: Range<Int>, _ elements: [Element]) {
    guard let title = elements.first, row.count >= 3, title.shape.stops + title.shape.commas == 0
    else { return }
    let rest = row.dropFirst()
    let sentences = rest.prefix {
      Self.isCaptionLike(elements[$0]) && elements[$0].shape.count <= 20
    }
    if sentences.count >= 2, sentences.count == rest.count {
      for place in sentences { kinds[place] = .captions }
      return
    }
    // 柳湾村得分96.5分，主要问题是…: statements that lack their stops.
    if rest.count >= 2,
      rest.allSatisfy({
        elements[$0].shape.commas > 0 && elements[$0].shape.digits > 0
          && !elements[$0].shape.endsClosed
      })
    {
      for place in rest { kinds[place] = .entries }
      return
    }
    // A title block has no more than four lines.
    let marked = rest.count { elements[$0].shape.commas + elements[$0].shape.stops > 0 }
    if rest.count >= 3, rest.count > 3 || marked * 4 >= rest.count * 3,
      rest.allSatisfy({ Self.isVerse(elements[$0]) && elements[$0].shape.parts.count == 1 })
    {
      for place in rest { kinds[place] = .verse }
    }
  }

  /// Two or more pairs of a label and one line under it, in a text that parts its paragraphs by
  /// blank lines.
  private mutating func findAnswers(_ elements: [Element]) {
    let found = elements.indices.dropFirst(2).filter { place in
      let (label, answer) = (elements[place - 1], elements[place])
      return Self.isLabel(label) && label.paragraph.first.blanksBefore > 0
        && Self.isShort(answer) && answer.shape.ordinal == nil
        && answer.paragraph.first.blanksBefore == 0
        && (place + 1 == elements.count || elements[place + 1].paragraph.first.blanksBefore > 0)
        && !RoleCues.isDate(answer.text) && !RoleCues.isUnitName(label.text)
        && !Bylines.isByline(answer.text, answer.shape)
        && elements[..<(place - 1)].contains { $0.isRunning || RoleCues.isAddressee($0) }
    }
    if found.count >= 2 { answers = Set(found) }
  }

  /// 首页 / 新闻 / 专题: three short names or more, one of them the way home.
  private static func isMenu(_ row: ArraySlice<Element>) -> Bool {
    row.count >= 3
      && row.allSatisfy { $0.shape.count <= 6 && $0.shape.stops + $0.shape.commas == 0 }
      && row.contains { $0.text == Scalars("首页") || $0.text == Scalars("网站首页") }
  }

  // MARK: Shapes

  private static func isShort(_ element: Element) -> Bool {
    element.kind == .text && !element.isHeading && element.shape.count <= 30
      && element.shape.stops <= 1 && element.shape.ordinal == nil && element.mark == .none
      && !element.titlesTable
  }

  private static func isLabel(_ element: Element) -> Bool {
    element.shape.stops + element.shape.commas == 0 && element.shape.count <= 12
      && element.kind == .text && element.shape.ordinal == nil && !element.titlesTable
  }

  /// A name, and a number of at least five digits behind a space or colon.
  private static func isEntry(_ element: Element) -> Bool {
    let text = element.text
    guard element.shape.digits >= 5, element.shape.stops + element.shape.commas == 0,
      !RoleCues.isDate(text), !RoleCues.isUnitAndDate(text),
      let last = text.lastIndex(where: { $0.isSpace || $0 == "：" || $0 == ":" }), last > 1
    else { return false }
    return text[(last + 1)...].allSatisfy { $0.isDigit || "-—－、/（）()".unicodeScalars.contains($0) }
  }

  /// 邮政所：西街6号: a name and what belongs to it.
  private static func isNamed(_ element: Element) -> Bool {
    RoleCues.isLabelled(element.text) && element.shape.stops + element.shape.commas == 0
      && !RoleCues.isFoot(element)
  }

  private static func isCaptionLike(_ element: Element) -> Bool {
    element.shape.endsWithStop && element.shape.commas <= 1 || Credits.endsWithCredit(element.text)
  }

  private static func isVerse(_ element: Element) -> Bool {
    let (text, shape) = (element.text, element.shape)
    return (2...20).contains(shape.count) && shape.digits == 0 && shape.parts.count <= 2
      && !Bylines.isByline(text, shape) && !RoleCues.isFurniture(text)
      && !RoleCues.isUnitName(text) && text.last != "：" && !text.hasPrefix("——")
      && !RoleCues.isFoot(element)
  }
}
