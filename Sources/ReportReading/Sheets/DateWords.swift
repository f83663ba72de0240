import Foundation
import Notations

/// A day and time as spreadsheets count them: days from the end of 1899, or from 1904.
struct SerialDate: Hashable {
  let year, month, day: Int
  /// 0 for Sunday.
  let weekday: Int
  /// Whole days and milliseconds of the count itself.
  let days, milliseconds: Int

  /// The date of a number; nil for what no spreadsheet shows as one.
  init?(_ value: Double, since1904: Bool) {
    let total = (value * 86_400_000).rounded()
    guard total >= 0, total < 2_958_466 * 86_400_000 else { return nil }
    days = Int(total) / 86_400_000
    milliseconds = Int(total) % 86_400_000
    var number = days + (since1904 ? 1462 : 0)
    // Day 60 is 29 February 1900, which never was.
    if number < 60 { number += 1 }
    let unix = number - 25_569
    (year, month, day) = CivilDay(number: unix).parts
    weekday = ((unix + 4) % 7 + 7) % 7
  }

  var iso: String { "\(year)-\(two(month))-\(two(day))" }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// A number in a section of dates and times: `yyyy"年"m"月"`, `h:mm`, `aaaa`, `[h]:mm`.
struct DateWords {
  let section: FormatSection
  let since1904: Bool

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let weekdays = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]
  private static let han = Array("日一二三四五六")

  /// The words; nil for a number that is no date.
  func text(of value: Double) -> String? {
    // To whole seconds, but where the code shows their parts.
    let hasParts = section.pieces.contains { if case .fraction = $0 { true } else { false } }
    let exact = hasParts ? value : (value * 86_400).rounded() / 86_400
    guard let date = SerialDate(exact, since1904: since1904) else { return nil }
    let hasNoon = section.pieces.contains { if case .noon = $0 { true } else { false } }
    var words = ""
    for piece in section.pieces {
      switch piece {
      case .words(let text): words += text
      case .date(let part, let count): words += self.words(part, count, date, isHalf: hasNoon)
      case .elapsed(let part, let count): words += elapsed(part, count, date)
      case .noon(let before, let after):
        words += date.milliseconds < 43_200_000 ? before : after
      case .fraction(let count):
        let text = String(format: "%03d", date.milliseconds % 1000)
        words += "." + text.padding(toLength: count, withPad: "0", startingAt: 0)
      case .digit(let kind): words += String(kind)
      case .point: words += "."
      case .comma: words += ","
      case .slash: words += "/"
      default: break
      }
    }
    return words.trimmingSpaces
  }

  private func words(
    _ part: FormatSection.DatePart, _ count: Int, _ date: SerialDate, isHalf: Bool
  ) -> String {
    let seconds = date.milliseconds / 1000
    switch part {
    case .year:
      let text = count > 2 ? "\(date.year)" : String("\(date.year)".suffix(2))
      return section.numerals > 0 ? HanFigures.spelled(text, section.numerals) : text
    case .month where count > 2: return month(date.month, count)
    case .month: return number(date.month, count)
    case .day: return number(date.day, count)
    case .weekday: return weekday(date.weekday, count)
    case .hour:
      let hour = seconds / 3600
      return number(isHalf ? (hour + 11) % 12 + 1 : hour, count)
    case .minute: return number(seconds / 60 % 60, count)
    case .second: return number(seconds % 60, count)
    }
  }

  private func month(_ number: Int, _ count: Int) -> String {
    if section.isChinese { return HanFigures.small(number, 1) + "月" }
    let name = Self.months[number - 1]
    return count == 3 ? String(name.prefix(3)) : count == 5 ? String(name.prefix(1)) : name
  }

  /// `aaa` and `aaaa` are Chinese everywhere, `ddd` and `dddd` only where the code says so.
  private func weekday(_ number: Int, _ count: Int) -> String {
    if count > 0 || section.isChinese {
      return (abs(count) == 3 ? "周" : "星期") + String(Self.han[number])
    }
    let name = Self.weekdays[number]
    return count == -3 ? String(name.prefix(3)) : name
  }

  private func elapsed(
    _ part: FormatSection.DatePart, _ count: Int, _ date: SerialDate
  ) -> String {
    let seconds = date.days * 86_400 + date.milliseconds / 1000
    let value = part == .hour ? seconds / 3600 : part == .minute ? seconds / 60 : seconds
    return number(value, count)
  }

  private func number(_ value: Int, _ count: Int) -> String {
    if section.numerals > 0, value < 100 { return HanFigures.small(value, section.numerals) }
    let text = "\(value)"
    return String(repeating: "0", count: max(0, min(count, 2) - text.count)) + text
  }
}
