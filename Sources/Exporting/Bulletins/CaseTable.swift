import CaseRecords
import Diagnostics
import Notations
import ReportReading

/// Cases out of the rows of a table.
struct CaseTable {
  private(set) var cases: [CaseRecord] = []
  /// Which column says what.
  let columns: CaseColumns
  /// Rows that could not be counted: the day they came in, where that can be read.
  private(set) var uncounted: [CaseDay?] = []

  private let table: RecordTable
  private let near: CaseDay
  private var reckoner: TermReckoner
  private var lines: [String: Int] = [:]
  /// 1 and 0 are yes and no only where the column holds nothing else: a mark of 1 in 5 is not.
  private var hasOnlyFlags = false
  /// A column of states that holds nothing but ticks leaves open cases blank.
  private var hasOnlyTicks = false
  private var unknown = UnknownWords()

  /// What the table says.
  var known: Set<CaseField> { Set(columns.columns.keys) }

  /// Reads cases; a row that cannot be counted is a finding at its line and left out. Days without a
  /// year are those nearest to the period.
  init(
    _ table: RecordTable, file: String, period: CasePeriod, map: [CaseField: String] = [:],
    calendar: WorkCalendar = WorkCalendar(), into problems: inout Problems
  ) throws(Rejection) {
    self.table = table
    near = period.first
    reckoner = TermReckoner(calendar)
    for (field, name) in map where !table.fields.contains(name) {
      throw Rejection(
        CaseProblems.noColumn(name, for: field, fields: table.fields, file: file))
    }
    let first = near
    columns = CaseColumns(table, map: map) { Self.fits($0, $1, near: first) }
    guard columns.columns[.received] != nil else {
      throw Rejection(
        CaseProblems.noColumn("时间", for: .received, fields: table.fields, file: file))
    }
    if let name = columns.counting(table) {
      throw Rejection(CaseProblems.counted(name, file: file))
    }
    hasOnlyFlags = table.rows.allSatisfy { ["", "0", "1"].contains(text(.satisfied, $0)) }
    let states = table.rows.map { text(.state, $0) }
    hasOnlyTicks = states.allSatisfy { CaseValues.isBlank($0) || CaseValues.isTick($0) }
    reportBlanks(states, into: &problems)
    reportNothing(into: &problems)
    for row in table.rows { take(row, into: &problems) }
    unknown.report(columns.columns, into: &problems)
  }

  private func reportBlanks(_ states: [String], into problems: inout Problems) {
    guard hasOnlyTicks, let column = columns.columns[.state], columns.columns[.closed] == nil,
      let first = states.firstIndex(where: CaseValues.isBlank)
    else { return }
    problems.report(
      CaseProblems.blankOpen(
        column, count: states.count(where: CaseValues.isBlank), at: table.rows[first].range))
  }

  private func reportNothing(into problems: inout Problems) {
    let rows = table.rows.filter { CaseValues.isNothing(text(.content, $0)) }
    guard let first = rows.first, let column = columns.columns[.content] else { return }
    problems.report(
      CaseProblems.nothingFound(
        column, text(.content, first), count: rows.count, at: first.range))
  }

  /// Whether most values of a column can be what its name makes one think.
  private static func fits(_ field: CaseField, _ values: [String], near: CaseDay) -> Bool {
    let filled = values.filter { !CaseValues.isBlank($0) }.prefix(500)
    if filled.isEmpty { return true }
    // Where nearly every case has a class of its own, it is what the case is about.
    if field == .category { return filled.count < 13 || Set(filled).count * 2 <= filled.count }
    let good = filled.count { value in
      switch field {
      case .received, .closed: CaseValues.day(value, near: near) != nil
      case .deadline:
        CaseTerm(value) != nil || CaseValues.day(value, near: near) != nil
          || CaseValues.isEndless(value)
      case .state: CaseValues.isClosed(value) != nil
      case .satisfied: CaseValues.answer(value) != nil
      case .phone: value.count(where: \.isNumber) >= 7
      default: true
      }
    }
    return good * 2 > filled.count
  }

  private func text(_ field: CaseField, _ row: RecordTable.Row) -> String {
    columns.columns[field].flatMap { table.value($0, in: row) } ?? ""
  }

