import Diagnostics
import LayoutSpecs

/// Why nothing fills a page.
enum ArrangementCause: Hashable {
  /// Two of the places that are asked for meet.
  case meeting(Int, Int)
  /// A place lies outside the frame of the page.
  case outside(Int)
  /// A story has no setting in the place that it is given.
  case misfit(Int)
  /// A story has no setting at any width of the page.
  case unsettable(Int)
  /// Lines of a column that the stories without a place take at least, and those left for them.
  case tooLittle(needed: Int, free: Int)
  /// Without this place all others can be arranged.
  case inTheWay(Int)
  /// Nothing of all this: there are too many, or too many places.
  case tooMany
}

/// Finds out why nothing fills a page, once nothing has: the plainest cause first.
struct ArrangementDoubt {
  let articles: [Article]
  let pins: [PageCell?]
  /// The frame of the page.
  let cell: PageCell
  /// Cuts tried for each question.
  var budget = PageLadder.enough / 20

  func cause() throws(Rejection) -> ArrangementCause {
    if let found = misplaced { return found }
    for (number, article) in articles.enumerated() {
      if let pin = pins[number] {
        if try !holds([article], [pin], in: pin) { return .misfit(number) }
      } else if !article.isFiller, try !isSettable(article) {
        return .unsettable(number)
      }
    }
    let area = try leastArea()
    let free = cell.area - pins.reduce(0) { $0 + ($1?.area ?? 0) }
    if area > free { return .tooLittle(needed: area, free: free) }
    for number in pins.indices where pins[number] != nil {
      var (others, places) = (articles, pins)
      // A fixed picture has no other place: it is left out.
      if articles[number].isFiller {
        others.remove(at: number)
        places.remove(at: number)
      } else {
        places[number] = nil
      }
      if others.isEmpty { continue }
      if try holds(others, places, in: cell) { return .inTheWay(number) }
    }
    return .tooMany
  }

  private var misplaced: ArrangementCause? {
    for (number, pin) in pins.enumerated() {
      guard let pin else { continue }
      if !cell.contains(pin) { return .outside(number) }
      for other in pins.indices.dropFirst(number + 1) {
        if let place = pins[other], place.overlaps(pin) { return .meeting(number, other) }
      }
    }
    return nil
  }

  /// Whether articles can be arranged if text may lack a place and rows stay blank.
  private func holds(
    _ articles: [Article], _ pins: [PageCell?], in frame: PageCell
  ) throws(Rejection) -> Bool {
    for slack in [2, cell.lines] {
      let tree = try PageCutTree(
        articles: articles, pins: pins, frame: frame, slack: slack, allowsOverset: true,
        budget: SearchBudget(budget))
      if try tree.solve() != nil { return true }
    }
    return false
  }

  /// Whether a story can stand somewhere on the page, if it had it for itself.
  private func isSettable(_ article: Article) throws(Rejection) -> Bool {
    for columns in 1...cell.columns {
      var frame = cell
      frame.columns = columns
      if try holds([article], [nil], in: frame) { return true }
    }
    return false
  }

  /// What the stories without a place take at least, each shortened as far as a proof shortens it.
  private func leastArea() throws(Rejection) -> Int {
    let share = max(1, cell.area * 3 / (4 * articles.count))
    var area = 0
    for (number, article) in articles.enumerated() where pins[number] == nil {
      var least = Int.max
      for columns in 1...cell.columns {
        least = min(least, try article.reach(columns: columns).lowerBound)
      }
      area += min(least * 3 / 4, share)
    }
    return area
  }
}
