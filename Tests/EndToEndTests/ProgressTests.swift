import Testing

@testable import banxin

/// What a terminal says of the time that is left.
@Suite struct ProgressTests {
  @Test(arguments: [
    (37, 120, 1, "37/120"), (30, 120, 60, "30/120  还需约 3 分 0 秒 3 min 0 s left"),
    (110, 120, 33, "110/120  还需约 3 秒 3 s left"), (120, 120, 60, "120/120"), (0, 9, 60, "0/9"),
  ])
  func theRestIsReckonedFromWhatIsDone(_ done: Int, _ count: Int, _ spent: Int, _ words: String) {
    #expect(ProgressCount.words(done, of: count, after: .seconds(spent)) == words)
  }

  @Test func nobodyKnowsHowManyComeThroughAPipe() {
    #expect(ProgressCount.words(7, of: nil, after: .seconds(60)) == "7")
  }
}
