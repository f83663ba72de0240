import Geometry

/// One way to place the pictures of a group in a width (AD-20): rows of whole width, each of stacks side
/// by side, with no picture cropped.
struct PictureMosaic: Hashable {
  /// Rows from the top; each row has stacks from the left, each stack pictures by their place.
  var rows: [[[Int]]]
  /// Each picture's frame at the mosaic's own height, in the order of the pictures.
  let frames: [Rect]
  /// Its own height.
  let height: Length

  /// Places pictures of these ratios; nil where the paper between them leaves no room.
  init?(_ rows: [[[Int]]], ratios: [Double], width: Length, gap: Length) {
    self.rows = rows
    var frames = [Rect](repeating: Rect(origin: .zero, size: .zero), count: ratios.count)
    var top = Length.zero
    for (number, row) in rows.enumerated() {
      if number > 0 { top += gap }
      // Stacks of one height: each is as wide as its pictures make it, together they fill the width.
      let shares = row.map { stack in 1 / stack.reduce(0) { $0 + 1 / ratios[$1] } }
      let whole = shares.reduce(0, +)
      let between = gap * (row.count - 1)
      let inner = zip(row, shares).reduce(Length.zero) {
        $0 + (gap * ($1.0.count - 1)).scaled(by: $1.1)
      }
      let tall = (width - between + inner).scaled(by: 1 / whole)
      guard tall > gap * 2 else { return nil }
      var left = Length.zero
      for (place, stack) in row.enumerated() {
        // Edges are those of the width, so that rounding never leaves a slit at the right.
        let own = (tall - gap * (stack.count - 1)).scaled(by: shares[place])
        let right = place == row.count - 1 ? width : left + own
        guard right - left > gap else { return nil }
        var y = top
        for picture in stack {
          let high =
            picture == stack.last ? top + tall - y : (right - left).scaled(by: 1 / ratios[picture])
          frames[picture] = Rect(
            origin: Point(x: left, y: y), size: Size(width: right - left, height: high))
          y += high + gap
        }
        left = right + gap
      }
      top += tall
    }
    self.frames = frames
    height = top
  }

  /// The arrangements of so many pictures in their order: a row of all where they are few, else the
  /// first large over or beside others and the rest in rows.
  static func arrangements(of count: Int) -> [[[[Int]]]] {
    let all = [(0..<count).map { [$0] }]
    guard count > fewest else { return [all] }
    var found = [all]
    for beside in 0...min(3, count - 1) {
      let stack = beside == 0 ? [] : [Array(1...beside)]
      for rest in rows(of: Array((beside + 1)..<count)) { found.append([[[0]] + stack] + rest) }
    }
    return found
  }

  /// Up to so many pictures stand in one row.
  private static let fewest = 3
  /// Most pictures of a row.
  private static let across = 4

  private static func rows(of pictures: [Int]) -> [[[[Int]]]] {
    if pictures.isEmpty { return [[]] }
    return (1...min(across, pictures.count)).flatMap { count in
      let first = pictures.prefix(count).map { [$0] }
      return rows(of: Array(pictures.dropFirst(count))).map { [first] + $0 }
    }
  }

  // MARK: Price

  /// A picture of a group is at least so large (AD-20), and the first half as large again as any other.
  private static let least = Size(width: .millimetres(60), height: .millimetres(40))
  private static let lead = 1.5
  /// What a picture costs whose width or height is next to nothing of that.
  private static let small = 12.0

  /// What it costs that pictures are too small, or the first no larger than the others.
  var cost: Double {
    var cost = 0.0
    for frame in frames {
      let share = min(
        frame.size.width / Self.least.width, frame.size.height / Self.least.height)
      cost += Self.small * max(0, 1 - share)
    }
    guard frames.count > Self.fewest else { return cost }
    func area(_ frame: Rect) -> Double { frame.size.width.points * frame.size.height.points }
    let next = frames.dropFirst().map(area).max() ?? 0
    if area(frames[0]) < next * Self.lead { cost += area(frames[0]) < next ? 180 : 90 }
    return cost
  }
}
