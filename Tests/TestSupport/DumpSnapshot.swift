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
    let folder = references(for: testFile)
    let reference = folder.appendingPathComponent("\(name).txt")
    if isRecording {
      return write(dump, to: reference)
        ?? "recorded \(name).txt; run again without RECORD_SNAPSHOTS"
    }
    guard let expected = try? String(contentsOf: reference, encoding: .utf8) else {
      return "no reference \(name).txt; record it with RECORD_SNAPSHOTS=1"
    }
    if expected == dump { return nil }
    let new = packageRoot(above: folder).appendingPathComponent("output/snapshots/\(name).txt")
    let failure = write(dump, to: new)
    return failure
      ?? "\(name).txt differs; the new text is output/snapshots/\(name).txt\n"
      + LineDifference(from: expected, to: dump).text
  }

  /// Whether references are written instead of compared.
  public static let isRecording =
    ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"

  /// The folder of the references of a test file's target.
  public static func references(for testFile: String = #filePath) -> URL {
    let target = URL(fileURLWithPath: testFile).deletingLastPathComponent()
    return target.deletingLastPathComponent().appendingPathComponent("References")
      .appendingPathComponent(target.lastPathComponent)
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
    write(Data(text.utf8), to: file)
  }

  /// Writes a file and the folders above it; what went wrong.
  public static func write(_ data: Data, to file: URL) -> String? {
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: file)
      return nil
    } catch {
      return "cannot write \(file.lastPathComponent): \(error)"
    }
  }
}
