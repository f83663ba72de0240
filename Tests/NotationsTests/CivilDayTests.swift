import Testing

@testable import Notations

@Suite struct CivilDayTests {
  /// Every day of two eras of 400 years, there and back, weekdays in their order.
  @Test func daysAndNumbersAreOne() {
    for number in stride(from: -719_162, through: 200_000, by: 1) {
      let day = CivilDay(number: number)
      let (year, month, date) = day.parts
      guard CivilDay.number(year: year, month: month, day: date) == number,
        CivilDay(year: year, month: month, day: date) == day
      else {
        Issue.record("\(number) is \(year)-\(month)-\(date)")
        return
      }
    }
    #expect(CivilDay(number: 0).iso == "1970-01-01")
    #expect(CivilDay(number: -719_162).iso == "0001-01-01")
  }

  @Test(arguments: [
    (2023, 2, 29), (1900, 2, 29), (2031, 4, 31), (2031, 13, 1), (2031, 0, 1), (2031, 1, 0),
    (0, 1, 1), (10_000, 1, 1),
  ])
  func daysThatAreNotThere(_ year: Int, _ month: Int, _ day: Int) {
    #expect(CivilDay(year: year, month: month, day: day) == nil)
  }

  @Test func leapDaysAreThere() {
    #expect(CivilDay(year: 2000, month: 2, day: 29)?.chineseWeekday == "星期二")
    #expect(CivilDay(year: 2024, month: 2, day: 29)?.weekday == 3)
  }

  @Test func partsCarryOver() {
    #expect(
      CivilDay.number(year: 2031, month: 14, day: 1)
        == CivilDay.number(year: 2032, month: 2, day: 1))
    #expect(
      CivilDay.number(year: 2031, month: -1, day: 1)
        == CivilDay.number(year: 2030, month: 11, day: 1))
  }

  @Test(arguments: [
    "2031-05-20", "2031-5-20", "2031/5/20", "2031/05/20", "2031.5.20", "2031年5月20日",
    "2031年05月20日", " 2031-05-20 ", "2031-05-20T08:30:00Z", "2031/5/20 8:30",
  ])
  func oneDayInItsWritings(_ text: String) {
    #expect(CivilDay(whole: text)?.chinese == "2031年5月20日")
    #expect(CivilDay(text)?.iso == "2031-05-20")
  }

  /// What stands behind a day belongs to the reader of a cell, not to a date line.
  @Test(arguments: ["2031-05-20上午", "2031年5月20日 四月初一", "2031/5/20-21"])
  func daysWithMoreBehindThem(_ text: String) {
    #expect(CivilDay(whole: text) == nil)
    #expect(CivilDay(text)?.iso == "2031-05-20")
  }

  @Test(arguments: [
    "", "冬月初七", "2031-05", "31-05-20", "20310520", "2031-13-01", "2031-02-29", "1031-05-20",
    "2031--05-20", "2031-05-2031", "２０３１-05-20",
  ])
  func noDays(_ text: String) {
    #expect(CivilDay(whole: text) == nil)
    #expect(CivilDay(text) == nil)
  }
}
