internal import Diagnostics

/// Reads one sheet of a workbook, event by event, as a grid of what is seen.
struct SheetPart {
  private enum Holding { case nothing, value, text }

  private let strings: [String]
  private let formats: CellFormats
  private let since1904: Bool

  private(set) var grid = CellGrid()
  private(set) var hasTooManyCells = false
  private(set) var drawing: String?
  private var cellCount = 0
  private var wordBytes = 0
  private var hiddenRows: Set<Int> = []
  private var hiddenColumns: Set<Int> = []

  private var row = CellGrid.Row(number: 0, cells: [])
  private var isHiddenRow = false
  private var cell = Cell()
  private var holding = Holding.nothing
  private var isSpoken = false

  /// The parts of a cell until it ends.
  private struct Cell {
    var column = 0
    var kind = ""
    var style = 0
    var words = ""
    var hasFormula = false
    var hasValue = false
  }

  /// Most cells of a sheet, those between two filled ones included.
  static let cellLimit = 4_000_000
  /// Most bytes of all words of a sheet: a few strings can stand in any number of cells.
  private static let byteLimit = 64 << 20

  init(strings: [String], formats: CellFormats, since1904: Bool) {
    self.strings = strings
    self.formats = formats
    self.since1904 = since1904
  }

  /// Takes an event; whether there is room for more.
  mutating func take(_ event: PartEvents.Event) -> Bool {
    switch event {
    case .start(let name, let attributes): start(name, attributes)
    case .text(let words): if holding != .nothing, !isSpoken { cell.words += words }
    case .end(let name): end(name)
    }
    return !hasTooManyCells && grid.rows.count <= CellGrid.rowLimit
  }

