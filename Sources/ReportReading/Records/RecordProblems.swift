internal import Diagnostics

/// What can be wrong with records and templates.
enum RecordProblems {
  static func badHead(_ field: String, column: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "records.bad-head",
      field.isEmpty
        ? Wording("column \(column) has no name", "第 \(column) 列没有列名")
        : Wording("two columns are named \"\(field)\"", "有两列都叫“\(field)”"), at: range)
  }

  static func width(_ count: Int, wanted: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "records.row-width",
      Wording(
        "the row has \(count) values, the head \(wanted)", "该行有 \(count) 个值，表头有 \(wanted) 列"),
      at: range,
      hints: [Wording("quote values that hold the separator", "含分隔符的值要加引号")])
  }

  static func openQuote(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "records.open-quote",
      Wording("a quotation mark opens here and never closes", "这里的引号没有收尾"), at: range)
  }

  static func textAfterQuote(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "records.text-after-quote",
      Wording("text follows a closing quotation mark", "收尾引号后还有文字"), at: range)
  }

  static func openPlaceholder(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "template.open-placeholder",
      Wording("a placeholder opens with {{ and has no }}", "占位符以 {{ 开头而没有 }}"), at: range)
  }

  static func noPart(_ part: String, of file: String, parts: [String]) -> Diagnostic {
    let names = parts.joined(separator: "、")
    return Diagnostic(
      .error, "records.no-part",
      Wording("there is no sheet or table \"\(part)\"", "没有工作表或数据表“\(part)”"),
      at: SourceRange(file: file, line: 1),
      hints: parts.isEmpty ? [] : [Wording("there are \(names)", "有：\(names)")])
  }

  static func manyParts(_ file: String, parts: [String]) -> Diagnostic {
    let names = parts.joined(separator: "、")
    return Diagnostic(
      .error, "records.many-tables",
      Wording("the database has several tables: \(names)", "数据库中有几个表：\(names)"),
      at: SourceRange(file: file, line: 1),
      hints: [Wording("name one: \(file)#TABLE", "指明一个：\(file)#表名")])
  }

  static func otherSheets(_ file: String, read: String, others: [String]) -> Diagnostic {
    let names = others.joined(separator: "、")
    return Diagnostic(
      .note, "records.other-sheets",
      Wording("the sheet \"\(read)\" is read, not \(names)", "读取工作表“\(read)”，未读 \(names)"),
      at: SourceRange(file: file, line: 1),
      hints: [Wording("another one is \(file)#NAME", "读另一个：\(file)#表名")])
  }

  static func database(_ file: String, _ message: String) -> Diagnostic {
    let reason = message.isEmpty ? "" : ": \(message)"
    return Diagnostic(
      .error, "records.database",
      Wording("the database cannot be read\(reason)", "数据库无法读取\(reason)"),
      at: SourceRange(file: file, line: 1))
  }

  static func hiddenSheets(_ file: String, _ names: [String]) -> Diagnostic {
    let listed = names.prefix(8).joined(separator: "、")
    return Diagnostic(
      .note, "records.hidden-sheet",
      Wording("hidden sheets are not read: \(listed)", "隐藏的工作表没有读取：\(listed)"),
      at: SourceRange(file: file, line: 1),
      hints: [Wording("show them in the workbook to read them", "要读请先取消隐藏")])
  }

  static func repeatedHeads(_ file: String, lines: [Int]) -> Diagnostic {
    let listed = lines.prefix(8).map(String.init).joined(separator: ", ")
    return Diagnostic(
      .warning, "records.repeated-head",
      Wording(
        "\(lines.count) rows repeat the head and are left out (line \(listed))",
        "\(lines.count) 行重复表头，没有采用（第 \(listed) 行）"),
      at: SourceRange(file: file, line: lines[0]))
  }

  static func noTable(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "records.no-table", Wording("the text has no table", "文稿中没有表格"),
      at: SourceRange(file: file, line: 1),
      hints: [Wording("write one with | and a line of dashes", "表格用 | 和一行 --- 写成")])
  }

  /// Sums and lines under a table, which stand for no record.
  static func noRecords(_ rows: [(line: Int, words: String)], at range: SourceRange) -> Diagnostic {
    let listed = rows.prefix(8).map { "\($0.line) \($0.words.prefix(12))" }.joined(separator: ", ")
    return Diagnostic(
      .note, "records.no-record",
      Wording(
        "\(rows.count) rows are sums or notes, not records: \(listed)",
        "\(rows.count) 行是合计或表下说明，不作数据：\(listed)"), at: range)
  }
}
