import Diagnostics
import ReportModel
import ReportReading
import Testing

@Suite("Limits and any text")
struct LimitTests {
  @Test(arguments: ["钢山街道今年新增企业18家，", "1", "，", "一 ", "。", "“", "(", "a"])
  func aMillionCharactersOnOneLine(_ piece: String) throws {
    let count = 1_000_000 / piece.count
    let report = try read(String(repeating: piece, count: count))
    #expect(report.blocks.count == 1)
    #expect(report.blocks.first?.lines == [1])
  }

  @Test func aLongSentenceIsNotSearched() throws {
    let long = String(repeating: "新增企业18家，", count: 400) + "。"
    #expect(try readSentence(long).indicators.isEmpty)
    #expect(try readSentence("新增企业18家，成效明显。").indicators.count == 1)
  }

  /// Characters that rules react to, thrown together.
  private static let alphabet: [String] =
    "一二三十百千万亿两〇0123456789０９，。；：、！？（）【】“”《》 \u{3000}\t\n\n%-—～·×第年月日期位名家户个处件人次元亩占比较同增长下降提高至到由的等其中全市镇村社区附件图注报送发共印份公益广告本报记者双升降"
    .map(String.init) + ["##", "**", "|", "\r\n", "—\u{301}", "👨‍👩‍👧", "A", "z", "-\n", "| --- |\n"]

  private func randomText(_ seed: UInt64, length: Int) -> String {
    var state = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    var text = "开头"
    for _ in 0..<length {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += Self.alphabet[Int(state >> 33) % Self.alphabet.count]
    }
    return text
  }

  @Test(arguments: 0..<24)
  func anyTextIsRead(_ seed: Int) throws {
    let text = randomText(UInt64(seed), length: 700)
    for name in ["a.txt", "a.md"] {
      let report = try read(text, name: name)
      #expect(try read(text, name: name) == report)
      checkLines(report, text)
      checkBlocks(report)
    }
    try checkCharacters(read(text, name: "a.txt"), text)
  }

  /// Lines are told in their order; one that is broken by hand is told for each part.
  private func checkLines(_ report: Report, _ text: String) {
    let numbers = report.lines.map(\.number)
    #expect(numbers == numbers.sorted())
  }

  private func checkBlocks(_ report: Report) {
    for block in report.blocks {
      #expect(block.runInLead <= block.text.count)
      #expect((0...1).contains(block.confidence))
      #expect(block.range.start <= block.range.end)
    }
    for indicator in report.indicators {
      #expect(report.blocks[indicator.block].text.unicodeScalars.count > 0)
      #expect(indicator.range.start <= indicator.range.end)
      #expect(!indicator.raw.isEmpty)
    }
  }

  /// In plain text every character that is no space comes back, in its order; joined emoji are set
  /// one by one.
  private func checkCharacters(_ report: Report, _ text: String) throws {
    var kept = ""
    for block in report.blocks {
      if let index = block.table {
        let table = report.tables[index]
        kept += table.columns.map(\.name).joined() + table.rows.joined().joined()
      } else {
        kept += block.text
      }
    }
    #expect(withoutSpaces(kept) == withoutSpaces(text))
  }

  private func withoutSpaces(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "\u{200D}" }
  }
}
