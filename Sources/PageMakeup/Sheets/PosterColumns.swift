import Geometry

/// Rows of text in columns of one height, as low as they can be.
struct PosterColumns {
  let rows: [BlockStack.Row]
  let count: Int

  /// The rows of each column, and the height of the tallest; nil where one row is taller than `most`.
  func balanced(atMost most: Length) -> (columns: [[BlockStack.Row]], height: Length)? {
    let total = rows.reduce(Length.zero) { $0 + $1.height }
    guard let tallest = rows.map(\.height).max() else { return ([], .zero) }
    if count == 1 { return total <= most ? ([rows], total) : nil }
    var height = max(tallest, total / count)
    let step = max(Length.points(1), tallest / 4)
    while height <= most {
      if let columns = fill(height) { return (columns, height) }
      height += step
    }
    return fill(most).map { ($0, most) }
  }

  /// Columns filled one after the other; nil where rows are left.
  private func fill(_ height: Length) -> [[BlockStack.Row]]? {
    var columns: [[BlockStack.Row]] = []
    var place = 0
    while place < rows.count {
      guard columns.count < count else { return nil }
      while place < rows.count, rows[place].isAir { place += 1 }
      var end = place
      var y = Length.zero
      while end < rows.count, y + rows[end].height <= height {
        y += rows[end].height
        end += 1
      }
      if end < rows.count {
        // Back to where a column may end.
        var cut = end
        while cut > place, rows[cut - 1].keepsWithNext || rows[cut - 1].isAir { cut -= 1 }
        if cut > place { end = cut }
      }
      guard end > place else { return place == rows.count ? columns : nil }
      columns.append(Array(rows[place..<end]))
      place = end
    }
    return columns
  }
}
