/// Walks a Word file's body into paragraphs and tables in reading order.
struct WordBody {
  private(set) var blocks: [WordBlock] = []
  /// What cannot be taken over, by name.
  private(set) var leftOut: [String: Int] = [:]
  /// Notes that the text refers to, in their order.
  private(set) var notes: [WordNotes.Reference] = []
  private let known: WordNotes
  private let styles: WordStyles
  private var numbering: WordNumbering
  private var fields = WordFields()
  /// Paragraphs whose ends are deleted: the next one goes on with them.
  private var unended: [WordElement] = []

  init(
    _ document: WordElement, styles: WordStyles, numbering: WordNumbering,
    notes known: WordNotes = WordNotes()
  ) {
    self.styles = styles
    self.known = known
    self.numbering = numbering
    if let body = document.child("body") { walk(body) }
  }

  private mutating func walk(_ element: WordElement) {
    for child in element.children {
      switch child.name {
      case "p": end(child)
      case "tbl":
        endLast()
        addTable(child)
      case "sdt", "sdtContent", "ins", "customXml", "moveTo": walk(child)
      default: break
      }
    }
    endLast()
  }

  /// Adds a paragraph together with those before it whose ends a tracked change deletes.
  private mutating func end(_ element: WordElement) {
    let isOpen = element.child("pPr")?.child("rPr").map {
      $0.child("del") != nil || $0.child("moveFrom") != nil
    }
    if isOpen == true { return unended.append(element) }
    if unended.isEmpty { return add(element) }
    let parts = (unended + [element]).flatMap(\.children).filter { $0.name != "pPr" }
    unended = []
    add(WordElement(name: "p", children: (element.child("pPr").map { [$0] } ?? []) + parts))
  }

  /// Adds what is left of paragraphs without an end.
  private mutating func endLast() {
    guard let last = unended.last else { return }
    let parts = unended.flatMap(\.children).filter { $0.name != "pPr" }
    unended = []
    let properties = last.child("pPr").map { [$0] } ?? []
    if !parts.isEmpty { add(WordElement(name: "p", children: properties + parts)) }
  }

  private mutating func add(_ element: WordElement) {
    fields.hasContents = false
    fields.noteContents()
    let read = read(element)
    // A table of contents repeats the heads, each with its page.
    let style = read.paragraph.styleName
    let isEntry = read.paragraph.text.trimmingSpaces.last?.isNumber ?? true
    let isContents =
      style.hasPrefix("toc ") || style.hasPrefix("目录") || (fields.hasContents && isEntry)
    let isBare = read.paragraph.text.allSatisfy(\.isWhitespace) && !read.pictures.isEmpty
    if !isContents, !isBare { blocks.append(.paragraph(read.paragraph)) }
    for picture in read.pictures {
      blocks.append(.picture(id: picture.id, words: picture.words))
    }
    for box in read.boxes { walk(box) }
  }

  private struct Paragraph {
    var paragraph: WordParagraph
    var boxes: [WordElement]
    var pictures: [(id: String, words: String)]
  }

  private mutating func read(_ element: WordElement) -> Paragraph {
    let properties = element.child("pPr")
    let style = styles.paragraph(properties?.value("pStyle"))
    var format = style.format
    format.apply(.paragraph(properties))
    var text = WordText(styles: styles, base: format)
    text.noteCount = notes.count
    text.known = known
    text.fields = fields
    text.walk(element)
    notes += text.notes
    fields = text.fields
    leftOut.merge(text.leftOut, uniquingKeysWith: +)
    var paragraph = text.paragraph(style: style)
    let hasText = !paragraph.text.allSatisfy(\.isWhitespace)
    if hasText, let list = format.list, list.id != "0",
      let label = numbering.label(of: list, style: properties?.value("pStyle"))
    {
      paragraph.isBullet = label.isBullet
      paragraph.lines[0] = label.text + paragraph.lines[0]
      let length = label.text.unicodeScalars.count
      if paragraph.leadLength > 0 { paragraph.leadLength += length }
      paragraph.shiftMarks(by: length)
    }
    return Paragraph(paragraph: paragraph, boxes: text.boxes, pictures: text.pictures)
  }

  // MARK: - Tables

  /// Columns of the widest table that Word makes.
  private static let mostColumns = 63

  private struct Cell {
    var text: String
    var span: Int
    /// Whether it goes on with the cell above.
    var continues: Bool
    var opensMerge: Bool
  }

