import Notations
import ReportModel

/// A report as one file for a browser: headings, paragraphs, tables with heads, pictures with their
/// words, notes with ways back; no script, nothing fetched.
struct HTMLPage {
  private let written: WrittenReport
  private var notes: [String] = []
  private(set) var text = ""
  private(set) var article = ""

  init(_ written: WrittenReport) {
    self.written = written
    let report = written.report
    var parts: [String] = []
    var list: [String] = []
    func close() {
      if !list.isEmpty { parts.append("<ul>\n" + list.joined(separator: "\n") + "\n</ul>") }
      list = []
    }
    for (index, block) in report.blocks.enumerated() where block.role != .furniture {
      // The title of a table is its caption.
      if block.role == .tableTitle, report.blocks.dropFirst(index + 1).first?.table != nil {
        continue
      }
      if block.role == .list {
        list.append("<li>\(words(of: block))</li>")
        continue
      }
      close()
      parts.append(element(block, at: index))
    }
    close()
    if !notes.isEmpty {
      parts.append(
        "<section class=\"notes\"><ol>\n" + notes.joined(separator: "\n") + "\n</ol></section>")
    }
    article = parts.joined(separator: "\n")
    text = page()
  }

  /// The article as a whole page.
  private func page() -> String {
    let report = written.report
    let facts = report.metadata.map { entry in
      "<meta name=\"banxin:\(XMLText.escaped(entry.key))\" "
        + "content=\"\(XMLText.escaped(entry.value))\">\n"
    }.joined()
    let title = XMLText.escaped(report.blocks(.headline).map(\.text).joined(separator: " "))
    return """
      <!DOCTYPE html>
      <html lang="zh-CN">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="generator" content="banxin">
      \(facts)<title>\(title.isEmpty ? XMLText.escaped(report.source) : title)</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <article>
      \(article)
      </article>
      </body>
      </html>

      """
  }

  private mutating func element(_ block: ReportBlock, at index: Int) -> String {
    if let table = block.table {
      let before = index > 0 ? written.report.blocks[index - 1] : nil
      var title = before?.role == .tableTitle ? before.map { self.words(of: $0) } : nil
      // Over notes, such as the unit, it stands as a paragraph of its own.
      let over = written.report.blocks[..<index].last { $0.role != .note }
      if before?.role == .note, over?.role == .tableTitle { title = "" }
      return Self.table(written.report.tables[table], title: title)
    }
    let words = words(of: block)
    let role = block.role.rawValue
    switch block.role {
    case .headline: return "<h1>\(words)</h1>"
    case .h1, .slogan: return "<h2 class=\"\(role)\">\(words)</h2>"
    case .h2, .subhead: return "<h3 class=\"\(role)\">\(words)</h3>"
    case .quote: return "<blockquote><p>\(words)</p></blockquote>"
    case .caption: return figure(block, at: index, words)
    default: return "<p class=\"\(role)\">\(words)</p>"
    }
  }

  private func figure(_ block: ReportBlock, at index: Int, _ words: String) -> String {
    // The file that the report names, so that reading the page finds it again.
    let path = block.figure.flatMap { written.report.figures[$0].path }
    let figure = "<figure" + (path.map { " data-path=\"\(XMLText.escaped($0))\"" } ?? "") + ">"
    guard let picture = written.pictures[index] else {
      return path == nil
        ? "<p class=\"caption\">\(words)</p>"
        : "\(figure)<figcaption>\(words)</figcaption></figure>"
    }
    let kind = picture.ending == "svg" ? "svg+xml" : picture.ending
    let source =
      picture.address.map(XMLText.escaped)
      ?? "data:image/\(kind);base64," + Base64.text(of: picture.bytes)
    return """
      \(figure)<img src="\(source)" alt="\(XMLText.escaped(block.text))" \
      width="\(picture.pixels.width)" height="\(picture.pixels.height)">\
      <figcaption>\(words)</figcaption></figure>
      """
  }

