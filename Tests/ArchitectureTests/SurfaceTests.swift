import Foundation
import Testing

/// What an application meets behind `import Banxin` gets no larger: `Banxin` and the modules that it
/// hands on.
@Suite struct SurfaceTests {
  private static let shown: Set<String> = ["Banxin", "Charting", "Diagnostics", "ReportModel"]
  /// The most public declarations. Lower it when some go; what only this package needs is `package`.
  private static let most = 600

  private func isPublic(_ line: String) -> Bool {
    line.drop { $0 == " " }.prefixMatch(of: /(?:@\w+(?:\([^)]*\))? )*(?:public|open) (?!import)/)
      != nil
  }

  @Test func thePublicSurfaceOnlyShrinks() throws {
    let counts = try Project.files(below: "Sources").filter { Self.shown.contains($0.target) }
      .reduce(into: [:]) { $0[$1.target, default: 0] += $1.lines.count(where: isPublic) }
    let sum = counts.values.reduce(0, +)
    #expect(sum <= Self.most, "\(counts)")
    // A rule that finds nothing tests nothing.
    #expect(sum > 100)
  }
}
