public import Geometry

/// A piece of furniture: what it is and the values it needs.
public enum FurnitureSpec: Hashable, Sendable {
  /// 报眉: a line of section, paper, date and page number above the type area, with a rule (NP-11).
  case pageHead(PageHeadSpec)
  /// Hairlines in the gutters (NP-10).
  case columnRules(RuleSpec)
  /// 书眉: a line over the type area that differs on odd and even pages.
  case runningHead(RunningHeadSpec)
  /// A page number at the foot.
  case folio(FolioSpec)
  /// 报头: the name plate of the paper with its facts, in lines of the grid (NP-13).
  case masthead(MastheadSpec)
  /// Who made the page, under the type area (NP-12).
  case creditLine(CreditLineSpec)
  /// 地线: a line under the type area, as wide as it (NP-11).
  case footRule(FootRuleSpec)
  /// A QR code with its caption.
  case code(CodeSpec)

  /// The part of the grid that the piece takes; nil for what stands outside the type area.
  public var area: GridArea? {
    switch self {
    case .masthead(let spec): spec.area
    case .code(let spec): spec.area
    default: nil
    }
  }
}

/// A rectangle of the grid, both ends counted from 1.
public struct GridArea: Hashable, Sendable {
  /// Columns.
  public var columns: ClosedRange<Int>
  /// Lines.
  public var lines: ClosedRange<Int>

  /// Makes a rectangle.
  public init(columns: ClosedRange<Int>, lines: ClosedRange<Int>) {
    self.columns = columns
    self.lines = lines
  }

  /// Whether the two share a cell.
  public func overlaps(_ other: GridArea) -> Bool {
    columns.overlaps(other.columns) && lines.overlaps(other.lines)
  }
}

/// A rule: thickness and ink.
public struct RuleSpec: Hashable, Sendable {
  /// Thickness.
  public var weight: Length
  /// Name of the ink.
  public var ink: String

  /// Makes a rule.
  public init(weight: Length, ink: String) {
    self.weight = weight
    self.ink = ink
  }
}

/// The page head 报眉.
public struct PageHeadSpec: Hashable, Sendable {
  /// From the rule to the head of the type area.
  public var distance: Length
  /// Style of its words.
  public var style: String
  /// The thick rule of a 文武线; the thin one follows below it.
  public var rule: RuleSpec

  /// Makes a page head.
  public init(distance: Length, style: String, rule: RuleSpec) {
    self.distance = distance
    self.style = style
    self.rule = rule
  }
}

/// The running head 书眉 of a book: words at the outer edge over a rule as wide as the type area.
public struct RunningHeadSpec: Hashable, Sendable {
  /// From the rule to the head of the type area.
  public var distance: Length
  /// Style of its words.
  public var style: String
  /// The words of odd pages: `{section}`, `{paper}`, `{page}` stand for facts of the page.
  public var odd: String
  /// The words of even pages.
  public var even: String
  /// The rule under the words.
  public var rule: RuleSpec

  /// Makes a running head.
  public init(distance: Length, style: String, odd: String, even: String, rule: RuleSpec) {
    self.distance = distance
    self.style = style
    self.odd = odd
    self.even = even
    self.rule = rule
  }
}

/// The page number at the foot.
public struct FolioSpec: Hashable, Sendable {
  /// Where the number stands across the page.
  public enum Side: String, Hashable, Sendable, CaseIterable {
    case centred
    /// At the right of odd pages and the left of even ones.
    case outer
  }

  /// From the foot of the type area to the top of the number's em box; with `rise` to that height
  /// over the baseline.
  public var distance: Length
  /// Style of the number.
  public var style: String
  /// What stands on both sides of the number, such as "— {page} —".
  public var pattern: String
  /// Where the number stands.
  public var side: Side
  /// From the edge of the type area to the number, in ems of its style.
  public var inset: Double
  /// Height over the baseline that the distance is measured to, in ems: the dashes' upper edge.
  public var rise: Double?

  /// Makes a folio.
  public init(
    distance: Length, style: String, pattern: String, side: Side = .centred, inset: Double = 0,
    rise: Double? = nil
  ) {
    self.distance = distance
    self.style = style
    self.pattern = pattern
    self.side = side
    self.inset = inset
    self.rise = rise
  }
}

/// The name plate 报头: the paper's name large, sponsor and licence under it, and a band of date, lunar
/// date, issue and number of pages over the foot; beside the name the 报眼, a box of its own (NP-13).
public struct MastheadSpec: Hashable, Sendable {
  /// Where it stands.
  public var area: GridArea
  /// Columns of the 报眼, within those of the masthead; nil for none.
  public var ear: ClosedRange<Int>?
  /// Box round the 报眼.
  public var earBox: BoxSpec
  /// The thick rule over the band; the thin one under it has the same ink.
  public var rule: RuleSpec
  /// The name as a drawing of the house: a picture, SVG or PDF file in the layout's folder; nil sets
  /// the paper's name in type.
  public var plate: String?

  /// Makes a name plate.
  public init(
    area: GridArea, ear: ClosedRange<Int>?, earBox: BoxSpec, rule: RuleSpec, plate: String? = nil
  ) {
    self.plate = plate
    self.area = area
    self.ear = ear
    self.earBox = earBox
    self.rule = rule
  }
}

/// The credit line: 责任编辑, 版式, 校对, 电话.
public struct CreditLineSpec: Hashable, Sendable {
  /// From the foot of the type area to the top of its em box.
  public var distance: Length
  /// Style of its words.
  public var style: String

  /// Makes a credit line.
  public init(distance: Length, style: String) {
    self.distance = distance
    self.style = style
  }
}

/// 地线, the line that bounds the type area at its foot (NP-11).
public struct FootRuleSpec: Hashable, Sendable {
  /// From the foot of the type area to the line.
  public var distance: Length
  /// The line.
  public var rule: RuleSpec

  /// Makes a foot rule.
  public init(distance: Length, rule: RuleSpec) {
    self.distance = distance
    self.rule = rule
  }
}

/// A QR code with its caption, in lines of the grid.
public struct CodeSpec: Hashable, Sendable {
  /// Where it stands.
  public var area: GridArea

  /// Makes a code.
  public init(area: GridArea) { self.area = area }
}
