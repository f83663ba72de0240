import DisplayList
import Geometry
import LayoutSpecs
import Notations
import ReportModel

/// Where the parts of an office paper stand, at the distances of the standard (GB/T 9704), as spaces,
/// indents and rules of Word's paragraphs.
struct WordPaper {
  private let written: WrittenReport
  private let section: WordSection

  init(_ written: WrittenReport, _ section: WordSection) {
    (self.written, self.section) = (written, section)
  }

  private var blocks: [ReportBlock] { written.report.blocks }
  private var document: DocumentSpec { written.layout.document }
  private var isPaper: Bool { document.form != .plain && document.form != .script }
  private var em: Int { written.layout.grid.em.twips }
  private var leading: Int { section.leading }

  /// The lines over the mark.
  var labels: String {
    written.labels.map { label in
      "<w:p><w:pPr><w:pStyle w:val=\"\(label.key)\"/></w:pPr>"
        + WordRun.xml(label.text, properties: "", marks: []) + "</w:p>"
    }.joined()
  }

  /// What a block is set as: the issuer is the mark of a paper, and what follows the label of an
  /// attachment its title.
  func role(ofBlock index: Int) -> ReportRole {
    let block = blocks[index]
    guard isPaper else { return block.role }
    switch block.role {
    case .issuer where !blocks[..<index].contains { $0.role == .headline }: return .masthead
    case .attachmentTitle where index > 0 && blocks[index - 1].role == .attachmentTitle:
      return .headline
    default: return block.role
    }
  }

  /// The size at which a line of display type fits the measure.
  func fitted(_ text: String, _ style: NamedStyle) -> Length? {
    // Rounding to half points must not make it a second line.
    let width = written.layout.grid.typeArea.size.width.scaled(by: 0.98)
    return style.sizeSteps.first { ($0 * text.count) <= width } ?? style.sizeSteps.last
  }

  /// What is said of a paragraph besides its style.
  func properties(ofBlock index: Int, _ role: ReportRole) -> String {
    let block = blocks[index]
    let style = written.layout.styles.resolved(WordStyleSheet.name(of: role))
    switch role {
    case .masthead where isPaper:
      let height = max(document.slot.twips, (fitted(block.text, style) ?? style.size).twips)
      let before = written.labels.isEmpty ? document.mark.twips : 0
      return spacing(before: before, after: 0, line: height + section.over) + indent()
        + centred
    case .docnum where isPaper:
      // Four millimetres from the number to the rule, of which the line takes its share.
      let gap = max(0, Length.millimetres(4).twips - section.over) / 20
      return
        "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"12\" w:space=\"\(gap)\" w:color=\"\(accent)\"/></w:pBdr>"
        + spacing(
          before: max(0, 2 * leading - section.over), after: max(0, 2 * leading - section.over))
        + centred
    case .headline where isPaper:
      let follows = index + 1 < blocks.count && self.role(ofBlock: index + 1) == .headline
      return spacing(
        before: block.role == .attachmentTitle ? leading : 0, after: follows ? 0 : leading)
        + balanced(block.text, style) + centred
    case .attachmentTitle where isPaper: return "<w:pageBreakBefore/>"
    case .attachmentRef where isPaper: return reference(index)
    case .signature where isPaper: return signature(index)
    case .date where isPaper: return indent(right: 4 * em) + "<w:jc w:val=\"right\"/>"
    case .distribution, .imprint, .printCount: return foot
    default: return ""
    }
  }

  /// Lines of a title of one length, by indents on both sides.
  private func balanced(_ text: String, _ style: NamedStyle) -> String {
    let size = style.size.twips
    let width = Int(WordTable.width(text) * Double(size))
    let lines = (width + section.measure - 1) / max(1, section.measure)
    guard lines > 1 else { return indent() }
    let wanted = (width / lines + size) / size * size
    let side = max(0, (section.measure - wanted - size / 2) / 2)
    return indent(left: side, right: side)
  }

  /// 附件说明: two characters in; what is turned over stands under the name.
  private func reference(_ index: Int) -> String {
    let text = blocks[index].text
    let label = text.hasPrefix("附件：") || text.hasPrefix("附件:")
    let rest = label ? text.dropFirst(3) : text[...]
    let digits = rest.prefix(while: \.isNumber)
    let hasNumber = rest.dropFirst(digits.count).first.map { "．.、".contains($0) } == true
    let number = !digits.isEmpty && hasNumber ? Double(digits.count + 1) * 0.5 : 0
    let own = (label ? 3 : 0) + number
    let left = Int((2 + (label ? 0 : 3) + own) * Double(em))
    let isFirst = index == 0 || blocks[index - 1].role != .attachmentRef
    return "<w:keepNext/><w:keepLines/>" + spacing(before: isFirst ? leading : 0, after: 0)
      + "<w:ind w:left=\"\(left)\" w:firstLineChars=\"0\" w:hanging=\"\(Int(own * Double(em)))\"/>"
  }

  /// A signature stands over the middle of its date, the date four characters from the right.
  private func signature(_ index: Int) -> String {
    let date = blocks[index...].first { $0.role == .date }
    let own = WordTable.width(blocks[index].text)
    let below = date.map { WordTable.width($0.text) } ?? own
    let right = max(0, 4 + (below - own) / 2)
    let isFirst = index == 0 || blocks[index - 1].role != .signature
    return "<w:keepNext/>" + spacing(before: isFirst ? leading : 0, after: 0)
      + indent(right: Int(right * Double(em))) + "<w:jc w:val=\"right\"/>"
  }

  /// 版记: in a frame at the foot of its page, between rules. One frame holds paragraphs of the same
  /// rules only, so none parts them.
  private var foot: String {
    guard document.foot != .flow else { return "" }
    return """
      <w:framePr w:w="\(section.measure)" w:wrap="around" w:vAnchor="margin" w:hAnchor="margin" \
      w:yAlign="bottom"/><w:pBdr><w:top w:val="single" w:sz="8" w:space="1"/>\
      <w:bottom w:val="single" w:sz="8" w:space="1"/>\
      </w:pBdr>\(indent(left: em, right: em))
      """
  }

  private let centred = "<w:jc w:val=\"center\"/>"

  private var accent: String {
    WordStyleSheet.colour(written.layout.palette["accent"] ?? .black)
  }

  private func spacing(before: Int, after: Int, line: Int? = nil) -> String {
    "<w:spacing w:before=\"\(before)\" w:after=\"\(after)\" w:line=\"\(line ?? leading)\" "
      + "w:lineRule=\"exact\"/>"
  }

  private func indent(left: Int = 0, right: Int = 0) -> String {
    "<w:ind w:left=\"\(left)\" w:right=\"\(right)\" w:firstLine=\"0\" w:firstLineChars=\"0\"/>"
  }
}
