public import DisplayList
public import Geometry
public import Typesetting

/// A stretch of a page in which running text goes from line to line, for programs that set the text
/// anew in it: the grid's rectangle and the paragraphs that stand there.
///
/// What stands in no such frame, such as titles, captions and furniture, is on the page alone.
public struct StoryFrame: Hashable, Sendable {
  /// The page, from 0.
  public var page = 0
  /// Frames of one number on one or more pages hold one text, in their order.
  public var story = 0
  /// The columns and lines that it takes, from the trim's corner.
  public var rect: Rect
  /// What stands in it, from the top.
  public var parts: [Part]
}

extension StoryFrame {
  /// The lines of one paragraph or head that stand in the frame.
  public struct Part: Hashable, Sendable {
    /// The words, whole; none where the part goes on with what the frame before has begun.
    public var paragraphs: [FlowParagraph]
    /// What is drawn of it, where the page has it.
    public var items: [PlacedItem]
  }
}

/// A paragraph of running text: its words before any line was broken.
public struct FlowParagraph: Hashable, Sendable {
  /// The name of its style in the layout.
  public var style: String
  /// The words and how they look.
  public var spans: [TextSpan]
  /// Scalars of the words at which lines end, where they were broken once for all.
  public var lineEnds: [Int] = []

  /// Its words alone.
  public var text: String { spans.map(\.text).joined() }
}

/// Gathers the frames of one page as its rows are drawn.
struct FrameCollector {
  /// The page, from 0.
  private let page: Int
  private(set) var frames: [StoryFrame] = []
  private var region: Int?
  private var item: Int?

  init(page: Int = 0) { self.page = page }

  /// Adds a row of an item that stands in a region; `rect` is that of the region. A row without words
  /// of its own, as a table has, ends the frame.
  mutating func add(
    _ row: [PlacedItem], of flow: FlowItem, item number: Int, row place: Int, region: Int,
    rect: @autoclosure () -> Rect
  ) {
    guard !flow.words.isEmpty else { return }
    if self.region != region { frames.append(StoryFrame(page: page, rect: rect(), parts: [])) }
    let frame = frames.count - 1
    if self.region != region || item != number {
      let isNew = place == 0 && !flow.goesOn
      frames[frame].parts.append(
        StoryFrame.Part(paragraphs: isNew ? flow.words : [], items: []))
    }
    frames[frame].parts[frames[frame].parts.count - 1].items += row
    (self.region, item) = (region, number)
  }

  /// Lets the last frame reach down to an edge.
  mutating func stretch(to bottom: Length) {
    guard let last = frames.indices.last else { return }
    frames[last].rect.size.height = max(
      frames[last].rect.size.height, bottom - frames[last].rect.top)
  }
}
