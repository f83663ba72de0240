import Diagnostics
import LayoutSpecs

/// Composes a page from articles by guillotine cuts (product 3.4): the best filling of a cell by a set
/// of articles is a leaf, or the best split of the cell and of the set. Dynamic programming from the
/// top over the cells that areas allow, each solved once.
final class PageCutTree {
  let articles: [Article]
  private let pins: [PageCell?]
  /// The set of pinned articles.
  private let pinned: Int
  private let frame: PageCell
  private let prices: CutPrices
  /// Whether leaves may leave rows blank at column feet, or text without a place.
  private let slack: Int
  private let allowsOverset: Bool
  /// Cells in which the lead must not stand; the first story where none leads.
  private let avoided: Set<PageCell>
  private let lead: Int
  /// Beyond so many articles the cuts of all sets are too many to try.
  private static let mostSets = 9
  /// Whether only articles that follow each other in the plan share a part of the page: it is made of
  /// bands over its whole width then, of so many articles at most.
  let keepsOrder: Bool
  private static let mostInBand = 4
  /// What may be tried for the page; nil for as much as it takes.
  private let budget: SearchBudget?
  /// Whether a place that an article must not have is better than no page.
  private var isPatient: Bool { allowsOverset || slack > 0 }
  private var leaves: [LeafKey: Leaf] = [:]
  private var memo: [Int: Solution?] = [:]
  /// For each set of articles and width the least and greatest area.
  private var least: [[Int]] = []
  private var most: [[Int]] = []
  /// For each set the weight of its weightiest article, and its proper subsets.
  private var weights: [Int] = []
  private var subsets: [[Int]] = []

  /// Filling a cell with an article takes about as long as so many cuts.
  private static let leafCuts = 200

  /// Cells smaller than this hold no article.
  private static let leastLines = 8

  private struct LeafKey: Hashable {
    var article: Int
    var columns: Int
    var lines: Int
  }

  private struct Leaf {
    var cost: Double
    var content: LeafContent?
  }

  /// How the best filling of a cell comes about.
  private struct Solution {
    var cost: Double
    /// 0 for a leaf, else the set of articles in the first part.
    var firstSet: Int
    /// Whether the first part lies above the second, not left of it, and its lines or columns.
    var isAcross = false
    var size = 0
    /// Article whose head stands in the cell's top left and top right corner.
    var topLeft: Int
    var topRight: Int
  }

  init(
    articles: [Article], pins: [PageCell?], frame: PageCell, slack: Int = 0,
    allowsOverset: Bool = false, avoided: Set<PageCell> = [], budget: SearchBudget? = nil,
    keepsOrder: Bool = false
  ) throws(Rejection) {
    self.keepsOrder = keepsOrder || articles.count > Self.mostSets
    self.avoided = avoided
    lead = articles.firstIndex { $0.rank.isLead && !$0.isFiller } ?? 0
    self.budget = budget
    prices = CutPrices(layout: articles.first?.prices ?? FitPrices())
    self.articles = articles
    self.pins = pins
    pinned = pins.indices.reduce(0) { pins[$1] == nil ? $0 : $0 | 1 << $1 }
    self.frame = frame
    self.slack = slack
    self.allowsOverset = allowsOverset
    weights = (0..<1 << articles.count).map { set in
      articles.indices.reduce(0) { set & 1 << $1 == 0 ? $0 : max($0, articles[$1].importance) }
    }
    let isInOrder = self.keepsOrder
    subsets = weights.indices.map { set in
      if isInOrder, !Self.isRun(set) { return [] }
      let all = Self.properSubsets(of: set)
      if !isInOrder { return all }
      let isBand = set.nonzeroBitCount <= Self.mostInBand
      return all.filter { first in
        guard Self.isRun(first), Self.isRun(set ^ first) else { return false }
        return isBand
          || first.nonzeroBitCount <= Self.mostInBand
            && first.trailingZeroBitCount == set.trailingZeroBitCount
      }
    }
    try measure()
  }

  /// The cheapest arrangement of all articles in the frame; nil where none fills it.
  func solve() throws(Rejection) -> PageArrangement? {
    let all = (1 << articles.count) - 1
    guard let best = try solve(all, in: frame) else { return nil }
    var arrangement = PageArrangement(articles: [], separators: [], cost: best.cost)
    try collect(all, in: frame, into: &arrangement)
    return arrangement
  }

  // MARK: Areas

