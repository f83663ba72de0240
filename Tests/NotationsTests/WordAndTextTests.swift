import Testing

@testable import Notations

@Suite struct WordAndTextTests {
  @Test(arguments: [
    ("colunms", "columns"), ("Columns", "columns"), ("colums", "columns"), ("heigth", "height"),
    ("标提", "标题"), ("xy", nil), ("banana", nil), ("", nil),
    (String(repeating: "columns", count: 20), nil),
  ])
  func slipsFindTheirWord(_ word: String, _ meant: String?) {
    #expect(NearestWord.to(word, among: ["columns", "height", "标题"]) == meant)
  }

  /// Of two words equally near the first in the list counts.
  @Test func tiesGoToTheFirst() {
    #expect(NearestWord.to("cat", among: ["bat", "hat"]) == "bat")
    #expect(NearestWord.to("cat", among: []) == nil)
  }

  @Test func exchangedLettersAreOneEdit() {
    #expect(NearestWord.distance(Array("abcd"), Array("abdc")) == 1)
    #expect(NearestWord.distance(Array("abcd"), Array("")) == 4)
    #expect(NearestWord.distance(Array(""), Array("ab")) == 2)
  }

  @Test func jsonEscapesWhatItMust() {
    #expect(JSONText.quoted("甲\"\\/\n\r\t\u{1}\u{1F}") == #""甲\"\\/\n\r\t\u0001\u001f""#)
  }

  @Test func xmlEscapesMarkupAndDropsControls() {
    #expect(
      XMLText.escaped("<a b=\"c\">&'\u{0}\u{FFFF}") == "&lt;a b=&quot;c&quot;&gt;&amp;'  ")
  }

  @Test(arguments: [
    (0.0, 3, "0.000", "0"), (-0.0004, 3, "0.000", "0"), (1.5, 3, "1.500", "1.5"),
    (-2.0625, 3, "-2.063", "-2.063"), (0.05, 1, "0.1", "0.1"), (12, 0, "12", "12"),
    (-0.25, 4, "-0.2500", "-0.25"), (1e300, 2, "90000000000000000.00", "90000000000000000"),
    (.nan, 2, "0.00", "0"), (99.9996, 3, "100.000", "100"),
  ])
  func decimalsAreFixedOrTrimmed(_ value: Double, _ count: Int, _ fixed: String, _ short: String) {
    #expect(DecimalText.fixed(value, count) == fixed)
    #expect(DecimalText.trimmed(value, count) == short)
  }

  @Test func aSeedIsARow() {
    var (one, other) = (SeededRandom(seed: 7), SeededRandom(seed: 7))
    let row = (0..<5).map { _ in one.next() }
    #expect(row == (0..<5).map { _ in other.next() })
    // The first number of SplitMix64 from the seed 0 (Steele, Lea and Flood 2014).
    var zero = SeededRandom(seed: 0)
    #expect(zero.next() == 0xE220_A839_7B1D_CDAF)
    #expect(zero.below(0) == 0 && zero.pick([Int]()) == nil)
    #expect((0..<100).allSatisfy { _ in (0..<3).contains(zero.below(3)) })
  }
}
