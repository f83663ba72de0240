/// A rectangle of the page in whole columns and lines, both from 1.
struct PageCell: Hashable {
  var column: Int
  var line: Int
  var columns: Int
  var lines: Int

  var area: Int { columns * lines }

  /// Whether another cell lies inside this one.
  func contains(_ other: PageCell) -> Bool {
    column <= other.column && line <= other.line
      && other.column + other.columns <= column + columns
      && other.line + other.lines <= line + lines
  }

  /// Whether the two share a column on a line.
  func overlaps(_ other: PageCell) -> Bool {
    column < other.column + other.columns && other.column < column + columns
      && line < other.line + other.lines && other.line < line + lines
  }
}

/// What stands in a cell of the page.
struct PlacedArticle {
  var article: Int
  var cell: PageCell
  var content: LeafContent
}

/// A filled leaf, or one whose text is longer than its cell.
enum LeafContent {
  case filled(FilledModule)
  /// Rows of text that found no place.
  case overset(rows: Int)
}

/// The best arrangement of articles on a page.
struct PageArrangement {
  var articles: [PlacedArticle]
  /// Blank rows with a hairline between stacked articles.
  var separators: [PageCell]
  var cost: Double

  /// Whether every article fills its cell to the last line.
  var isExact: Bool {
    articles.allSatisfy { placed in
      if case .filled(let module) = placed.content { return module.plan.blankRows == 0 }
      return false
    }
  }

  /// Rows of text without a place, over all articles.
  var oversetRows: Int {
    articles.reduce(0) { sum, placed in
      if case .overset(let rows) = placed.content { return sum + rows }
      return sum
    }
  }
}
