import Testing

@testable import Prepress

@Suite struct ContentScannerTests {
  private func operations(_ text: String) -> [(String, [Double])] {
    var scanner = ContentScanner(Array(text.utf8))
    var found: [(String, [Double])] = []
    while let operation = scanner.nextOperation() {
      found.append((operation.name, operation.numbers))
    }
    return found
  }

  @Test func readsNumbersNamesAndStrings() {
    let found = operations("1 -.5 +3. 0.25 re % note\n/a0 gs (a(b)\\)c) Tj [<00 1> -12.5 (x)] TJ")
    #expect(found.map(\.0) == ["re", "gs", "Tj", "TJ"])
    #expect(found[0].1 == [1, -0.5, 3, 0.25])
    #expect(found[3].1 == [-12.5])
  }

  @Test func inlinePicturesAreSkippedWhole() {
    let found = operations("q BI /W 2 /H 1 /BPC 8 /CS /G ID \u{01}Q EIx EI Q 0 g")
    #expect(found.map(\.0) == ["q", "EI", "Q", "g"])
  }

  @Test(arguments: ["(", "<", "<<", "[ 1 2", "BI", "BI ID", ")", "}{", "1e5 k", "%", "- + ."])
  func junkEnds(_ text: String) {
    _ = operations(text)
    _ = operations(text + "\u{0}" + text)
  }

  @Test func stringsGiveTheirBytes() {
    func bytes(_ text: String) -> [UInt8] {
      let content = Array(text.utf8)
      var scanner = ContentScanner(content)
      guard let token = scanner.next() else { return [] }
      return StringBytes.read(token, in: content)
    }
    #expect(bytes("<4a4B4>") == [0x4A, 0x4B, 0x40])
    #expect(bytes("(a\\(\\n\\101\\\nb)") == Array("a(\nAb".utf8))
  }
}
