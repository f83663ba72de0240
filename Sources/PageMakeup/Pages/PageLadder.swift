import Diagnostics
import LayoutSpecs

/// The ways to arrange a page, the best first: exactly; in other columns than the page's; with a filler
/// between the articles or inside one; with rows blank at feet; ending higher up; with text without a
/// place. The first that holds is taken, and the page says which it was.
struct PageLadder {
  let cell: PageCell
  let pins: [PageCell?]
  /// Whether articles may stand in other columns than the page's.
  let hasSets: Bool
  /// The boxes that may stand between the articles.
  let fillers: [Article]
  /// Cuts tried on a rung.
  var budget = PageLadder.enough
  /// Cells in which the lead has stood in other arrangements.
  var avoided: Set<PageCell> = []

  /// Seven stories take up to a million cuts; a page of more ends with the best that so many show.
  static let enough = 2_000_000
  /// What later rungs get once one was too short: a part of it.
  private static let shorter = 4

  /// The arrangement that was taken.
  struct Found {
    var arrangement: PageArrangement
    /// The articles that it places, fillers among them.
    var articles: [Article]
    /// Rows that a column may end higher than its cell.
    var slack = 0
    /// Whether some fillings were not tried.
    var isShort = false
  }

  /// Makes the articles anew for a rung: with boxes inside them, or in other columns.
  typealias Making = (_ withFillers: Bool, _ withSets: Bool) throws(Rejection) -> [Article]

  func climb(_ articles: [Article], _ make: Making) throws(Rejection) -> Found? {
    var isShort = false
    if let found = try solve(articles, &isShort) { return found }
    if hasSets, let found = try solve(try make(false, true), &isShort) { return found }
    for filler in fillers {
      if let found = try solve(articles + [filler], &isShort) { return found }
    }
    if !fillers.isEmpty, let found = try solve(try make(true, false), &isShort) { return found }
    if let found = try solve(articles, slack: 2, &isShort) { return found }
    if let found = try endingHigher(articles, slack: 2, &isShort) { return found }
    // Too little text for its places: more rows stay blank, and the page says how many.
    for slack in Self.blankRows {
      if let found = try solve(articles, slack: slack, &isShort) { return found }
    }
    // Hardly any text: a few lines under a head, and the rest of the page blank.
    let most = Self.blankRows.last ?? 2
    if let found = try endingHigher(articles, slack: most, &isShort) { return found }
    return try solve(articles, slack: 2, allowsOverset: true, &isShort)
  }

  private func solve(
    _ articles: [Article], slack: Int = 0, allowsOverset: Bool = false, _ isShort: inout Bool
  ) throws(Rejection) -> Found? {
    let more = Array(repeating: PageCell?.none, count: articles.count - pins.count)
    // A search that was ended before it found anything has looked at the least likely half of all
    // pages as long as at the likely one: then the stories stand in the order of the plan.
    for keepsOrder in [false, true] {
      let count = SearchBudget(isShort ? budget / Self.shorter : budget)
      let tree = try PageCutTree(
        articles: articles, pins: pins + more, frame: cell, slack: slack,
        allowsOverset: allowsOverset, avoided: avoided, budget: count, keepsOrder: keepsOrder)
      let found = try tree.solve()
      isShort = isShort || count.isShort
      if let found {
        return Found(
          arrangement: found, articles: articles, slack: slack,
          isShort: isShort || tree.keepsOrder)
      }
      if !count.isShort { break }
    }
    return nil
  }

  /// Too little text for the page: the columns end level, higher up, at the lowest line that holds.
  private func endingHigher(
    _ articles: [Article], slack: Int, _ isShort: inout Bool
  ) throws(Rejection) -> Found? {
    guard pins.allSatisfy({ $0 == nil }) else { return nil }
    var most = (articles.count - 1) * cell.columns
    for article in articles {
      var widest = 0
      for columns in 1...cell.columns {
        widest = max(widest, try article.reach(columns: columns).upperBound)
      }
      most += widest
    }
    let lowest = min(cell.lines - 1, max(most / cell.columns + 2, Self.briefest))
    let count = SearchBudget(isShort ? budget / Self.shorter : budget)
    for lines in stride(from: lowest, through: max(3, lowest - Self.shorterBy), by: -1) {
      var shorter = cell
      shorter.lines = lines
      let tree = try PageCutTree(
        articles: articles, pins: pins, frame: shorter, slack: slack, avoided: avoided,
        budget: count)
      if let found = try tree.solve() {
        return Found(
          arrangement: found, articles: articles, slack: slack, isShort: isShort || count.isShort)
      }
    }
    isShort = isShort || count.isShort
    return nil
  }

  /// Rows left blank at column feet, tried in turn.
  private static let blankRows = [8, 24, 80]
  /// Lines that a head and a few words take at least.
  private static let briefest = 14
  /// Lines tried when there is too little text for the page.
  private static let shorterBy = 24
}

extension PageLadder.Found {
  /// What had to give way: columns that end high, with the characters that are missing in each story; a
  /// lead in a place that a lead does not have; a search that was ended.
  func findings(measure: Int, frame: PageCell) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    if isShort { findings.append(MakeupProblems.searchEnded) }
    let prices = CutPrices(layout: articles.first?.prices ?? FitPrices())
    for placed in arrangement.articles {
      let article = articles[placed.article]
      if case .filled(let module) = placed.content, module.plan.blankRows > 2 {
        findings.append(
          MakeupProblems.blankFeet(
            article.name, rows: module.plan.blankRows,
            characters: module.plan.blankRows * (module.grid?.measure ?? measure)))
      }
      if prices.place(of: article, among: articles, in: placed.cell, of: frame) == nil,
        !article.isFiller
      {
        findings.append(MakeupProblems.narrowLead(article.name))
      }
    }
    return findings
  }
}