  /// The day of a field: the file's own where it knows one. Blanks and dashes are none.
  private func day(
    _ field: CaseField, _ row: RecordTable.Row, near: CaseDay
  ) -> (day: CaseDay?, isWrong: Bool) {
    let words = text(field, row)
    if let exact = columns.columns[field].flatMap({ table.day($0, in: row) }).flatMap({
      CaseDay($0)
    }) {
      return (exact, false)
    }
    if CaseValues.isBlank(words) || field == .deadline && CaseValues.isEndless(words) {
      return (nil, false)
    }
    let day = CaseValues.day(words, near: near)
    // A word such as 办理中 in place of a day says that there is none.
    let isWord = field == .closed && CaseValues.isClosed(words) == false
    return (day, day == nil && !isWord)
  }

  private mutating func take(_ row: RecordTable.Row, into problems: inout Problems) {
    if CaseValues.isSum(text(.received, row)) { return }
    let number = text(.number, row)
    if isListed(number, row, into: &problems) { return }
    let (found, _) = day(.received, row, near: near)
    guard let received = found else {
      unknown.note(.day, .received, text(.received, row), at: row.range)
      uncounted.append(nil)
      return
    }
    let (closed, isWrong) = day(.closed, row, near: received)
    if isWrong { unknown.note(.day, .closed, text(.closed, row), at: row.range) }
    guard let isClosed = isClosed(row, closed) else {
      unknown.note(.state, .state, text(.state, row), at: row.range)
      uncounted.append(received)
      return
    }
    var one = CaseRecord(
      number: number, received: received, source: word(.source, row),
      category: word(.category, row), place: word(.place, row), unit: word(.unit, row),
      caller: word(.caller, row), phone: word(.phone, row), content: word(.content, row),
      isClosed: isClosed, closed: closed, answer: answer(row), range: row.range)
    one.term = CaseTerm(text(.deadline, row))
    if let term = one.term {
      one.deadline = reckoner.deadline(term, from: received, at: row.range, into: &problems)
    } else {
      let (day, isWrong) = day(.deadline, row, near: received)
      one.deadline = day
      if isWrong { unknown.note(.day, .deadline, text(.deadline, row), at: row.range) }
    }
    if let closed, closed < received || !isClosed {
      problems.report(CaseProblems.contradiction(number, at: row.range))
    }
    cases.append(one)
  }

  /// A word of a case; dashes say that there is none.
  private func word(_ field: CaseField, _ row: RecordTable.Row) -> String {
    let words = text(field, row)
    return CaseValues.isBlank(words) ? "" : String(words.map { $0.isNewline ? " " : $0 })
  }

  /// Whether a case stands in an earlier row already.
  private mutating func isListed(
    _ number: String, _ row: RecordTable.Row, into problems: inout Problems
  ) -> Bool {
    guard columns.columns[.number] != nil else { return false }
    if number.isEmpty {
      unknown.note(.number, .number, "", at: row.range)
      return false
    }
    // Rows that are only numbered may be numbered anew for every day; equal rows are one case.
    let key = columns.hasSerialNumbers ? row.values.joined(separator: "\u{1}") : number
    guard let first = lines.updateValue(row.range.start.line, forKey: key) else { return false }
    lines[key] = first
    problems.report(CaseProblems.twice(number, firstLine: first, at: row.range))
    return true
  }

  /// Whether a case is closed: by its state, else by its day of closing; nil for a state not known.
  private func isClosed(_ row: RecordTable.Row, _ closed: CaseDay?) -> Bool? {
    guard columns.columns[.state] != nil else { return closed != nil }
    let state = text(.state, row)
    if CaseValues.isBlank(state), columns.columns[.closed] != nil { return closed != nil }
    return hasOnlyTicks && CaseValues.isBlank(state) ? false : CaseValues.isClosed(state)
  }

  /// What the citizen answered. An answer that is not known is a finding, since a rate would be wrong
  /// without it.
  private mutating func answer(_ row: RecordTable.Row) -> CaseAnswer? {
    let words = text(.satisfied, row)
    if hasOnlyFlags, !words.isEmpty { return words == "1" ? .satisfied : .unsatisfied }
    if let answer = CaseValues.answer(words) { return answer }
    unknown.note(.answer, .satisfied, words, at: row.range)
    return nil
  }
}