  private mutating func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "c":
      cell = Cell()
      let place = attributes["r"].flatMap(CellGrid.place)
      cell.column = place?.column ?? row.cells.count
      cell.kind = attributes["t"] ?? ""
      cell.style = attributes["s"].flatMap { Int($0) } ?? 0
    case "v":
      holding = .value
      cell.hasValue = true
    case "t": holding = .text
    case "f": cell.hasFormula = true
    case "rPh": isSpoken = true
    case "row":
      let number = attributes["r"].flatMap { Int($0) } ?? row.number + 1
      row = CellGrid.Row(number: min(CellGrid.sheetRows, max(1, number)), cells: [])
      isHiddenRow = Self.isOn(attributes["hidden"]) || attributes["ht"].flatMap(Double.init) == 0
    case "col":
      guard Self.isOn(attributes["hidden"]) || attributes["width"].flatMap(Double.init) == 0,
        let low = attributes["min"].flatMap({ Int($0) }),
        let high = attributes["max"].flatMap({ Int($0) }), low >= 1, low <= high,
        low <= CellGrid.columnLimit
      else { return }
      hiddenColumns.formUnion((low - 1)...(min(high, CellGrid.columnLimit) - 1))
    case "mergeCell":
      if let merge = attributes["ref"].flatMap(CellGrid.area) { grid.merges.append(merge) }
    case "drawing": drawing = attributes["id"]
    default: break
    }
  }

  private mutating func end(_ name: String) {
    switch name {
    case "v", "t": holding = .nothing
    case "rPh": isSpoken = false
    case "c": put()
    case "row":
      guard row.cells.contains(where: { !$0.isEmpty }) else { return }
      if isHiddenRow { hiddenRows.insert(row.number) }
      grid.rows.append(row)
    default: break
    }
  }

  private static func isOn(_ value: String?) -> Bool { value == "1" || value == "true" }

  // MARK: Cells

  private var place: GridFindings.Cell {
    GridFindings.Cell(
      name: CellGrid.name(column: cell.column, row: row.number), line: row.number,
      column: cell.column + 1)
  }

  private mutating func put() {
    let words = CellText.trimmed(text())
    guard cell.column < CellGrid.columnLimit else {
      if !words.isEmpty { grid.findings.outside.append(place) }
      return
    }
    if words.isEmpty { return }
    wordBytes += words.utf8.count
    if wordBytes > Self.byteLimit { hasTooManyCells = true }
    cellCount += max(1, cell.column + 1 - row.cells.count)
    if cellCount > Self.cellLimit {
      hasTooManyCells = true
      return
    }
    while row.cells.count <= cell.column { row.cells.append("") }
    row.cells[cell.column] = words
  }

  private mutating func text() -> String {
    let value = cell.words
    switch cell.kind {
    case "s":
      let index = Int(value) ?? -1
      return shown(strings.indices.contains(index) ? strings[index] : "")
    case "str" where value.isEmpty: return cell.hasValue ? "" : missing()
    case "inlineStr", "str": return shown(CellText.text(value))
    case "b": return value.isEmpty ? missing() : value == "1" || value == "true" ? "是" : "否"
    case "e":
      var found = place
      found.words = value
      if !value.isEmpty { grid.findings.errors.append(found) }
      return value.isEmpty ? missing() : ""
    case "d":
      row.days[cell.column] = String(value.prefix(10))
      return value.hasSuffix("T00:00:00") ? String(value.dropLast(9)) : value
    default: return value.isEmpty ? missing() : number(value)
    }
  }

  private mutating func missing() -> String {
    if cell.hasFormula { grid.findings.unvalued.append(place) }
    return ""
  }

  private mutating func shown(_ text: String) -> String {
    let format = formats[cell.style]
    let words = format.words(of: text)
    if words.isEmpty, !CellText.trimmed(text).isEmpty { grid.findings.blanked.append(place) }
    note(words)
    return words
  }

  private mutating func number(_ value: String) -> String {
    let format = formats[cell.style]
    if let day = format.day(of: value, since1904: since1904) { row.days[cell.column] = day }
    let words = format.text(of: value, since1904: since1904)
    if format.hasWords, row.days[cell.column] == nil, let plain = DecimalDigits(value) {
      row.numbers[cell.column] = GeneralNumber.text(of: plain)
    }
    if words.isEmpty, format.hidesAll { grid.findings.blanked.append(place) }
    if words.utf8.count > 15, let digits = DecimalDigits(value), digits.isInteger,
      (16...30).contains(digits.wholeDigits),
      words.utf8.count(where: { (0x30...0x39).contains($0) }) > 15
    {
      note(words, .digits)
    }
    return words
  }

  private mutating func note(_ words: String, _ kind: DamagedValue? = nil) {
    guard let kind = kind ?? DamagedValue(words) else { return }
    var found = place
    found.words = words
    grid.findings.damaged.append((found, kind))
  }

  /// The whole sheet, without what is hidden.
  mutating func finished() -> CellGrid {
    let columns = hiddenColumns.filter { column in
      grid.rows.contains { column < $0.cells.count && !$0.cells[column].isEmpty }
    }
    grid.findings.hiddenRows = hiddenRows.sorted()
    grid.findings.hiddenColumns = columns.sorted().map(CellGrid.columnName)
    grid.rows.sort { $0.number < $1.number }
    grid.hide(rows: hiddenRows, columns: hiddenColumns)
    return grid
  }
}

/// Words of a cell as a workbook stores them.
enum CellText {
  /// Line ends as `\n`, and characters that are written as `_x000D_` (ECMA-376 part 1, 22.9.2.19).
  static func text(_ stored: String) -> String {
    var words = stored
    if words.contains("_x") { words = unescaped(words) }
    guard words.utf8.contains(0x0D) else { return words }
    return words.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
  }

  /// Without blanks and empty lines at its ends.
  static func trimmed(_ words: String) -> String {
    let scalars = words.unicodeScalars
    func isBlank(_ scalar: Unicode.Scalar) -> Bool {
      scalar.isSpace || scalar == "\n" || scalar == "\r"
    }
    guard let first = scalars.first, let last = scalars.last, isBlank(first) || isBlank(last) else {
      return words
    }
    let start = scalars.firstIndex { !isBlank($0) } ?? scalars.endIndex
    let end = scalars.lastIndex { !isBlank($0) }.map { scalars.index(after: $0) } ?? start
    return String(scalars[start..<end])
  }

  private static func unescaped(_ text: String) -> String {
    var words = ""
    var rest = text[...]
    while let mark = rest.firstRange(of: "_x") {
      words += rest[..<mark.lowerBound]
      let body = rest[mark.upperBound...].prefix(5)
      if body.utf8.count == 5, body.last == "_", let code = UInt32(body.dropLast(), radix: 16),
        let scalar = Unicode.Scalar(code), code != 0
      {
        words.unicodeScalars.append(scalar)
        rest = rest[body.endIndex...]
      } else {
        words += rest[mark]
        rest = rest[mark.upperBound...]
      }
    }
    return words + rest
  }
}
