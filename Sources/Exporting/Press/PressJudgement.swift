import Diagnostics
import LayoutSpecs
import Prepress

/// Which findings of a report matter to a press: those against print, and against the standard that
/// the file claims, or that the press asks for.
struct PressJudgement {
  private let report: PreflightReport
  private let claims: Set<PreflightClaim>

  init(_ report: PreflightReport, profile: PressProfile) {
    self.report = report
    var claims: Set<PreflightClaim> = [.print, .safety]
    switch report.facts.claim {
    case let claim? where claim.hasPrefix("PDF/X-1"): claims.insert(.x1a)
    case let claim? where claim.hasPrefix("PDF/X-4"): claims.insert(.x4)
    default: if profile.condition.standard == .pdfx4 { claims.insert(.x4) }
    }
    self.claims = claims
  }

  private var relevant: [PreflightFinding] {
    report.findings.filter(matters)
  }

  /// Whether the press or the file itself asks for a standard.
  func asks(for claim: PreflightClaim) -> Bool { claims.contains(claim) }

  /// Whether a finding matters to the press.
  func matters(_ finding: PreflightFinding) -> Bool {
    !finding.rule.claims.isDisjoint(with: claims)
  }

  var isReady: Bool { !relevant.contains { $0.severity == .error } }

  func diagnostics(in file: String) -> [Diagnostic] { relevant.map { $0.diagnostic(in: file) } }
}
