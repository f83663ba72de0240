internal import Diagnostics
internal import ReportModel

/// Collects lines, tables and figures from the walk of a Markdown document.
struct MarkdownLines {
  /// The tables found.
  private(set) var tables: [RawTable] = []
  /// The figures found.
  private(set) var figures: [ReportFigure] = []

  private let source: SourceText
  private let first: Int
  private var found: [Int: TextLine] = [:]
  private var inline = MarkdownInline()
  private var mark = TextLine.Mark.none
  private var groups = 0
  private var items = 0
  /// The number before the item at hand, until its first paragraph has taken it.
  private var label = Scalars()
  private var quotations = 0
  private var row: [String] = []
  private var isInHead = false
  private var isInTable = false

  /// Starts at a line of a text.
  init(_ source: SourceText, from first: Int) {
    self.source = source
    self.first = first
  }

  /// Takes one step of the walk.
  mutating func take(_ step: MarkdownTree.Step) {
    switch step.type {
    case "item", "tasklist":
      items += step.isEntering ? 1 : -1
      label = step.isEntering ? ordinal(of: step.line) : []
    case "block_quote": quotations += step.isEntering ? 1 : -1
    case "paragraph", "heading": takeBlock(step)
    case "table", "table_header", "table_row", "table_cell": takeTable(step)
    case "thematic_break": if step.isEntering { markOrnament(step.line) }
    case "html_block": if step.isEntering { skipComment(step) }
    default: inline.take(step)
    }
  }

