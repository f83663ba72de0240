import CaseRecords
import Diagnostics
import Notations
import ReportReading

/// A list of holidays as a calendar.
enum CalendarFile {
  private static let limit = 1 << 20

  /// Reads the list of a job; without one only weekends are off.
  static func read(
    _ path: String?, in environment: any ExportEnvironment
  ) throws(Rejection) -> WorkCalendar {
    guard let path else { return WorkCalendar() }
    let bytes = try environment.read(path, limit: limit)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Rejection(FileProblems.notUTF8(path))
    }
    let list = try HolidayList.read(text, file: path)
    return WorkCalendar(holidays: try days(list.holidays), workdays: try days(list.workdays))
  }

  private static func days(_ entries: [HolidayList.Entry]) throws(Rejection) -> Set<CaseDay> {
    var days: Set<CaseDay> = []
    for entry in entries {
      guard let first = CaseDay(entry.first), let last = CaseDay(entry.last), first <= last,
        last.number - first.number < 366
      else {
        let words = entry.first == entry.last ? entry.first : "\(entry.first) 至 \(entry.last)"
        throw Rejection(CaseProblems.unknown(.day, words, count: 1, at: entry.range))
      }
      for number in first.number...last.number { days.insert(CaseDay(number: number)) }
    }
    return days
  }
}

/// Time limits in days, reckoned into the day that they end on.
struct TermReckoner {
  let calendar: WorkCalendar
  /// Years that no list says anything of, each reported once.
  private var bareYears: Set<Int> = []

  init(_ calendar: WorkCalendar) { self.calendar = calendar }

  /// The last day of a limit; a year without a list of holidays is a warning.
  mutating func deadline(
    _ term: CaseTerm, from received: CaseDay, at range: SourceRange, into problems: inout Problems
  ) -> CaseDay {
    let day = term.deadline(from: received, in: calendar)
    if term.kind == .workdays, !calendar.covers(day.year), bareYears.insert(day.year).inserted {
      problems.report(CaseProblems.noHolidays(day.year, at: range))
    }
    return day
  }
}
