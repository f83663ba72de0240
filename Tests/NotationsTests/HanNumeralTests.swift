import Testing

@testable import Notations

@Suite struct HanNumeralTests {
  @Test(arguments: 1...99) func ordinalsAreReadBack(_ number: Int) {
    #expect(HanNumeral.value(HanNumeral.ordinal(number)) == number)
  }

  @Test(arguments: [(0, "0"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"), (100, "100")])
  func ordinalsAsHeadsCount(_ number: Int, _ words: String) {
    #expect(HanNumeral.ordinal(number) == words)
  }

  @Test(arguments: [
    ("三千二百", 3200), ("两万", 20_000), ("二〇三一", 2031), ("十二", 12), ("一亿零五万", 100_050_000),
    ("百", 100), ("", nil), ("一二十", nil), ("十个", nil),
  ])
  func writtenNumbersAreRead(_ words: String, _ value: Int?) {
    #expect(HanNumeral.value(words) == value)
  }

  @Test func rowsKeepWhatIsNoDigit() {
    #expect(HanNumeral.row("2031-05") == "二〇三一-〇五")
  }
}
