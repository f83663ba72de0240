public import Geometry

/// The frames and furniture that pages of one kind share.
public struct MasterPage: Hashable, Sendable {
  /// Name in the file.
  public var name: String
  /// The frames that take text, in reading order.
  public var frames: [FrameSpec]
  /// What recurs and is no story.
  public var furniture: [FurnitureSpec]

  /// Makes a master page.
  public init(name: String, frames: [FrameSpec], furniture: [FurnitureSpec]) {
    self.name = name
    self.frames = frames
    self.furniture = furniture
  }
}

/// A rectangle of the grid that takes the story.
public struct FrameSpec: Hashable, Sendable {
  /// Name in the file.
  public var name: String
  /// Columns, counted from 1.
  public var columns: ClosedRange<Int>
  /// Lines, counted from 1.
  public var lines: ClosedRange<Int>

  /// Makes a frame.
  public init(name: String, columns: ClosedRange<Int>, lines: ClosedRange<Int>) {
    self.name = name
    self.columns = columns
    self.lines = lines
  }
}

/// A piece of furniture: what it is and the values it needs.
public enum FurnitureSpec: Hashable, Sendable {
  /// 报眉: a line of section, paper, date and page number above the type area, with a rule (NP-11).
  case pageHead(PageHeadSpec)
  /// Hairlines in the gutters (NP-10).
  case columnRules(RuleSpec)
  /// A page number at the foot.
  case folio(FolioSpec)
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

/// The page number at the foot.
public struct FolioSpec: Hashable, Sendable {
  /// From the foot of the type area to the top of the number's em box.
  public var distance: Length
  /// Style of the number.
  public var style: String
  /// What stands on both sides of the number, such as "— {page} —".
  public var pattern: String

  /// Makes a folio.
  public init(distance: Length, style: String, pattern: String) {
    self.distance = distance
    self.style = style
    self.pattern = pattern
  }
}
