import Diagnostics
import Foundation
import Testing

@testable import Exporting

/// A job is done again when what it read has changed, and only then.
@Suite struct WatchTests {
  @Test func aChangedFileIsAReasonForAnotherRound() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("watch-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let input = folder.appendingPathComponent("a.txt").path
    let output = folder.appendingPathComponent("b.txt").path
    var seen: [String] = []
    try "一".write(toFile: input, atomically: true, encoding: .utf8)
    Watch(FileSystem(), inputs: [input]).follow { environment, _ throws(Rejection) in
      let bytes = try environment.read(input, limit: 1000)
      try environment.write([OutputFile(path: output, bytes: bytes)])
      return [output]
    } told: { result, _ in
      switch result {
      case .success: seen.append((try? String(contentsOfFile: output, encoding: .utf8)) ?? "-")
      case .failure(let rejection): seen.append(rejection.diagnostics[0].code.rawValue)
      }
      switch seen.count {
      case 1: try? FileManager.default.removeItem(atPath: input)
      case 2: try? "二".write(toFile: input, atomically: true, encoding: .utf8)
      default: return false
      }
      return true
    }
    #expect(seen == ["一", "file.missing", "二"])
  }
}
