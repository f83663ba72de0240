/// A mark, or several, over rows of one kind.
public protocol ChartContent<Row> {
  /// What a row is.
  associatedtype Row
  /// The marks as layers.
  var layers: [MarkLayer<Row>] { get }
}

/// One mark with its channels: what all marks of the interface become.
public struct MarkLayer<Row> {
  var mark: SpecValue
  var channels: [(name: String, value: PlottableValue<Row>)] = []
  var fixed: SpecValue = [:]
  var annotation: SpecValue?

  init(_ kind: String, _ channels: [(String, PlottableValue<Row>?)]) {
    mark = ["type": SpecValue(kind)]
    self.channels = channels.compactMap { name, value in value.map { (name, $0) } }
  }

  /// The channels as a specification.
  var encoding: SpecValue {
    channels.reduce(fixed) { encoding, channel in
      var merged = encoding
      merged[channel.name] = channel.value.definition.merging(encoding[channel.name])
      return merged
    }
  }
}

/// Collects the marks of a chart.
@resultBuilder public enum ChartContentBuilder<Row> {
  /// One mark.
  public static func buildExpression(_ content: some ChartContent<Row>) -> [MarkLayer<Row>] {
    content.layers
  }
  /// All marks.
  public static func buildBlock(_ parts: [MarkLayer<Row>]...) -> [MarkLayer<Row>] {
    parts.flatMap { $0 }
  }
  /// Marks that are there only sometimes.
  public static func buildOptional(_ part: [MarkLayer<Row>]?) -> [MarkLayer<Row>] { part ?? [] }
  /// One of two.
  public static func buildEither(first part: [MarkLayer<Row>]) -> [MarkLayer<Row>] { part }
  /// The other of two.
  public static func buildEither(second part: [MarkLayer<Row>]) -> [MarkLayer<Row>] { part }
  /// Marks of a loop.
  public static func buildArray(_ parts: [[MarkLayer<Row>]]) -> [MarkLayer<Row>] {
    parts.flatMap { $0 }
  }
}

/// A mark that modifiers change.
public struct StyledMark<Row>: ChartContent {
  /// The mark.
  public var layers: [MarkLayer<Row>]
}

/// Where an annotation stands about its mark.
public enum AnnotationPosition: String, Sendable { case top, bottom, leading, trailing, overlay }

/// How lines run between points.
public enum InterpolationMethod: String, Sendable {
  case linear, monotone, cardinal, catmullRom = "catmull-rom", stepStart = "step-after"
  case stepCenter = "step", stepEnd = "step-before"
}

extension ChartContent {
  private func changed(_ change: (inout MarkLayer<Row>) -> Void) -> StyledMark<Row> {
    StyledMark(
      layers: layers.map { layer in
        var layer = layer
        change(&layer)
        return layer
      })
  }

  /// Colours marks by a value.
  public func foregroundStyle(by value: PlottableValue<Row>) -> StyledMark<Row> {
    changed { $0.channels.append(("color", value)) }
  }
  /// Gives marks one colour, as `#rrggbb` or by a CSS name.
  public func foregroundStyle(_ colour: String) -> StyledMark<Row> {
    changed { $0.mark["color"] = SpecValue(colour) }
  }
  /// Gives points a shape by a value.
  public func symbol(by value: PlottableValue<Row>) -> StyledMark<Row> {
    changed { $0.channels.append(("shape", value)) }
  }
  /// Sizes points by a value.
  public func symbolSize(by value: PlottableValue<Row>) -> StyledMark<Row> {
    changed { $0.channels.append(("size", value)) }
  }
  /// The area of points in square points.
  public func symbolSize(_ area: Double) -> StyledMark<Row> {
    changed { $0.mark["size"] = SpecValue(area) }
  }
  /// Dashes lines by a value.
  public func lineStyle(by value: PlottableValue<Row>) -> StyledMark<Row> {
    changed { $0.channels.append(("strokeDash", value)) }
  }
  /// How much of the colour is put down, 0…1.
  public func opacity(_ share: Double) -> StyledMark<Row> {
    changed { $0.mark["opacity"] = SpecValue(share) }
  }
  /// Puts bars of one category side by side by a value.
  public func position(by value: PlottableValue<Row>) -> StyledMark<Row> {
    changed { $0.channels.append(("xOffset", value)) }
  }
  /// How lines run between points.
  public func interpolationMethod(_ method: InterpolationMethod) -> StyledMark<Row> {
    changed { $0.mark["interpolate"] = SpecValue(method.rawValue) }
  }
  /// Rounds the ends of bars.
  public func cornerRadius(_ radius: Double) -> StyledMark<Row> {
    changed { $0.mark["cornerRadiusEnd"] = SpecValue(radius) }
  }
  /// Moves marks.
  public func offset(x: Double = 0, y: Double = 0) -> StyledMark<Row> {
    changed { layer in
      if x != 0 { layer.mark["xOffset"] = SpecValue(x) }
      if y != 0 { layer.mark["yOffset"] = SpecValue(y) }
    }
  }
  /// Writes the marks' value beside them.
  public func annotation(
    position: AnnotationPosition = .top, format: String = ",.10~f"
  ) -> StyledMark<Row> {
    changed { layer in
      let shifts: [AnnotationPosition: SpecValue] = [
        .top: ["dy": -7], .bottom: ["dy": 7], .trailing: ["align": "left", "dx": 4],
        .leading: ["align": "right", "dx": -4], .overlay: [:],
      ]
      layer.annotation = SpecValue(dictionaryLiteral: ("type", "text")).merging(
        shifts[position] ?? [:])
      layer.annotation?["format"] = SpecValue(format)
    }
  }
}
