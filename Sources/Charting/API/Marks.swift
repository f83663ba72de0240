/// Bars.
public struct BarMark<Row>: ChartContent {
  /// The mark.
  public let layers: [MarkLayer<Row>]
  /// Bars from zero to a value.
  public init(x: PlottableValue<Row>, y: PlottableValue<Row>, stacking: MarkStacking = .standard) {
    layers = [MarkLayer("bar", [("x", x), ("y", y)]).stacked(stacking)]
  }
  /// Bars between two values of x.
  public init(xStart: PlottableValue<Row>, xEnd: PlottableValue<Row>, y: PlottableValue<Row>) {
    layers = [MarkLayer("bar", [("x", xStart), ("x2", xEnd), ("y", y)])]
  }
  /// Bars between two values of y.
  public init(x: PlottableValue<Row>, yStart: PlottableValue<Row>, yEnd: PlottableValue<Row>) {
    layers = [MarkLayer("bar", [("x", x), ("y", yStart), ("y2", yEnd)])]
  }
}

/// Lines.
public struct LineMark<Row>: ChartContent {
  /// The mark.
  public let layers: [MarkLayer<Row>]
  /// A line through points.
  public init(x: PlottableValue<Row>, y: PlottableValue<Row>) {
    layers = [MarkLayer("line", [("x", x), ("y", y)])]
  }
}

/// Areas.
public struct AreaMark<Row>: ChartContent {
  /// The mark.
  public let layers: [MarkLayer<Row>]
  /// An area under a line.
  public init(x: PlottableValue<Row>, y: PlottableValue<Row>, stacking: MarkStacking = .standard) {
    layers = [MarkLayer("area", [("x", x), ("y", y)]).stacked(stacking)]
  }
  /// An area between two lines.
  public init(x: PlottableValue<Row>, yStart: PlottableValue<Row>, yEnd: PlottableValue<Row>) {
    layers = [MarkLayer("area", [("x", x), ("y", yStart), ("y2", yEnd)])]
  }
}

/// Points.
public struct PointMark<Row>: ChartContent {
  /// The mark.
  public let layers: [MarkLayer<Row>]
  /// A symbol at a place.
  public init(x: PlottableValue<Row>, y: PlottableValue<Row>) {
    layers = [MarkLayer("point", [("x", x), ("y", y)])]
  }
}

/// Straight lines across the plot.
public struct RuleMark<Row>: ChartContent {
  /// The mark.
  public let layers: [MarkLayer<Row>]
  /// A lying line.
  public init(y: PlottableValue<Row>) { layers = [MarkLayer("rule", [("y", y)])] }
  /// A standing line.
  public init(x: PlottableValue<Row>) { layers = [MarkLayer("rule", [("x", x)])] }
}

/// Rectangles in both directions.
public struct RectangleMark<Row>: ChartContent {
  /// The mark.
  public let layers: [MarkLayer<Row>]
  /// A cell of a table.
  public init(x: PlottableValue<Row>, y: PlottableValue<Row>) {
    layers = [MarkLayer("rect", [("x", x), ("y", y)])]
  }
}

/// Sectors.
public struct SectorMark<Row>: ChartContent {
  /// The mark.
  public let layers: [MarkLayer<Row>]
  /// A sector whose angle is a value.
  public init(angle: PlottableValue<Row>, innerRadius: Double = 0, outerRadius: Double? = nil) {
    var layer = MarkLayer("arc", [("theta", angle)])
    layer.mark["innerRadius"] = SpecValue(innerRadius)
    if let outerRadius { layer.mark["outerRadius"] = SpecValue(outerRadius) }
    layers = [layer]
  }
}

/// Words at places.
public struct TextMark<Row>: ChartContent {
  /// The mark.
  public let layers: [MarkLayer<Row>]
  /// A text.
  public init(x: PlottableValue<Row>, y: PlottableValue<Row>, text: PlottableValue<Row>) {
    layers = [MarkLayer("text", [("x", x), ("y", y), ("text", text)])]
  }
}

/// Short strokes.
public struct TickMark<Row>: ChartContent {
  /// The mark.
  public let layers: [MarkLayer<Row>]
  /// A stroke across a band.
  public init(x: PlottableValue<Row>, y: PlottableValue<Row>) {
    layers = [MarkLayer("tick", [("x", x), ("y", y)])]
  }
}

/// How marks of one place are piled.
public enum MarkStacking: Sendable { case standard, normalized, center, unstacked }

extension MarkLayer {
  /// The pile of the measured channel.
  func stacked(_ stacking: MarkStacking) -> MarkLayer {
    let words: [MarkStacking: SpecValue] = [
      .normalized: "normalize", .center: "center", .unstacked: SpecValue(.null),
    ]
    guard let word = words[stacking],
      let channel = channels.last(where: { $0.value.type == "quantitative" })?.name
    else { return self }
    var layer = self
    layer.fixed[channel] = ["stack": word]
    return layer
  }
}
