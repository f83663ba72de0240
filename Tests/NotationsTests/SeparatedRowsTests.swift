import Notations
import Testing

@Suite struct SeparatedRowsTests {
  private func cells(_ text: String) throws -> [[String]] {
    try SeparatedRows(Array(text.unicodeScalars)).rows().map(\.cells)
  }

  /// The mark that parts most rows alike is the separator, whatever stands in the first line.
  @Test(arguments: [
    ("村;件\n甲;\"1;034\"\n乙;7\n", ["甲", "1;034"]), ("a,b\n1,2\n", ["1", "2"]),
    ("台账\n村\t件\n甲\t1,2\n", ["村", "件"]), ("村|数, 率\n甲|1\n乙|2\n", ["甲", "1"]),
    ("\u{FEFF}a;b\r\n1,5;2,5\r\n", ["1,5", "2,5"]), ("sep=;\r\na;b,c\r\n1;2,d\r\n", ["1", "2,d"]),
    ("村，户数\r\n甲村，12\r\n", ["甲村", "12"]), ("事由\n停水，停电\n", ["停水，停电"]),
  ])
  func separatorsAreFound(_ text: String, _ second: [String]) throws {
    #expect(try cells(text)[1] == second)
  }

  @Test func quotationsHoldSeparatorsAndLineEnds() throws {
    #expect(try cells("a,\"b\"\"c\n,d\"\n=\"0,1\",2") == [["a", "b\"c\n,d"], ["=\"0,1\"", "2"]])
    #expect(throws: SeparatedRows.Problem.openQuote(line: 2)) { try cells("a\n\"b\n") }
    #expect(throws: SeparatedRows.Problem.textAfterQuote(line: 1)) { try cells("\"a\"b,c\n") }
  }
}
