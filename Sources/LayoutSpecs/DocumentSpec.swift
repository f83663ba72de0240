public import Geometry

/// What a paged document has besides its running text: its form, its foot and the look of its tables.
public struct DocumentSpec: Hashable, Sendable {
  /// The form of the paper; all but `plain` have the parts that GB/T 9704 or custom places.
  public enum Form: String, Hashable, Sendable, CaseIterable {
    /// A bulletin: the title block, then the text.
    case plain
    /// 公文 (GW-1…GW-15).
    case official
    /// 信函 (GW-17).
    case letter
    /// 命令 (GW-18).
    case order
    /// 纪要 (GW-18).
    case minutes
    /// 简报 (GW-20).
    case brief
    /// A script for loudspeakers: sentences with breath marks.
    case script
  }

  /// Where the distribution list and the imprint stand.
  public enum Foot: String, Hashable, Sendable, CaseIterable {
    /// In the text, where the report has them.
    case flow
    /// At the foot of the last page.
    case last
    /// At the foot of the last even page, so that a folded sheet shows them on its back (GW-14).
    case lastEven = "last-even"
  }

  /// The form.
  public var form: Form
  /// From the top of the type area to the top of the issuer's mark; in a letter from the top of the
  /// page.
  public var mark: Length
  /// Height that the line of the mark takes, whatever the size that fits.
  public var slot: Length
  /// Where the imprint stands.
  public var foot: Foot
  /// The look of tables.
  public var tables: TableSpec
  /// Where notes stand and how they are numbered.
  public var notes = NoteSpec()
  /// Whether pages are screens of one long image: cut between lines, without blank feet, with the text
  /// beside them as a file.
  public var isScreens = false
  /// The ink of a band that the first title stands on, reversed; nil for none.
  public var cover: String?

  /// Makes a specification.
  public init(
    form: Form = .plain, mark: Length = .zero, slot: Length = .zero, foot: Foot = .flow,
    tables: TableSpec = TableSpec()
  ) {
    self.form = form
    self.mark = mark
    self.slot = slot
    self.foot = foot
    self.tables = tables
  }
}

/// Where the notes of a paged document stand and how they are numbered.
public struct NoteSpec: Hashable, Sendable {
  /// Where footnotes stand; endnotes stand at the end of the document in any case.
  public enum Place: String, Hashable, Sendable, CaseIterable {
    /// At the foot of the page of their mark.
    case foot
    /// After the text.
    case end
  }

  /// Where the numbers start anew.
  public enum Numbering: String, Hashable, Sendable, CaseIterable {
    /// On every page, as Chinese books do.
    case page
    /// Nowhere.
    case document
  }

  /// Where they stand.
  public var place = Place.foot
  /// How they are numbered at page feet.
  public var numbering = Numbering.page

  /// Notes at the foot, numbered by the page.
  public init() {}
}

/// How tables look that go over pages.
public struct TableSpec: Hashable, Sendable {
  /// Which rules are drawn.
  public enum Rules: String, Hashable, Sendable, CaseIterable {
    /// 三线表: over the head, under it, at the foot.
    case three
    /// Those, and a hairline under each row.
    case rows
    /// Those, and lines between the columns.
    case grid
  }

  /// How much a page holds.
  public enum Density: String, Hashable, Sendable, CaseIterable {
    /// The sizes of the layout's styles.
    case normal
    /// About a size smaller and closer: 五号 becomes 小五.
    case compact
    /// As close as can be read: 五号 becomes 六号.
    case dense
  }

  /// Rules.
  public var rules: Rules
  /// Ink under every second row; nil for none.
  public var zebra: String?
  /// The words over a head that is repeated, such as 续表; empty for none.
  public var continued: String
  /// Whether sums so far stand at the foot of a page and the head of the next.
  public var carries: Bool
  /// Whether a table wider than the measure stands on pages of its own, turned (GW-19).
  public var turns: Bool
  /// How close rows stand.
  public var density = Density.normal
  /// Air over and under the words of a cell at normal density, in ems; nil for that of open tables, which
  /// tell rows apart by it.
  public var air: Double?

  /// Makes a specification.
  public init(
    rules: Rules = .three, zebra: String? = nil, continued: String = "续表", carries: Bool = false,
    turns: Bool = false
  ) {
    self.rules = rules
    self.zebra = zebra
    self.continued = continued
    self.carries = carries
    self.turns = turns
  }
}

/// Sheets of a poster and the sizes between which its text is fitted.
public struct PosterSpec: Hashable, Sendable {
  /// The smallest that is read from where people stand.
  public var least: Length
  /// The largest.
  public var most: Length
  /// From one size to the next.
  public var step: Length
  /// Sheets that are taken where the layout's own does not hold the text, the smaller ones first.
  public var larger: [Size]

  /// Makes a specification.
  public init(
    least: Length, most: Length, step: Length = .points(0.5), larger: [Size] = []
  ) {
    self.least = least
    self.most = most
    self.step = step
    self.larger = larger
  }
}
