import Foundation
import Testing

@testable import Exporting

/// What makes a batch set its pages anew: another program, another version, other fonts.
@Suite struct EngineStampTests {
  @Test func eachPartOfTheEngineCounts() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("stamp-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let fonts = folder.appendingPathComponent("fonts/files")
    try FileManager.default.createDirectory(at: fonts, withIntermediateDirectories: true)
    func write(_ name: String, _ count: Int) throws -> String {
      let file = folder.appendingPathComponent(name)
      try Data(repeating: 65, count: count).write(to: file)
      return file.path
    }
    let (one, other) = (try write("one", 3), try write("other", 4))
    _ = try write("fonts/files/song.otf", 10)
    func stamp(_ version: String, _ program: String) -> String {
      EngineStamp.make(version: version, home: folder.path, program: program)
    }
    let first = stamp("1", one)
    #expect(first == stamp("1", one))
    #expect(first != stamp("1", other))
    #expect(first != stamp("2", one))
    _ = try write("fonts/files/song.otf", 11)
    #expect(first != stamp("1", one))
  }
}
