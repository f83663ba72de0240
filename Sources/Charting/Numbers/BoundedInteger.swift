extension Int {
  /// The whole part of a number from a specification, whatever was written there: what is no number
  /// is 0, and what is too large for any count, step or place is the limit.
  init(bounded number: Double, _ limit: Int = 1_000_000) {
    self = number.isNaN ? 0 : Int(Swift.max(-Double(limit), Swift.min(Double(limit), number)))
  }
}
