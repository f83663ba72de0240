import Diagnostics
import Notations
import PageMakeup
import ReportModel
import ReportReading

/// Issue numbers that count themselves: a small table beside the texts says which text had which number,
/// so that a text keeps its number however often it is set, and the next one gets the next. No clock is asked:
/// the year is that of the text's own date.
struct IssueCounter {
  /// One issue.
  struct Issue: Hashable {
    /// The text, by its file's name.
    var report: String
    var paper: String
    var year: Int
    var number: Int
    var total: Int
  }

  private var issues: [Issue] = []
  private let path: String

  private static let head = ["稿件", "刊名", "年", "期", "总期"]
  private static let limit = 1 << 20

  /// Reads the table; one that is not there yet is empty.
  init(_ path: String, in environment: any ExportEnvironment) throws(Rejection) {
    self.path = path
    guard environment.kind(of: path) != .nothing else { return }
    let bytes = try environment.read(path, limit: Self.limit)
    var found = Problems()
    let text = try TextInput.read(bytes, name: path, into: &found)
    let rows: [SeparatedRows.Row]
    do {
      rows = try SeparatedRows(Array(text.unicodeScalars), separator: ",").rows()
    } catch {
      throw Rejection(IssueProblems.broken(SourceRange(file: path, line: 1)))
    }
    for row in rows where row.cells != [""] && row.cells != Self.head {
      guard row.cells.count == 5, let year = Int(row.cells[2]), let number = Int(row.cells[3]),
        let total = Int(row.cells[4]), number > 0, total > 0
      else { throw Rejection(IssueProblems.broken(SourceRange(file: path, line: row.line))) }
      issues.append(
        Issue(
          report: row.cells[0], paper: row.cells[1], year: year, number: number, total: total))
    }
  }

  /// The number of a text: its own where it says one, the one that it had before, or the next.
  mutating func issue(
    of report: Report, name: String, facts: MakeupFacts
  ) throws(Rejection) -> Issue {
    let paper = facts.paper ?? report.blocks(.masthead).first?.text ?? ""
    guard let year = Self.year(of: report, facts) else {
      throw Rejection(IssueProblems.noDate(name))
    }
    let own = issues.filter { $0.paper == paper }
    let said = Self.said(in: report, facts)
    let before = own.first { $0.report == name }
    let last = own.filter { $0.year == year }.map(\.number).max() ?? 0
    let issue = Issue(
      report: name, paper: paper, year: year, number: said.number ?? before?.number ?? last + 1,
      total: said.total ?? before?.total ?? (own.map(\.total).max() ?? 0) + 1)
    let clash = own.first {
      $0.report != name
        && ($0.year == year && $0.number == issue.number || $0.total == issue.total)
    }
    if let clash {
      throw Rejection(IssueProblems.taken(issue.number, issue.total, by: clash.report, in: path))
    }
    issues.removeAll { $0.paper == paper && $0.report == name }
    issues.append(issue)
    return issue
  }

  /// The table as it is written, a line an issue, in the order of the totals.
  var file: OutputFile {
    let rows = issues.sorted {
      ($0.paper, $0.total, $0.report) < ($1.paper, $1.total, $1.report)
    }.map { [$0.report, $0.paper, String($0.year), String($0.number), String($0.total)] }
    let text = ([Self.head] + rows).map { $0.map(Self.cell).joined(separator: ",") + "\n" }.joined()
    return OutputFile(path: path, bytes: Array(text.utf8), replacesInput: true)
  }

  private static func cell(_ text: String) -> String {
    text.contains { ",\"\n".contains($0) }
      ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
  }

  // MARK: What a text says

  private static func year(of report: Report, _ facts: MakeupFacts) -> Int? {
    let dates =
      [facts.date].compactMap(\.self)
      + report.blocks(.issuerDate).flatMap(\.parts) + report.blocks(.date).map(\.text)
    return dates.lazy.compactMap { CivilDay(whole: $0)?.year }.first
  }

  /// 第18期 and 总第126期 in the text or the facts.
  private static func said(in report: Report, _ facts: MakeupFacts) -> (number: Int?, total: Int?) {
    var words = report.blocks(.issue).map(\.text).joined()
    if words.isEmpty { words = facts.issueWords ?? "" }
    let total = number(after: "总第", in: words)
    let rest = words.replacing("总第", with: "")
    return (number(after: "第", in: rest), total)
  }

  private static func number(after mark: String, in words: String) -> Int? {
    guard let place = words.firstRange(of: mark) else { return nil }
    let digits = words[place.upperBound...].drop { $0 == " " }.prefix { $0.isNumber && $0.isASCII }
    return Int(digits)
  }
}

/// What can be wrong with numbers of issues.
enum IssueProblems {
  static func broken(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "issues.broken",
      Wording(
        "the line is no issue: text, paper, year, number, number of all",
        "这一行不是期号记录，应为：稿件,刊名,年,期,总期"), at: range)
  }

  static func noPages() -> Diagnostic {
    Diagnostic(
      .error, "issues.no-pages",
      Wording(
        "issue numbers are counted where pages are written", "排出版面时才编期号，转成文档时不编"),
      hints: [Wording("leave --issues out, or write a PDF", "请去掉 --issues，或输出 PDF")])
  }

  static func noDate(_ name: String) -> Diagnostic {
    Diagnostic(
      .error, "issues.no-date",
      Wording(
        "\"\(name)\" has no date, so that it is not known which year its number counts in",
        "“\(name)”没有日期，不知期号算哪一年的"),
      hints: [
        Wording("write date: 2031-11-06 in its front matter", "请在文前写 date: 2031-11-06，或在刊头写明日期")
      ])
  }

  static func taken(_ number: Int, _ total: Int, by report: String, in path: String) -> Diagnostic {
    Diagnostic(
      .error, "issues.taken",
      Wording(
        "issue \(number) (\(total) of all) is \"\(report)\" already, as \"\(path)\" says",
        "第\(number)期（总第\(total)期）已是“\(report)”，见“\(path)”"),
      hints: [
        Wording(
          "take the number out of the text, so that it is counted, or correct the table",
          "请去掉稿件里的期号由程序接着数，或改正期号表")
      ])
  }
}
