public import Geometry

extension WrittenReport {
  /// How a block stands on the pages that are made of the same report; a file that is set anew follows
  /// it, so that it breaks where they do.
  public struct Placing: Hashable, Sendable {
    /// The page that it begins on, from 0.
    public var page: Int
    /// From the top of the type area to its first line.
    public var top: Length
    /// Blank lines over it.
    public var blank: Int
    /// Scalars of its words, with those of notes' marks, at which its lines end; none for what is no
    /// running text.
    public var lineEnds: [Int]
    /// The heights of a table's head and of each of its rows.
    public var heights: [Length]
    /// The page that it ends on, and from the top of the type area there to its foot.
    public var lastPage: Int
    /// See ``lastPage``.
    public var bottom = Length.zero
    /// Whether it stands on one page.
    public var isWhole: Bool
    /// Whether a line of it stands alone at the head or the foot of a page.
    public var hasLoneLine: Bool

    /// Makes a placing.
    public init(
      page: Int, top: Length, blank: Int = 0, lineEnds: [Int] = [], heights: [Length] = [],
      isWhole: Bool = true, hasLoneLine: Bool = false
    ) {
      (self.page, self.top, self.blank, lastPage) = (page, top, blank, page)
      (self.lineEnds, self.heights) = (lineEnds, heights)
      (self.isWhole, self.hasLoneLine) = (isWhole, hasLoneLine)
    }
  }
}
