import LayoutSpecs

/// The width of a mark and the blank on its sides, in 1/24 em so that quarters and halves are whole
/// (typography part 2).
struct MarkShape: Hashable, Sendable {
  /// A whole em in these units.
  static let em: Int32 = 24

  /// The box the glyph is drawn in.
  var cell: Int32
  /// The advance inside a line before neighbours are looked at.
  var width: Int32
  /// Blank at the left of the advance that may go.
  var left: Int32
  /// Blank at the right of the advance that may go.
  var right: Int32
  /// The advance at a line end (PW-3).
  var end: Int32
  /// What a line start takes off (PW-4).
  var startTrim: Int32
  /// The step that squeezes it inside a line.
  var step: ShrinkStep
  /// What may stand outside the measure at a line end.
  var hang: Int32 = 0
}

/// The widths of marks in one profile.
struct PunctuationWidths: Sendable {
  private let scheme: CompositionProfile.PunctuationScheme
  private let region: CompositionProfile.Region
  private let squeezesStops: Bool
  private let hangs: Bool
  private let hangsAtNeed: Bool
  private let tightPairs: Bool
  private let isVertical: Bool

  init(_ profile: CompositionProfile, _ direction: RunDirection) {
    isVertical = direction == .vertical
    scheme = profile.scheme
    region = profile.region
    squeezesStops = profile.squeezesStops
    hangs = profile.hangsPunctuation
    hangsAtNeed = profile.hangsAtNeed && !profile.hangsPunctuation && direction == .horizontal
    tightPairs = profile.tightPairs
  }

  /// Something with no width and no blank, for neighbours that are no marks.
  static let blank = MarkShape(
    cell: 0, width: 0, left: 0, right: 0, end: 0, startTrim: 0, step: .none)

  /// The shape of a mark; nil for characters that are no marks.
  func shape(of kind: CharacterClass, _ value: UInt32) -> MarkShape? {
    switch kind {
    case .open: bracket(left: 12, right: 0, startTrim: 12)
    case .close: bracket(left: 0, right: 12, startTrim: 0)
    case .pause: pause(value)
    case .stop: stop(value)
    case .middle: middleDot
    case .slash: fixed(12)
    case .link: fixed(Self.shortLinks.contains(value) ? 12 : 24)
    case .longDash, .ellipsis: fixed(value == 0x2E3A ? 48 : 24)
    default: nil
    }
  }

  private static let shortLinks: Set<UInt32> = [0x2D, 0x2010, 0x2011, 0x2013]

  private func fixed(_ width: Int32) -> MarkShape {
    MarkShape(
      cell: width, width: width, left: 0, right: 0, end: width, startTrim: 0, step: .none)
  }

  private var filling: MarkShape { fixed(scheme == .halfWidth ? 12 : 24) }

  private var isHalf: Bool { scheme == .halfWidth || scheme == .kaiming }

  private func bracket(left: Int32, right: Int32, startTrim: Int32) -> MarkShape {
    if isHalf {
      return MarkShape(
        cell: 24, width: 12, left: 0, right: 0, end: 12, startTrim: 0, step: .none)
    }
    return MarkShape(
      cell: 24, width: 24, left: left, right: right, end: startTrim > 0 ? 24 : 12,
      startTrim: startTrim, step: .bracket)
  }

  private func pause(_ value: UInt32) -> MarkShape {
    // In vertical lines ： and ； fill their em (part 2).
    if isVertical, value == 0xFF1A || value == 0xFF1B { return filling }
    // S5 names ， 、 ； only; ： keeps its em inside a line.
    let step: ShrinkStep = value == 0xFF1A ? .none : .pause
    var shape = dot(step: step, isHalf: isHalf)
    if value == 0x3001 || value == 0xFF0C { hang(&shape) }
    return shape
  }

  private func stop(_ value: UInt32) -> MarkShape {
    if (0x203C...0x2049).contains(value) { return fixed(24) }
    // zh-Hant and vertical lines: ？！ fill their em, and S7 has only 。 to squeeze.
    if region == .traditional || isVertical, value == 0xFF1F || value == 0xFF01 { return filling }
    var shape = dot(step: squeezesStops ? .stop : .none, isHalf: scheme == .halfWidth)
    if value == 0x3002 { hang(&shape) }
    return shape
  }

  // PW-8: one of 、，。 at a line end.
  private func hang(_ shape: inout MarkShape) {
    if hangs { shape.end = 0 }
    // A mark in the middle of its em would stand in the margin as a sign of its own.
    if hangsAtNeed, region == .simplified { shape.hang = shape.end }
  }

  private func dot(step: ShrinkStep, isHalf: Bool) -> MarkShape {
    if isHalf {
      return MarkShape(
        cell: 24, width: 12, left: 0, right: 0, end: 12, startTrim: 0, step: .none)
    }
    let left: Int32 = region == .traditional ? 6 : 0
    return MarkShape(
      cell: 24, width: 24, left: left, right: 12 - left, end: 12, startTrim: 0, step: step)
  }

  // ½ em on the mainland; zh-Hant sets it on a whole em, and S3 may take half of that.
  private var middleDot: MarkShape {
    region == .simplified
      ? fixed(12)
      : MarkShape(
        cell: 24, width: 24, left: 6, right: 6, end: 24, startTrim: 0, step: .middleDot)
  }

  /// PW-1, LB-14: what two neighbouring marks lose, the first at its right and the second at its
  /// left. 行末半角 squeezes nothing inside a line.
  func squeeze(
    _ a: MarkShape, before b: MarkShape
  ) -> (first: Int32, second: Int32) {
    guard scheme != .lineEndHalf, a.right + b.left >= 12 else { return (0, 0) }
    if b.left >= 12 {
      return (tightPairs && a.right >= 12 ? 12 : 0, 12)
    }
    if a.right >= 12 { return (12, 0) }
    return (0, 0)
  }

  /// Whether PW-1 applies to a class at the second place: brackets, dots, middle dots, U+3000.
  static func meets(_ kind: CharacterClass) -> Bool {
    switch kind {
    case .open, .close, .pause, .stop, .middle, .wideSpace: true
    default: false
    }
  }
}