  private mutating func words(of block: ReportBlock) -> String {
    MarkedText(block).pieces.map { piece in
      switch piece {
      case .note(let number):
        let kind = block.notes[number].isEndnote ? " class=\"endnote\"" : ""
        notes.append(
          "<li id=\"note-\(notes.count + 1)\"\(kind)>\(XMLText.escaped(block.notes[number].text)) "
            + "<a href=\"#mark-\(notes.count + 1)\" aria-label=\"回到正文\">↩</a></li>")
        return
          "<sup id=\"mark-\(notes.count)\"><a href=\"#note-\(notes.count)\">\(notes.count)</a></sup>"
      case .text(let text, let marks, let isLead):
        let words = XMLText.escaped(text).replacing("\n", with: "<br>")
        return marks.reduce(isLead ? "<b>\(words)</b>" : words) { Self.marked($0, $1) }
      }
    }.joined()
  }

  private static func marked(_ words: String, _ mark: TextMark) -> String {
    switch mark.kind {
    case .strong: "<strong>\(words)</strong>"
    case .emphasis: "<em>\(words)</em>"
    case .properName: "<u>\(words)</u>"
    case .bookTitle: "<cite>\(words)</cite>"
    case .struck: "<s>\(words)</s>"
    case .reading: "<ruby>\(words)<rt>\(XMLText.escaped(mark.reading))</rt></ruby>"
    }
  }

  private static func table(_ table: ReportTable, title: String?) -> String {
    let plan = SpannedTable(table)
    func row(_ cells: [SpannedTable.Cell], _ name: String) -> String {
      let cells = cells.filter { !$0.isCovered }.map { cell in
        let spans =
          (cell.columns > 1 ? " colspan=\"\(cell.columns)\"" : "")
          + (cell.rows > 1 ? " rowspan=\"\(cell.rows)\"" : "")
        let words = XMLText.escaped(cell.text).replacing("\n", with: "<br>")
        return "<\(name)\(spans)>\(words)</\(name)>"
      }
      return "<tr>" + cells.joined() + "</tr>"
    }
    let caption = (title ?? XMLText.escaped(table.title))
    return "<table>\(caption.isEmpty ? "" : "<caption>\(caption)</caption>")<thead>"
      + plan.heads.map { row($0, "th") }.joined()
      + "</thead><tbody>\n" + plan.rows.map { row($0, "td") }.joined(separator: "\n")
      + "\n</tbody></table>"
  }

  static let style = """
    body { margin: 0; background: #fff; color: #111; font: 1.06rem/1.8 "Noto Serif CJK SC", "Source Han Serif SC", "SimSun", serif; }
    article { max-width: 42em; margin: 0 auto; padding: 2rem 1.2rem 4rem; }
    h1, h2, h3, th, .kicker, .deck { font-family: "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif; }
    h1 { text-align: center; line-height: 1.35; }
    p { margin: 0; text-indent: 2em; text-align: justify; }
    .kicker, .deck, .byline, .masthead, .issue, .docnum, .caption, .table-title, figcaption { text-align: center; text-indent: 0; }
    .addressee, .note, .imprint { text-indent: 0; }
    .signature, .date, .issuer-date { text-align: right; text-indent: 0; }
    .masthead { color: #c00; font-size: 1.8rem; font-weight: bold; }
    em { font-style: normal; text-emphasis: dot; text-emphasis-position: under right; }
    cite { font-style: normal; text-decoration: underline wavy; }
    figure { margin: 1.2rem 0; text-align: center; }
    img { max-width: 100%; height: auto; }
    table { border-collapse: collapse; margin: 1rem auto; font-size: .92em; border-block: 1.5px solid; }
    th, td { padding: .2em .8em; border-bottom: .5px solid #999; text-align: center; }
    @media (prefers-color-scheme: dark) { body { background: #161616; color: #e8e8e8; } .masthead { color: #f66; } }
    @media print { article { max-width: none; padding: 0; } h1, h2, h3 { break-after: avoid; } tr, figure { break-inside: avoid; } thead { display: table-header-group; } }
    """
}
