/// How the articles of a page were arranged and filled.
public struct PlanReport: Hashable, Sendable {
  /// One article or box at its place.
  public struct Placed: Hashable, Sendable {
    /// Its place among the stories of the page, from 0, those that go on from other pages behind the
    /// page's own; pictures at fixed places come after all of them.
    public var article: Int
    /// Its headline or label.
    public var name: String
    /// Columns, from 1.
    public var columns: ClosedRange<Int>
    /// Lines, from 1.
    public var lines: ClosedRange<Int>
    /// How its module was filled; nil where text is overset.
    public var fit: FitReport?
    /// Rows of text without a place.
    public var oversetRows: Int
    /// Rows that go on on another page.
    public var carriedRows: Int
  }

  /// Whether every column of every article ends on its last line.
  public var isExact: Bool
  /// Sum of the prices.
  public var cost: Double
  /// Whether a filler was put in.
  public var hasFiller: Bool
  /// The articles in reading order.
  public var placed: [Placed]

  init(_ arrangement: PageArrangement, articles: [Article]) {
    isExact = arrangement.isExact
    cost = arrangement.cost
    hasFiller = arrangement.articles.contains { placed in
      if case .filled(let module) = placed.content, module.skeleton.filler != nil { return true }
      let article = articles[placed.article]
      return article.isFiller && article.flows.first?.cost ?? 0 > 0
    }
    placed = arrangement.articles.map { placed in
      let cell = placed.cell
      var fit: FitReport?
      var rows = 0
      var carried = 0
      switch placed.content {
      case .filled(let module):
        fit = FitReporting.report(on: module)
        if module.flow.cut != nil {
          let whole = articles[placed.article].flows.first { $0.cut == nil }
          carried = max(0, (whole?.natural ?? 0) - module.flow.natural)
        }
      case .overset(let over): rows = over
      }
      return Placed(
        article: placed.article, name: articles[placed.article].name,
        columns: cell.column...(cell.column + cell.columns - 1),
        lines: cell.line...(cell.line + cell.lines - 1), fit: fit, oversetRows: rows,
        carriedRows: carried)
    }
  }
}
