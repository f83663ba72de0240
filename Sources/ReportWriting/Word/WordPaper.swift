import DisplayList
import Geometry
import LayoutSpecs
import Notations
import ReportModel

/// Where the parts of an office paper stand, at the distances of the standard (GB/T 9704), as spaces,
/// indents and rules of Word's paragraphs.
struct WordPaper {
  let written: WrittenReport
  let section: WordSection

  init(_ written: WrittenReport, _ section: WordSection) {
    (self.written, self.section) = (written, section)
  }

  var blocks: [ReportBlock] { written.report.blocks }
  var document: DocumentSpec { written.layout.document }
  var isPaper: Bool { document.form != .plain && document.form != .script }
  private var em: Int { written.layout.grid.em.twips }
  var leading: Int { section.leading }

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

  /// Whether the lines of a block are not parted, whatever the page.
  func keepsTogether(_ role: ReportRole) -> Bool {
    isPaper && (role == .attachmentRef || role == .signature)
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
    case .masthead where isPaper: return spacing(height(ofBlock: index, role)) + indent() + centred
    case .docnum where isPaper:
      return
        "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"12\" w:space=\"\(ruleGap)\" w:color=\"\(accent)\"/></w:pBdr>"
        + spacing(height(ofBlock: index, role)) + centred
    case .issuerDate where isBrief:
      return
        "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"16\" w:space=\"\(Self.briefGap)\" w:color=\"\(accent)\"/></w:pBdr>"
    case .headline where isPaper:
      var height = height(ofBlock: index, role)
      let short = shortOfText(from: index)
      // Of the spaces under one paragraph and over the next the larger is taken, not both.
      if short > 0 { height.before = spaceBefore(index) + short }
      height.after = max(0, height.after + min(0, short))
      return spacing(height) + balanced(block.text, style) + centred
    case .attachmentTitle where isPaper: return "<w:pageBreakBefore/>"
    case .attachmentRef where isPaper: return reference(index)
    case .signature where isPaper: return signature(index)
    case .date where isPaper: return indent(right: 4 * em) + "<w:jc w:val=\"right\"/>"
    case .distribution, .imprint, .printCount: return foot
    default: return afterTable(index, style)
    }
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
    let blank = written.placings[index]?.blank ?? 1
    return "<w:keepNext/>" + spacing(before: isFirst ? blank * leading : 0, after: 0)
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

  func spacing(_ height: Height) -> String {
    spacing(before: height.before, after: height.after, line: height.line)
  }

  private func spacing(before: Int, after: Int, line: Int? = nil) -> String {
    "<w:spacing w:before=\"\(before)\" w:after=\"\(after)\" w:line=\"\(line ?? leading)\" "
      + "w:lineRule=\"exact\"/>"
  }

  func indent(left: Int = 0, right: Int = 0) -> String {
    "<w:ind w:left=\"\(left)\" w:right=\"\(right)\" w:firstLine=\"0\" w:firstLineChars=\"0\"/>"
  }
}
