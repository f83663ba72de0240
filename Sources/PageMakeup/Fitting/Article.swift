import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel

/// A flow at one height of its section heads, with the sums that the search asks for.
struct ArticleFlow {
  var headRows: Int
  /// Rows that a section head likes; nil where there is none.
  var headIdeal: Int?
  /// Where the text breaks off to go on on another page: place in the report of the first block that
  /// is carried over; nil where it is set whole.
  var cut: Int?
  var cost: Double
  var items: [FlowItem]
  var shapes: [FlowShape]
  /// Rows of the whole text at its tightest, as it comes, and at its loosest.
  var fewest: Int
  var natural: Int
  var most: Int

  init(headRows: Int, cost: Double, items: [FlowItem], cut: Int? = nil) {
    self.cut = cut
    self.headRows = headRows
    self.cost = cost
    self.items = items
    shapes = items.map(\.shape)
    fewest = shapes.reduce(0) { $0 + ($1.heights.map(\.rows).min() ?? 0) }
    most = shapes.reduce(0) { $0 + ($1.heights.map(\.rows).max() ?? 0) }
    natural = shapes.reduce(0) { sum, shape in
      sum + (shape.heights.min { $0.cost < $1.cost }?.rows ?? 0)
    }
  }
}

/// A skeleton with its objects made: heights, prices and how they are drawn.
struct ReadySkeleton {
  var skeleton: Skeleton
  var objects: [PageObject]
}

/// One article, composed once, ready to be filled into modules of any width and height.
///
/// A class, since its modules are made when a width is first asked for.
final class Article {
  let name: String
  /// The higher, the larger its head and the better its place.
  let importance: Int
  /// Its head among those of the page.
  let rank: HeadRank
  let flows: [ArticleFlow]
  /// Whether it only fills a hole: a public-service box, not a story.
  let isFiller: Bool
  /// What the layout asks for turning its knobs.
  let prices: FitPrices
  private let makeSets: (Int) throws(Rejection) -> [ColumnSet]
  /// Whether only the columns of `makeSets` will do, as an editor may ask.
  private let isSet: Bool
  private var sets: [Int: [ColumnSet]] = [:]
  private let makeObjects: (Int, Skeleton) throws(Rejection) -> [PageObject]
  private let makeSkeletons: (Int) -> [Skeleton]
  private var ready: [Int: [ReadySkeleton]] = [:]

  init(
    name: String, importance: Int, rank: HeadRank = HeadRank(), flows: [ArticleFlow],
    isFiller: Bool = false,
    prices: FitPrices = FitPrices(), isSet: Bool = false,
    sets: @escaping (Int) throws(Rejection) -> [ColumnSet] = { _ in [] },
    skeletons: @escaping (Int) -> [Skeleton],
    objects: @escaping (Int, Skeleton) throws(Rejection) -> [PageObject]
  ) {
    self.name = name
    self.importance = importance
    self.rank = rank
    self.flows = flows
    self.isFiller = isFiller
    self.prices = prices
    self.isSet = isSet
    makeSets = sets
    makeSkeletons = skeletons
    makeObjects = objects
  }

  /// The other columns that a module of a width may be set in.
  func columnSets(columns: Int) throws(Rejection) -> [ColumnSet] {
    if let known = sets[columns] { return known }
    let made = try makeSets(columns)
    sets[columns] = made
    return made
  }

  /// Whether the article stands in the page's own columns at a width.
  func takesOwnColumns(_ columns: Int) throws(Rejection) -> Bool {
    guard isSet else { return true }
    return try columnSets(columns: columns).isEmpty
  }

  /// The skeletons of a width, with their objects.
  func skeletons(columns: Int) throws(Rejection) -> [ReadySkeleton] {
    if let known = ready[columns] { return known }
    var made: [ReadySkeleton] = []
    for skeleton in makeSkeletons(columns) {
      made.append(
        ReadySkeleton(skeleton: skeleton, objects: try makeObjects(columns, skeleton)))
    }
    ready[columns] = made
    return made
  }

  /// Least and greatest area, in column-lines, that the article takes at a width.
  func reach(columns: Int) throws(Rejection) -> ClosedRange<Int> {
    if try takesOwnColumns(columns) { return try ownReach(columns: columns) }
    if let other = try reachInSets(columns: columns) { return other }
    return try ownReach(columns: columns)
  }

  /// The same in other columns than the page's; nil where there are none.
  func reachInSets(columns: Int) throws(Rejection) -> ClosedRange<Int>? {
    var low = Int.max
    var high = 0
    for set in try columnSets(columns: columns) {
      // Their column-lines are wider: as many of the page's columns as have the same area.
      let own = try set.article.ownReach(columns: set.grid.columns)
      low = min(low, own.lowerBound * columns / set.grid.columns)
      high = max(high, (own.upperBound * columns + set.grid.columns - 1) / set.grid.columns)
    }
    return low <= high ? low...high : nil
  }

  private func ownReach(columns: Int) throws(Rejection) -> ClosedRange<Int> {
    var low = Int.max
    var high = 0
    for ready in try skeletons(columns: columns) {
      let least = ready.objects.reduce(0) { $0 + $1.span * ($1.heights.map(\.rows).min() ?? 0) }
      let most = ready.objects.reduce(0) { $0 + $1.span * ($1.heights.map(\.rows).max() ?? 0) }
      low = min(low, least)
      high = max(high, most)
    }
    if low > high { low = high }
    let fewest = flows.map(\.fewest).min() ?? 0
    let longest = flows.map(\.most).max() ?? 0
    return (low + fewest)...(high + longest)
  }
}
