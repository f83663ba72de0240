import Diagnostics
import Prepress

/// A preflight report for programs.
struct PreflightJSON: Encodable {
  struct Place: Encodable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double
    var page: Int?

    init(_ place: PreflightPlace) {
      page = place.page > 0 ? place.page : nil
      func hundredths(_ value: Double) -> Double {
        value.isFinite && abs(value) < 1e12 ? (value * 100).rounded() / 100 : 0
      }
      (x, y) = (hundredths(place.x), hundredths(place.y))
      (width, height) = (hundredths(place.width), hundredths(place.height))
    }
  }

  struct Finding: Encodable {
    var id: String
    var severity: String
    /// Whether it stands against print or the standard that the press or the file asks for.
    var isAsked: Bool
    var standards: [String]
    var message: String
    var messageZh: String
    var hint: String
    var hintZh: String
    var count: Int
    var pages: [Int]
    /// The first few places from the trim's corner.
    var placesMm: [Place]
    /// More of them from the corner of their sheet, each with its page.
    var marksMm: [Place]
    var details: [String]
  }

  struct Verdict: Encodable {
    var ok: Bool
    var errors: [String]
    var warnings: [String]
    /// The rules that were looked at, so that nobody takes a verdict for more.
    var checked: [String]
  }

  var file: String
  var press: String
  var pressReady: Bool
  var pdfVersion: String
  var claim: String?
  var pages: Int
  var trimsMm: [Place]
  /// Width and height of each sheet as it is seen.
  var sheetsMm: [[Double]]
  var glyphs: Int
  var blackGlyphs: Int
  var overprintingGlyphs: Int
  var onePlate: Bool
  var spotInks: [String]
  var thinnestLinePt: Double?
  var leastResolutionPpi: Double?
  var pictures: Int
  var verdicts: [String: Verdict] = [:]
  var findings: [Finding]

  init(_ report: PreflightReport, file: String, press: String, _ judgement: PressJudgement) {
    let facts = report.facts
    (self.file, self.press, pressReady) = (file, press, judgement.isReady)
    (pdfVersion, claim, pages) = (facts.version, facts.claim, facts.pages)
    trimsMm = facts.trims.map(Place.init)
    sheetsMm = facts.sheets.map { [$0.width, $0.height].map { ($0 * 100).rounded() / 100 } }
    (glyphs, blackGlyphs) = (facts.glyphs, facts.blackGlyphs)
    (overprintingGlyphs, spotInks) = (facts.overprintingGlyphs, facts.spots)
    onePlate = facts.isOnePlate
    thinnestLinePt = facts.thinnestLine.flatMap { $0.isFinite ? $0 : nil }
    (leastResolutionPpi, pictures) = (facts.leastResolution, facts.pictures)
    findings = report.findings.map { finding in
      Finding(
        id: finding.rule.id, severity: finding.severity.rawValue,
        isAsked: judgement.matters(finding),
        standards: finding.rule.claims.map(\.rawValue).sorted(),
        message: finding.rule.message.english, messageZh: finding.rule.message.chinese,
        hint: finding.rule.hint.english, hintZh: finding.rule.hint.chinese, count: finding.count,
        pages: Array(finding.pages.prefix(100)), placesMm: finding.places.prefix(4).map(Place.init),
        marksMm: finding.places.compactMap { place in
          facts.sheets.indices.contains(place.page - 1)
            ? Place(facts.sheets[place.page - 1].seen(place)) : nil
        },
        details: finding.details)
    }
    for claim in PreflightClaim.allCases {
      let all = report.findings(against: claim, atLeast: .warning)
      let errors = all.filter { $0.severity == .error }.map(\.rule.id)
      verdicts[claim.rawValue] = Verdict(
        ok: errors.isEmpty, errors: errors,
        warnings: all.filter { $0.severity == .warning }.map(\.rule.id),
        checked: PreflightReport.rules(of: claim))
    }
  }
}
