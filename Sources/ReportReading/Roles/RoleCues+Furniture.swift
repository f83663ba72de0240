/// What web pages and e-papers leave in copied texts.
extension RoleCues {
  /// What a web page or e-paper leaves in a copied text: times, counts, buttons, ways through the site.
  static func isFurniture(_ line: Scalars) -> Bool {
    guard line.count <= 100, !line.contains("。") else { return false }
    // - 来源：某报: an item of a list of the page.
    let text = line.hasPrefix("- ") ? Scalars(line.dropFirst(2).trimmed) : line
    guard !text.isEmpty else { return false }
    if isTimestamp(text) || text.hasPrefix("http") || text.hasPrefix("www.") { return true }
    if isPageLabel(text) || isButtonRow(text) || isMenu(text) || isShortDate(text) { return true }
    // A count or page number alone on its line.
    if text.count <= 5, text.allSatisfy(\.isDigit) { return true }
    if text.count <= 50, text.contains("网站"), text.contains("www.") { return true }
    if ["版权所有", "Copyright", "ICP备", "网站标识码", "公网安备", "未经授权", "不得转载", "转载请注明"]
      .contains(where: { text.contains($0) })
    {
      return true
    }
    if isNeighbour(text) || isNameOfPaper(text) { return true }
    if text.count <= 16, text.hasPrefix("字号") || text.hasPrefix("字体"), !text.contains("，") {
      return true
    }
    // 0 条评论: a count before the label.
    let label = text.firstIndex { !$0.isDigit && !$0.isSpace } ?? 0
    if text.count <= 60, let length = DocumentWords.furniture.match(in: text, at: label),
      length < text.count || length >= 3
    {
      return true
    }
    // 首页 > 新闻 > 要闻; two labels of a page's frame on one line.
    if isPath(text) || text.hasPrefix("返回") && text.count <= 6 { return true }
    if text.contains("首页"), text.contains(where: { ">›»→".unicodeScalars.contains($0) }) {
      return true
    }
    var labels = 0
    var start = 0
    while let found = DocumentWords.furniture.first(in: text, start..<text.count) {
      labels += 1
      start = found.place + found.length
    }
    if labels >= 2 { return true }
    let bare = text.filter { !$0.isSpace && !"【】[]〖〗|｜".unicodeScalars.contains($0) }
    var place = 0
    while place < bare.count, let length = DocumentWords.buttons.match(in: bare, at: place) {
      place += length
    }
    return place == bare.count && !bare.isEmpty
  }

  /// 今日 首页 -在线投稿 -往期报纸: the menu of a site, short names side by side.
  private static func isMenu(_ text: Scalars) -> Bool {
    let items = text.split { $0.isSpace || "-|｜·".unicodeScalars.contains($0) }
    return items.count >= 3 && items.allSatisfy { (2...6).contains($0.count) }
      && items.contains { Scalars($0) == Scalars("首页") }
  }

  /// 日期：11-02: a day as only a program writes it.
  private static func isShortDate(_ text: Scalars) -> Bool {
    guard text.count <= 20, text.hasPrefix("日期") || text.hasPrefix("时间"), text.count > 6,
      text[2] == "：" || text[2] == ":"
    else { return false }
    let date = text[3...].filter { !$0.isSpace }
    return date.contains { "-/".unicodeScalars.contains($0) }
      && date.allSatisfy { $0.isDigit || "-/:".unicodeScalars.contains($0) }
  }

  /// 云上新闻 > 要闻 > 正文: two steps of a way through a site.
  private static func isPath(_ text: Scalars) -> Bool {
    let steps = text.split(whereSeparator: { ">›»".unicodeScalars.contains($0) })
    return steps.count >= 3 && text.count <= 50 && steps.allSatisfy { $0.trimmed.count <= 12 }
  }

  /// 《某某日报》（2031年10月24日　第11版）: which paper of which day, and on which page.
  private static func isNameOfPaper(_ text: Scalars) -> Bool {
    guard text.first == "《", text.count <= 50, hasYear(text),
      let page = text.lastIndex(of: "版"), page > 1
    else { return false }
    return text[..<page].trimmed.last?.isDigit == true && text.contains("第")
  }

  /// 上一条：…, 下一篇, 上一版: the way to the pages beside this one.
  private static func isNeighbour(_ text: Scalars) -> Bool {
    guard text.count >= 3, text.count <= 60, text.hasPrefix("上一") || text.hasPrefix("下一"),
      "篇条页则版个".unicodeScalars.contains(text[2])
    else { return false }
    return text.count == 3 || text[3].isSpace || "：:>".unicodeScalars.contains(text[3])
  }

  /// 【打印本稿】 【推荐朋友】: nothing but short labels in brackets, two or more.
  private static func isButtonRow(_ text: Scalars) -> Bool {
    let groups = text.split(separator: "【")
    return text.first == "【" && groups.count >= 2
      && groups.allSatisfy { group in
        let words = group.trimmed
        return words.last == "】" && words.count <= 7 && !words.dropLast().contains("】")
      }
  }

  /// 第03版：综合新闻, A2版 要闻: which page of an e-paper it is.
  private static func isPageLabel(_ text: Scalars) -> Bool {
    guard text.count <= 16 else { return false }
    var place = text.first == "第" ? 1 : 0
    if place < text.count, text[place].isLatin { place += 1 }
    let number = place
    while place < text.count, place - number < 3,
      text[place].isDigit || "一二三四五六七八九十".unicodeScalars.contains(text[place])
    {
      place += 1
    }
    // B03 民生.
    if text[0].isLatin, place - number == 2, place + 2 < text.count, text[place].isSpace,
      text[(place + 1)...].allSatisfy(\.isHan)
    {
      return true
    }
    guard place > number, place < text.count, text[place] == "版" else { return false }
    return place + 1 == text.count || text[place + 1].isSpace
      || "：:|·".unicodeScalars.contains(text[place + 1])
  }

  /// 2031-11-09 09:15, with or without words before and behind.
  static func isTimestamp(_ text: Scalars) -> Bool {
    let isDated = hasYear(text) || DocumentWords.furniture.occurs(in: text)
    guard text.count <= 80, !text.contains("，"), isDated,
      let colon = text.indices.first(where: {
        text[$0] == ":" && $0 > 0 && $0 + 2 < text.count && text[$0 - 1].isDigit
          && text[$0 + 1].isDigit
          && text[$0 + 2].isDigit
      })
    else { return false }
    return text[..<colon].count { $0.isDigit } >= (hasYear(text) ? 7 : 4)
  }

  /// Four digits that a date goes on behind: 2031年, 2031-, 2031/.
  private static func hasYear(_ text: Scalars) -> Bool {
    text.indices.contains { place in
      place >= 4 && "年-/.".unicodeScalars.contains(text[place])
        && text[(place - 4)..<place].allSatisfy(\.isDigit)
    }
  }
}
