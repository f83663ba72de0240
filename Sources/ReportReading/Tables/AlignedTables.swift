/// Tables of plain text: neighbouring lines whose cells are parted by tabs, or by two or more
/// blanks (step P5).
struct AlignedTables {
  /// The tables, in their order.
  private(set) var tables: [RawTable] = []

  /// Finds the tables and marks their lines.
  init(marking lines: inout [TextLine], in source: SourceText) {
    var place = 0
    while place < lines.count {
      let end = Self.endOfTable(from: place, lines, source)
      if end > place {
        take(place..<end, &lines, source)
        place = end
      } else {
        place += 1
      }
    }
  }

  private static func endOfTable(from start: Int, _ lines: [TextLine], _ source: SourceText) -> Int
  {
    guard lines[start].mark == .none, let columns = cells(of: lines[start], source)?.count,
      columns > 2 || lines[start].text.contains("\t")
    else {
      return start
    }
    var end = start + 1
    let isTabbed = lines[start].text.contains("\t")
    let edges = isTabbed ? [] : Self.edges(of: lines[start])
    while end < lines.count, lines[end].mark == .none, lines[end].blanksBefore == 0,
      let count = cells(of: lines[end], source)?.count,
      // Writers leave out the tabs before empty cells at the end of a row.
      count == columns
        || isTabbed && count < columns && columns > 2 && lines[end].text.contains("\t")
        || !isTabbed && end > start + 1 && count < columns
          && Self.places(of: lines[end], under: edges) != nil
    {
      end += 1
    }
    let least = lines[start].text.contains("\t") ? 2 : columns > 2 ? 2 : 3
    return end - start >= least ? end : start
  }

  private mutating func take(_ range: Range<Int>, _ lines: inout [TextLine], _ source: SourceText) {
    let index = tables.count
    var cells = range.map { Self.cells(of: lines[$0], source) ?? [] }
    for row in cells.indices {
      let line = lines[range.lowerBound + row]
      if cells[row].count < cells[0].count, !line.text.contains("\t"),
        let places = Self.places(of: line, under: Self.edges(of: lines[range.lowerBound]))
      {
        var whole = cells[0].map { _ in "" }
        for (cell, place) in zip(cells[row], places) { whole[place] = cell }
        cells[row] = whole
      }
      while cells[row].count < cells[0].count { cells[row].append("") }
    }
    lines[range.lowerBound].mark = .tableHeader(index)
    for place in range.dropFirst() { lines[place].mark = .tableRow(index) }
    tables.append(
      RawTable(
        header: cells[0], rows: Array(cells.dropFirst()),
        headerLine: lines[range.lowerBound].number, ruleLine: nil,
        rowLines: range.dropFirst().map { lines[$0].number }))
  }

  /// The cells of a line, or nil when it is no table line. Empty cells between tabs count.
  private static func cells(of line: TextLine, _ source: SourceText) -> [String]? {
    let text = line.text
    if text.contains("\t") {
      let cells = source.line(line.number).split(separator: "\t", omittingEmptySubsequences: false)
      return cells.count >= 2 ? cells.map { $0.trimmed.string } : nil
    }
    if text.last.map(Marks.stop.contains) ?? false { return nil }
    var cells: [String] = []
    var start = 0
    var place = 0
    while place < text.count {
      var gap = place
      while gap < text.count, text[gap].isSpace { gap += 1 }
      let isGap = gap - place >= 2 || (gap > place && text[place] == "\u{3000}")
      if isGap {
        cells.append(text[start..<place].string)
        start = gap
      }
      place = max(gap, place + 1)
    }
    cells.append(text[start...].string)
    return cells.count >= 2 && cells.allSatisfy { $0.unicodeScalars.count <= 30 } ? cells : nil
  }

  /// The columns of the terminal at which the cells of a line begin.
  private static func edges(of line: TextLine) -> [Int] {
    var result: [Int] = []
    var column = line.indent * 2
    var gap = 2
    for scalar in line.text {
      if scalar.isSpace {
        gap += scalar == "\u{3000}" ? 2 : 1
      } else {
        if gap >= 2 { result.append(column) }
        gap = 0
      }
      column += scalar.isWide || scalar == "\u{3000}" ? 2 : 1
    }
    return result
  }

  /// For each cell of a shorter row the column of the head that it begins under; nil where one does
  /// not, or the first cell is missing.
  private static func places(of line: TextLine, under head: [Int]) -> [Int]? {
    let places = edges(of: line).map { edge in head.firstIndex { abs($0 - edge) <= 1 } }
    guard places.first == 0, places.count >= 2, places.allSatisfy({ $0 != nil }) else { return nil }
    return places.compactMap { $0 }
  }
}
