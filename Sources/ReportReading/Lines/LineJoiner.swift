internal import ReportModel
internal import Segmentation

/// Finds the lines that columns, pages or wrapping broke (step P2, rules J1 to J7). Decides for
/// each line whether it goes on with the one before; nothing is changed.
///
/// A missing full stop alone breaks no paragraph: titles, captions and careless paragraphs lack it
/// too. Two lines are joined on evidence, the seam's (``Seam``) or that of a long, unfinished line
/// over one that opens like none of the text's paragraphs.
struct LineJoiner {
  private let lines: [TextLine]
  private let shapes: [LineShape]
  private let wrap: HardWrap?
  private let words: SeamWords
  private let openings: ParagraphOpenings
  private let firstBody: Int
  private let usesIndents: Bool

  /// Prepares the lines of one text.
  init(_ lines: [TextLine], _ shapes: [LineShape]) {
    self.lines = lines
    self.shapes = shapes
    wrap = HardWrap(lines)
    words = SeamWords(lines)
    openings = ParagraphOpenings(lines, shapes)
    firstBody =
      lines.indices.first {
        lines[$0].mark.isText && shapes[$0].stops > 0 && shapes[$0].count >= 20
      }
      ?? lines.count
    usesIndents = lines.count { $0.indent == 2 } * 4 >= lines.count
  }

  /// For each line the join with the line before, or nil.
  func joins() -> [ReportJoin?] {
    let paragraphs = SoftBreaks.running(lines, shapes)
    var result: [ReportJoin?] = Array(repeating: nil, count: lines.count)
    for place in lines.indices.dropFirst() {
      let continues = result[place - 1] != nil
      guard let rule = rule(at: place, continues: continues, running: paragraphs) else { continue }
      let glue = glue(at: place)
      result[place] = ReportJoin(
        fromLine: lines[place - 1].number, toLine: lines[place].number, glue: glue.text,
        rule: glue.rule ?? rule)
    }
    return result
  }

  private func rule(at place: Int, continues: Bool, running: Set<Int>) -> String? {
    let (left, right) = (lines[place - 1], lines[place])
    guard left.mark.isText, right.mark.isText, right.blanksBefore <= 3 else { return nil }
    if let id = right.mark.paragraphID, left.mark.paragraphID == id {
      return running.contains(id) && !opensNew(place) ? "J0" : nil
    }
    // A Word paragraph is one; a blank line of Markdown may tear one, as in pasted text.
    if opensNew(place) || right.opensParagraph && right.mark.paragraphID == nil { return nil }
    if right.mark.isEnclosed || left.mark.isEnclosed { return nil }
    if let wrap, right.blanksBefore == 0, joinsWrapped(place, wrap, continues) { return "J5" }
    if !continues, LineStarts.isWhole(left, shapes[place - 1]) { return nil }
    if wrap != nil, right.blanksBefore == 0 { return nil }
    return ruleOfBroken(place, continues)
  }

  /// J6: what opens new never joins; a deep indent only where the text marks paragraphs by it.
  private func opensNew(_ place: Int) -> Bool {
    let line = lines[place]
    if line.indent >= 2, usesIndents || line.start >= 2, line.mark == .none { return true }
    return LineStarts.opensNew(line, shapes[place])
  }

  /// J5: in a wrapped text a full line always goes on, even after a full stop.
  private func joinsWrapped(_ place: Int, _ wrap: HardWrap, _ continues: Bool) -> Bool {
    let left = lines[place - 1]
    if wrap.isFull(left) { return continues || isRunning(place - 1) || place - 1 >= firstBody }
    return wrap.isNearlyFull(left) && !shapes[place - 1].endsClosed
      && (continues || shapes[place - 1].commas + shapes[place - 1].stops > 0)
  }

