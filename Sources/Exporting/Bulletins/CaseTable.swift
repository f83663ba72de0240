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
