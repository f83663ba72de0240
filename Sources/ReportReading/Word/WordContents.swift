/// Finds the lines of a table of contents that no field and no style marks: heads with a page number
/// behind a tab, which come again in the text.
enum WordContents {
  /// The blocks without such lines, and without the 目录 over them.
  static func left(out blocks: [WordBlock]) -> [WordBlock] {
    var heads: [String: Int] = [:]
    for (place, block) in blocks.enumerated() {
      if case .paragraph(let paragraph) = block {
        let words = squeezed(paragraph.text)
        if words.count <= 60 { heads[words] = place }
      }
    }
    var entries = Set<Int>()
    for (place, block) in blocks.enumerated() {
      guard case .paragraph(let paragraph) = block, let head = head(of: paragraph),
        let again = heads[squeezed(head)], again > place
      else { continue }
      entries.insert(place)
    }
    guard !entries.isEmpty else { return blocks }
    return blocks.enumerated().map { place, block in
      if entries.contains(place) { return .loss(.contents) }
      if entries.contains(place + 1), case .paragraph(let paragraph) = block,
        ["目录", "目次"].contains(squeezed(paragraph.text))
      {
        return .loss(.contents)
      }
      return block
    }
  }

  /// The head that a line of contents names: what stands before its last tab and page.
  private static func head(of paragraph: WordParagraph) -> String? {
    guard paragraph.lines.count == 1 else { return nil }
    let text = Scalars(paragraph.lines[0])[...].trimmed
    let digits = text.reversed().prefix { $0.isDigit }.count
    guard (1...4).contains(digits) else { return nil }
    let before = text.dropLast(digits)
    guard before.last == "\u{3000}" || before.last == "\t" else { return nil }
    let head = before.trimmed
    return head.isEmpty ? nil : head.string
  }

  private static func squeezed(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}
