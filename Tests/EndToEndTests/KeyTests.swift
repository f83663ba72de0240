import Testing

/// No key of a layout or a page plan is accepted without effect: each changes a page, or is said to be
/// unused.
@Suite(
  .serialized, .enabled(if: Program.hasFonts, "fonts/files is empty: run make bootstrap"))
struct KeyTests {
  @Test(arguments: ["layout", "page"]) func everyKeyChangesAPageOrIsSaid(_ kind: String) throws {
    // What prices do shows on full pages only: `keys.py --only prices` takes its time over them.
    let found = try Script.outcome(of: "keys.py", ["--kind", kind, "--without", "prices"])
    let keys = try #require(found[kind] as? [String: Any])
    #expect((keys["keys"] as? Int ?? 0) > 50)
    #expect(keys["without effect"] as? [String] == [])
    #expect(keys["untried"] as? [String] == [])
    #expect((keys["refused"] as? [String: String])?.isEmpty == true)
  }
}
