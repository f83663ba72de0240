import Testing

@testable import Segmentation

@Suite struct SegmentationTests {
  private func cut(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    return Segmentation(scalars).words.map { word in
      String(String.UnicodeScalarView(scalars[word.range]))
    }.joined(separator: "|")
  }

  @Test(arguments: [
    ("建议类意见", "建议|类|意见"), ("有限空间作业", "有限|空间|作业"), ("用餐座位", "用餐|座位"),
    ("完成投资3,200.5万元", "完成|投资|3,200.5|万元"), ("GDP增长5.8%", "GDP|增长|5.8|%"),
    ("人民群众满意度", "人民|群众|满意度"), ("", ""), ("𠮷", "𠮷"),
  ])
  func textsAreCutBetweenWords(_ text: String, _ words: String) {
    #expect(cut(text) == words)
  }

  @Test func wordsAreTheWholeText() {
    let text = Array("今年1—9月，全县实现农村产业产值12.4亿元，同比增长8.6%。".unicodeScalars)
    let cut = Segmentation(text)
    var end = 0
    for word in cut.words {
      #expect(word.range.lowerBound == end)
      end = word.range.upperBound
      for place in word.range { #expect(cut.word(at: place) == word) }
    }
    #expect(end == text.count)
    #expect(cut.cutPoints.allSatisfy { cut.isBoundary($0) })
    #expect(!cut.isBoundary(-1) && !cut.isBoundary(text.count + 1) && cut.word(at: end) == nil)
  }

  @Test func wordsHaveTheirPartOfSpeech() {
    let lexicon = WordLexicon.standard
    #expect(lexicon.entry("粮食")?.partOfSpeech == .noun)
    #expect(lexicon.entry("增长")?.partOfSpeech == .verb)
    #expect(lexicon.entry("建设")?.partOfSpeech.isNominal == true)
    #expect(lexicon.entry("不是词的一串字") == nil && lexicon.entry("") == nil)
  }

  /// Every entry can be found again: the table's order is the order of the bisection.
  @Test func theTableIsInOrder() {
    for first in 0x4E00...0x9FFF {
      guard let scalar = Unicode.Scalar(UInt32(first)) else { continue }
      let found = WordLexicon.standard.words(in: [scalar, "民", "生"], at: 0)
      #expect(found.map(\.length) == found.map(\.length).sorted())
    }
    #expect(WordLexicon.standard.words(in: Array("人民群众".unicodeScalars), at: 0).count >= 2)
  }
}
