import Foundation
import Testing

/// The recipes for clusters, where their engines are installed: they are too large to fetch for a test.
@Suite(
  .serialized, .enabled(if: Program.hasFonts, "fonts/files is empty: run make bootstrap"))
struct FleetTests {
  /// Every document once, with the bytes of the plain batch, though a program is killed in the middle.
  @Test(arguments: [("spark", "pyspark"), ("dask", "dask.distributed")])
  func anEngineSetsEveryDocumentOnce(_ engine: String, _ module: String) throws {
    let all = try Script.outcome(
      of: "fleet_check.py", ["--count", "120", "--engines", engine], needing: module)
    let outcome = try #require(all[engine] as? [String: Any])
    #expect(outcome["equal"] as? Bool == true)
    #expect(outcome["killed"] as? Int == 1)
  }
}
