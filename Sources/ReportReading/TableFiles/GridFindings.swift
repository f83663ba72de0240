internal import Diagnostics

/// What a person should know of the cells of a table: each kind is said once, with its first places.
struct GridFindings {
  /// One cell: what it is called, its place, and what stood there.
  struct Cell {
    var name: String
    var line: Int
    var column: Int
    var words = ""
  }

  /// Formulas that came to an error, and those that no program has reckoned.
  var errors: [Cell] = []
  var unvalued: [Cell] = []
  /// Values that lost digits, or were cut.
  var damaged: [(cell: Cell, kind: DamagedValue)] = []
  /// Cells whose format shows nothing.
  var blanked: [Cell] = []
  /// Hidden rows that had words, and hidden columns.
  var hiddenRows: [Int] = []
  var hiddenColumns: [String] = []
  /// Cells beyond the columns that are read.
  var outside: [Cell] = []
  /// Pictures, charts and words that float over the sheet.
  var drawings = 0

  /// Reports everything at the file; `sheet` is named where a file has several.
  func report(file: String, sheet: String, into problems: inout Problems) {
    let english = sheet.isEmpty ? "" : " of the sheet \"\(sheet)\""
    let chinese = sheet.isEmpty ? "" : "工作表“\(sheet)”的"
    func say(
      _ code: Code, _ cells: [Cell], _ words: Wording, hint: Wording, withWords: Bool = true
    ) {
      guard let first = cells.first else { return }
      let listed = Self.list(cells, withWords: withWords)
      problems.report(
        Diagnostic(
          .warning, code,
          Wording(
            "\(cells.count) \(words.english)\(english): \(listed)",
            "\(chinese)\(cells.count) \(words.chinese)：\(listed)"),
          at: SourceRange(file: file, line: first.line, column: first.column), hints: [hint]))
    }
    say(
      "records.cell-error", errors,
      Wording(
        "cells hold an error of a formula and are left empty", "个单元格的公式出错，留空"),
      hint: Wording("mend the formula and save the file again", "请改正公式后另存"))
    say(
      "records.no-value", unvalued,
      Wording(
        "formulas have no stored value and are left empty", "个公式没有存下结果，留空"),
      hint: Wording(
        "open the file in a spreadsheet program, let it reckon, and save it",
        "请用表格软件打开，重算后保存"), withWords: false)
    for kind in DamagedValue.allCases {
      say(
        "records.damaged-value", damaged.filter { $0.kind == kind }.map(\.cell), kind.wording,
        hint: kind.hint)
    }
    say(
      "records.hidden-cell", blanked,
      Wording(
        "cells have a format that shows nothing and are left empty", "个单元格的格式不显示内容，留空"),
      hint: Wording("give them another format to print them", "要印请改单元格格式"), withWords: false)
    say(
      "records.outside", outside,
      Wording(
        "cells stand beyond column \(CellGrid.columnLimit) and are not read",
        "个单元格在第 \(CellGrid.columnLimit) 列以外，没有读取"),
      hint: Wording("move them into the table", "请移入表内"))
    reportHidden(file: file, (english, chinese), into: &problems)
    reportDrawings(file: file, (english, chinese), into: &problems)
  }

  private func reportDrawings(
    file: String, _ sheet: (String, String), into problems: inout Problems
  ) {
    guard drawings > 0 else { return }
    let (english, chinese) = sheet
    problems.report(
      Diagnostic(
        .warning, "records.drawing",
        Wording(
          "\(drawings) pictures, charts or text boxes\(english) are not printed",
          "\(chinese)\(drawings) 个图片、图表或文本框没有印出"),
        at: SourceRange(file: file, line: 1),
        hints: [
          Wording("put their words into cells, or name pictures in a text", "文字请写入单元格，图片请在文稿中引用")
        ]))
  }

  private func reportHidden(
    file: String, _ sheet: (String, String), into problems: inout Problems
  ) {
    if hiddenRows.isEmpty, hiddenColumns.isEmpty { return }
    var english: [String] = []
    var chinese: [String] = []
    if !hiddenRows.isEmpty {
      let rows = Self.ranges(hiddenRows)
      english.append("\(hiddenRows.count) hidden rows (\(rows))")
      chinese.append("\(hiddenRows.count) 个隐藏行（第 \(rows) 行）")
    }
    if !hiddenColumns.isEmpty {
      let columns = hiddenColumns.prefix(12).joined(separator: " ")
      english.append("\(hiddenColumns.count) hidden columns (\(columns))")
      chinese.append("\(hiddenColumns.count) 个隐藏列（\(columns)）")
    }
    problems.report(
      Diagnostic(
        .warning, "records.hidden",
        Wording(
          "\(english.joined(separator: " and "))\(sheet.0) are left out",
          "\(sheet.1)\(chinese.joined(separator: "和"))没有采用"),
        at: SourceRange(file: file, line: hiddenRows.first ?? 1),
        hints: [Wording("show them in the sheet to use them", "要用请在表中取消隐藏")]))
  }

  /// `B7 #N/A, C9 …`: the first few.
  private static func list(_ cells: [Cell], withWords: Bool) -> String {
    let shown = cells.prefix(8).map {
      withWords && !$0.words.isEmpty ? "\($0.name) \($0.words.prefix(24))" : $0.name
    }
    return shown.joined(separator: ", ") + (cells.count > shown.count ? " …" : "")
  }

  /// `5, 7-9`.
  private static func ranges(_ rows: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for row in rows {
      if let last = ranges.last, last.upperBound + 1 == row {
        ranges[ranges.count - 1] = last.lowerBound...row
      } else {
        ranges.append(row...row)
      }
    }
    let words = ranges.prefix(8).map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)"
    }
    return words.joined(separator: ", ") + (ranges.count > 8 ? " …" : "")
  }
}
