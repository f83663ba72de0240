import Diagnostics
import ReportModel
import ReportReading
import Testing

/// What becomes of characters that no page can show as they came.
@Suite("Characters") struct CharacterTests {
  private func read(
    _ text: String, emoji: EmojiPolicy = .draw
  ) throws -> (words: String, codes: [String], first: SourceRange?) {
    var problems = Problems()
    let report = try ReportReading.read(
      bytes: Array("通报\n\n\(text)。\n".utf8), name: "a.txt", emoji: emoji, into: &problems)
    let codes = problems.diagnostics.map(\.code.rawValue)
    return (
      String(report.blocks.last?.text.dropLast() ?? ""), codes, problems.diagnostics.first?.range
    )
  }

  @Test(arguments: [
    ("王\u{E863}、\u{E81E}村", "王䶮、龴村", "reading.private-use"),
    ("\u{2F08}⺠政府在\u{2ED3}江", "人民政府在长江", "reading.radical"),
    ("甲\u{202E}乙\u{1B}[31m丙\u{200B}丁\u{FEFF}戊", "甲乙[31m丙丁戊", "reading.control"),
    ("👨\u{200D}👩\u{200D}👧来了", "👨👩👧来了", "reading.joined-emoji"),
    ("❤\u{FE0F}\u{200D}🔥热", "❤🔥热", "reading.joined-emoji"),
    ("👍\u{1F3FD}好", "👍好", "reading.emoji"),
  ])
  func changesAreMadeAndSaid(_ text: String, _ words: String, _ code: String) throws {
    let found = try read(text)
    #expect(found.words == words)
    #expect(found.codes.contains(code))
    #expect(found.first?.start.line == 3)
  }

  /// Letters with loose accents are one character each; ideographs of compatibility stay.
  @Test func accentsAreComposed() throws {
    let found = try read("cafe\u{301}，ya\u{30C}n，lu\u{308}\u{30C}，\u{F9DC}\u{FA11}")
    #expect(
      Array(found.words.unicodeScalars) == Array("café，yǎn，lǚ，\u{F9DC}\u{FA11}".unicodeScalars))
    #expect(found.codes.isEmpty)
    let tower = try read("e" + String(repeating: "\u{330}", count: 40))
    #expect(tower.words.unicodeScalars.count < 12)
    #expect(tower.codes == ["reading.accents"])
  }

  @Test func emojiAreLeftOutWhereAsked() throws {
    let found = try read("好👨\u{200D}👩消息😀来了1\u{FE0F}\u{20E3}项", emoji: .leaveOut)
    #expect(found.words == "好消息来了①项")
    #expect(found.codes.contains("reading.emoji-left-out"))
  }

  /// Signs of offices, figures and letters of any script are no matter for care.
  @Test func usualSignsStay() throws {
    let text = "☑☐✓✔✗√×●★→①⑳㈱㊣℃‰½Ⅳ〇䶮𬱖яΩ…—“”"
    let found = try read(text)
    #expect(found.words == text)
    #expect(found.codes.isEmpty)
  }

  /// A cluster of thousands of joined emoji takes no longer than so many letters.
  @Test(.timeLimit(.minutes(1))) func longJoinedRunsAreQuick() throws {
    let found = try read(String(repeating: "👨\u{200D}", count: 20_000))
    #expect(found.words.count == 20_000)
  }
}
