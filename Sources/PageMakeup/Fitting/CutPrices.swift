import LayoutSpecs

/// What arrangements of several articles cost besides the articles themselves (product 3.2, NP-3, NP-5,
/// NP-7).
struct CutPrices {
  /// What the layout says.
  let layout: FitPrices
  /// Text without a place: far more than any arrangement.
  let overset = 500.0
  let oversetRow = 25.0

  /// 碰题: two heads side by side at one height; worse at one width, less where size tells them apart
  /// (AD-15).
  func headsMeet(_ left: Article, _ right: Article, _ leftColumns: Int, _ rightColumns: Int)
    -> Double
  {
    if left.isFiller || right.isFiller { return 0 }
    let price = leftColumns == rightColumns ? layout.headsMeet : layout.headsMeet / 2
    return left.rank.level == right.rank.level ? price * 1.5 : price
  }

  /// The weightiest article of a set comes first: at the left or above.
  func order(weight first: Int, before second: Int) -> Double { first < second ? layout.order : 0 }

  /// The lead stands at the top left (NP-3) and takes half of the columns, never one alone; weight
  /// asks for width (NP-5, AD-2); thin towers are ugly. Nil where an article must not stand so.
  func place(
    of article: Article, among articles: [Article], in cell: PageCell, of frame: PageCell
  ) -> Double? {
    if article.isFiller {
      // A filler stands at the foot, never between two stories (AD-6).
      return cell.line + cell.lines == frame.line + frame.lines ? 0 : nil
    }
    var cost = 0.0
    if article.rank.isLead, articles.count > 1 {
      if cell.columns == 1, frame.columns > 1 { return nil }
      let half = (frame.columns + 1) / 2
      cost += Double(max(0, half - cell.columns)) * layout.narrowLead
      if cell.line != frame.line || cell.column != frame.column { cost += layout.leadElsewhere }
    }
    let lower = articles.count { $0.importance < article.importance && !$0.isFiller }
    let share = Double(lower) / Double(max(1, articles.count - 1))
    let wanted = 2 + share * Double(frame.columns - 3)
    // A weighty story in a narrow cell is worse than a light one in a wide one.
    let short = wanted - Double(cell.columns)
    cost += short > 0 ? 0.8 * short * (1 + 2 * share) : -0.8 * short
    if article.rank.isBrief { cost += 2 * Double(max(0, cell.columns - 2)) }
    if cell.columns == 1, cell.lines > 40 { cost += 4 }
    if cell.lines < cell.columns * 3 { cost += 2 }
    return cost
  }

  /// A story is as deep as eight lines of text, and no more than three times as wide as deep (AD-14).
  func shape(of content: LeafContent?) -> Double {
    guard case .filled(let module)? = content, !module.stack.regions.isEmpty else { return 0 }
    let rows = module.stack.regions.reduce(0) { $0 + $1.rows }
    let depth = Double(rows) / Double(module.columns)
    return module.columns > 1 ? layout.shallow * max(0, Self.leastDepth - depth) : 0
  }

  private static let leastDepth = 8.0
}