  private func measure() throws(Rejection) {
    let sets = 1 << articles.count
    least = Array(repeating: Array(repeating: 0, count: frame.columns + 1), count: sets)
    most = least
    for width in 1...frame.columns {
      for (index, article) in articles.enumerated() {
        var low = Int.max
        var high = 0
        for columns in 1...width {
          let reach = try article.reach(columns: columns)
          low = min(low, reach.lowerBound)
          high = max(high, reach.upperBound)
        }
        // A story far too long still gets its share of the page.
        let share = frame.area * 3 / (4 * articles.count)
        let shortened = min(low * 3 / 4, max(1, share))
        least[1 << index][width] = pins[index]?.area ?? (allowsOverset ? shortened : low)
        most[1 << index][width] = pins[index]?.area ?? (high + slack * width)
      }
      for set in 1..<sets where set & (set - 1) != 0 {
        let low = set & -set
        least[set][width] = least[low][width] + least[set ^ low][width]
        most[set][width] = most[low][width] + most[set ^ low][width]
      }
    }
  }

  /// Whether areas allow a set in a cell; every cut across may take one row of separation.
  private func fits(_ set: Int, _ columns: Int, _ lines: Int) -> Bool {
    let area = columns * lines
    let separators = (set.nonzeroBitCount - 1) * columns
    return least[set][columns] <= area && most[set][columns] + separators >= area
  }

  /// Whether a cell has room for the pins of its own articles and keeps off those of all others.
  private func holdsPins(_ set: Int, _ cell: PageCell) -> Bool {
    if pinned == 0 { return true }
    return pins.indices.allSatisfy { index in
      guard let pin = pins[index] else { return true }
      return set & 1 << index != 0 ? cell.contains(pin) : !cell.overlaps(pin)
    }
  }

  // MARK: Cells

  private func solve(_ set: Int, in cell: PageCell) throws(Rejection) -> Solution? {
    guard cell.lines >= Self.leastLines, fits(set, cell.columns, cell.lines), holdsPins(set, cell)
    else { return nil }
    let key = key(of: set, in: cell)
    if let known = memo[key] { return known }
    var best: Solution?
    if set.nonzeroBitCount == 1 {
      best = try leafSolution(set.trailingZeroBitCount, in: cell)
    } else {
      try cutAcross(set, cell, &best)
      try cutDown(set, cell, &best)
    }
    memo[key] = .some(best)
    return best
  }

  /// Without a pinned article only the size of a cell counts, and whether it lies at the head and at
  /// the left of the page: cells that differ in nothing else are solved once.
  private func key(of set: Int, in cell: PageCell) -> Int {
    var (column, line) = (cell.column, cell.line)
    if set & pinned == 0 {
      column = column == frame.column ? 0 : 1
      line = line == frame.line ? 0 : 1
    }
    return ((((set << 6 | cell.columns) << 12 | cell.lines) << 6 | column) << 12) | line
  }

  /// The two parts of a cell.
  private func parts(of cell: PageCell, at size: Int, isAcross: Bool) -> (PageCell, PageCell) {
    var (first, second) = (cell, cell)
    if isAcross {
      first.lines = size
      second.line += size + 1
      second.lines -= size + 1
    } else {
      first.columns = size
      second.column += size
      second.columns -= size
    }
    return (first, second)
  }

  /// Cuts across: the first part above, a blank row, the second part below.
  private func cutAcross(_ set: Int, _ cell: PageCell, _ best: inout Solution?) throws(Rejection) {
    let breaks = cell == frame ? prices.layout.throughCut : 0
    for first in subsets[set] {
      let second = set ^ first
      let order = prices.order(weight: weights[first], before: weights[second])
      if let best, breaks + order >= best.cost { continue }
      let width = cell.columns
      let separators = (first.nonzeroBitCount - 1) * width
      let low = max(Self.leastLines, (least[first][width] + width - 1) / width)
      let high = min(
        cell.lines - 1 - Self.leastLines, (most[first][width] + separators) / width)
      guard low <= high else { continue }
      for lines in low...high {
        let rest = cell.lines - lines - 1
        guard fits(second, width, rest), budget?.take() != false else { continue }
        let (above, below) = parts(of: cell, at: lines, isAcross: true)
        guard let one = try solve(first, in: above),
          one.cost + breaks + order < best?.cost ?? .infinity,
          let two = try solve(second, in: below)
        else { continue }
        let cost = one.cost + two.cost + breaks + order
        if cost < best?.cost ?? .infinity {
          best = Solution(
            cost: cost, firstSet: first, isAcross: true, size: lines, topLeft: one.topLeft,
            topRight: one.topRight)
        }
      }
    }
  }