  /// J1, J2, J7: a running line that does not end goes on, where its seam says so (J2) or where it is
  /// too long for a title and the next line opens no paragraph (J1).
  private func ruleOfBroken(_ place: Int, _ continues: Bool) -> String? {
    let (left, right) = (shapes[place - 1], shapes[place])
    guard isOpen(place - 1), left.commas + left.stops > 0 || continues else { return nil }
    if Credits.endsWithCredit(lines[place - 1].text) { return nil }
    // A first line alone is a title, also one with commas; a broken paragraph leaves its comma behind.
    if place == 1, lines[place].blanksBefore > 0, left.stops == 0, lines[0].text.last != "，" {
      return nil
    }
    if place - 1 < firstBody, !continues, left.commas == 0 || left.count < 20 { return nil }
    if Seam(lines[place - 1].text, lines[place].text, words).isBroken { return "J2" }
    // …，请提前 / 储水。: a few characters with a stop are the rest of a sentence.
    if lines[place].blanksBefore == 0, left.commas > 0,
      right.count <= 8, right.commas == 0, right.stops == 1, right.endsWithStop
    {
      return "J1"
    }
    guard left.count >= 25 || left.stops > 0 || continues, !openings.opens(lines[place].text),
      !endsWithFigure(lines[place - 1].text, before: lines[place].text)
    else { return nil }
    return right.commas + right.stops > 0 || right.count >= 20 && right.parts.count == 1
      ? "J1" : nil
  }

  /// Whether a line does not end: no stop, and no closing mark but one inside a running sentence.
  private func isOpen(_ place: Int) -> Bool {
    let text = lines[place].text
    guard let last = text.last, last != "—" else { return false }
    guard Marks.lineEnd.contains(last) else { return true }
    guard last == "”" || last == "）", shapes[place].stops + shapes[place].commas >= 2,
      shapes[place].count >= 25, !shapes[place].endsWithStop
    else { return false }
    let opening: Unicode.Scalar = last == "”" ? "“" : "（"
    guard let start = text.lastIndex(of: opening), start > 0 else { return false }
    return !Marks.lineEnd.contains(text[start - 1])
  }

  /// 教职工4875人: a noun, a number and its unit are a whole statement, which lacks only its stop. After
  /// a verb alone (完成3条) the noun may follow, unless the next line opens with a verb too.
  private func endsWithFigure(_ text: Scalars, before next: Scalars) -> Bool {
    guard let digit = text.lastIndex(where: \.isDigit), digit + 1 < text.count else { return false }
    var unit = digit + 1
    if let scale = Units.scales.match(in: text, at: unit), unit + scale < text.count {
      unit += scale
    }
    guard
      [digit + 1, unit].contains(where: { Units.all.match(in: text, at: $0) == text.count - $0 })
    else { return false }
    let start = text[..<digit].lastIndex { Marks.clause.contains($0) }.map { $0 + 1 } ?? 0
    let hasNoun = Segmentation(Scalars(text[start..<digit])).words.contains {
      $0.partOfSpeech.isNominal
    }
    let opening = Segmentation(Scalars(next.prefix(8))).words.first
    return hasNoun || opening?.partOfSpeech.isNominal != true
  }

  private func isRunning(_ place: Int) -> Bool {
    shapes[place].commas + shapes[place].stops > 0 && shapes[place].count >= 15
  }

  /// J3: digits meet without glue. J4: Latin words meet with one space, or lose their hyphen.
  private func glue(at place: Int) -> (text: String, rule: String?) {
    let left = lines[place - 1].text
    guard let end = left.last, let start = lines[place].text.first else { return ("", nil) }
    if end.isDigit || end == ".", start.isDigit || start == "." || start == "%" || start.isHan {
      return ("", "J3")
    }
    if end.isLatin || end == ",", start.isLatin { return (" ", "J4") }
    return ("", nil)
  }
}

extension TextLine.Mark {
  /// Whether its Markdown says where it begins and ends: an item of a list, a quotation.
  fileprivate var isEnclosed: Bool {
    switch self {
    case .item, .quotation: true
    default: false
    }
  }

  /// The Markdown paragraph, item or quotation the line belongs to.
  var paragraphID: Int? {
    switch self {
    case .paragraph(let id), .item(let id), .quotation(let id): id
    default: nil
    }
  }
}
