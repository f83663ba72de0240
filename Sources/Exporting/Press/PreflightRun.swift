public import Diagnostics
import Prepress

/// `banxin preflight`: a PDF file checked against a press.
public struct PreflightRun: Sendable {
  /// The file's path.
  public var file: String
  /// Name of the press profile.
  public var press: String

  /// Largest file, in bytes.
  static let sizeLimit = 512 << 20

  /// Makes a check.
  public init(file: String, press: String) {
    self.file = file
    self.press = press
  }

  /// What came of it.
  public struct Outcome: Sendable {
    /// Lines for a terminal: each standard and whether the file meets it.
    public var lines: [String]
    /// Everything as JSON.
    public var json: String
    /// Whether it may go to the press: no error against print or the press's standard.
    public var isReady: Bool
  }

  /// Reads and checks the file; findings that matter to the press go into `problems`.
  public func run(
    home: ResourceHome, in environment: any ExportEnvironment, into problems: inout Problems
  ) throws(Rejection) -> Outcome {
    let resources = try PressResources.load(press, home: home, in: environment, into: &problems)
    let bytes = try environment.read(file, limit: Self.sizeLimit)
    let report = try Preflight(profile: resources.profile).check(bytes, name: Paths.name(file))
    let judgement = PressJudgement(report, profile: resources.profile)
    problems.report(contentsOf: judgement.diagnostics(in: Paths.name(file)))
    let lines =
      [verdict(judgement.isReady, report)]
      + PreflightClaim.allCases.map { line(for: $0, report, isAsked: judgement.asks(for: $0)) }
    let json = PreflightJSON(
      report, file: Paths.name(file), press: press, judgement)
    return Outcome(
      lines: lines, json: String(decoding: JSONFile.bytes(of: json), as: UTF8.self),
      isReady: judgement.isReady)
  }

  /// The one sentence that the operator looks for first.
  private func verdict(_ isReady: Bool, _ report: PreflightReport) -> String {
    let claim = report.facts.claim.map { "：\($0)，\(press)" } ?? "：\(press)"
    return (isReady ? "能付印" : "不能付印") + claim
      + (isReady ? "  ready to print" : "  not ready to print")
  }

  /// What came of one standard; a standard that nobody asked for is no failure.
  private func line(
    for claim: PreflightClaim, _ report: PreflightReport, isAsked: Bool
  ) -> String {
    let errors = report.findings(against: claim).map(\.rule.id)
    let warnings = report.findings(against: claim, atLeast: .warning)
      .filter { $0.severity == .warning }.map(\.rule.id)
    let checked = PreflightReport.rules(of: claim).count
    let missing = errors.joined(separator: " ")
    let verdict =
      errors.isEmpty
      ? "通过 ok（查了 \(checked) 项 of \(checked) rules）"
      : isAsked ? "不通过 no: \(missing)" : "未要求 not asked for (\(missing))"
    let rest = warnings.isEmpty ? "" : "  警告 warnings: \(warnings.joined(separator: " "))"
    return "\(claim.rawValue)\t\(verdict)\(rest)"
  }
}
