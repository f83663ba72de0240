/// How much a search may try. Counted in cuts tried, not in time, so that a page is the same on
/// every machine.
final class SearchBudget {
  /// Cuts that may still be tried.
  private(set) var left: Int
  /// Whether something was not tried for want of it.
  private(set) var isShort = false

  init(_ count: Int) { left = count }

  /// Takes some; false where nothing is left, so that the search ends with what it has found.
  func take(_ count: Int = 1) -> Bool {
    guard left > 0 else {
      isShort = true
      return false
    }
    left -= count
    return true
  }
}
