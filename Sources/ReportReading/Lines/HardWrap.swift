/// Whether a text was wrapped at one width, as mail programs and dot printers do (rule J5).
struct HardWrap {
  /// How a line's width is counted.
  private enum Measure { case characters, cells }

  private let measure: Measure
  /// The width at which lines were broken.
  let width: Int

  /// Finds the width: at least three lines of five that could be running text have it, one more or
  /// less, and hardly a line is longer. Nil when the text is not wrapped.
  init?(_ lines: [TextLine]) {
    var best: (share: Double, measure: Measure, width: Int)?
    for measure in [Measure.characters, .cells] {
      let widths = lines.filter { $0.mark.isText }.map { Self.width(of: $0, by: measure) }
      let slack = measure == .characters ? 1 : 2
      guard let found = Self.commonWidth(widths, least: slack * 16, slack: slack) else { continue }
      if best.map({ found.share > $0.share }) ?? true {
        best = (found.share, measure, found.width)
      }
    }
    guard let best else { return nil }
    measure = best.measure
    width = best.width
  }

  /// Whether a line reaches the width, one character less or more.
  func isFull(_ line: TextLine) -> Bool {
    Self.width(of: line, by: measure) >= width - (measure == .characters ? 1 : 2)
  }

  /// Whether a line comes near the width, as when a word or number was kept whole.
  func isNearlyFull(_ line: TextLine) -> Bool {
    Self.width(of: line, by: measure) >= width - (measure == .characters ? 5 : 8)
  }

  private static func width(of line: TextLine, by measure: Measure) -> Int {
    switch measure {
    case .characters: line.start + line.text.count
    case .cells: line.indent * 2 + line.text.reduce(0) { $0 + ($1.isWide ? 2 : 1) }
    }
  }

  private static func commonWidth(
    _ widths: [Int], least: Int, slack: Int
  ) -> (width: Int, share: Double)? {
    let running = widths.filter { $0 >= least }
    guard running.count >= 4 else { return nil }
    var counts: [Int: Int] = [:]
    for width in running { counts[width, default: 0] += 1 }
    func band(_ width: Int) -> Int {
      (-slack...slack).reduce(0) { $0 + (counts[width + $1] ?? 0) }
    }
    guard let width = counts.keys.max(by: { (band($0), $0) < (band($1), $1) }) else { return nil }
    let longer = running.count { $0 > width + slack }
    let share = Double(band(width)) / Double(running.count)
    guard share >= 0.6, band(width) >= 4, longer * 20 <= running.count else { return nil }
    return (width, share)
  }
}

extension TextLine.Mark {
  /// Whether the line may hold running text.
  var isText: Bool {
    switch self {
    case .none, .paragraph, .item, .quotation: true
    default: false
    }
  }
}
