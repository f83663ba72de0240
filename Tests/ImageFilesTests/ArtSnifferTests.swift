import DisplayList
import ImageFiles
import Testing

@Suite struct ArtSnifferTests {
  @Test(arguments: [
    ("%PDF-1.4\n", ImageFormat.pdf), ("junk\n%PDF-1.7", .pdf), ("<svg/>", .svg),
    ("\u{FEFF} <?xml version='1.0'?>\n<!-- a -->\n<s:svg xmlns:s='x'/>", .svg),
    ("<html></html>", nil),
    ("plain", nil), ("", nil),
  ])
  func artIsKnownByItsContent(_ text: String, _ format: ImageFormat?) {
    #expect(ArtSniffer.format(of: Array(text.utf8)) == format)
  }

  @Test func pixelsAreNoArt() {
    #expect(ArtSniffer.format(of: [0xFF, 0xD8, 0xFF, 0xFE] + Array("%PDF-1.4".utf8)) == nil)
  }
}
