public import Foundation

/// Compares a dump with its reference, `Tests/References/<target>/<name>.txt`: beside the test
/// targets, for inside one SwiftPM would want each file declared.
///
/// `RECORD_SNAPSHOTS=1` writes the reference and fails, so that nobody records by mistake in a
/// green run; a mismatch leaves the new text under `output/snapshots/`.
public struct DumpSnapshot {
  /// What went wrong; nil where the dump equals its reference.
  public static func mismatch(
    _ dump: String, named name: String, for testFile: String = #filePath
  ) -> String? {
    let target = URL(fileURLWithPath: testFile).deletingLastPathComponent()
    let folder = target.deletingLastPathComponent().appendingPathComponent("References")
      .appendingPathComponent(target.lastPathComponent)
    let reference = folder.appendingPathComponent("\(name).txt")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      return write(dump, to: reference)
        ?? "recorded \(name).txt; run again without RECORD_SNAPSHOTS"
    }
    guard let expected = try? String(contentsOf: reference, encoding: .utf8) else {
      return "no reference \(name).txt; record it with RECORD_SNAPSHOTS=1"
    }
    if expected == dump { return nil }
    let new = packageRoot(above: folder).appendingPathComponent("output/snapshots/\(name).txt")
    let failure = write(dump, to: new)
    let line = firstDifference(expected, dump)
    return failure
      ?? "\(name).txt differs at line \(line); the new text is output/snapshots/\(name).txt"
  }

  /// The package's folder, found by walking up.
  public static func packageRoot(above folder: URL) -> URL {
    var place = folder
    while place.path != "/",
      !FileManager.default.fileExists(atPath: place.appendingPathComponent("Package.swift").path)
    {
      place.deleteLastPathComponent()
    }
    return place
  }

  private static func write(_ text: String, to file: URL) -> String? {
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
      return nil
    } catch {
      return "cannot write \(file.lastPathComponent): \(error)"
    }
  }

  private static func firstDifference(_ a: String, _ b: String) -> Int {
    let a = a.split(separator: "\n", omittingEmptySubsequences: false)
    let b = b.split(separator: "\n", omittingEmptySubsequences: false)
    let same = zip(a, b).prefix { $0 == $1 }.count
    return same + 1
  }
}
