import Foundation
import Prepress
import Testing

/// The press checklist names every finding, and every type that it names is there.
struct ChecklistTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private func checklist() throws -> String {
    try String(
      contentsOf: Self.root.appendingPathComponent(
        "Sources/Exporting/Exporting.docc/PressChecklist.md"), encoding: .utf8)
  }

  @Test func everyFindingIsExplained() throws {
    let text = try checklist()
    let missing = PreflightRule.all.map(\.id).filter { !text.contains("`\($0)`") }
    #expect(missing.isEmpty)
  }

  @Test func everyTypeExists() throws {
    let named = try checklist().split(separator: "`", omittingEmptySubsequences: false)
      .enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
      .compactMap { $0.split(separator: ".").first.map(String.init) }
      .filter { $0.first?.isUppercase == true && $0.allSatisfy(\.isLetter) }
    #expect(named.count > 20)
    var sources = ""
    let folder = Self.root.appendingPathComponent("Sources")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    while let file = files?.nextObject() as? URL {
      if file.pathExtension == "swift" { sources += try String(contentsOf: file, encoding: .utf8) }
    }
    let known = ["Info", "Trapped", "Alt"]
    let unknown = Set(named).subtracting(known).filter { name in
      !["struct", "enum", "class", "protocol"].contains { sources.contains("\($0) \(name) ") }
        && !["struct", "enum", "class"].contains { sources.contains("\($0) \(name):") }
    }
    #expect(unknown.isEmpty)
  }
}
