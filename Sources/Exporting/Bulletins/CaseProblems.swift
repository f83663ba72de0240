import CaseRecords
import Diagnostics

/// Words of a table that are not known, each said once however many rows have it.
struct UnknownWords {
  enum Kind: Hashable { case day, state, answer, number }

  private struct Word: Hashable {
    var kind: Kind
    var field: CaseField
    var text: String
  }

  private var words: [Word] = []
  private var found: [Word: (count: Int, range: SourceRange)] = [:]

  mutating func note(
    _ kind: Kind, _ field: CaseField, _ text: String, at range: SourceRange
  ) {
    let word = Word(kind: kind, field: field, text: text)
    if found[word] == nil { words.append(word) }
    found[word, default: (0, range)].count += 1
  }

  /// Reports each word with the column that it stands in.
  func report(_ columns: [CaseField: String], into problems: inout Problems) {
    for word in words {
      guard let (count, range) = found[word] else { continue }
      problems.report(
        CaseProblems.unknown(
          word.kind, word.text, column: columns[word.field] ?? "", count: count, at: range))
    }
  }
}

/// What can be wrong with a table of cases.
enum CaseProblems {
  static func noColumn(
    _ name: String, for field: CaseField, fields: [String], file: String
  ) -> Diagnostic {
    Diagnostic(
      .error, "cases.no-column",
      Wording("the table has no column for \"\(name)\"", "表中没有“\(name)”列"),
      at: SourceRange(file: file, line: 1),
      hints: [
        Wording(
          "columns are \(fields.joined(separator: ", ")); say which it is: "
            + "--map \(field.chinese)=COLUMN",
          "列名有：\(fields.joined(separator: " "))；请指明是哪一列：--map \(field.chinese)=列名")
      ])
  }

  static func counted(_ column: String, file: String) -> Diagnostic {
    Diagnostic(
      .error, "cases.counted",
      Wording(
        "the column \"\(column)\" counts cases: this is a table of sums, not of cases",
        "“\(column)”列是件数：这是汇总表，不是一行一件的台账"),
      at: SourceRange(file: file, line: 1),
      hints: [
        Wording(
          "give the table of the cases themselves; a table of sums is set with render -l ledger",
          "请给一行一件的台账；汇总表用 render -l ledger 排印")
      ])
  }

  static func blankOpen(_ column: String, count: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "cases.blank-open",
      Wording(
        "\(count) rows are left blank in the column \"\(column)\" and count as open",
        "“\(column)”列只写“是”或打钩，空着的 \(count) 行按未办结统计"), at: range)
  }

  static func nothingFound(
    _ column: String, _ words: String, count: Int, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .warning, "cases.nothing-found",
      Wording(
        "\(count) rows say \"\(words)\" in the column \"\(column)\" and are counted like the others",
        "“\(column)”列有 \(count) 行写“\(words)”，也计入了件数"), at: range,
      hints: [
        Wording("if they are no cases, take them out of the table", "如不算一件，请从表中删去这些行")
      ])
  }

  static func badMap(_ text: String) -> Diagnostic {
    let fields = CaseField.allCases.map(\.chinese).joined(separator: " ")
    return Diagnostic(
      .error, "cases.bad-map",
      Wording("\"\(text)\" maps nothing that is counted", "“\(text)”不是可统计的内容"),
      hints: [
        Wording("write --map 时间=COLUMN; there are \(fields)", "写作 --map 时间=列名；可用：\(fields)")
      ])
  }

  static func emptyPeriod(_ period: String, _ first: String, _ last: String, _ file: String)
    -> Diagnostic
  {
    Diagnostic(
      .warning, "cases.empty-period",
      Wording(
        "no case came in in \(period); the table covers \(first) to \(last)",
        "\(period)没有受理件，表中的时间从\(first)到\(last)"), at: SourceRange(file: file, line: 1))
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
    _ kind: UnknownWords.Kind, _ text: String, column: String = "", count: Int,
    at range: SourceRange
  ) -> Diagnostic {
    let english =
      (column.isEmpty ? "" : " in the column \"\(column)\"") + (count > 1 ? " (\(count) rows)" : "")
    let chinese = (column.isEmpty ? "" : "（“\(column)”列）") + (count > 1 ? "（共 \(count) 行）" : "")
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

  static func nothingToExtract(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "cases.nothing-to-extract",
      Wording(
        "no case came in in the period: there is no article to write to \"\(path)\"",
        "这一时段没有受理件，写不出专版稿“\(path)”"))
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

  static func noHolidays(_ year: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "cases.no-holidays",
      Wording(
        "working days of \(year) are counted without a list of holidays: only weekends are off",
        "\(year) 年没有节假日表，工作日只扣除周六、周日"), at: range,
      hints: [
        Wording(
          "give a list with --holidays: holidays: [\(year)-01-01], workdays: []",
          "用 --holidays 给出节假日和调休上班日：holidays: [\(year)-01-01]，workdays: []")
      ])
  }

  static func noReceipt(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "cases.no-receipt",
      Wording(
        "the time limit is given in days, but the row has no day of receipt to count from",
        "时限以天数给出，但该行没有可起算的受理时间"), at: range,
      hints: [
        Wording("fill the column 时间 with a date", "请在“时间”列填写日期")
      ])
  }
}
