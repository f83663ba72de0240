internal import Diagnostics
internal import ReportModel

/// Collects lines, tables and figures from the walk of a Markdown document: every block of the tree
/// is lines, and nothing that the tree has no block for is.
struct MarkdownLines {
  /// The tables found.
  private(set) var tables: [RawTable] = []
  /// The figures found.
  private(set) var figures: [ReportFigure] = []
  /// Pictures that stand on other machines, with their lines.
  private(set) var remote: [Int] = []

  private let source: SourceText
  private let first: Int
  private var lines: [TextLine] = []
  private var inline = MarkdownInline()
  private var mark = TextLine.Mark.none
  private var groups = 0
  private var items = 0
  /// What stands before the item at hand, until its first paragraph has taken it.
  private var label = Scalars()
  private var quotations = 0
  private var row: [String] = []
  private var rowLine = 0
  private var isInHead = false
  /// Pictures of a table's cells, which follow it.
  private var waiting: [(image: MarkdownInline.Image, line: Int)] = []
  /// HTML whose table goes on in the next block.
  private var html: (text: String, line: Int)?

  /// Starts at a line of a text.
  init(_ source: SourceText, from first: Int) {
    self.source = source
    self.first = first
  }

  /// Takes one step of the walk.
  mutating func take(_ step: MarkdownTree.Step) {
    switch step.type {
    case "item", "tasklist": takeItem(step)
    case "block_quote": quotations += step.isEntering ? 1 : -1
    case "paragraph", "heading": takeBlock(step)
    case "table", "table_header", "table_row", "table_cell": takeTable(step)
    case "thematic_break": if step.isEntering { add([], at: step.line, .ornament) }
    case "html_block": if step.isEntering { takeHTML(step) }
    case "code_block": if step.isEntering { takeCode(step) }
    default: inline.take(step)
    }
  }

  // MARK: - Paragraphs

  private mutating func takeItem(_ step: MarkdownTree.Step) {
    items += step.isEntering ? 1 : -1
    label = step.isEntering ? ordinal(of: step.line) : []
    if step.isEntering, let isDone = step.isDone { label += Scalars(isDone ? "☑ " : "☐ ") }
  }

  private mutating func newGroup() -> TextLine.Mark {
    groups += 1
    return quotations > 0 ? .quotation(groups) : items > 0 ? .item(groups) : .paragraph(groups)
  }

  private mutating func takeBlock(_ step: MarkdownTree.Step) {
    if step.isEntering {
      endHTML()
      let group = newGroup()
      mark = step.type == "heading" ? .heading(step.level) : group
      inline = MarkdownInline()
      return
    }
    inline.endLine()
    var pictures: [(MarkdownInline.Image, Int)] = []
    var opens = true
    for (offset, line) in inline.lines.enumerated() {
      let number = step.line + offset
      let images = line.images.map { ($0, number) }
      if line.text.trimmed.isEmpty {
        // A picture in a line of its own parts the text.
        for (image, number) in pictures + images { addFigure(image, at: number) }
        pictures = []
        if !images.isEmpty { opens = true }
        continue
      }
      if opens, offset > 0, step.type != "heading" { mark = newGroup() }
      add(line, at: number, opens: opens)
      pictures += images
      opens = line.isBroken
    }
    for (image, number) in pictures { addFigure(image, at: number) }
  }

  private mutating func add(_ line: MarkdownInline.Line, at number: Int, opens: Bool) {
    var words = line.text
    if case .heading = mark { words = Self.withoutAttributes(words) }
    let text = words.trimmed
    let marks = InlineMarks.cut(line.marks, dropping: text.startIndex, keeping: text.count)
    let before = label.count
    add(
      label + text, bold: line.bold > 0 ? line.bold + before : 0, at: number, mark,
      marks: marks.map { $0.moved(by: before) }, opens: opens)
    label = []
  }

  /// A heading without `{#name .class}`, which is for programs.
  private static func withoutAttributes(_ text: Scalars) -> Scalars {
    let line = text.trimmed
    guard line.last == "}", let start = line.lastIndex(of: "{"), start + 1 < line.endIndex,
      line[start + 1] == "#" || line[start + 1] == "." || line[start + 1] == ":"
    else { return text }
    return Scalars(line[..<start].trimmed)
  }

