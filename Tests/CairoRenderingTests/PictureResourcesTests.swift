import Testing

@testable import CairoRendering

@Suite struct PictureResourcesTests {
  /// A picture that a page shows twice is in its resources once; nothing else moves.
  @Test func aKeyStandsOnce() {
    let text = "<< /XObject << /x5 5 0 R /x16 6 0 R /x5 5 0 R >> >> /x5 5 0 R"
    let once = "<< /XObject << /x5 5 0 R /x16 6 0 R           >> >> /x5 5 0 R"
    let result = PictureResources.withoutRepeats(Array(text.utf8))
    #expect(String(decoding: result, as: UTF8.self) == once)
  }
}
