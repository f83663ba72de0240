/// A chart built in Swift, with the names of Apple's Swift Charts.
///
/// It becomes a specification of the same subset as files do, so a chart written in Swift, by a
/// preset or in Vega-Lite gives the same picture.
public struct Chart<Row> {
  private let rows: [Row]
  private let layers: [MarkLayer<Row>]
  private var top: SpecValue = [:]
  private var shared: SpecValue = [:]

  /// Marks over rows.
  public init(_ rows: [Row], @ChartContentBuilder<Row> content: () -> [MarkLayer<Row>]) {
    self.rows = rows
    layers = content()
  }

  /// The specification.
  public var spec: ChartSpec {
    var root = top
    root["data"] = ["values": SpecValue(values)]
    var units: [SpecValue] = []
    for layer in layers {
      units.append(["mark": layer.mark, "encoding": merged(layer.encoding)])
      if let annotation = annotation(of: layer) { units.append(annotation) }
    }
    if units.count == 1 { return ChartSpec(root.merging(units[0])) }
    root["layer"] = SpecValue(units)
    return ChartSpec(root)
  }

  private var values: [SpecValue] {
    let channels = layers.flatMap(\.channels).filter { $0.value.constant == nil }
    return rows.map { row in
      var map = SpecMap()
      for channel in channels {
        map[channel.value.label] = SpecValue(data: channel.value.read(row), at: nil)
      }
      return SpecValue(.map(map))
    }
  }

  /// What the chart says of scales and axes goes to the channels that there are.
  private func merged(_ encoding: SpecValue) -> SpecValue {
    var encoding = encoding
    for entry in shared.map?.entries ?? [] {
      if let own = encoding[entry.key] { encoding[entry.key] = own.merging(entry.value) }
    }
    return encoding
  }

  private func annotation(of layer: MarkLayer<Row>) -> SpecValue? {
    guard let spec = layer.annotation,
      let measure = layer.channels.last(where: { $0.value.type == "quantitative" })
    else { return nil }
    var mark = spec
    mark["format"] = nil
    var encoding = merged(layer.encoding)
    encoding["color"] = nil
    encoding["text"] = [
      "field": SpecValue(measure.value.label), "type": "quantitative",
      "format": spec["format"] ?? "",
    ]
    return ["mark": mark, "encoding": encoding]
  }

  private func changed(_ change: (inout Chart) -> Void) -> Chart {
    var copy = self
    change(&copy)
    return copy
  }

  private func sharing(_ channel: String, _ spec: SpecValue) -> Chart {
    changed { $0.shared[channel] = ($0.shared[channel] ?? [:]).merging(spec) }
  }

  // MARK: Modifiers

  /// The title, and a line under it.
  public func chartTitle(_ title: String, subtitle: String? = nil) -> Chart {
    changed { chart in
      chart.top["title"] = ["text": SpecValue(title)]
      if let subtitle { chart.top["title"]?["subtitle"] = SpecValue(subtitle) }
    }
  }

  /// Where the numbers come from, at the foot.
  public func chartSource(_ source: String) -> Chart {
    changed { $0.top["usermeta"] = ["banxin": ["source": SpecValue(source)]] }
  }

  /// The size of the plot in points.
  public func chartPlotSize(width: Double, height: Double) -> Chart {
    changed { chart in
      chart.top["width"] = SpecValue(width)
      chart.top["height"] = SpecValue(height)
    }
  }

  /// The stretch of the x axis.
  public func chartXScale(domain: ClosedRange<Double>) -> Chart {
    sharing("x", Self.domain(domain))
  }
  /// The stretch of the y axis.
  public func chartYScale(domain: ClosedRange<Double>) -> Chart {
    sharing("y", Self.domain(domain))
  }

  private static func domain(_ range: ClosedRange<Double>) -> SpecValue {
    ["scale": ["domain": [SpecValue(range.lowerBound), SpecValue(range.upperBound)]]]
  }

  /// The title of the x axis; nil for none.
  public func chartXAxisLabel(_ label: String?) -> Chart {
    sharing("x", ["title": label.map { SpecValue($0) } ?? SpecValue(.null)])
  }
  /// The title of the y axis; nil for none.
  public func chartYAxisLabel(_ label: String?) -> Chart {
    sharing("y", ["title": label.map { SpecValue($0) } ?? SpecValue(.null)])
  }

  /// The side of the legend: `top`, `bottom`, `left`, `right`; nil for no legend.
  public func chartLegend(position: String?) -> Chart {
    sharing("color", ["legend": position.map { ["orient": SpecValue($0)] } ?? SpecValue(.null)])
  }

  /// The colours of categories.
  public func chartForegroundStyleScale(domain: [String], range: [String]) -> Chart {
    sharing(
      "color",
      [
        "scale": [
          "domain": SpecValue(domain.map { SpecValue($0) }),
          "range": SpecValue(range.map { SpecValue($0) }),
        ]
      ])
  }
}
