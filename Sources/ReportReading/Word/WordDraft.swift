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
  private var metadata: [ReportMetadata] = []
  private var blanks = 0
  private var items = 0
  private let bodySize: Int
  private var isInFront = true
  private let notes: NoteMarks
  /// What was not taken over, with its lines.
  private(set) var losses = WordLosses()
  private var care: CharacterCare
  private let hasTitleStyle: Bool

  /// 小标宋 or at least 18 points, in the middle: a title, however it is worded.
  private static let titleSize = 36
  /// 五号, where neither the text nor its style says a size.
  private static let usualSize = 21

  /// `pictures` are the paths of pictures by their relations; `notes` stand in the order of their
  /// marks.
  init(
    _ blocks: [WordBlock], file: String, pictures: [String: String] = [:],
    notes: [NoteMarks.Note] = [], emoji: EmojiPolicy = .draw
  ) {
    self.file = file
    care = CharacterCare(emoji: emoji, keepsNotes: true)
    self.notes = NoteMarks(notes: notes)
    var weights: [Int: Int] = [:]
    var hasTitle = false
    for case .paragraph(let paragraph) in blocks {
      weights[paragraph.size ?? Self.usualSize, default: 0] += paragraph.text.count
      if Self.isTitleStyle(paragraph) { hasTitle = true }
    }
    bodySize = weights.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 32
    hasTitleStyle = hasTitle
    var place = 0
    while place < blocks.count {
      switch blocks[place] {
      case .paragraph(let paragraph): add(paragraph)
      case .table(let table): add(table)
      case .picture(let picture):
        guard let path = pictures[picture.id] else {
          losses.note(.picture, at: texts.count)
          break
        }
        let caption = Self.caption(after: place, in: blocks)
        // What describes a seal is no line under it.
        addPicture(
          path, caption: caption ?? (picture.isOverText ? "" : picture.words), as: picture)
        if caption != nil { place += 1 }
      case .loss(let loss): losses.note(loss, at: texts.count)
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
    let isStyled = ["caption", "题注", "图注", "版心 caption"]
      .contains(paragraph.styleName.lowercased())
    let isNamed =
      text.hasPrefix("图") && text.dropFirst().first { !$0.isWhitespace }?.isNumber == true
    return !text.isEmpty && text.count <= 60 && (isStyled || isNamed) ? text : nil
  }

  private mutating func addPicture(
    _ path: String, caption words: String, as picture: WordPicture
  ) {
    let caption = clean(words)
    texts.append(caption)
    let line = texts.count
    var figure = ReportFigure(
      kind: .picture, path: path, caption: caption, range: SourceRange(file: file, line: line))
    figure.width = picture.width.flatMap { ReportFigure.widths.contains($0) ? $0 : nil }
    figure.isOverText = picture.isOverText
    figures.append(figure)
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
      source: source, metadata: metadata, lines: lines, tables: tables, figures: figures,
      notes: notes)
  }

  // MARK: - Paragraphs

  private mutating func add(_ whole: WordParagraph) {
    var paragraph = whole
    if paragraph.needsCare { clean(&paragraph) }
    if let key = Self.key(of: paragraph) {
      let range = SourceRange(file: file, line: texts.count + 1)
      metadata.append(ReportMetadata(key: key, value: paragraph.text.trimmingSpaces, range: range))
      return
    }
    let mark = mark(of: paragraph)
    for loss in paragraph.losses { losses.note(loss, at: texts.count + 1) }
    for (number, text) in paragraph.lines.enumerated() {
      let (whole, notes) = NoteMarks.taken(from: Scalars(text))
      let trimmed = whole[...].trimmed
      texts.append(whole.string)
      if trimmed.isEmpty {
        blanks += 1
        if !notes.isEmpty { hang(notes) }
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
    if let role = Self.role(of: paragraph), !text.isEmpty { return .role(role) }
    if paragraph.isBullet { return .item(lines.count + 1) }
    // Whole sentences are no heads, whatever their style; a question or a call may be one.
    guard !text.isEmpty, shape.count <= 60, shape.stops == 0 || isCall(text, shape) else {
      return .none
    }
    if Self.isTitleStyle(paragraph) { return .heading(1) }
    if let level = headLevel(of: paragraph) {
      // Where no style is called a title, a first head of the first level at the top is one.
      let isTitle = level == 1 && !hasTitleStyle && lines.isEmpty && shape.ordinal == nil
      return .heading(isTitle ? 1 : level + 1)
    }
    // Numbered heads say themselves what they are.
    guard shape.stops == 0, shape.ordinal == nil, !text.hasPrefix("附") else { return .none }
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

  /// A short sentence that ends with ？ or ！ and holds no other.
  private func isCall(_ text: Scalars, _ shape: LineShape) -> Bool {
    guard let last = text.last, "？！?!".unicodeScalars.contains(last) else { return false }
    return shape.stops == 1 && shape.count <= 40
  }

  /// What a style says that bears the name of a role, as the files have that this program writes.
  private static func role(of paragraph: WordParagraph) -> ReportRole? {
    name(of: paragraph).flatMap(ReportRole.init)
  }

  /// The key of the front matter whose name such a style bears.
  private static func key(of paragraph: WordParagraph) -> String? {
    name(of: paragraph).flatMap {
      ["copy-number", "secrecy", "urgency"].contains($0) ? $0 : nil
    }
  }

  private static func name(of paragraph: WordParagraph) -> String? {
    guard paragraph.styleName.hasPrefix("版心 ") else { return nil }
    return String(paragraph.styleName.dropFirst(3))
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

  private mutating func add(_ table: WordTable) {
    let rows = table.rows.map { $0.map { clean($0) } }
    let head = TableHeads(Array(rows.prefix(table.headRows)))
    let index = tables.count
    var raw = RawTable(header: head.names, rows: [], headerLine: 0, ruleLine: nil, rowLines: [])
    raw.over = head.over
    raw.spans = table.spans
    raw.headerLine = addRow(head.names, .tableHeader(index))
    for row in rows.dropFirst(table.headRows) {
      raw.rows.append(row)
      raw.rowLines.append(addRow(row, .tableRow(index)))
    }
    tables.append(raw)
    // What stands large behind a title and a table is no title.
    if lines.contains(where: { $0.mark == .heading(1) }) { isInFront = false }
    for loss in table.losses { losses.note(loss, at: raw.headerLine) }
  }

  // MARK: - Characters

  private mutating func clean(_ text: String) -> String {
    let line = texts.count + 1
    return care.clean(Scalars(text)) { SourceRange(file: file, line: line, column: $0 + 1) }.string
  }

  /// Cleans a paragraph; its marks move with the characters that they stand on.
  private mutating func clean(_ paragraph: inout WordParagraph) {
    for (number, line) in paragraph.lines.enumerated() {
      let scalars = Scalars(line)
      func moved(_ place: Int) -> Int {
        var silent = CharacterCare(keepsNotes: true)
        return silent.clean(Scalars(scalars.prefix(place))) { _ in nil }.count
      }
      if number == 0 { paragraph.leadLength = moved(paragraph.leadLength) }
      if number < paragraph.marks.count {
        paragraph.marks[number] = paragraph.marks[number].compactMap { mark in
          let range = moved(mark.range.lowerBound)..<moved(mark.range.upperBound)
          return range.isEmpty ? nil : TextMark(range, mark.kind, reading: mark.reading)
        }
      }
      paragraph.lines[number] = clean(line)
    }
  }

  /// Tells what was left out and which characters were changed.
  func report(into problems: inout Problems) {
    losses.report(file: file, into: &problems)
    care.report(into: &problems)
  }

  /// Notes that stand alone in their paragraph hang on the text before it.
  private mutating func hang(_ notes: [LineNote]) {
    guard let last = lines.lastIndex(where: { $0.mark.isText }) else {
      return losses.note(.note, at: texts.count)
    }
    lines[last].notes += notes.map {
      LineNote(offset: lines[last].text.count, number: $0.number)
    }
  }

  private mutating func addRow(_ cells: [String], _ mark: TextLine.Mark) -> Int {
    let text = cells.joined(separator: "\u{3000}").filter { $0 != "\n" }
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
