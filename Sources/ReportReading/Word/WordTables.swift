internal import ReportModel

/// A table of a Word file on its grid.
struct WordTable {
  /// Cells; the words of a head over several stand in each, those of a body's cell in the first.
  var rows: [[String]]
  var headRows: Int
  /// Cells over several rows or columns of the body.
  var spans: [CellSpan]
  /// What of it cannot be taken over.
  var losses: [WordLoss] = []
}

/// A cell of a row.
private struct WordCell {
  var lines: [String] = []
  var span = 1
  /// Whether it goes on with the cell above.
  var continues = false
  var opensMerge = false
  var pictures: [WordPicture] = []
  var losses: [WordLoss] = []

  var text: String { lines.joined(separator: "\n") }
}

extension WordBody {
  /// Columns of the widest table that Word makes.
  private static let mostColumns = 63

  mutating func addTable(_ table: WordElement) {
    let elements = Self.rows(of: table)
    let widths = elements.map { row in
      Self.cells(of: row).reduce(Self.columnsBefore(row)) { $0 + Self.span(of: $1) }
    }
    let width = widths.max() ?? 0
    // A frame of one row or column holds text; the rows over all columns before a table name it.
    // No word processor makes a table of more columns than that: its cells are read as text.
    guard (2...Self.mostColumns).contains(width), elements.count > 1 else {
      for row in elements { for cell in Self.cells(of: row) { walk(cell) } }
      return
    }
    var heads = 0
    var rows: [[WordCell]] = []
    for row in elements {
      if row.child("trPr")?.flag("tblHeader") == true, heads == rows.count { heads += 1 }
      let before = Self.columnsBefore(row)
      rows.append(
        (before > 0 ? [WordCell(span: before)] : []) + Self.cells(of: row).map { cell($0) })
    }
    if addAlbum(rows) { return }
    while rows.count > 2, let first = rows.first, first.count == 1, first[0].span == width {
      addTitle(first[0])
      rows.removeFirst()
      heads = max(0, heads - 1)
    }
    var grid = Self.grid(rows, width: width, heads: heads)
    grid.losses = rows.joined().flatMap(\.losses)
    append(.table(grid))
    for picture in rows.joined().flatMap(\.pictures) { append(.picture(picture)) }
  }

  private mutating func addTitle(_ cell: WordCell) {
    for line in cell.lines {
      append(.paragraph(WordParagraph(lines: [line], alignment: "center")))
    }
    for picture in cell.pictures { append(.picture(picture)) }
    for loss in cell.losses { append(.loss(loss)) }
  }

  /// A table that only lays out pictures, each with its words in its cell or in the one below.
  private mutating func addAlbum(_ rows: [[WordCell]]) -> Bool {
    let cells = rows.joined()
    guard cells.contains(where: { !$0.pictures.isEmpty }) else { return false }
    var blocks: [WordBlock] = []
    var used = Set<[Int]>()
    for (number, row) in rows.enumerated() {
      for (place, cell) in row.enumerated() {
        guard !cell.pictures.isEmpty else {
          if !cell.text.isEmpty, !used.contains([number, place]) { return false }
          continue
        }
        var words = cell.text
        if words.isEmpty, number + 1 < rows.count, place < rows[number + 1].count,
          rows[number + 1][place].pictures.isEmpty
        {
          words = rows[number + 1][place].text
          used.insert([number + 1, place])
        }
        guard words.count <= 80 else { return false }
        for (index, picture) in cell.pictures.enumerated() {
          var picture = picture
          let isLast = index == cell.pictures.count - 1
          picture.words = isLast && !words.isEmpty ? words.filter { $0 != "\n" } : ""
          blocks.append(.picture(picture))
        }
        blocks += cell.losses.map { .loss($0) }
      }
    }
    for block in blocks { append(block) }
    return true
  }

