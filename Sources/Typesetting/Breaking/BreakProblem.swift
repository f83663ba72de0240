/// A paragraph as a line breaker sees it: boxes, glue and penalties, and the width of each line.
///
/// No font, no text: tests make one by hand. Places are numbered by the item they stand before;
/// a line from `a` to `b` holds the items `a..<b`.
public struct BreakProblem: Sendable {
  /// The items.
  public let items: [ParagraphItem]
  /// Widths of the first lines in 1/1024 pt; the last value repeats.
  public let widths: [Int32]
  /// The em by which stretch is judged, in 1/1024 pt.
  public let em: Int32
  /// Fewest characters in the last line (PG-3).
  public let lastLineMinimum: Int
  /// Gap in ems beyond which a line is left short (AD-3); nil leaves none short.
  public var tornGap: Double?
  /// How far the wanted number of lines is from the best one: −1, 0 or 1.
  public var looseness: Int = 0
  /// An opening mark at the start of the paragraph is trimmed as at any other line start (PW-5).
  public let trimsParagraphStart: Bool
  /// The last line is spread to the measure as well (LA-6).
  public let spreadsLastLine: Bool

  let sums: [LineSums]

  /// Makes a problem; there must be an item and a width.
  public init(
    items: [ParagraphItem], widths: [Int32], em: Int32, lastLineMinimum: Int = 2,
    trimsParagraphStart: Bool = true, spreadsLastLine: Bool = false
  ) {
    precondition(!widths.isEmpty, "a paragraph needs a measure")
    self.items = items
    self.widths = widths
    self.em = max(1, em)
    self.lastLineMinimum = lastLineMinimum
    self.trimsParagraphStart = trimsParagraphStart
    self.spreadsLastLine = spreadsLastLine
    var sums = [LineSums]()
    sums.reserveCapacity(items.count + 1)
    var sum = LineSums()
    sums.append(sum)
    for item in items {
      sum.add(item)
      sums.append(sum)
    }
    self.sums = sums
  }

  /// The number of items, which is also the place of the paragraph's end.
  @inline(__always) public var count: Int { items.count }

  /// The width of a line, counted from 0.
  @inline(__always) public func width(ofLine line: Int) -> Int32 {
    line < widths.count ? widths[line] : widths[widths.count - 1]
  }

  /// The price of a line end before the item at a place.
  @inline(__always) public func penalty(at place: Int) -> Int32 {
    place >= items.count ? BreakPenalty.forced : items[place - 1].penalty
  }

  /// Whether some unbreakable stretch is so wide that a greedy line may end farther from the measure
  /// than the first search looks.
  var hasWideChunk: Bool {
    let limit = (widths.min() ?? 0) / 4 - em
    return withRuler { ruler in
      var start = 0
      for place in 1...ruler.count where ruler.penalty(at: place) < BreakPenalty.emergency {
        if ruler.sums[place].width &- ruler.sums[start].width > limit, place > start + 1 {
          return true
        }
        start = place
      }
      return false
    }
  }
}
