/// A kind of mark: from the rows of a unit to items at their places.
protocol ChartMark: Sendable {
  /// The items of a unit in one cell.
  func draw(_ frame: UnitFrame) -> SceneMark
}

extension MarkKind {
  /// What draws marks of this kind.
  var drawer: any ChartMark {
    switch self {
    case .bar: BarMark()
    case .rect: RectMark()
    case .line, .trail: LineMark()
    case .area: AreaMark()
    case .point: PointMark(shape: nil)
    case .circle: PointMark(shape: "circle")
    case .square: PointMark(shape: "square")
    case .rule: RuleMark()
    case .text: TextMark()
    case .tick: TickMark()
    case .arc: ArcMark()
    case .image: ImageMark()
    }
  }
}

extension ChartMark {
  /// One item a drawable row.
  func items(
    of frame: UnitFrame, _ make: (UnitFrame.Row) -> SceneItem?
  ) -> [SceneItem] {
    frame.orderedRows().compactMap(make)
  }
}