  private static func rows(of table: WordElement) -> [WordElement] {
    table.children.flatMap { (child) -> [WordElement] in
      switch child.name {
      case "tr": child.child("trPr")?.child("del") == nil ? [child] : []
      case "sdt", "sdtContent", "customXml", "ins", "moveTo": rows(of: child)
      case "AlternateContent": rows(of: WordText.choice(of: child))
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

  private static func columnsBefore(_ row: WordElement) -> Int {
    let before = row.child("trPr")?.value("gridBefore").flatMap { Int($0) } ?? 0
    return min(64, max(0, before))
  }

  private static func span(of cell: WordElement) -> Int {
    min(64, max(1, cell.child("tcPr")?.value("gridSpan").flatMap { Int($0) } ?? 1))
  }

  private mutating func cell(_ element: WordElement) -> WordCell {
    let merge = element.child("tcPr")?.child("vMerge")
    var cell = WordCell(
      span: Self.span(of: element),
      continues: merge != nil && merge?.attributes["val"] != "restart",
      opensMerge: merge?.attributes["val"] == "restart")
    fill(&cell, with: element)
    return cell
  }

  /// Takes the paragraphs of a cell, of its text boxes and of tables in it, line by line.
  private mutating func fill(_ cell: inout WordCell, with element: WordElement) {
    for child in element.children {
      switch child.name {
      case "p":
        let read = read(child, isCell: true)
        cell.lines += read.paragraph.lines.map(\.trimmingSpaces).filter { !$0.isEmpty }
        cell.pictures += read.pictures
        cell.losses += read.paragraph.losses
        for box in read.boxes { fill(&cell, with: box) }
      case "tr":
        // A row of a table in the cell is a line.
        var inner = WordCell()
        for part in Self.cells(of: child) { fill(&inner, with: part) }
        if !inner.lines.isEmpty { cell.lines.append(inner.lines.joined(separator: " ")) }
        cell.pictures += inner.pictures
        cell.losses += inner.losses
      case "tbl", "sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag":
        fill(&cell, with: child)
      case "AlternateContent": fill(&cell, with: WordText.choice(of: child))
      case "altChunk": cell.losses.append(.chunk)
      default: break
      }
    }
  }

  /// Rows of equal length. Head rows are as many as the merged cells of the first row reach down, or
  /// as many as the file repeats on every page.
  private static func grid(_ rows: [[WordCell]], width: Int, heads repeated: Int) -> WordTable {
    var heads = max(1, repeated)
    if rows[0].contains(where: \.opensMerge), heads < 2, rows.count > 2, continuesHead(rows) {
      heads = 2
    } else if rows[0].contains(where: { $0.span > 1 && !$0.text.isEmpty }), heads < 2,
      rows.count > 2, namesColumns(rows[1])
    {
      heads = 2
    }
    heads = min(heads, rows.count - 1)
    var texts: [[String]] = []
    var spans: [CellSpan] = []
    // Where the cell of a column that goes on below began.
    var open: [Int: Int] = [:]
    for (number, row) in rows.enumerated() {
      var line: [String] = []
      for cell in row where line.count < width {
        let columns = line.count..<min(width, line.count + cell.span)
        let isHead = number < heads
        let above = number > 0 ? texts[number - 1][columns.lowerBound] : ""
        let text = cell.continues ? (isHead ? above : "") : cell.text
        line.append(text)
        line += Array(repeating: isHead ? text : "", count: columns.count - 1)
        if isHead { continue }
        if cell.continues, let index = open[columns.lowerBound], spans.indices.contains(index),
          spans[index].columns == columns
        {
          spans[index].rows = spans[index].rows.lowerBound..<(number - heads + 1)
        } else {
          open[columns.lowerBound] = nil
          if cell.opensMerge || columns.count > 1 {
            open[columns.lowerBound] = spans.count
            spans.append(CellSpan(rows: (number - heads)..<(number - heads + 1), columns: columns))
          }
        }
      }
      texts.append(line + Array(repeating: "", count: max(0, width - line.count)))
    }
    return WordTable(
      rows: texts, headRows: heads,
      spans: spans.filter { $0.rows.count > 1 || $0.columns.count > 1 })
  }

  /// Whether all merged cells of the first row go on in the second.
  private static func continuesHead(_ rows: [[WordCell]]) -> Bool {
    var column = 0
    var tall: Set<Int> = []
    for cell in rows[0] {
      if cell.opensMerge { tall.insert(column) }
      column += cell.span
    }
    column = 0
    for cell in rows[1] {
      if cell.continues { tall.remove(column) }
      column += cell.span
    }
    return tall.isEmpty
  }

  /// Whether a row holds words alone, as the lower row of a head does.
  private static func namesColumns(_ row: [WordCell]) -> Bool {
    let words = row.filter { !$0.continues }.map(\.text).filter { !$0.isEmpty }
    return words.count > 1
      && words.allSatisfy { $0.count <= 12 && !$0.contains(where: \.isNumber) }
  }
}
