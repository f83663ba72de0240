import ReportModel

/// A figure of a table as a whole number of its smallest decimal place, so that sums are exact.
struct TableFigure: Hashable {
  var value: Int
  /// Digits after the point.
  var decimals: Int

  init(value: Int, decimals: Int) {
    self.value = value
    self.decimals = decimals
  }

  /// The figure that a cell states, with separators of thousands or without; nil for words, percents
  /// and what is too long to be added.
  init?(_ text: String) {
    var digits = ""
    var decimals = 0
    var isFraction = false
    var sign = 1
    for (place, character) in text.enumerated() {
      switch character {
      case "-", "−", "－": if place > 0 { return nil } else { sign = -1 }
      case "+", "＋": if place > 0 { return nil }
      case ",", "，": if isFraction || digits.isEmpty { return nil }
      case ".", "．": if isFraction || digits.isEmpty { return nil } else { isFraction = true }
      default:
        guard character.isASCII, let digit = character.wholeNumberValue else { return nil }
        digits += String(digit)
        if isFraction { decimals += 1 }
      }
    }
    guard !digits.isEmpty, digits.count <= 15, let value = Int(digits) else { return nil }
    self.init(value: sign * value, decimals: decimals)
  }

  private static func power(_ exponent: Int) -> Int {
    (0..<max(0, exponent)).reduce(1) { power, _ in power * 10 }
  }

  /// The exact sum; nil beyond what a whole number holds.
  static func sum(_ a: TableFigure, _ b: TableFigure) -> TableFigure? {
    let decimals = max(a.decimals, b.decimals)
    let left = a.value.multipliedReportingOverflow(by: power(decimals - a.decimals))
    let right = b.value.multipliedReportingOverflow(by: power(decimals - b.decimals))
    let (value, over) = left.partialValue.addingReportingOverflow(right.partialValue)
    guard !left.overflow, !right.overflow, !over else { return nil }
    return TableFigure(value: value, decimals: decimals)
  }

  /// The figure as it is printed.
  var text: String {
    let sign = value < 0 ? "-" : ""
    let unit = Self.power(decimals)
    let whole = value.magnitude / UInt(unit)
    guard decimals > 0 else { return sign + String(whole) }
    let rest = String(value.magnitude % UInt(unit))
    return sign + String(whole) + "." + String(repeating: "0", count: decimals - rest.count) + rest
  }
}

extension TableFigure {
  /// The figure with separators of thousands.
  var groupedText: String {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let sign = parts[0].hasPrefix("-") ? "-" : ""
    let digits = Array(parts[0].drop { $0 == "-" })
    var whole = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place).isMultiple(of: 3) { whole += "," }
      whole.append(digit)
    }
    return sign + whole + (parts.count > 1 ? "." + parts[1] : "")
  }
}

/// Sums over the rows of a table, column by column.
struct TableSums {
  let table: ReportTable
  /// Columns that can be added up: whole and decimal numbers that are no serial numbers or codes.
  let columns: [Int]
  /// Sums after each row; subtotals and totals do not count.
  private let running: [[TableFigure?]]
  /// Columns whose figures have separators of thousands; their sums have them too.
  private let grouped: Set<Int>

  init(_ table: ReportTable) {
    self.table = table
    let codes = ["序号", "编号", "代码", "电话", "手机", "年份", "年度", "名次", "排名", "位次", "单价", "号码"]
    columns = table.columns.indices.filter { number in
      let column = table.columns[number]
      return (column.type == .int || column.type == .decimal)
        && !codes.contains { column.name.hasPrefix($0) || column.name.hasSuffix($0) }
    }
    grouped = Set(
      columns.filter { column in
        table.rows.contains { column < $0.count && $0[column].contains(",") }
      })
    var sums: [TableFigure?] = columns.map { _ in TableFigure(value: 0, decimals: 0) }
    var running = [sums]
    for (number, row) in table.rows.enumerated() {
      if table.kind(ofRow: number) == .plain {
        for (place, column) in columns.enumerated() where column < row.count {
          guard let sum = sums[place], let figure = TableFigure(row[column]) else { continue }
          sums[place] = TableFigure.sum(sum, figure)
        }
      }
      running.append(sums)
    }
    self.running = running
  }

  /// A row of sums after so many rows: a label in the first column that holds none.
  func row(after count: Int, label: String) -> [String] {
    let sums = running[min(max(0, count), running.count - 1)]
    var cells = [String](repeating: "", count: table.columns.count)
    for (place, column) in columns.enumerated() {
      cells[column] = text(of: sums[place], in: column)
    }
    if let free = cells.indices.first(where: {
      !columns.contains($0) && table.columns[$0].type == .text
    })
      ?? cells.indices.first(where: { !columns.contains($0) })
    {
      cells[free] = label
    }
    return cells
  }

  private func text(of sum: TableFigure?, in column: Int) -> String {
    guard let sum else { return "" }
    return grouped.contains(column) ? sum.groupedText : sum.text
  }

  /// Columns whose stated total is not the sum of their rows: column, what is stated, what they make.
  var wrongTotals: [(column: Int, stated: String, sum: String)] {
    guard table.hasTotalRow, let last = table.rows.last, let sums = running.last else { return [] }
    return columns.enumerated().compactMap { place, column in
      guard column < last.count, let stated = TableFigure(last[column]), let sum = sums[place]
      else { return nil }
      let difference = TableFigure.sum(
        stated, TableFigure(value: -sum.value, decimals: sum.decimals))
      return difference?.value == 0 ? nil : (column, last[column], sum.text)
    }
  }
}
