import Diagnostics
import Foundation
import Testing

@testable import Exporting

/// Where the program finds its layouts and faces.
@Suite struct HomeTests {
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  private func found(_ executable: String) throws -> String {
    try ResourceHome.find(
      given: nil, variable: nil, executable: executable, in: FileSystem()
    ).path
  }

  @Test func anInstalledProgramFindsItsShare() throws {
    try inFolder { folder in
      try FileManager.default.createDirectory(
        atPath: "\(folder)/share/banxin/layouts", withIntermediateDirectories: true)
      #expect(try found("\(folder)/bin/banxin") == "\(folder)/share/banxin")
      #expect(throws: Rejection.self) { try found("/nowhere/bin/banxin") }
    }
  }

  @Test func theCommitIsTheInstalledOneOrTheOneInTheWorkTree() throws {
    try inFolder { folder in
      for path in ["layouts", ".git/refs/heads"] {
        try FileManager.default.createDirectory(
          atPath: "\(folder)/\(path)", withIntermediateDirectories: true)
      }
      let home = try ResourceHome.find(
        given: folder, variable: nil, executable: "", in: FileSystem())
      #expect(home.commit == nil)
      try "ref: refs/heads/main\n".write(
        toFile: "\(folder)/.git/HEAD", atomically: true, encoding: .utf8)
      try "# pack-refs\n0123456789abcdef01234567 refs/heads/main\n".write(
        toFile: "\(folder)/.git/packed-refs", atomically: true, encoding: .utf8)
      #expect(home.commit == "0123456789")
      try "fedcba9876543210\n".write(
        toFile: "\(folder)/.git/refs/heads/main", atomically: true, encoding: .utf8)
      #expect(home.commit == "fedcba9876")
      try "aaaaaaaaaaaa\n".write(toFile: "\(folder)/commit", atomically: true, encoding: .utf8)
      #expect(home.commit == "aaaaaaaaaa")
    }
  }
}
