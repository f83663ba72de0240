/// A kind of mark: from the rows of a unit to items at their places.
protocol ChartMark: Sendable {
  /// The items of a unit in one cell.
  func draw(_ frame: UnitFrame) -> SceneMark
}

extension MarkKind {
  /// What draws marks of this kind.
  var drawer: any ChartMark {
    switch self {
    case .bar: BarDrawer()
    case .rect: RectDrawer()
    case .line, .trail: LineDrawer()
    case .area: AreaDrawer()
    case .point: PointDrawer(shape: nil)
    case .circle: PointDrawer(shape: "circle")
    case .square: PointDrawer(shape: "square")
    case .rule: RuleDrawer()
    case .text: TextDrawer()
    case .tick: TickDrawer()
    case .arc: ArcDrawer()
    case .image: ImageDrawer()
    case .geoshape: GeoShapeDrawer()
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