  private mutating func addTable(_ table: WordElement) {
    var rows: [[Cell]] = []
    var heads = 0
    for row in Self.rows(of: table) {
      if row.child("trPr")?.flag("tblHeader") == true, heads == rows.count { heads += 1 }
      let before = row.child("trPr")?.value("gridBefore").flatMap { Int($0) } ?? 0
      let free = Cell(text: "", span: min(64, before), continues: false, opensMerge: false)
      rows.append((before > 0 ? [free] : []) + Self.cells(of: row).map { cell($0) })
    }
    let width = rows.map { $0.reduce(0) { $0 + $1.span } }.max() ?? 0
    // A frame of one row or column holds text; the rows over all columns before a table name it.
    // No word processor makes a table of more columns than that: its cells are read as text.
    guard (2...Self.mostColumns).contains(width), rows.count > 1 else {
      for row in Self.rows(of: table) { for cell in Self.cells(of: row) { walk(cell) } }
      return
    }
    while rows.count > 2, let first = rows.first, first.count == 1, first[0].span == width {
      blocks.append(.paragraph(WordParagraph(lines: [first[0].text], alignment: "center")))
      rows.removeFirst()
      heads = max(0, heads - 1)
    }
    let (texts, found) = Self.grid(rows, width: width, heads: heads)
    blocks.append(.table(rows: texts, headRows: found))
  }

  private static func rows(of table: WordElement) -> [WordElement] {
    table.children.flatMap { (child) -> [WordElement] in
      switch child.name {
      case "tr": child.child("trPr")?.child("del") == nil ? [child] : []
      case "sdt", "sdtContent", "customXml": rows(of: child)
      default: []
      }
    }
  }

  private static func cells(of row: WordElement) -> [WordElement] {
    row.children.flatMap { (child) -> [WordElement] in
      switch child.name {
      case "tc": [child]
      case "sdt", "sdtContent", "customXml": cells(of: child)
      default: []
      }
    }
  }

  private mutating func cell(_ element: WordElement) -> Cell {
    let properties = element.child("tcPr")
    let merge = properties?.child("vMerge")
    return Cell(
      text: text(of: element),
      span: min(64, max(1, properties?.value("gridSpan").flatMap { Int($0) } ?? 1)),
      continues: merge != nil && merge?.attributes["val"] != "restart",
      opensMerge: merge?.attributes["val"] == "restart")
  }

  /// The paragraphs of a cell, and of tables in it, as one text.
  private mutating func text(of element: WordElement) -> String {
    var text = ""
    for child in element.children {
      switch child.name {
      case "p": text += read(child).paragraph.lines.joined().trimmingSpaces
      case "tbl", "tr", "tc", "sdt", "sdtContent": text += self.text(of: child)
      default: break
      }
    }
    return text
  }

  /// Rows of equal length. A cell over several rows says the same in each; one over several columns
  /// only in the first, but in all where it is a head. Head rows are as many as the merged cells of
  /// the first row reach down, or as many as the file repeats on every page.
  private static func grid(
    _ rows: [[Cell]], width: Int, heads repeated: Int
  ) -> (rows: [[String]], headRows: Int) {
    var texts: [[String]] = []
    var heads = max(1, repeated)
    let hasTallHead = rows[0].contains(where: \.opensMerge)
    for (number, row) in rows.enumerated() {
      let isHead = number < heads || (hasTallHead && number == heads && continuesHead(rows, number))
      if isHead { heads = max(heads, number + 1) }
      var line: [String] = []
      for cell in row {
        let above = number > 0 && line.count < width ? texts[number - 1][line.count] : ""
        let text = cell.continues ? above : cell.text
        line.append(text)
        line += Array(repeating: isHead ? text : "", count: cell.span - 1)
      }
      line += Array(repeating: "", count: max(0, width - line.count))
      texts.append(Array(line.prefix(width)))
    }
    return (texts, min(heads, rows.count - 1))
  }

  private static func continuesHead(_ rows: [[Cell]], _ number: Int) -> Bool {
    // All merged cells of the first row go on here.
    var column = 0
    var tall: Set<Int> = []
    for cell in rows[0] {
      if cell.opensMerge { tall.insert(column) }
      column += cell.span
    }
    column = 0
    for cell in rows[number] {
      if cell.continues { tall.remove(column) }
      column += cell.span
    }
    return tall.isEmpty
  }
}

extension String {
  /// The text without spaces of any kind at its ends.
  var trimmingSpaces: String { Scalars(self)[...].trimmed.string }
}
