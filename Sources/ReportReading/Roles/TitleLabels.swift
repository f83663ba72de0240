internal import Diagnostics
internal import ReportModel

/// Roles that a writer states: `引题：`, `主题：`, `副题：` before the lines of a title block, and
/// `kicker:`, `headline:`, `deck:`, `byline:` in the front matter. They are taken at their word; the
/// label is no part of the text.
enum TitleLabels {
  private static let labels: [(String, ReportRole)] = [
    ("引题", .kicker), ("肩题", .kicker), ("眉题", .kicker), ("主标题", .headline), ("主题", .headline),
    ("正题", .headline), ("标题", .headline), ("副标题", .deck), ("副题", .deck), ("主标", .headline),
    ("副标", .deck), ("署名", .byline),
    ("作者", .byline),
  ]
  private static let keys: [String: ReportRole] = [
    "kicker": .kicker, "headline": .headline, "deck": .deck, "byline": .byline, "引题": .kicker,
    "主题": .headline, "标题": .headline, "副题": .deck, "署名": .byline,
    "title": .headline,
  ]

  /// Marks the lines of a draft. One label alone is part of a sentence; two, one of them the
  /// headline's, are labels.
  static func take(_ draft: inout Draft) {
    takeFrontMatter(&draft)
    let front = draft.lines.indices.prefix(8).filter { draft.lines[$0].mark.isText }
    let found = front.compactMap { place in
      label(of: draft.lines[place].text).map { (place: place, label: $0) }
    }
    guard found.count >= 2, found.contains(where: { $0.label.role == .headline }) else { return }
    for (place, label) in found {
      // 作者：张某 is printed as it stands.
      let isPrinted = label.role == .byline && draft.lines[place].text.hasPrefix("作者")
      if !isPrinted { draft.lines[place].drop(label.length) }
      draft.lines[place].mark = .role(label.role)
    }
  }

  private static func label(of text: Scalars) -> (role: ReportRole, length: Int)? {
    guard text.count <= 80 else { return nil }
    var start = 0
    if let first = text.first, "【[（(".unicodeScalars.contains(first) { start = 1 }
    for (word, role) in labels where text.has(word, at: start) {
      var end = start + word.unicodeScalars.count
      if start == 1, end < text.count { end += 1 }
      if start == 0 {
        guard end < text.count, text[end] == "：" || text[end] == ":" else { return nil }
        end += 1
      }
      while end < text.count, text[end].isSpace || text[end] == "：" { end += 1 }
      return end < text.count ? (role, end) : nil
    }
    return nil
  }

  /// Most lines in which a title is sought once more.
  private static let titleLines = 6

  /// Lines of the front matter that are part of the title block, before the text; what follows a title
  /// follows that of the text, where it alone has one.
  private static func takeFrontMatter(_ draft: inout Draft) {
    var given: [TextLine] = []
    let isNamed = draft.metadata.contains { $0.key != "title" && keys[$0.key] == .headline }
    for entry in draft.metadata {
      guard let role = keys[entry.key], !entry.value.isEmpty, entry.key != "title" || !isNamed
      else {
        continue
      }
      let number = entry.range.start.line
      let whole = draft.source.line(number)
      let value = Scalars(entry.value)
      let start = whole.indices.first { whole[$0...].starts(with: value) } ?? whole.startIndex
      given.append(
        TextLine(
          number: number, text: value, columns: [], start: start - whole.startIndex,
          width: whole.count, indent: 0, blanksBefore: 0, mark: .role(role), boldPrefix: 0))
    }
    // A title that the text repeats at its head stands once; the same words further down, such as the
    // name of an office under a letter, are others.
    let roles: [ReportRole] = [.kicker, .headline, .deck, .byline]
    given = roles.flatMap { role in given.filter { $0.mark == .role(role) } }
    let head = draft.lines.prefix(while: { line in
      line.text.last.map { !"。；".unicodeScalars.contains($0) } ?? true
    }).prefix(titleLines)
    let rest = head.filter { line in
      !given.contains { $0.text == line.text } || line.mark == .role(.headline)
    }
    let titles: [TextLine.Mark] = [.role(.headline), .heading(1)]
    let title = rest.firstIndex { titles.contains($0.mark) }
    let isTitled = title != nil && !given.contains { $0.mark == .role(.headline) }
    let under = isTitled ? given.filter { $0.mark != .role(.kicker) } : []
    let over = given.dropLast(under.count)
    let end = title.map { title in rest[title...].prefix { titles.contains($0.mark) }.endIndex }
    let place = isTitled ? end ?? 0 : 0
    draft.lines =
      over + rest[..<place] + under + rest[place...] + draft.lines.dropFirst(head.count)
  }
}

extension TextLine {
  /// Takes so many characters from the front.
  mutating func drop(_ count: Int) {
    text.removeFirst(count)
    if columns.isEmpty { start += count } else { columns.removeFirst(min(count, columns.count)) }
    boldPrefix = max(0, boldPrefix - count)
    marks = InlineMarks.cut(marks, dropping: count, keeping: text.count)
    for index in notes.indices { notes[index].offset = max(0, notes[index].offset - count) }
  }
}
