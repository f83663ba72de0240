import Testing

/// No key of a layout is accepted without effect: each changes a page, or is said to be unused.
@Suite(
  .serialized, .enabled(if: Program.hasFonts, "fonts/files is empty: run make bootstrap"))
struct KeyTests {
  @Test func everyKeyOfALayoutChangesAPageOrIsSaid() throws {
    let found = try Script.outcome(of: "keys.py")
    let layout = try #require(found["layout"] as? [String: Any])
    #expect((layout["keys"] as? Int ?? 0) > 250)
    #expect(layout["without effect"] as? [String] == [])
    #expect(layout["untried"] as? [String] == [])
    #expect((layout["refused"] as? [String: String])?.isEmpty == true)
  }
}
