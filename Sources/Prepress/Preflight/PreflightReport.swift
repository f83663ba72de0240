public import Diagnostics
import Geometry

/// A place on a page in millimetres from the trim's top left corner.
public struct PreflightPlace: Hashable, Sendable {
  /// From the left.
  public var x: Double
  /// From the top.
  public var y: Double
  /// Extent to the right.
  public var width: Double
  /// Extent downwards.
  public var height: Double
  /// The page, from 1; 0 where it is none.
  public var page = 0
}

/// A sheet as it is seen: how large, and where on it the places of its page stand.
public struct PreflightSheet: Hashable, Sendable {
  /// Its width in millimetres, as the page is turned.
  public var width: Double
  /// Its height in millimetres.
  public var height: Double
  private var toSheet: Matrix
  private var frame: PageFrame

  private static let mm = 25.4 / 72

  init(_ page: PDFObject, frame: PageFrame) {
    let view = PageView(page)
    (width, height) = (view.size.width.millimetres, view.size.height.millimetres)
    (toSheet, self.frame) = (view.toSheet, frame)
  }

  /// A place of the page in millimetres from the sheet's top left corner.
  public func seen(_ place: PreflightPlace) -> PreflightPlace {
    func corner(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
      let (x, y) = (frame.left + x / Self.mm, frame.top - y / Self.mm)
      return (
        (toSheet.a * x + toSheet.c * y + toSheet.e) * Self.mm,
        (toSheet.b * x + toSheet.d * y + toSheet.f) * Self.mm
      )
    }
    let one = corner(place.x, place.y)
    let other = corner(place.x + place.width, place.y + place.height)
    return PreflightPlace(
      x: min(one.x, other.x), y: min(one.y, other.y), width: abs(one.x - other.x),
      height: abs(one.y - other.y), page: place.page)
  }
}

/// One kind of finding in a file: how often, where, and what exactly.
public struct PreflightFinding: Hashable, Sendable {
  /// The rule that is broken.
  public var rule: PreflightRule
  /// How bad it is in this file: the rule's severity, or what the press makes of it.
  public var severity: Severity
  /// How often.
  public var count: Int
  /// The pages, from 1, each once, in order.
  public var pages: [Int]
  /// The first few places.
  public var places: [PreflightPlace]
  /// The first few particulars, such as `0.18 pt`.
  public var details: [String]

  /// The finding for the terminal.
  public func diagnostic(in file: String) -> Diagnostic {
    let particulars = details.isEmpty ? "" : ": \(details.joined(separator: "; "))"
    let shown = pages.prefix(8).map(String.init).joined(separator: ", ")
    let onPages = pages.isEmpty ? "" : " (page \(shown)\(pages.count > 8 ? " …" : ""))"
    let onPagesZh = pages.isEmpty ? "" : "（第 \(shown) 页）"
    let spot = places.first.map { " @ \($0.words)" } ?? ""
    return Diagnostic(
      severity, Code(rawValue: "preflight.\(rule.id)"),
      Wording(
        "\(file): \(rule.message.english)\(particulars)\(onPages)\(spot)",
        "\(file)：\(rule.message.chinese)\(particulars)\(onPagesZh)\(spot)"),
      hints: [rule.hint])
  }
}

extension PreflightPlace {
  fileprivate var words: String {
    "\(Self.tenths(x)), \(Self.tenths(y)) mm, \(Self.tenths(width)) × \(Self.tenths(height)) mm"
  }

  private static func tenths(_ value: Double) -> String {
    guard abs(value) < 1e9 else { return "?" }
    let tenths = Int((value * 10).rounded())
    return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}

/// What preflight found in a file.
public struct PreflightReport: Hashable, Sendable {
  /// By severity, then by name.
  public var findings: [PreflightFinding]
  /// What the file is.
  public var facts: PreflightFacts

  /// What was looked for under a standard: the names of its rules, sorted. A verdict says no more
  /// than that none of them was broken.
  public static func rules(of claim: PreflightClaim) -> [String] {
    PreflightRule.all.filter { $0.claims.contains(claim) && $0.severity == .error }.map(\.id)
      .sorted()
  }

  /// Whether the file meets a standard: no error that breaks it.
  public func meets(_ claim: PreflightClaim) -> Bool {
    !findings.contains { $0.severity == .error && $0.rule.claims.contains(claim) }
  }

  /// Findings that break a standard, at least as bad as a severity.
  public func findings(
    against claim: PreflightClaim, atLeast severity: Severity = .error
  ) -> [PreflightFinding] {
    findings.filter { $0.severity >= severity && $0.rule.claims.contains(claim) }
  }
}

/// Figures of a file.
public struct PreflightFacts: Hashable, Sendable {
  /// The PDF version.
  public var version = ""
  /// How many pages.
  public var pages = 0
  /// The trim of each page in mm, as width × height; at most 100.
  public var trims: [PreflightPlace] = []
  /// The sheet of each page; at most 100.
  public var sheets: [PreflightSheet] = []
  /// Glyphs that are drawn.
  public var glyphs = 0
  /// Glyphs on the black plate alone.
  public var blackGlyphs = 0
  /// Solid black glyphs that overprint.
  public var overprintingGlyphs = 0
  /// Whether everything prints on the black plate.
  public var isOnePlate = true
  /// Names of spot inks, sorted.
  public var spots: [String] = []
  /// The thinnest line in points.
  public var thinnestLine: Double?
  /// The least resolution of a picture in ppi.
  public var leastResolution: Double?
  /// How many pictures are placed.
  public var pictures = 0
  /// The standard that the file claims.
  public var claim: String?

  /// Makes empty facts.
  public init() {}
}

/// Collects findings by rule.
struct PreflightLog {
  private var found: [String: PreflightFinding] = [:]
  private var seenPages: [String: Set<Int>] = [:]
  private static let listed = 4
  private static let placed = 40

  mutating func add(
    _ id: String, _ detail: String = "", page: Int? = nil, place: PreflightPlace? = nil,
    severity: Severity? = nil, against claims: Set<PreflightClaim>? = nil
  ) {
    guard var rule = PreflightRule.byID[id] else {
      preconditionFailure("no rule \(id)")
    }
    if let claims { rule.claims = claims }
    var finding =
      found[id]
      ?? PreflightFinding(
        rule: rule, severity: severity ?? rule.severity, count: 0, pages: [], places: [],
        details: [])
    finding.count += 1
    finding.severity = max(finding.severity, severity ?? rule.severity)
    if let page, seenPages[id, default: []].insert(page).inserted { finding.pages.append(page) }
    if var place, finding.places.count < Self.placed {
      place.page = page ?? 0
      finding.places.append(place)
    }
    if !detail.isEmpty, finding.details.count < Self.listed, !finding.details.contains(detail) {
      finding.details.append(detail)
    }
    found[id] = finding
  }

  /// By severity, then by name.
  var findings: [PreflightFinding] {
    found.values.sorted {
      $0.severity != $1.severity ? $0.severity > $1.severity : $0.rule.id < $1.rule.id
    }
  }
}