  /// Cuts down: the first part at the left; heads that meet side by side cost (碰题).
  private func cutDown(_ set: Int, _ cell: PageCell, _ best: inout Solution?) throws(Rejection) {
    guard cell.columns > 1, !keepsOrder || set.nonzeroBitCount <= Self.mostInBand else { return }
    let breaks = cell == frame ? prices.layout.throughCut : 0
    for first in subsets[set] {
      let second = set ^ first
      let order = prices.order(weight: weights[first], before: weights[second])
      for columns in 1..<cell.columns {
        guard fits(first, columns, cell.lines), fits(second, cell.columns - columns, cell.lines),
          budget?.take() != false
        else { continue }
        let (left, right) = parts(of: cell, at: columns, isAcross: false)
        guard let one = try solve(first, in: left),
          one.cost + breaks + order < best?.cost ?? .infinity,
          let two = try solve(second, in: right)
        else { continue }
        let meet = prices.headsMeet(
          articles[one.topRight], articles[two.topLeft], columns, cell.columns - columns)
        let cost = one.cost + two.cost + breaks + order + meet
        if cost < best?.cost ?? .infinity {
          best = Solution(
            cost: cost, firstSet: first, size: columns, topLeft: one.topLeft,
            topRight: two.topRight)
        }
      }
    }
  }

  private func leafSolution(_ article: Int, in cell: PageCell) throws(Rejection) -> Solution? {
    if let pin = pins[article], pin != cell { return nil }
    if article == lead, avoided.contains(cell) { return nil }
    let leaf = try leaf(article, columns: cell.columns, lines: cell.lines)
    guard leaf.content != nil else { return nil }
    let asked = prices.place(of: articles[article], among: articles, in: cell, of: frame)
    guard let place = asked ?? (pins[article] != nil || isPatient ? prices.layout.narrowLead : nil)
    else { return nil }
    let shape = prices.shape(of: leaf.content)
    return Solution(
      cost: leaf.cost + place + shape, firstSet: 0, topLeft: article, topRight: article)
  }

  private func leaf(_ article: Int, columns: Int, lines: Int) throws(Rejection) -> Leaf {
    let key = LeafKey(article: article, columns: columns, lines: lines)
    if let known = leaves[key] { return known }
    guard budget?.take(Self.leafCuts) != false else { return Leaf(cost: .infinity, content: nil) }
    let search = ModuleSearch(article: articles[article], columns: columns, tries: tries)
    var leaf = Leaf(cost: .infinity, content: nil)
    if let filled = try search.fill(lines: lines, slack: slack) {
      leaf = Leaf(cost: filled.cost, content: .filled(filled))
    } else if allowsOverset {
      let reach = try articles[article].reach(columns: columns)
      let over = reach.lowerBound - columns * lines
      if over > 0 {
        let cost = prices.overset + prices.oversetRow * Double(over)
        leaf = Leaf(cost: cost, content: .overset(rows: over))
      }
    }
    leaves[key] = leaf
    return leaf
  }

  /// Few articles leave few cells, so each may be searched longer.
  private var tries: Int {
    switch articles.count {
    case ...2: 800
    case 3: 300
    case 4: 120
    default: 60
    }
  }

  /// Whether the articles of a set follow each other.
  private static func isRun(_ set: Int) -> Bool {
    let low = set >> set.trailingZeroBitCount
    return low & (low + 1) == 0
  }

  /// The proper, non-empty subsets of a set, in a fixed order.
  private static func properSubsets(of set: Int) -> [Int] {
    var found: [Int] = []
    var subset = (set - 1) & set
    while subset > 0 {
      found.append(subset)
      subset = (subset - 1) & set
    }
    return found
  }

  private func collect(
    _ set: Int, in cell: PageCell, into arrangement: inout PageArrangement
  ) throws(Rejection) {
    guard let solution = memo[key(of: set, in: cell)] ?? nil else { return }
    if solution.firstSet == 0 {
      let article = set.trailingZeroBitCount
      if let content = try leaf(article, columns: cell.columns, lines: cell.lines).content {
        arrangement.articles.append(
          PlacedArticle(article: article, cell: cell, content: content))
      }
      return
    }
    let (first, second) = parts(of: cell, at: solution.size, isAcross: solution.isAcross)
    try collect(solution.firstSet, in: first, into: &arrangement)
    if solution.isAcross {
      arrangement.separators.append(
        PageCell(
          column: cell.column, line: first.line + first.lines, columns: cell.columns, lines: 1))
    }
    try collect(set ^ solution.firstSet, in: second, into: &arrangement)
  }
}
