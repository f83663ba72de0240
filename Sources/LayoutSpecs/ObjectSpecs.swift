/// Where an object stands in the columns it spans.
public enum ObjectPlace: String, Hashable, Sendable, CaseIterable {
  /// Under the title block, or under the object placed there before.
  case head
  /// On the foot of the frame, or on the object placed there before.
  case foot
}

/// A place that an object may take.
public struct ObjectSlot: Hashable, Sendable {
  /// Columns, counted from 1.
  public var columns: ClosedRange<Int>
  /// Head or foot.
  public var place: ObjectPlace

  /// Makes a slot.
  public init(columns: ClosedRange<Int>, place: ObjectPlace) {
    self.columns = columns
    self.place = place
  }
}

/// Pictures: how far their height may leave their own ratio, and their captions.
public struct PictureSpec: Hashable, Sendable {
  /// Largest change of height against the picture's own ratio, as a share (product 3.2: 18 %).
  public var crop: Double
  /// Lines that the caption and its air take.
  public var captionRows: Int

  /// Makes a picture rule.
  public init(crop: Double, captionRows: Int) {
    self.crop = crop
    self.captionRows = captionRows
  }
}

/// The number panel 数说.
public struct PanelSpec: Hashable, Sendable {
  /// Allowed heights in lines.
  public var rows: ClosedRange<Int>
  /// The height it would like.
  public var ideal: Int
  /// Cards beside each other in two columns.
  public var across: Int
  /// Its title.
  public var title: String
  /// Fewest indicators for which it is set.
  public var least: Int
  /// Words at the right of the title, such as where the numbers come from; empty for none.
  public var note: String

  /// Makes a panel rule.
  public init(
    rows: ClosedRange<Int>, ideal: Int, across: Int, title: String, least: Int, note: String = ""
  ) {
    self.rows = rows
    self.ideal = ideal
    self.across = across
    self.title = title
    self.least = least
    self.note = note
  }
}

/// The strip of public-service lines at the foot (NP-14).
public struct StripSpec: Hashable, Sendable {
  /// Allowed heights in lines.
  public var rows: ClosedRange<Int>
  /// The height it would like.
  public var ideal: Int
  /// The label printed in it.
  public var label: String
  /// Its border and tint.
  public var box: BoxSpec

  /// Makes a strip rule.
  public init(
    rows: ClosedRange<Int>, ideal: Int, label: String,
    box: BoxSpec = BoxSpec(border: .thick, ink: "green", tint: "leaf")
  ) {
    self.rows = rows
    self.ideal = ideal
    self.label = label
    self.box = box
  }
}

/// A public-service box that may fill a hole: the last of the knobs.
public struct FillerSpec: Hashable, Sendable {
  /// Its headline.
  public var title: String
  /// Its lines.
  public var lines: [String]
  /// Allowed heights in lines.
  public var rows: ClosedRange<Int>
  /// The label printed in it.
  public var label: String

  /// Makes a filler.
  public init(title: String, lines: [String], rows: ClosedRange<Int>, label: String) {
    self.title = title
    self.lines = lines
    self.rows = rows
    self.label = label
  }
}

/// Rows of a section head.
public struct SectionHeadSpec: Hashable, Sendable {
  /// Allowed heights in lines, for a head of two lines; each further line adds one.
  public var rows: ClosedRange<Int>
  /// The height it would like.
  public var ideal: Int

  /// Makes a head rule.
  public init(rows: ClosedRange<Int>, ideal: Int) {
    self.rows = rows
    self.ideal = ideal
  }
}

/// A page's arrangement: where its pictures and its number panel stand.
public struct SkeletonSpec: Hashable, Sendable {
  /// Name, for fit reports.
  public var name: String
  /// Slots of the pictures in their order; it serves pages with as many or fewer.
  public var pictures: [ObjectSlot]
  /// Slot of the number panel; nil leaves it out.
  public var panel: ObjectSlot?

  /// Makes an arrangement.
  public init(name: String, pictures: [ObjectSlot], panel: ObjectSlot?) {
    self.name = name
    self.pictures = pictures
    self.panel = panel
  }
}

/// 破栏 and 长栏: a story may stand in other columns than the page's own (NP-1, NP-4).
public struct ColumnSetSpec: Hashable, Sendable {
  /// Measures in characters that such columns may have.
  public var measure: ClosedRange<Int>

  /// Makes a rule.
  public init(measure: ClosedRange<Int>) { self.measure = measure }
}

/// Sizes of everything that stands between the text; what a layout lacks is not set.
public struct ObjectSpecs: Hashable, Sendable {
  /// Pictures; without it they stand in the flow.
  public var picture: PictureSpec?
  /// Number panel.
  public var panel: PanelSpec?
  /// Public-service strip.
  public var strip: StripSpec?
  /// Section heads.
  public var sectionHead: SectionHeadSpec
  /// Arrangements over the full width, the liked ones first; more are made by rule.
  public var skeletons: [SkeletonSpec]
  /// Boxes that may be added where nothing else fills the page.
  public var fillers: [FillerSpec]
  /// Other columns than the page's own; without it a story stands in them only where a plan says so.
  public var columnSets: ColumnSetSpec?
  /// What turning the knobs costs.
  public var prices: FitPrices

  /// Makes object rules.
  public init(
    picture: PictureSpec? = nil, panel: PanelSpec? = nil, strip: StripSpec? = nil,
    sectionHead: SectionHeadSpec = SectionHeadSpec(rows: 2...2, ideal: 2),
    skeletons: [SkeletonSpec] = [], fillers: [FillerSpec] = [],
    columnSets: ColumnSetSpec? = nil, prices: FitPrices = FitPrices()
  ) {
    self.columnSets = columnSets
    self.prices = prices
    self.fillers = fillers
    self.skeletons = skeletons
    self.picture = picture
    self.panel = panel
    self.strip = strip
    self.sectionHead = sectionHead
  }
}
