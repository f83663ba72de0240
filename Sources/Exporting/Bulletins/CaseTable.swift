import CaseRecords
import Diagnostics
import ReportReading

/// Cases out of the rows of a table. Columns are known by their usual Chinese names, or English.
struct CaseTable {
  private(set) var cases: [CaseRecord] = []

  private static let names: [(key: String, columns: [String])] = [
    ("number", ["编号", "工单编号", "工单号", "案件编号", "序号", "no", "id", "number"]),
    ("received", ["时间", "受理时间", "来电时间", "登记时间", "日期", "time", "received", "date"]),
    ("source", ["来源", "渠道", "诉求来源", "受理渠道", "source"]),
    ("category", ["类别", "分类", "诉求类别", "诉求类型", "事项", "category"]),
    ("place", ["地点", "地址", "社区", "村居", "place"]),
    ("unit", ["承办单位", "办理单位", "单位", "责任单位", "unit"]),
    ("deadline", ["时限", "办理时限", "截止时间", "到期时间", "deadline"]),
    ("state", ["状态", "办理状态", "办理情况", "state", "status"]),
    ("closed", ["办结时间", "办结日期", "结案时间", "closed", "finished"]),
    ("satisfied", ["满意", "是否满意", "满意度", "满意情况", "satisfied"]),
  ]

  /// The columns that may say one thing, in lower case.
  static func columns(of key: String) -> [String] {
    names.first { $0.key == key }?.columns ?? []
  }

  private static let closedWords: Set<String> = ["已办结", "办结", "已结案", "已完成", "完成", "closed", "done"]
  private static let openWords: Set<String> = [
    "未办结", "办理中", "在办", "待办", "处理中", "未完成", "已受理", "已交办", "open", "超期", "逾期", "超时",
    "超期未办结", "逾期未办结", "待签收", "待派单", "待分派", "待受理", "待处理", "待办理", "已派单", "已签收", "已转办",
    "转办中", "延期", "延期办理", "督办中", "正在办理", "退回", "已退回", "挂账",
  ]
  private static let yes: Set<String> = [
    "满意", "非常满意", "很满意", "十分满意", "比较满意", "较满意", "基本满意", "是", "yes", "true",
  ]
  private static let no: Set<String> = [
    "不满意", "很不满意", "非常不满意", "不太满意", "较不满意", "否", "no", "false",
  ]
  /// Nobody asked, or nobody answered.
  private static let unasked: Set<String> = [
    "", "-", "—", "——", "/", "未回访", "未评价", "未接通", "无法接通", "无", "未知",
  ]

  private let table: RecordTable
  private var reckoner: TermReckoner
  private var columns: [String: String] = [:]
  private var lines: [String: Int] = [:]
  /// 1 and 0 are yes and no only where the column holds nothing else: a mark of 1 in 5 is not.
  private var hasOnlyFlags = false
  /// Rows that could not be counted: the day they came in, where that can be read.
  private(set) var uncounted: [CaseDay?] = []
  private var unknown = UnknownWords()

  /// Reads cases; a row that cannot be counted is a finding at its line and left out.
  init(
    _ table: RecordTable, file: String, calendar: WorkCalendar = WorkCalendar(),
    into problems: inout Problems
  ) throws(Rejection) {
    self.table = table
    reckoner = TermReckoner(calendar)
    for (key, names) in Self.names {
      columns[key] = names.first { name in
        table.fields.contains { $0.lowercased() == name }
      }.flatMap { name in table.fields.first { $0.lowercased() == name } }
    }
    for (key, name) in [("number", "编号"), ("received", "时间"), ("state", "状态")]
    where columns[key] == nil {
      throw Rejection(CaseProblems.noColumn(name, fields: table.fields, file: file))
    }
    hasOnlyFlags = table.rows.allSatisfy { ["", "0", "1"].contains(text("satisfied", $0)) }
    for row in table.rows { take(row, into: &problems) }
    unknown.report(into: &problems)
  }

  private func text(_ key: String, _ row: RecordTable.Row) -> String {
    columns[key].flatMap { table.value($0, in: row) } ?? ""
  }

  private mutating func take(_ row: RecordTable.Row, into problems: inout Problems) {
    let number = text("number", row)
    if number.isEmpty {
      unknown.note(.number, "", at: row.range)
    } else if let first = lines.updateValue(row.range.start.line, forKey: number) {
      lines[number] = first
      problems.report(CaseProblems.twice(number, firstLine: first, at: row.range))
      return
    }
    guard let received = CaseDay(text("received", row)) else {
      unknown.note(.day, text("received", row), at: row.range)
      uncounted.append(nil)
      return
    }
    let state = text("state", row).lowercased()
    guard Self.closedWords.contains(state) || Self.openWords.contains(state) else {
      unknown.note(.state, text("state", row), at: row.range)
      uncounted.append(received)
      return
    }
    var one = CaseRecord(
      number: number, received: received, source: text("source", row),
      category: text("category", row), place: text("place", row), unit: text("unit", row),
      isClosed: Self.closedWords.contains(state),
      isSatisfied: isSatisfied(row), range: row.range)
    one.term = CaseTerm(text("deadline", row))
    if let term = one.term {
      one.deadline = reckoner.deadline(term, from: received, at: row.range, into: &problems)
    }
    for (key, path) in [("deadline", \CaseRecord.deadline), ("closed", \CaseRecord.closed)] {
      let words = text(key, row)
      if key == "deadline", one.term != nil { continue }
      one[keyPath: path] = CaseDay(words)
      if !words.isEmpty, one[keyPath: path] == nil {
        unknown.note(.day, words, at: row.range)
      }
    }
    if let closed = one.closed, closed < received || !one.isClosed {
      problems.report(CaseProblems.contradiction(number, at: row.range))
    }
    cases.append(one)
  }
}

