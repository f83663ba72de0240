internal import ReportModel

/// HTML as paragraphs, items, pictures and tables: as much of it as writers put into Markdown, and as
/// other programs put into Word files. How it looks is left out, its words never are.
struct HTMLText {
  /// One thing of it, in reading order.
  enum Block {
    /// Lines of a paragraph; `heading` is the depth of a head.
    case paragraph(lines: [String], heading: Int?)
    case item(String)
    case picture(path: String, words: String)
    case table(HTMLTable)
  }

  private(set) var blocks: [Block] = []
  private var words = ""
  private var heading: Int?
  private var isItem = false
  private var isVerbatim = 0
  /// Names of elements whose content is no text, while one is open.
  private var skipped: String?
  /// The number before the next item of each open list; nil where it has none.
  private var lists: [Int?] = []
  private var tables: [HTMLTable.Builder] = []

  init(_ html: String) {
    var scanner = HTMLScanner(Scalars(html))
    while let token = scanner.next() {
      switch token {
      case .text(let text): append(text)
      case .tag(let tag): take(tag)
      }
    }
    while !tables.isEmpty { endTable() }
    flush()
  }

  private mutating func append(_ text: String) {
    if skipped != nil { return }
    if !tables.isEmpty { return tables[tables.count - 1].append(text) }
    if isVerbatim > 0 {
      words += text
    } else {
      for character in text {
        let isBlank = character.isWhitespace && character != "\u{3000}" && character != "\u{A0}"
        if !isBlank {
          words.append(character)
        } else if let last = words.last, !last.isWhitespace {
          words.append(" ")
        }
      }
    }
  }

  private mutating func flush() {
    let lines = words.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).trimmingSpaces }.filter { !$0.isEmpty }
    words = ""
    guard !lines.isEmpty else { return }
    blocks.append(
      isItem ? .item(lines.joined(separator: " ")) : .paragraph(lines: lines, heading: heading))
    isItem = false
  }

  private static let silent: Set<String> = ["script", "style", "head", "title", "template"]
  private static let blockNames: Set<String> = [
    "p", "div", "center", "section", "article", "header", "footer", "main", "aside", "nav", "ul",
    "ol", "li", "dl", "dt", "dd", "blockquote", "figure", "figcaption", "pre", "hr", "details",
    "summary", "body", "html", "form", "fieldset", "address", "h1", "h2", "h3", "h4", "h5", "h6",
  ]

  private mutating func take(_ tag: HTMLTag) {
    if let name = skipped {
      if tag.closes, tag.name == name { skipped = nil }
      return
    }
    if Self.silent.contains(tag.name), !tag.closes {
      skipped = tag.name
      return
    }
    switch tag.name {
    case "table": tag.closes ? endTable() : openTable()
    case "tr", "td", "th", "thead", "tbody", "tfoot", "caption":
      if !tables.isEmpty { tables[tables.count - 1].take(tag) }
    case "br": tables.isEmpty ? words.append("\n") : append("\n")
    case "img":
      let path = tag.attributes["src"] ?? ""
      let alternative = tag.attributes["alt"] ?? ""
      if path.isEmpty { return append(alternative) }
      if tables.isEmpty { flush() }
      blocks.append(.picture(path: path, words: alternative))
    case "input" where tag.attributes["type"]?.lowercased() == "checkbox":
      append(tag.attributes["checked"] == nil ? "☐" : "☑")
    default: if Self.blockNames.contains(tag.name) { takeBlock(tag) }
    }
  }

  private mutating func takeBlock(_ tag: HTMLTag) {
    if !tables.isEmpty { return tables[tables.count - 1].breakLine() }
    flush()
    heading = nil
    switch tag.name {
    case "ol", "ul":
      if tag.closes {
        if !lists.isEmpty { lists.removeLast() }
      } else {
        lists.append(tag.name == "ol" ? tag.attributes["start"].flatMap { Int($0) } ?? 1 : nil)
      }
    case "li" where !tag.closes:
      isItem = true
      if let number = lists.last ?? nil {
        words = "\(number). "
        lists[lists.count - 1] = number + 1
      }
    case "pre": isVerbatim = max(0, isVerbatim + (tag.closes ? -1 : 1))
    case "h1", "h2", "h3", "h4", "h5", "h6":
      heading = tag.closes ? nil : tag.name.last?.wholeNumberValue
    default: break
    }
  }

  private mutating func openTable() {
    if tables.isEmpty { flush() }
    tables.append(HTMLTable.Builder())
  }

  private mutating func endTable() {
    guard let builder = tables.popLast() else { return }
    let table = builder.table()
    // A table in a cell is words of the cell.
    if tables.isEmpty {
      if !table.title.isEmpty { blocks.append(.paragraph(lines: [table.title], heading: nil)) }
      if !table.rows.isEmpty { blocks.append(.table(table)) }
    } else {
      let rows = table.rows.map { $0.filter { !$0.isEmpty }.joined(separator: " ") }
      tables[tables.count - 1].append(rows.joined(separator: "\n"))
    }
  }
}

