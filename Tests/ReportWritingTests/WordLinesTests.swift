import Testing

@testable import ReportWriting

/// The space between characters that keeps an office program to the page's lines.
@Suite struct WordLinesTests {
  /// Lines of ten characters of 16 pt, in twips.
  private let lines = WordLines(size: 320, rest: 0, measure: 3200, indent: 0)

  private func spacing(_ text: String, _ ends: [Int]) -> [Double] {
    lines.spacing(of: Array(text.unicodeScalars), ends: ends)
  }

  @Test func aLineThatFillsItselfIsLeftAlone() {
    #expect(spacing("一二三四五六七八九十一二三四五", [10, 15]).allSatisfy { $0 == 0 })
  }

  /// A line of eleven characters, as the page presses marks to take one, is pressed alike all along.
  @Test func aLineThatIsTooLongIsPressed() {
    let found = spacing("一二，三四，五六七八九十一二三", [11, 15])
    #expect(found[0] < 0 && found[0..<11].allSatisfy { $0 == found[0] })
    #expect(found[11...].allSatisfy { $0 == 0 })
    #expect(11 * 320 + 10 * found[0] <= 3200)
  }

  /// A line that the page ends early is opened until the next character has no room.
  @Test func aLineThatEndsEarlyIsOpened() {
    let found = spacing("一二三四五六七八九十一二三四五", [9, 15])
    #expect(found[0] > 0 && found[9] == 0)
    let width = 9 * (320 + found[0])
    #expect(width <= 3200 && width + 320 > 3200)
  }

  /// The last line of a paragraph is left as it is.
  @Test func theLastLineIsNotOpened() {
    #expect(spacing("一二三四", [4]).allSatisfy { $0 == 0 })
  }

  /// Issuer and date on one line: the blank between them gives way, not the words.
  @Test func aBlankGivesWayFirst() {
    let found = spacing("办公室\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}二月三日六", [13])
    #expect(found[0] == 0 && found[3] < 0 && found[12] == 0)
  }

  @Test func lettersAreAsWideAsTimes() {
    let text = Array("第12.5%页".unicodeScalars)
    let width = lines.width(of: text[...], gap: 0.25)
    // Two characters, three digits, a point, a percent sign, and the gap before the digits; the percent
    // sign is no letter.
    #expect(abs(width - 320 * (2 + 1.5 + 0.25 + 0.833 + 0.25)) < 1)
  }
}
