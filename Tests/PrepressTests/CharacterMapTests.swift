import Testing

@testable import Prepress

/// The one reader of character maps.
@Suite struct CharacterMapTests {
  private func map(_ text: String) -> CharacterMap { CharacterMap(Array(text.utf8)) }

  @Test func codesHaveTheirTexts() {
    let map = map(
      """
      /CIDInit /ProcSet findresource begin begincmap /WMode 1 def
      2 beginbfchar <0041> <4E2D> <0042> <D842DFB7> endbfchar
      2 beginbfrange <0050> <0052> <00410061> <60> <61> [<FEFF6C49> <5B57>] endbfrange endcmap
      """)
    #expect(map.writingMode == 1)
    #expect(
      map.texts == [
        0x41: "中", 0x42: "𠮷", 0x50: "Aa", 0x51: "Ab", 0x52: "Ac", 0x60: "汉", 0x61: "字",
      ])
    #expect(map.plainTexts.contains(0x4E2D))
  }

  /// A mark of the byte order alone is a value that a map must not have, and no text.
  @Test func forbiddenValuesAreSeen() {
    let map = map("3 beginbfchar <01> <FEFF> <02> <0000> <03> <FFFE> endbfchar")
    #expect(map.plainTexts == [0xFEFF, 0, 0xFFFE])
    #expect(map.texts[1]?.isEmpty == true)
  }

  @Test func identifiersAreCountedToTheEndOfTheirRange() {
    #expect(map("1 begincidrange <0000> <00FF> 65300 endcidrange").largestCID == 65_555)
    #expect(map("2 begincidchar <0000> 7 <0001> 9 endcidchar").largestCID == 9)
    let hostile = "2 begincidchar <00> -99999999999999999999 <01> 99999999999999999999 endcidchar"
    #expect(map(hostile).largestCID == 0)
  }

  /// Broken and hostile maps end, and give no more codes than a font has.
  @Test func brokenMapsEnd() {
    #expect(
      map("beginbfchar <41> endbfchar beginbfrange <41> <40> <5A> endbfrange").texts.count <= 1)
    let ranges = String(repeating: "<00000000> <0000FFFF> <0041> ", count: 100)
    #expect(map("100 beginbfrange \(ranges) endbfrange").texts.count <= 1 << 16)
    let wide = (0..<40).map { "<\($0 + 10)000000> <\($0 + 10)00FFFF> <0041> " }.joined()
    #expect(map("40 beginbfrange \(wide) endbfrange").texts.count <= 1 << 18)
  }
}