/// A table of HTML on its grid.
struct HTMLTable {
  /// The words over it.
  var title = ""
  /// Cells; the words of a head over several stand in each, those of a body's cell in the first.
  var rows: [[String]] = []
  /// Rows that open the table and name its columns.
  var headRows = 0
  /// Cells over several rows or columns of the body.
  var spans: [CellSpan] = []
  /// The cells as they were written, the words of each in its first place, and the spans of all.
  private(set) var written: (rows: [[String]], spans: [CellSpan]) = ([], [])

  /// Most columns; a row beyond them is cut nowhere else.
  static let columnLimit = 512
  /// Most rows that one cell takes.
  static let spanLimit = 1_000

  /// Gathers a table tag by tag.
  struct Builder {
    private struct Cell {
      var text = ""
      var rows = 1
      var columns = 1
      var isHead = false
    }

    private var rows: [[Cell]] = []
    private var isInCell = false
    private var isInTitle = false
    private var headDepth = 0
    private var headRows = 0
    private var title = ""

    mutating func append(_ text: String) {
      if isInTitle {
        title += text
      } else if isInCell, !rows.isEmpty, !rows[rows.count - 1].isEmpty {
        rows[rows.count - 1][rows[rows.count - 1].count - 1].text += text
      } else if !text.trimmingSpaces.isEmpty {
        title += text
      }
    }

    mutating func breakLine() {
      if isInCell { append("\n") }
    }

    mutating func take(_ tag: HTMLTag) {
      switch tag.name {
      case "caption": isInTitle = !tag.closes
      case "thead": headDepth = tag.closes ? 0 : 1
      case "tr":
        isInCell = false
        if !tag.closes {
          rows.append([])
          if headDepth > 0 { headRows = rows.count }
        }
      case "td", "th":
        isInCell = !tag.closes
        if tag.closes { return }
        if rows.isEmpty { rows.append([]) }
        rows[rows.count - 1].append(
          Cell(
            rows: Self.count(tag.attributes["rowspan"], most: HTMLTable.spanLimit),
            columns: Self.count(tag.attributes["colspan"], most: HTMLTable.columnLimit),
            isHead: tag.name == "th"))
      default: break
      }
    }

    private static func count(_ text: String?, most: Int) -> Int {
      min(most, max(1, text.flatMap { Int($0) } ?? 1))
    }

    func table() -> HTMLTable {
      var table = HTMLTable(title: HTMLTable.clean(title))
      let filled = rows.filter { !$0.isEmpty }
      var taken: [[Bool]] = []
      for (number, row) in filled.enumerated() {
        while table.rows.count <= number { table.rows.append([]) }
        while taken.count <= number { taken.append([]) }
        var column = 0
        for cell in row {
          while column < taken[number].count, taken[number][column] { column += 1 }
          guard column < HTMLTable.columnLimit else { break }
          let last = min(filled.count, number + cell.rows)
          let end = min(HTMLTable.columnLimit, column + cell.columns)
          table.put(HTMLTable.clean(cell.text), number..<last, column..<end, &taken)
          column = end
        }
      }
      let width = table.rows.map(\.count).max() ?? 0
      for index in table.rows.indices {
        table.rows[index] += Array(repeating: "", count: width - table.rows[index].count)
      }
      let opening = filled.prefix { $0.allSatisfy(\.isHead) }.count
      table.headRows = min(max(1, max(headRows, opening)), max(1, table.rows.count))
      table.written = (table.rows, table.spans)
      table.settleHead()
      return table
    }
  }

  /// Heads over several columns stand in each of them; spans are those of the body.
  private mutating func settleHead() {
    for span in spans where span.rows.lowerBound < headRows {
      let words = rows[span.rows.lowerBound][span.columns.lowerBound]
      for row in span.rows.lowerBound..<min(headRows, span.rows.upperBound) {
        for column in span.columns { rows[row][column] = words }
      }
    }
    spans = spans.filter { $0.rows.lowerBound >= headRows }.map {
      CellSpan(
        rows: ($0.rows.lowerBound - headRows)..<($0.rows.upperBound - headRows),
        columns: $0.columns)
    }
  }

  private mutating func put(
    _ words: String, _ rows: Range<Int>, _ columns: Range<Int>, _ taken: inout [[Bool]]
  ) {
    for row in rows {
      while self.rows.count <= row { self.rows.append([]) }
      while taken.count <= row { taken.append([]) }
      while self.rows[row].count < columns.upperBound { self.rows[row].append("") }
      while taken[row].count < columns.upperBound { taken[row].append(false) }
      for column in columns { taken[row][column] = true }
    }
    self.rows[rows.lowerBound][columns.lowerBound] = words
    if rows.count > 1 || columns.count > 1 { spans.append(CellSpan(rows: rows, columns: columns)) }
  }

  /// Words of a cell: its lines without the blanks of the file.
  fileprivate static func clean(_ text: String) -> String {
    text.split(separator: "\n").map { line in
      line.split { $0 == " " || $0 == "\t" || $0 == "\r" }.joined(separator: " ").trimmingSpaces
    }.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
