import Geometry
import LayoutSpecs
import ReportModel

/// How high the paragraphs of an office paper's head are, so that its text begins on the line on which
/// the page has it, and where their lines break.
extension WordPaper {
  /// A paragraph's height in twips: over, of each of its lines, and under it.
  struct Height {
    var before: Int
    var line: Int
    var lines: Int
    var after: Int
    /// What a rule under it takes.
    var rule = 0

    var sum: Int { before + line * lines + after + rule }
  }

  /// Four millimetres from the number to the rule, of which the line takes its share, in points.
  var ruleGap: Int { max(0, Length.millimetres(4).twips - section.over) / 20 }

  /// Two millimetres from issuer and date of a brief to its rule, in points.
  static let briefGap = 6
  var isBrief: Bool { document.form == .brief }

  /// The height of a block as it is written, but for what brings the text to its line.
  func height(ofBlock index: Int, _ role: ReportRole) -> Height {
    let style = written.layout.styles.resolved(WordStyleSheet.name(of: role))
    let lines = written.placings[index].flatMap { $0.lineEnds.isEmpty ? nil : $0.lineEnds.count }
    let isLine = role == .masthead || role == .issuerDate
    let number = lines ?? (isLine ? 1 : self.lines(of: blocks[index].text, style))
    switch role {
    case .masthead where isPaper:
      let slot = max(document.slot.twips, (fitted(blocks[index].text, style) ?? style.size).twips)
      return Height(
        before: written.labels.isEmpty ? document.mark.twips : 0, line: slot + section.over,
        lines: number, after: 0)
    case .docnum where isPaper:
      let gap = max(0, 2 * leading - section.over)
      return Height(before: gap, line: leading, lines: number, after: gap, rule: ruleGap * 20 + 30)
    case .issuerDate where isBrief:
      return Height(before: 0, line: leading, lines: 1, after: 0, rule: Self.briefGap * 20 + 40)
    case .headline where isPaper:
      let follows = index + 1 < blocks.count && self.role(ofBlock: index + 1) == .headline
      return Height(
        before: blocks[index].role == .attachmentTitle ? leading : 0, line: leading, lines: number,
        after: follows ? 0 : leading)
    default:
      let shape = style.paragraph
      return Height(
        before: shape.linesBefore * leading, line: WordStyleSheet.line(of: style, section),
        lines: number, after: shape.linesAfter * leading)
    }
  }

  /// How much lower the page begins the text than the paragraphs before it come to, for the first title
  /// of the first page; 0 for every other.
  func shortOfText(from title: Int) -> Int {
    guard !blocks[..<title].contains(where: { $0.role == .headline }),
      let text = blocks.indices.dropFirst(title + 1).first(where: {
        role(ofBlock: $0) != .headline && written.placings[$0] != nil
      }), let placing = written.placings[text], placing.page == 0
    else { return 0 }
    var (sum, under) = (0, 0)
    for index in blocks.indices[..<text] where blocks[index].role != .furniture {
      let height = height(ofBlock: index, role(ofBlock: index))
      sum += height.sum - min(height.before, under)
      under = height.after
    }
    let blank = leading * placing.blank
    return placing.top.twips - blank - sum - written.labels.count * leading
  }

  /// What is between a block and the one before it, by the larger of their spaces.
  func spaceBefore(_ index: Int) -> Int {
    let under = index > 0 ? height(ofBlock: index - 1, role(ofBlock: index - 1)).after : 0
    return max(under, height(ofBlock: index, role(ofBlock: index)).before)
  }

  /// The space under a table, up to the line of the grid on which the text goes on.
  func afterTable(_ index: Int, _ style: NamedStyle) -> String {
    guard index > 0, blocks[index - 1].table != nil, let own = written.placings[index],
      let table = written.placings[index - 1], own.page == table.lastPage
    else { return "" }
    var height = height(ofBlock: index, role(ofBlock: index))
    let gap = own.top.twips - own.blank * leading - table.bottom.twips
    if gap <= 0 { return "" }
    height.before += gap
    return spacing(height)
  }

  /// Lines that a text takes; of a title, lines of one length.
  func lines(of text: String, _ style: NamedStyle) -> Int {
    let width = Int(WordTable.width(text) * Double(style.size.twips))
    return max(1, (width + section.measure - 1) / max(1, section.measure))
  }

  /// Lines of a title of one length, by indents on both sides.
  func balanced(_ text: String, _ style: NamedStyle) -> String {
    let size = style.size.twips
    let width = Int(WordTable.width(text) * Double(size))
    let lines = lines(of: text, style)
    guard lines > 1 else { return indent() }
    let wanted = (width / lines + size) / size * size
    let side = max(0, (section.measure - wanted - size / 2) / 2)
    return indent(left: side, right: side)
  }

  // MARK: Lines

  /// Whether a block has the indents of its style.
  private func isPlain(_ index: Int, _ role: ReportRole) -> Bool {
    !properties(ofBlock: index, role).contains("<w:ind ")
  }

  /// What is added after each scalar of a block so that its lines break where the page's do; empty where
  /// nothing is.
  func spacing(ofCharactersIn index: Int, _ role: ReportRole) -> [Double] {
    let block = blocks[index]
    let style = written.layout.styles.resolved(WordStyleSheet.name(of: role))
    let text = Array(block.text.unicodeScalars)
    let ends = written.placings[index].map { lineEnds(of: block, $0.lineEnds) } ?? []
    // Issuer and date have one line between them, however wide the blank is that parts them.
    let isLine = isPaper && role == .issuerDate
    guard isLine || !ends.isEmpty, !text.isEmpty,
      isLine || isPlain(index, role)
    else { return [] }
    let shape = style.paragraph
    let em = Double(style.size.twips)
    let lines = WordLines(
      size: Double(style.size.halfPoints * 10), rest: Double(WordStyleSheet.rest(of: style.size)),
      measure: Double(section.measure) - (shape.leftIndent + shape.rightIndent) * em,
      indent: shape.firstLineIndent * em)
    let spacing = lines.spacing(
      of: text, ends: isLine ? [text.count] : ends, notes: block.notes.map(\.offset))
    return spacing.contains { $0 != 0 } ? spacing : []
  }

  /// The ends of lines in the scalars of a block's own text: the page's have the marks of its notes.
  private func lineEnds(of block: ReportBlock, _ ends: [Int]) -> [Int] {
    let extra = (ends.last ?? 0) - block.text.unicodeScalars.count
    if extra < 0 { return [] }
    if block.notes.isEmpty { return extra == 0 ? ends : [] }
    let mark = extra / block.notes.count
    let offsets = block.notes.map(\.offset).sorted()
    return ends.map { end in
      let before = offsets.enumerated().filter { $0.element + $0.offset * mark < end }
      return end - before.count * mark
    }
  }
}
