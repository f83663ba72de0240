import LayoutSpecs

/// Objects put on the head and foot of the columns they span, and the regions left for text.
struct ObjectStack {
  /// Regions shorter than this hold no text (product 3.2).
  static let shortestRegion = 4

  var boxes: [ObjectBox]
  var regions: [Region]

  /// Stacks objects at given heights in a frame; nil where they do not fit or leave a sliver.
  init?(
    _ objects: [PageObject], rows: [Int], columns: ClosedRange<Int>, lines: ClosedRange<Int>
  ) {
    var head = [Int: Int]()
    var foot = [Int: Int]()
    for column in columns {
      head[column] = lines.lowerBound
      foot[column] = lines.upperBound
    }
    var boxes: [ObjectBox] = []
    for (object, height) in zip(objects, rows) where height > 0 {
      let span: ClosedRange<Int>
      switch object.place {
      case .head:
        let top = object.columns.map { head[$0] ?? 0 }.max() ?? 0
        span = top...(top + height - 1)
        for column in object.columns { head[column] = span.upperBound + 1 }
      case .foot:
        let bottom = object.columns.map { foot[$0] ?? 0 }.min() ?? 0
        guard bottom - height + 1 >= lines.lowerBound else { return nil }
        span = (bottom - height + 1)...bottom
        for column in object.columns { foot[column] = span.lowerBound - 1 }
      }
      guard span.upperBound <= lines.upperBound else { return nil }
      boxes.append(ObjectBox(columns: object.columns, lines: span, name: object.name))
    }
    for column in columns where (head[column] ?? 0) > (foot[column] ?? 0) + 1 { return nil }
    self.boxes = boxes
    guard let regions = Self.regions(between: boxes, columns: columns, lines: lines) else {
      return nil
    }
    self.regions = regions
  }

  /// The free stretches of every column, from the left, from the top.
  private static func regions(
    between boxes: [ObjectBox], columns: ClosedRange<Int>, lines: ClosedRange<Int>
  ) -> [Region]? {
    var regions: [Region] = []
    for column in columns {
      let taken = boxes.filter { $0.columns.contains(column) }.map(\.lines)
        .sorted { $0.lowerBound < $1.lowerBound }
      var line = lines.lowerBound
      for block in taken + [(lines.upperBound + 1)...(lines.upperBound + 1)] {
        let rows = block.lowerBound - line
        if rows > 0 {
          guard rows >= shortestRegion else { return nil }
          regions.append(Region(column: column, line: line, rows: rows))
        }
        line = max(line, block.upperBound + 1)
      }
    }
    return regions
  }
}
