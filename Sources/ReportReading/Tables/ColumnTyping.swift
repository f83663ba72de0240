internal import ReportModel

/// Types and units of table columns (step P5): the narrowest type that all cells of a column have.
enum ColumnTyping {
  /// The columns of a table.
  static func columns(of table: RawTable) -> [TableColumn] {
    table.header.enumerated().map { place, name in
      let cells = table.rows.map { place < $0.count ? $0[place] : "" }
      let over = place < table.over.count ? table.over[place] : []
      let unit = unit(of: TableColumn(name: name, type: .text, over: over))
      var type = type(of: cells)
      if unit == "%" || unit == "％", type == .int || type == .decimal { type = .percent }
      return TableColumn(
        name: name, type: type, unit: unit.isEmpty ? implied(name, type) : unit,
        over: over)
    }
  }

  /// The unit of a column; a head over several may have one column for each unit: 摸底数 over 户, 宗.
  private static func unit(of column: TableColumn) -> String {
    let label = Scalars(column.label)
    if !column.over.isEmpty, Units.all.match(in: label, at: 0) == label.count {
      return column.label
    }
    return unit(in: label)
  }

  /// What stands in brackets at the end of a name: 摸底数(处), 收入（万元）, 面积/亩.
  private static func unit(in name: Scalars) -> String {
    guard let last = name.last else { return "" }
    if last == ")" || last == "）",
      let open = name.lastIndex(where: { $0 == "(" || $0 == "（" }), name.count - open <= 10
    {
      return name[(open + 1)..<(name.count - 1)].string
    }
    if let slash = name.lastIndex(where: { $0 == "/" || $0 == "／" }), name.count - slash <= 5 {
      return name[(slash + 1)...].string
    }
    return ""
  }

  /// 件数 counts 件: the name is a classifier and 数.
  private static func implied(_ name: String, _ type: ColumnType) -> String {
    let scalars = Scalars(name)
    guard type == .int, scalars.count == 2, scalars[1] == "数",
      Units.all.match(in: scalars, at: 0) == 1
    else { return "" }
    return scalars[..<1].string
  }

  private static func type(of cells: [String]) -> ColumnType {
    let filled = cells.map(Scalars.init).filter { !isBlank($0) }
    if filled.isEmpty { return .text }
    let types = filled.map(type(of:))
    if types.allSatisfy({ $0 == .int }) { return .int }
    if filled.allSatisfy(isMonth) { return .date }
    if types.allSatisfy({ $0 == .int || $0 == .decimal }) { return .decimal }
    if types.allSatisfy({ $0 == .percent }) { return .percent }
    if types.allSatisfy({ $0 == .date }) { return .date }
    return .text
  }

  private static func isBlank(_ cell: Scalars) -> Bool {
    cell.allSatisfy { $0.isSpace || "—-－–/／…".unicodeScalars.contains($0) }
  }

  private static func type(of cell: Scalars) -> ColumnType {
    var body = cell[...].trimmed
    if let sign = body.first, "+-＋－−±↑↓".unicodeScalars.contains(sign) { body = body.dropFirst() }
    var digits = 0
    var points = 0
    var isPercent = false
    for (offset, scalar) in body.enumerated() {
      switch scalar {
      case _ where scalar.isDigit: digits += 1
      case ".", "．": points += 1
      case ",", "，": if offset == 0 { return .text }
      case "%", "％":
        guard offset == body.count - 1 else { return .text }
        isPercent = true
      default: return isDate(Scalars(body)) ? .date : .text
      }
    }
    guard digits > 0, points <= 1 else { return isDate(Scalars(body)) ? .date : .text }
    return isPercent ? .percent : points == 1 ? .decimal : .int
  }

  /// 1965.03: a year of this age and a month of two digits.
  private static func isMonth(_ cell: Scalars) -> Bool {
    let parts = cell[...].trimmed.split { $0 == "." || $0 == "．" }.map {
      $0.compactMap(\.digitValue)
    }
    guard parts.count == 2, cell[...].trimmed.count == 7, parts[0].count == 4, parts[1].count == 2
    else { return false }
    let (year, month) = (parts[0].reduce(0) { $0 * 10 + Int($1) }, parts[1][0] * 10 + parts[1][1])
    return (1900...2099).contains(year) && (1...12).contains(month)
  }

  /// 2031-11-20, 2031.11.20, 2031/11/20, 2031年11月20日, 11月底.
  private static func isDate(_ cell: Scalars) -> Bool {
    let marks = cell.count { "-/.年月日底前初旬".unicodeScalars.contains($0) }
    let digits = cell.count { $0.isDigit }
    return marks >= 1 && digits >= 1
      && cell.allSatisfy {
        $0.isDigit || "-/.年月日底前初旬上中下".unicodeScalars.contains($0)
      }
  }
}