extension CaseTable {
  /// Whether the citizen was satisfied; nil where nobody asked. An answer that is not known is a
  /// finding, since a rate would be wrong without it.
  private mutating func isSatisfied(_ row: RecordTable.Row) -> Bool? {
    let answer = text("satisfied", row).lowercased()
    if Self.yes.contains(answer) { return true }
    if Self.no.contains(answer) { return false }
    if Self.unasked.contains(answer) { return nil }
    if hasOnlyFlags { return answer == "1" }
    unknown.note(.answer, answer, at: row.range)
    return nil
  }
}

/// Words of a table that are not known, each said once however many rows have it.
struct UnknownWords {
  enum Kind: Hashable { case day, state, answer, number }

  private struct Word: Hashable {
    var kind: Kind
    var text: String
  }

  private var words: [Word] = []
  private var found: [Word: (count: Int, range: SourceRange)] = [:]

  mutating func note(_ kind: Kind, _ text: String, at range: SourceRange) {
    let word = Word(kind: kind, text: text)
    if found[word] == nil { words.append(word) }
    found[word, default: (0, range)].count += 1
  }

  func report(into problems: inout Problems) {
    for word in words {
      guard let (count, range) = found[word] else { continue }
      problems.report(CaseProblems.unknown(word.kind, word.text, count: count, at: range))
    }
  }
}

/// What can be wrong with a table of cases.
enum CaseProblems {
  static func noColumn(_ name: String, fields: [String], file: String) -> Diagnostic {
    Diagnostic(
      .error, "cases.no-column",
      Wording("the table has no column for \"\(name)\"", "表中没有“\(name)”列"),
      at: SourceRange(file: file, line: 1),
      hints: [
        Wording(
          "columns are \(fields.joined(separator: ", "))", "列名有：\(fields.joined(separator: " "))")
      ])
  }

  static func twice(_ number: String, firstLine: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "cases.duplicate",
      Wording(
        "the case \"\(number)\" stands on line \(firstLine) already; not counted again",
        "编号“\(number)”在第 \(firstLine) 行已有，没有重复统计"), at: range)
  }

  /// A word that is not known, at its first row; `count` rows have it.
  static func unknown(
    _ kind: UnknownWords.Kind, _ text: String, count: Int, at range: SourceRange
  ) -> Diagnostic {
    let english = count > 1 ? " (\(count) rows)" : ""
    let chinese = count > 1 ? "（共 \(count) 行）" : ""
    switch kind {
    case .day:
      return Diagnostic(
        .error, "cases.bad-date",
        Wording("\"\(text)\" is no date\(english)", "“\(text)”不是日期\(chinese)"), at: range,
        hints: [Wording("write 2031-05-20", "写作 2031-05-20")])
    case .state:
      return Diagnostic(
        .error, "cases.bad-state",
        Wording(
          "the state \"\(text)\" is not known; not counted\(english)",
          "不认识的状态“\(text)”，没有统计\(chinese)"),
        at: range,
        hints: [Wording("write 已办结 or 办理中", "写作“已办结”或“办理中”")])
    case .answer:
      return Diagnostic(
        .error, "cases.bad-answer",
        Wording(
          "the answer \"\(text)\" is not known; not counted as asked\(english)",
          "不认识的满意度“\(text)”，没有计入回访\(chinese)"),
        at: range,
        hints: [
          Wording(
            "write 满意, 基本满意, 不满意 or leave it empty; marks need a limit that only you know",
            "写作“满意”“基本满意”“不满意”或留空；分数是否算满意须由您定")
        ])
    case .number:
      return Diagnostic(
        .warning, "cases.no-number",
        Wording(
          "a case has no number: whether it is listed twice cannot be told\(english)",
          "没有编号，无法查重\(chinese)"), at: range)
    }
  }

  static func contradiction(_ number: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "cases.contradiction",
      Wording(
        "the closing date of case \"\(number)\" contradicts its state or its day of receipt",
        "编号“\(number)”的办结时间与状态或受理时间矛盾"), at: range)
  }

  static func badPeriod(_ text: String) -> Diagnostic {
    Diagnostic(
      .error, "cases.bad-period",
      Wording("\"\(text)\" names no period", "“\(text)”不是时段"),
      hints: [
        Wording(
          "a month is 2031-05; a day or the week of a day is 2031-05-20",
          "月写作 2031-05，日或某日所在的周写作 2031-05-20")
      ])
  }
}
