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
  private var quotations = 0
  private var row: [String] = []

  /// Starts at a line of a text.
  init(_ source: SourceText, from first: Int) {
    self.source = source
    self.first = first
  }

  /// Takes one step of the walk.
  mutating func take(_ step: MarkdownTree.Step) {
    switch step.type {
    case "item", "tasklist": items += step.isEntering ? 1 : -1
    case "block_quote": quotations += step.isEntering ? 1 : -1
    case "paragraph", "heading": takeBlock(step)
    case "table", "table_header", "table_row", "table_cell": takeTable(step)
    case "thematic_break": if step.isEntering { markOrnament(step.line) }
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
      add(line.text.trimmed, bold: line.bold, at: step.line + offset, mark)
    }
  }

  private mutating func takeTable(_ step: MarkdownTree.Step) {
    switch (step.type, step.isEntering) {
    case ("table", true):
      tables.append(
        RawTable(header: [], rows: [], headerLine: step.line, ruleLine: step.line + 1, rowLines: []))
    case ("table_header", true), ("table_row", true): row = []
    case ("table_cell", true): inline = MarkdownInline()
    case ("table_cell", false):
      inline.endLine()
      row.append(inline.lines.map(\.text.string).joined())
    case ("table_header", false): endRow(step.line, isHeader: true)
    case ("table_row", false): endRow(step.line, isHeader: false)
    default: break
    }
  }

  private mutating func endRow(_ line: Int, isHeader: Bool) {
    let table = tables.count - 1
    guard table >= 0 else { return }
    if isHeader {
      tables[table].header = row
      tables[table].headerLine = line
      tables[table].ruleLine = line + 1
      addRaw(line, .tableHeader(table))
      addRaw(line + 1, .tableRule(table))
    } else {
      tables[table].rows.append(row)
      tables[table].rowLines.append(line)
      addRaw(line, .tableRow(table))
    }
  }

  private mutating func addFigure(_ image: MarkdownInline.Image, at line: Int) {
    figures.append(
      ReportFigure(
        kind: ReportFigure.kind(of: image.path), path: image.path, caption: image.caption,
        range: source.range(ofLine: line)))
    add(Scalars(image.caption), bold: 0, at: line, .figure(figures.count - 1))
  }

  private mutating func markOrnament(_ line: Int) { addRaw(line, .ornament) }

  private mutating func addRaw(_ line: Int, _ mark: TextLine.Mark) {
    guard line >= 1, line <= source.lines.count else { return }
    add(Scalars(source.line(line).trimmed), bold: 0, at: line, mark)
  }

  private mutating func add(_ text: Scalars, bold: Int, at line: Int, _ mark: TextLine.Mark) {
    guard line >= first, line <= source.lines.count, found[line] == nil else { return }
    let whole = source.line(line)
    let columns = Self.columns(of: text, in: whole)
    found[line] = TextLine(
      number: line, text: text, columns: columns, start: columns.first ?? 0, width: whole.count,
      indent: 0, blanksBefore: 0, mark: mark, boldPrefix: bold)
  }

  /// The column of each character of a cleaned text in its source line.
  private static func columns(of text: Scalars, in line: ArraySlice<Unicode.Scalar>) -> [Int] {
    var columns: [Int] = []
    columns.reserveCapacity(text.count)
    var place = line.startIndex
    for scalar in text {
      var probe = place
      while probe < line.endIndex, line[probe] != scalar { probe += 1 }
      if probe < line.endIndex { place = probe }
      columns.append(place - line.startIndex)
      if probe < line.endIndex { place = probe + 1 }
    }
    return columns
  }

  /// All lines in their order. A line that no node claimed (code, HTML) is kept as plain text.
  func finished() -> [TextLine] {
    var result: [TextLine] = []
    var blanks = 0
    for number in stride(from: first, through: source.lines.count, by: 1) {
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
