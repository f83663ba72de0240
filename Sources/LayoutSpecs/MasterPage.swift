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
  /// What a frame of a board takes; nil where it takes the story.
  public var content: FrameContent?

  /// Makes a frame.
  public init(name: String, columns: ClosedRange<Int>, lines: ClosedRange<Int>) {
    self.name = name
    self.columns = columns
    self.lines = lines
  }
}
