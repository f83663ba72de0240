internal import ReportModel

/// Kicker, headline and deck among the title lines of a front, by their shapes beside each other
/// (AD-10): a kicker is shorter than its headline or has more members than the couplet under it, a
/// deck is a bracket, a dash, or a clause whose subject the headline has named.
struct TitleLines {
  /// The role of each title line.
  private(set) var roles: [Int: ReportRole] = [:]

  /// Judges lines that may all be titles, in their order.
  init(_ lines: [Int], in elements: [Element]) {
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
    }
    for place in lines.dropFirst()
    where roles[place - 1] == .headline || roles[place - 1] == .deck {
      if Self.isDeck(elements[place], under: elements[place - 1]) { roles[place] = .deck }
    }
  }

  private static func isKicker(_ line: Element, over title: Element) -> Bool {
    let (left, right) = (line.shape, title.shape)
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

  private static func lengths(_ shape: LineShape) -> [Int] { shape.parts.map(\.count) }

  /// （2031年度） or a clause that goes on without a subject: 强调…, 要求….
  private static func isDeck(_ line: Element, under title: Element) -> Bool {
    let text = line.text
    if text.first == "（", text.last == "）", text.count >= 6 { return true }
    if text.hasPrefix("——") { return true }
    // Under a whole title, the members that give its figures: 安排项目126个 总投资418亿元.
    if line.shape.parts.count >= 2, line.shape.digits >= 2, title.shape.parts.count == 1,
      title.shape.count > 8
    {
      return true
    }
    return Quotations.speakingVerbs.match(in: text, at: 0) != nil
      && RoleCues.endsWithEvent(title.text)
  }
}
