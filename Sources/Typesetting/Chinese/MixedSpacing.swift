import LayoutSpecs

/// The space between two neighbours (MX-1…MX-4): a gap, a word space or nothing.
struct MixedSpacing: Sendable {
  /// What stands between two boxes.
  enum Space: UInt8, Sendable { case none, mixedGap, wordSpace }

  /// Between two neighbours; `typed` when the source has a space there.
  ///
  /// A typed space between Han and Western text becomes the gap (MX-3). Beside a Chinese mark there
  /// is neither gap nor space (MX-2). Between two Han characters a typed space is kept as written,
  /// unless it is a line end of the source.
  @inline(__always) static func between(
    _ before: CharacterClass, _ after: CharacterClass, typed: Bool, typedIsLineEnd: Bool
  ) -> Space {
    if before.isIdeographic {
      if after.takesMixedGap { return .mixedGap }
      if !typed { return .none }
      if after.isIdeographic || after == .prefix || after == .postfix {
        return typedIsLineEnd ? .none : .wordSpace
      }
      return after.isWestern ? .mixedGap : .none
    }
    if after.isIdeographic {
      if before.takesMixedGap { return .mixedGap }
      if !typed { return .none }
      return before.isWestern ? .mixedGap : .none
    }
    return typed && before.isWestern && after.isWestern ? .wordSpace : .none
  }
}
