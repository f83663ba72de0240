import Foundation
import Testing

/// Every rule of Chinese composition is named by the code that keeps it and by a test of it.
@Suite struct RuleTests {
  private static let rules =
    (1...14).map { "LB-\($0)" } + (1...9).map { "PW-\($0)" } + (1...9).map { "MX-\($0)" }
    + (1...6).map { "LA-\($0)" } + (1...17).map { "PG-\($0)" } + (1...4).map { "IM-\($0)" }
    + ["RU-1", "VT-1", "VT-2"]

  /// The ids in a text; `LB-1…LB-4` and `S1…S4` stand for all between.
  private func ids(in text: String) -> Set<String> {
    var found: Set<String> = []
    for match in text.matches(of: /([A-Z]{2})-(\d+)(?:…(?:[A-Z]{2}-)?(\d+))?/) {
      guard let first = Int(match.output.2) else { continue }
      let last = match.output.3.flatMap { Int($0) } ?? first
      for number in first...max(first, last) { found.insert("\(match.output.1)-\(number)") }
    }
    return found
  }

  private func ids(below folder: String, except part: String) throws -> Set<String> {
    try Project.files(below: folder).reduce(into: []) { found, file in
      if !file.name.contains(part) { found.formUnion(ids(in: file.lines.joined(separator: "\n"))) }
    }
  }

  @Test func everyRuleHasCodeAndATest() throws {
    let code = try ids(below: "Sources", except: "RulePictures")
    let tests = try ids(below: "Tests", except: "ArchitectureTests")
    let silent = Self.rules.filter { !code.contains($0) }
    let untested = Self.rules.filter { !tests.contains($0) }
    #expect(silent.isEmpty, "no code names these")
    #expect(untested.isEmpty, "no test names these")
  }
}
