/// The kinds of scales.
enum ScaleType: String, Hashable, Sendable, CaseIterable {
  case linear, log, pow, sqrt, symlog, time, utc, band, point, ordinal, quantile, quantize
  case threshold, identity
  case binOrdinal = "bin-ordinal"

  /// Whether the domain is a list of values and not a stretch.
  var isDiscrete: Bool { [.band, .point, .ordinal, .binOrdinal].contains(self) }
  /// Whether stretches become stretches.
  var isContinuous: Bool { [.linear, .log, .pow, .sqrt, .symlog, .time, .utc].contains(self) }
  /// Whether stretches become lists.
  var isDiscretizing: Bool { [.quantile, .quantize, .threshold].contains(self) }
  /// Whether times are placed.
  var isTime: Bool { self == .time || self == .utc }
}
