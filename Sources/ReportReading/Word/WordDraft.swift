internal import Diagnostics
internal import ReportModel

/// Turns a Word file's blocks into lines and tables, and what fonts, sizes and styles say into the
/// marks that the shared steps know.
struct WordDraft {
  private let file: String
  private var texts: [String] = []
  private var lines: [TextLine] = []
  private var tables: [RawTable] = []
  private var figures: [ReportFigure] = []
  private var blanks = 0
  private var items = 0
  private let bodySize: Int
  private var isInFront = true
  private let notes: NoteMarks
  private let hasTitleStyle: Bool

  /// 小标宋 or at least 18 points, in the middle: a title, however it is worded.
  private static let titleSize = 36

  /// `pictures` are the paths of pictures by their relations; `notes` stand in the order of their
  /// marks.
  init(
    _ blocks: [WordBlock], file: String, pictures: [String: String] = [:],
    notes: [NoteMarks.Note] = []
  ) {
    self.file = file
    self.notes = NoteMarks(notes: notes)
    var weights: [Int: Int] = [:]
    var hasTitle = false
    for case .paragraph(let paragraph) in blocks {
      if let size = paragraph.size { weights[size, default: 0] += paragraph.text.count }
      if Self.isTitleStyle(paragraph) { hasTitle = true }
    }
    bodySize = weights.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 32
    hasTitleStyle = hasTitle
    var place = 0
    while place < blocks.count {
      switch blocks[place] {
      case .paragraph(let paragraph): add(paragraph)
      case .table(let rows, let heads): add(rows, heads: heads)
      case .picture(let id, let words):
        let caption = Self.caption(after: place, in: blocks)
        if let path = pictures[id] {
          addPicture(path, caption: caption ?? words)
          if caption != nil { place += 1 }
        }
      }
      place += 1
    }
  }

  // MARK: - Pictures

  /// The words under a picture: 图1 …, or a paragraph of the style for captions.
  private static func caption(after place: Int, in blocks: [WordBlock]) -> String? {
    guard place + 1 < blocks.count, case .paragraph(let paragraph) = blocks[place + 1] else {
      return nil
    }
    let text = paragraph.text.trimmingSpaces
    let isStyled = ["caption", "题注", "图注"].contains(paragraph.styleName.lowercased())
    let isNamed =
      text.hasPrefix("图") && text.dropFirst().first { !$0.isWhitespace }?.isNumber == true
    return !text.isEmpty && text.count <= 60 && (isStyled || isNamed) ? text : nil
  }

  private mutating func addPicture(_ path: String, caption: String) {
    texts.append(caption)
    let line = texts.count
    figures.append(
      ReportFigure(
        kind: .picture, path: path, caption: caption, range: SourceRange(file: file, line: line)))
    let scalars = Scalars(caption)
    lines.append(
      TextLine(
        number: line, text: scalars, columns: [], start: 0, width: scalars.count, indent: 0,
        blanksBefore: max(1, blanks), mark: .figure(figures.count - 1), boldPrefix: 0))
    blanks = 0
  }

  /// The draft for the shared steps; a file without text is a rejection.
  func draft() throws(Rejection) -> Draft {
    if lines.isEmpty { throw Rejection(ReadingProblems.empty(file)) }
    let source = try SourceText(file: file, scalars: Scalars(texts.joined(separator: "\n")))
    return Draft(
      source: source, metadata: [], lines: lines, tables: tables, figures: figures, notes: notes)
  }

  // MARK: - Paragraphs

