import Testing

@testable import Notations

/// The one scanner that looks at YAML before a library does.
@Suite struct YAMLBoundsTests {
  private func excess(_ text: String, aliases: Int = YAMLBounds.aliases) -> YAMLBounds.Excess? {
    YAMLBounds.offence(in: text, aliases: aliases)?.excess
  }

  @Test func bracketsNestToTheLimit() {
    let open = String(repeating: "[", count: YAMLBounds.depth)
    let close = String(repeating: "]", count: YAMLBounds.depth)
    #expect(excess("a: " + open + close) == nil)
    #expect(excess("a: [" + open + close + "]") == .depth)
    #expect(
      YAMLBounds.offence(in: "x: 1\na: [" + open)
        == YAMLBounds.Offence(excess: .depth, line: 2, column: 4 + YAMLBounds.depth))
  }

  @Test func aliasesAreCountedAndAnchorsWhereNoneMayBe() {
    let bomb = String(repeating: "- *a\n", count: YAMLBounds.aliases)
    #expect(excess("x: &a 1\ny:\n" + bomb) == nil)
    #expect(excess("x: &a 1\ny:\n" + bomb + "- *a\n") == .aliases)
    #expect(excess("x: &a 1\n", aliases: 0) == .aliases)
  }

  /// Words in quotes, comments and what stands inside a word open nothing.
  @Test(arguments: [
    "'\(String(repeating: "*", count: 100))'", "\"\(String(repeating: "[", count: 100))\\\"[\"",
    "a # \(String(repeating: "[", count: 100))", "a*b&c", "'*a&b'",
  ])
  func wordsAreNoMarks(_ value: String) {
    #expect(excess("key: \(value)\n", aliases: 0) == nil)
  }

  @Test func nodesAreCounted() {
    let most = String(repeating: "\n", count: YAMLBounds.nodes)
    #expect(excess(most) == nil)
    #expect(excess(most + ",") == nil)
    #expect(excess(most + "\n") == .nodes)
  }
}
