/// Points for what a line, or an area without one, cannot show: a value without neighbours has no line to either side.
enum LonePoints {
  /// The area of a point, as lines with points have it.
  private static let size = 22.0

  /// Adds a point for each value that stands alone in its series or between two gaps.
  static func add(to view: inout SceneView) {
    let hasLines = view.marks.contains { $0.kind == .line }
    for mark in view.marks where mark.kind == .line || mark.kind == .area && !hasLines {
      let items = mark.series.flatMap(alone).map { point -> SceneItem in
        var item = point
        item.shape = "circle"
        item.size = size
        item.fill = point.stroke ?? point.fill ?? .black
        item.stroke = nil
        item.dash = nil
        return item
      }
      guard !items.isEmpty else { continue }
      view.marks.append(SceneMark(kind: .symbol, items: items, clips: mark.clips))
    }
  }

  private static func alone(_ series: [SceneItem]) -> [SceneItem] {
    series.indices.filter { place in
      let hasNeighbour = [place - 1, place + 1].contains {
        series.indices.contains($0) && series[$0].isDefined
      }
      return series[place].isDefined && !hasNeighbour
    }.map { series[$0] }
  }
}
