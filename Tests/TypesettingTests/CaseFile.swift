import Foundation

/// A table of third-party cases. They are not in the repository: `BANXIN_SHARED`, or a folder
/// `shared` beside the package, holds them; without it the tests say so and pass.
struct CaseFile {
  var rows: [[String]]

  /// The rows without the head, or nil where the file is not on this machine.
  init?(_ name: String) {
    guard let folder = CaseFile.folder("cases"),
      let text = try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    else {
      print("skipped: no cases/\(name); set BANXIN_SHARED to the folder that holds it")
      return nil
    }
    rows = text.split(separator: "\n").dropFirst().map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// A folder of the shared material.
  static func folder(_ name: String) -> URL? {
    let candidates: [URL]
    if let given = ProcessInfo.processInfo.environment["BANXIN_SHARED"] {
      candidates = [URL(fileURLWithPath: given)]
    } else {
      var place = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      while place.path != "/",
        !FileManager.default.fileExists(
          atPath: place.appendingPathComponent("Package.swift").path)
      {
        place.deleteLastPathComponent()
      }
      candidates = [place.deletingLastPathComponent().appendingPathComponent("shared")]
    }
    return candidates.map { $0.appendingPathComponent(name) }
      .first { FileManager.default.fileExists(atPath: $0.path) }
  }
}