  private mutating func add(_ paragraph: WordParagraph) {
    let mark = mark(of: paragraph)
    for (number, text) in paragraph.lines.enumerated() {
      let (whole, notes) = NoteMarks.taken(from: Scalars(text))
      let trimmed = whole[...].trimmed
      texts.append(whole.string)
      if trimmed.isEmpty {
        blanks += 1
        continue
      }
      let isRight = paragraph.alignment == "right" || paragraph.alignment == "end"
      let spaces = PlainLines.indent(of: whole[..<trimmed.startIndex])
      let bold = paragraph.leadLength - notes.count { $0.offset < paragraph.leadLength }
      let lead = number == 0 ? max(0, bold - trimmed.startIndex) : 0
      let marks = InlineMarks.cut(
        NoteMarks.shifted(
          number < paragraph.marks.count ? paragraph.marks[number] : [], by: notes),
        dropping: trimmed.startIndex, keeping: trimmed.count)
      lines.append(
        TextLine(
          number: texts.count, text: Scalars(trimmed), columns: [], start: trimmed.startIndex,
          width: whole.count,
          indent: isRight ? 10 : max(spaces, number == 0 ? paragraph.indent : 0),
          // One empty paragraph between two others is the habit of many writers and says nothing.
          blanksBefore: number > 0 ? 0 : max(1, blanks), mark: mark,
          boldPrefix: min(lead, trimmed.count), marks: marks,
          notes: notes.map {
            LineNote(
              offset: min(max(0, $0.offset - trimmed.startIndex), trimmed.count), number: $0.number)
          }, opensParagraph: number == 0))
      blanks = 0
    }
    let shape = LineShape(Scalars(paragraph.text))
    if shape.stops > 0, shape.count >= 20 { isInFront = false }
  }

  private func mark(of paragraph: WordParagraph) -> TextLine.Mark {
    let text = Scalars(paragraph.text)
    let shape = LineShape(text)
    if paragraph.isBullet { return .item(lines.count + 1) }
    // Whole sentences are no heads, whatever their style.
    guard !text.isEmpty, shape.count <= 60, shape.stops == 0 else { return .none }
    if Self.isTitleStyle(paragraph) { return .heading(1) }
    if let level = headLevel(of: paragraph) {
      // Where no style is called a title, a first head of the first level at the top is one.
      let isTitle = level == 1 && !hasTitleStyle && lines.isEmpty && shape.ordinal == nil
      return .heading(isTitle ? 1 : level + 1)
    }
    // Numbered heads say themselves what they are.
    guard shape.ordinal == nil, !text.hasPrefix("附") else { return .none }
    let font = paragraph.font ?? ""
    let size = paragraph.size ?? bodySize
    if isInFront {
      let isLarge = size >= Self.titleSize && size > bodySize && paragraph.alignment == "center"
      let isName = text.hasSuffix("文件") || text.hasSuffix("简报") || text.hasPrefix("——")
      return (WordFonts.isTitle(font) || isLarge) && !isName ? .heading(1) : .none
    }
    let isHead =
      shape.commas <= 1 && shape.count <= 36 && paragraph.alignment != "right"
      && WordFonts.isHei(font) && size >= bodySize
    return isHead ? .heading(2) : .none
  }

  private static func isTitleStyle(_ paragraph: WordParagraph) -> Bool {
    ["title", "标题", "文章标题"].contains(paragraph.styleName)
  }

  private func headLevel(of paragraph: WordParagraph) -> Int? {
    if let outline = paragraph.outline { return outline + 1 }
    for name in ["heading ", "标题 "] where paragraph.styleName.hasPrefix(name) {
      return Int(paragraph.styleName.dropFirst(name.count))
    }
    return nil
  }

  // MARK: - Tables

  private mutating func add(_ rows: [[String]], heads: Int) {
    let head = TableHeads(Array(rows.prefix(heads)))
    let header = head.names
    let index = tables.count
    var table = RawTable(header: header, rows: [], headerLine: 0, ruleLine: nil, rowLines: [])
    table.over = head.over
    table.headerLine = addRow(header, .tableHeader(index))
    for row in rows.dropFirst(heads) {
      table.rows.append(row)
      table.rowLines.append(addRow(row, .tableRow(index)))
    }
    tables.append(table)
  }

  private mutating func addRow(_ cells: [String], _ mark: TextLine.Mark) -> Int {
    let text = cells.joined(separator: "\u{3000}")
    texts.append(text)
    let scalars = Scalars(text)
    lines.append(
      TextLine(
        number: texts.count, text: scalars, columns: [], start: 0, width: scalars.count, indent: 0,
        blanksBefore: blanks, mark: mark, boldPrefix: 0))
    blanks = 0
    return texts.count
  }
}