  /// `1. ` as the writer typed it: in official papers the numbers are part of the text.
  private func ordinal(of line: Int) -> Scalars {
    guard line >= 1, line <= source.lines.count else { return [] }
    let text = source.line(line).drop { $0.isSpace || $0 == ">" }
    let digits = text.prefix { ("0"..."9").contains($0) }
    guard (1...9).contains(digits.count), let sign = text.dropFirst(digits.count).first,
      sign == "." || sign == ")"
    else { return [] }
    return Scalars(digits) + [sign, " "]
  }

  // MARK: - Code and HTML

  private mutating func takeCode(_ step: MarkdownTree.Step) {
    endHTML()
    let start = step.line + (step.isFenced ? 1 : 0)
    for (offset, line) in step.literal.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      let text = Scalars(Scalars(String(line)).trimmed)
      if text.isEmpty { continue }
      // Text that is only indented is text.
      let mark = step.isFenced ? newGroup() : TextLine.Mark.none
      add(label + text, at: start + offset, mark, opens: step.isFenced)
      label = []
    }
  }

  private mutating func takeHTML(_ step: MarkdownTree.Step) {
    let text = (html?.text ?? "") + step.literal
    let line = html?.line ?? step.line
    let lower = text.lowercased()
    let isOpen =
      lower.components(parting: "<table") > lower.components(parting: "</table")
    html = (text, line)
    if !isOpen { endHTML() }
  }

  private mutating func endHTML() {
    guard let (text, line) = html else { return }
    html = nil
    for block in HTMLText(text).blocks {
      switch block {
      case .paragraph(let lines, let heading):
        for words in lines {
          let group = newGroup()
          add(Scalars(words), at: line, heading.map { .heading($0) } ?? group, opens: true)
        }
      case .item(let words):
        groups += 1
        add(Scalars(words), at: line, .item(groups), opens: true)
      case .picture(let path, let words):
        let caption = PictureWords.caption(words, title: "", path: path)
        addFigure(MarkdownInline.Image(caption: caption, path: path), at: line)
      case .table(let table): add(table, at: line)
      }
    }
  }

  private mutating func add(_ table: HTMLTable, at line: Int) {
    let head = TableHeads(Array(table.rows.prefix(table.headRows)))
    var raw = RawTable(header: head.names, rows: [], headerLine: line, ruleLine: nil, rowLines: [])
    raw.over = head.over
    raw.spans = table.spans
    raw.rows = Array(table.rows.dropFirst(table.headRows))
    raw.rowLines = raw.rows.map { _ in line }
    tables.append(raw)
    add(Scalars(head.names.joined(separator: "\u{3000}")), at: line, .tableHeader(tables.count - 1))
  }

  // MARK: - Tables

  private mutating func takeTable(_ step: MarkdownTree.Step) {
    switch (step.type, step.isEntering) {
    case ("table", true): openTable(near: step.line)
    case ("table_header", true), ("table_row", true):
      row = []
      rowLine = step.line
      isInHead = step.type == "table_header"
    case ("table_cell", true): inline = MarkdownInline()
    case ("table_cell", false):
      inline.endLine()
      let words = inline.lines.map { Scalars($0.text.trimmed).string }.filter { !$0.isEmpty }
      // A cell of a wide blank is one to write in; an empty one goes with its neighbour.
      let isToWrite = words.isEmpty && inline.lines.contains { $0.text.contains("\u{3000}") }
      row.append(isToWrite ? "\u{3000}" : words.joined(separator: isInHead ? " " : "\n"))
      waiting += inline.lines.flatMap(\.images).map { ($0, rowLine) }
    case ("table_header", false): endRow(isHeader: true)
    case ("table_row", false): endRow(isHeader: false)
    case ("table", false):
      for (image, line) in waiting { addFigure(image, at: line) }
      waiting = []
    default: break
    }
  }

  private mutating func endRow(isHeader: Bool) {
    let table = tables.count - 1
    guard table >= 0 else { return }
    if isHeader {
      tables[table].header = row
      addRaw(tables[table].headerLine, .tableHeader(table))
      if let rule = tables[table].ruleLine { addRaw(rule, .tableRule(table)) }
    } else {
      let line = tables[table].headerLine + 2 + tables[table].rows.count
      guard line <= source.lines.count else { return }
      tables[table].rows.append(row)
      tables[table].rowLines.append(line)
      addRaw(line, .tableRow(table))
    }
  }

  /// A table's rows follow each other from its rule `| --- |` on. cmark may name the first line of
  /// the paragraph that the head was cut from, so the rule is looked for.
  private mutating func openTable(near line: Int) {
    endHTML()
    let last = lines.last?.number ?? 0
    let free = stride(from: max(line, first), to: min(line + 200, source.lines.count), by: 1)
    let header = free.first {
      $0 > last && Self.isRule(source.line($0 + 1)) && !source.line($0).trimmed.isEmpty
    }
    let place = header ?? max(line, first)
    tables.append(
      RawTable(
        header: [], rows: [], headerLine: place, ruleLine: header.map { $0 + 1 }, rowLines: []))
  }

  private static func isRule(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    line.contains("-") && line.allSatisfy { $0.isSpace || "|:->".unicodeScalars.contains($0) }
  }

  // MARK: - Lines

  private mutating func addFigure(_ image: MarkdownInline.Image, at line: Int) {
    // What stands on another machine is not fetched.
    if image.path.contains("://") || image.path.hasPrefix("//") || image.path.hasPrefix("data:") {
      remote.append(line)
      return
    }
    figures.append(
      ReportFigure(
        kind: ReportFigure.kind(of: image.path), path: image.path, caption: image.caption,
        range: source.range(ofLine: min(max(1, line), source.lines.count))))
    add(Scalars(image.caption), at: line, .figure(figures.count - 1))
  }

  private mutating func addRaw(_ line: Int, _ mark: TextLine.Mark) {
    guard line >= 1, line <= source.lines.count else { return }
    add(Scalars(source.line(line).trimmed), at: line, mark)
  }

  private mutating func add(
    _ text: Scalars, bold: Int = 0, at number: Int, _ mark: TextLine.Mark,
    marks: [TextMark] = [], opens: Bool = false
  ) {
    let line = min(max(number, first), source.lines.count)
    guard line >= 1 else { return }
    let whole = source.line(line)
    let columns = Self.columns(of: text, in: whole)
    var added = TextLine(
      number: line, text: text, columns: columns, start: columns.first ?? 0, width: whole.count,
      indent: 0, blanksBefore: 0, mark: mark, boldPrefix: bold, marks: marks)
    added.opensParagraph = opens
    lines.append(added)
  }

  /// The column of each character of a cleaned text in its source line; of one that the line does not
  /// have (an escaped sign, an ordinal) the column where it would stand.
  private static func columns(of text: Scalars, in line: ArraySlice<Unicode.Scalar>) -> [Int] {
    var columns: [Int] = []
    columns.reserveCapacity(text.count)
    var place = line.startIndex
    for scalar in text {
      // A character that is not there is not looked for far away.
      let end = min(line.endIndex, place + 64)
      let found =
        NoteMarks.number(of: scalar) == nil && place < line.endIndex
        ? line[place..<end].firstIndex(of: scalar) : nil
      if let found { place = found }
      columns.append(min(place, max(line.startIndex, line.endIndex - 1)) - line.startIndex)
      if found != nil { place += 1 }
    }
    return columns
  }

  /// All lines in their order, with the blank lines before each.
  mutating func finished() -> [TextLine] {
    endHTML()
    var last = first - 1
    for index in lines.indices {
      let number = lines[index].number
      if number > last + 1 {
        lines[index].blanksBefore = ((last + 1)..<number).count { source.line($0).trimmed.isEmpty }
      }
      last = max(last, number)
      if lines[index].text.isEmpty, lines[index].mark.isText { lines[index].mark = .ornament }
    }
    return lines
  }
}

extension String {
  /// How often some words stand in it.
  fileprivate func components(parting words: String) -> Int {
    var count = 0
    var rest = self[...]
    while let range = rest.firstRange(of: words) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