  private mutating func takeBlock(_ step: MarkdownTree.Step) {
    if step.isEntering {
      groups += 1
      mark =
        step.type == "heading"
        ? .heading(step.level)
        : quotations > 0 ? .quotation(groups) : items > 0 ? .item(groups) : .paragraph(groups)
      inline = MarkdownInline()
      return
    }
    inline.endLine()
    if let image = inline.onlyImage {
      addFigure(image, at: step.line)
      return
    }
    for (offset, line) in inline.lines.enumerated() {
      let text = line.text.trimmed
      let marks = InlineMarks.cut(line.marks, dropping: text.startIndex, keeping: text.count)
      let before = label.count
      add(
        label + text, bold: line.bold > 0 ? line.bold + before : 0, at: step.line + offset, mark,
        marks: marks.map { $0.moved(by: before) })
      label = []
    }
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

  private mutating func takeTable(_ step: MarkdownTree.Step) {
    switch (step.type, step.isEntering) {
    case ("table", true): openTable(near: step.line)
    case ("table_header", true), ("table_row", true):
      row = []
      isInHead = step.type == "table_header"
    case ("table_cell", true): inline = MarkdownInline(inCell: !isInHead)
    case ("table_cell", false):
      inline.endLine()
      row.append(Scalars(inline.lines.map(\.text.string).joined()).trimmed.string)
    case ("table_header", false): endRow(isHeader: true)
    case ("table_row", false): endRow(isHeader: false)
    case ("table", false): isInTable = false
    default: break
    }
  }

  private mutating func endRow(isHeader: Bool) {
    let table = tables.count - 1
    guard isInTable, table >= 0 else { return }
    if isHeader {
      tables[table].header = row
      addRaw(tables[table].headerLine, .tableHeader(table))
      addRaw(tables[table].headerLine + 1, .tableRule(table))
    } else {
      let line = tables[table].headerLine + 2 + tables[table].rows.count
      guard line <= source.lines.count, found[line] == nil else { return }
      tables[table].rows.append(row)
      tables[table].rowLines.append(line)
      addRaw(line, .tableRow(table))
    }
  }

  /// A table's rows follow each other from its rule `| --- |` on. cmark may name the first line of
  /// the paragraph that the head was cut from, so the rule is looked for.
  private mutating func openTable(near line: Int) {
    let free = stride(from: max(line, first), to: min(line + 200, source.lines.count), by: 1)
    let header = free.first {
      found[$0] == nil && found[$0 + 1] == nil && Self.isRule(source.line($0 + 1))
        && !source.line($0).trimmed.isEmpty
    }
    isInTable = header != nil
    guard let header else { return }
    tables.append(
      RawTable(header: [], rows: [], headerLine: header, ruleLine: header + 1, rowLines: []))
  }

  private static func isRule(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    line.contains("-") && line.allSatisfy { $0.isSpace || "|:->".unicodeScalars.contains($0) }
  }

  private mutating func addFigure(_ image: MarkdownInline.Image, at line: Int) {
    figures.append(
      ReportFigure(
        kind: ReportFigure.kind(of: image.path), path: image.path, caption: image.caption,
        range: source.range(ofLine: line)))
    add(Scalars(image.caption), bold: 0, at: line, .figure(figures.count - 1))
  }

  private mutating func markOrnament(_ line: Int) { addRaw(line, .ornament) }

  /// A comment is for those who write the file; other HTML is kept as it was typed.
  private mutating func skipComment(_ step: MarkdownTree.Step) {
    guard step.literal.hasPrefix("<!--") else { return }
    let lines = step.literal.split(separator: "\n", omittingEmptySubsequences: false).count
    for line in step.line..<(step.line + lines) where line <= source.lines.count {
      if step.literal.contains(source.line(line).string) { markOrnament(line) }
    }
  }

  private mutating func addRaw(_ line: Int, _ mark: TextLine.Mark) {
    guard line >= 1, line <= source.lines.count else { return }
    add(Scalars(source.line(line).trimmed), bold: 0, at: line, mark)
  }

  private mutating func add(
    _ text: Scalars, bold: Int, at line: Int, _ mark: TextLine.Mark, marks: [TextMark] = []
  ) {
    guard line >= first, line <= source.lines.count, found[line] == nil else { return }
    let whole = source.line(line)
    guard let columns = Self.columns(of: text, in: whole) else { return }
    found[line] = TextLine(
      number: line, text: text, columns: columns, start: columns.first ?? 0, width: whole.count,
      indent: 0, blanksBefore: 0, mark: mark, boldPrefix: bold, marks: marks)
  }

  /// The column of each character of a cleaned text in its source line; nil when the text is not
  /// that line's.
  private static func columns(of text: Scalars, in line: ArraySlice<Unicode.Scalar>) -> [Int]? {
    var columns: [Int] = []
    columns.reserveCapacity(text.count)
    var place = line.startIndex
    var misses = 0
    for scalar in text {
      if NoteMarks.number(of: scalar) != nil {
        columns.append(place - line.startIndex)
        continue
      }
      var probe = place
      while probe < line.endIndex, line[probe] != scalar { probe += 1 }
      if probe < line.endIndex {
        place = probe
      } else if !RaisedFigures.contains(scalar) {
        misses += 1
      }
      if misses > min(20, 2 + text.count / 10) { return nil }
      columns.append(place - line.startIndex)
      if probe < line.endIndex { place = probe + 1 }
    }
    return columns
  }

  /// All lines in their order. A line that no node claimed (code, HTML) is kept as plain text.
  func finished(without noteLines: Set<Int>) -> [TextLine] {
    var result: [TextLine] = []
    var blanks = 0
    for number in stride(from: first, through: source.lines.count, by: 1)
    where !noteLines.contains(number) {
      let whole = source.line(number)
      let raw = whole.trimmed
      if raw.isEmpty {
        blanks += 1
        continue
      }
      var line =
        found[number]
        ?? TextLine(
          number: number, text: Scalars(raw), columns: [], start: raw.startIndex - whole.startIndex,
          width: whole.count, indent: 0, blanksBefore: 0, mark: .none, boldPrefix: 0)
      if line.text.isEmpty, line.mark.isText { line.mark = .ornament }
      line.blanksBefore = blanks
      result.append(line)
      blanks = 0
    }
    return result
  }
}
