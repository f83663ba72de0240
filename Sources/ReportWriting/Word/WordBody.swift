import Geometry
import LayoutSpecs
import Notations
import ReportModel

/// The blocks of a report as the paragraphs, tables and pictures of a Word file.
struct WordBody {
  private let written: WrittenReport
  private let sheet: WordStyleSheet
  private let section: WordSection
  /// What footnotes and endnotes say, in the order of their marks.
  private(set) var footnotes: [String] = []
  private(set) var endnotes: [String] = []
  /// The captions whose pictures are in the file, in their order.
  private(set) var captions: [Int] = []

  init(_ written: WrittenReport) {
    self.written = written
    sheet = WordStyleSheet(written)
    section = WordSection(written.layout)
  }

  mutating func xml() -> String {
    var xml = WordPaper(written, section).labels
    for (index, block) in written.report.blocks.enumerated() where block.role != .furniture {
      if let table = block.table {
        xml +=
          WordTable(
            written.report.tables[table], written.layout, section, placing: written.placings[index]
          ).xml
        continue
      }
      xml += picture(at: index)
      xml += paragraph(block, at: index)
    }
    return xml + section.xml
  }

  private mutating func paragraph(_ block: ReportBlock, at index: Int) -> String {
    let paper = WordPaper(written, section)
    let role = paper.role(ofBlock: index)
    let style = written.layout.styles.resolved(WordStyleSheet.name(of: role))
    let size = role == .masthead ? paper.fitted(block.text, style) : nil
    let look = role == .headline || role == .masthead ? style.paragraph.character : nil
    let spacing = paper.spacing(ofCharactersIn: index, role)
    var (runs, place) = ("", 0)
    for piece in MarkedText(block).pieces {
      switch piece {
      case .note(let number): runs += note(block.notes[number])
      case .text(let text, let marks, let isLead):
        let lead = isLead ? style.paragraph.runIn : nil
        for stretch in WordRun.stretches(of: text, at: place, spacing) {
          let base =
            stretch.spacing == 0
            ? (lead ?? look).map { sheet.characters($0, scaledTo: lead == nil ? size : nil) }
            : sheet.characters(lead ?? style.paragraph.character, spacing: stretch.spacing)
          runs += WordRun.xml(stretch.text, properties: base ?? "", marks: marks)
        }
        place += text.unicodeScalars.count
      }
    }
    let isParted = written.placings[index]?.hasLoneLine == true && !paper.keepsTogether(role)
    return "<w:p><w:pPr><w:pStyle w:val=\"\(block.role.rawValue)\"/>"
      + (isParted ? "<w:widowControl w:val=\"0\"/>" : "")
      + "\(paper.properties(ofBlock: index, role))</w:pPr>\(runs)</w:p>"
  }

  private mutating func note(_ note: ReportNote) -> String {
    if note.isEndnote { endnotes.append(note.text) } else { footnotes.append(note.text) }
    let (name, number) =
      note.isEndnote ? ("endnote", endnotes.count) : ("footnote", footnotes.count)
    return "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr>"
      + "<w:\(name)Reference w:id=\"\(number)\"/></w:r>"
  }

  private mutating func picture(at caption: Int) -> String {
    guard let picture = written.pictures[caption] else { return "" }
    captions.append(caption)
    return WordPicture(
      picture, number: captions.count, words: written.report.blocks[caption].text,
      within: written.layout.grid
    ).paragraph
  }
}

/// A stretch of characters of one look.
enum WordRun {
  /// A text cut where the space between its characters changes; `spacing` holds that of every scalar of
  /// the paragraph, or nothing.
  static func stretches(
    of text: String, at place: Int, _ spacing: [Double]
  ) -> [(text: String, spacing: Double)] {
    if spacing.isEmpty { return [(text, 0)] }
    var stretches: [(text: String, spacing: Double)] = []
    for (number, scalar) in text.unicodeScalars.enumerated() {
      let own = spacing.indices.contains(place + number) ? spacing[place + number] : 0
      if let last = stretches.last, last.spacing == own {
        stretches[stretches.count - 1].text.unicodeScalars.append(scalar)
      } else {
        stretches.append((String(scalar), own))
      }
    }
    return stretches
  }

  static func xml(_ text: String, properties: String, marks: [TextMark]) -> String {
    if text.isEmpty { return "" }
    var look = properties
    for mark in marks {
      switch mark.kind {
      case .strong: look += "<w:b/>"
      case .emphasis: look += "<w:em w:val=\"underDot\"/>"
      case .properName: look += "<w:u w:val=\"single\"/>"
      case .bookTitle: look += "<w:u w:val=\"wave\"/>"
      case .struck: look += "<w:strike/>"
      case .reading: continue
      }
    }
    let inner = look.isEmpty ? "" : "<w:rPr>\(look)</w:rPr>"
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      "<w:t xml:space=\"preserve\">\(XMLText.escaped(String($0)))</w:t>"
    }
    let run = "<w:r>\(inner)\(lines.joined(separator: "<w:br/>"))</w:r>"
    guard let reading = marks.first(where: { $0.kind == .reading }) else { return run }
    return """
      <w:r>\(inner)<w:ruby><w:rubyPr><w:rubyAlign w:val="center"/><w:lid w:val="zh-CN"/></w:rubyPr>\
      <w:rt><w:r><w:t>\(XMLText.escaped(reading.reading))</w:t></w:r></w:rt>\
      <w:rubyBase>\(run)</w:rubyBase></w:ruby></w:r>
      """
  }
}
