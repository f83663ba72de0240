/// What a frame of a board takes and how it is set; frames of other pages simply take the story.
public struct FrameContent: Hashable, Sendable {
  /// How tables look in the frame.
  public enum Tables: String, Hashable, Sendable, CaseIterable {
    /// The first row is a head over columns.
    case columns
    /// Label and value by turns: cells 1, 3, 5 of a row are labels. A cell left empty belongs to the
    /// one before it.
    case form
  }

  /// How pictures stand in the frame.
  public enum Pictures: String, Hashable, Sendable, CaseIterable {
    /// The whole picture, as large as the frame lets it be.
    case whole
    /// The whole frame, what does not fit cut off about the picture's focus: pictures of frames of one size
    /// are of one size, too.
    case fill
  }

  /// What stands over the words where they do not fill the frame.
  public enum Stand: String, Hashable, Sendable, CaseIterable {
    case top, middle, foot
  }

  /// The parts of a report: names of roles, `picture-1`, `table-2`, `section-1`, `code`, `text` for
  /// all that no other frame takes.
  public var parts: [String]
  /// By how much sizes may shrink and grow so that the words fit.
  public var fit: ClosedRange<Double>
  /// Where words stand that do not fill the frame.
  public var stand: Stand
  /// Tables.
  public var tables: Tables
  /// Pictures.
  public var pictures = Pictures.whole
  /// The box round the frame; nil for none.
  public var box: BoxSpec?
  /// The ink under reversed words; nil for paper.
  public var ground: String?

  /// Makes a content.
  public init(
    parts: [String], fit: ClosedRange<Double> = 1...1, stand: Stand = .top,
    tables: Tables = .columns, box: BoxSpec? = nil, ground: String? = nil
  ) {
    self.parts = parts
    self.fit = fit
    self.stand = stand
    self.tables = tables
    self.box = box
    self.ground = ground
  }
}

/// Pages gathered on a larger sheet, cut apart after printing.
public struct GatherSpec: Hashable, Sendable {
  /// Pages beside each other.
  public var across: Int
  /// Pages under each other.
  public var down: Int

  /// Makes a specification.
  public init(across: Int, down: Int) {
    self.across = across
    self.down = down
  }

  /// Pages on a sheet.
  public var places: Int { across * down }
}
