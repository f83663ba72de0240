/// A legend while it is put together from the channels and units that share it.
struct LegendComponent {
  /// The channels that it explains.
  var channels: [Channel]
  unowned var unit: ViewNode
  var def: ChannelDef
  var spec: SpecValue
  var isDisabled: Bool
  var titles: [String]
  var written: [String]??
  var symbolType: String
  var symbolTypeIsExplicit: Bool
  /// Whether its colours fill marks, line them, or both.
  var sides: Set<Channel>
  /// The one colour that fills symbols whose lines are told apart.
  var ground: RGB?
  /// Which data it is about: legends of the same data are one.
  var key: String
  /// Which rows its domains come from, under Vega-Lite's rules, where channels with unlike rows keep
  /// legends of their own; empty in print, where one legend is better than two.
  var sources: Set<String> = []

  /// The legend of a unit's channel; nil where it has none.
  init?(_ channel: Channel, of node: ViewNode, context: ChartContext) {
    guard let unit = node.unit, node.scale(channel) != nil, let outer = unit[channel] else {
      return nil
    }
    let bound =
      outer.isFieldOrDatum ? outer : outer.conditions.map(\.def).first(where: \.isFieldOrDatum)
    guard let def = bound, def["scale"]?.isNull != true else { return nil }
    channels = [channel]
    self.unit = node
    self.def = def
    let own = def["legend"]
    sides = channel == .color ? [unit.mark.isFilled ? .fill : .stroke] : [channel]
    if !unit.mark.isFilled, unit[.fill] == nil, unit.mark.kind == .point {
      ground = unit.mark.spec["fill"]?.text.flatMap { RGB($0) }
    }
    isDisabled = own.map(\.isOff) ?? (context.config["legend"]?["disable"]?.flag ?? false)
    spec = (context.config["legend"] ?? [:]).merging(own?.map == nil ? nil : own)
    symbolTypeIsExplicit = own?["symbolType"] != nil
    let markShape = unit.mark.property("shape")?.text
    let shapeValue = unit[.shape]?.value?.text
    switch unit.mark.kind {
    case .bar, .rect, .image, .square: symbolType = "square"
    case .line, .trail, .rule: symbolType = "stroke"
    default: symbolType = "circle"
    }
    if channel != .shape,
      let shape = shapeValue
        ?? (unit.mark.kind == .point ? unit.mark.spec["shape"]?.text ?? markShape : nil)
    {
      symbolType = shape
    }
    if let wish = own?["symbolType"]?.text { symbolType = wish }
    titles = []
    written = nil
    if let title = own?["title"] ?? def["title"] {
      written = .some(GuideStyle.lines(title))
    } else if context.config["legend"]?["title"]?.isNull == true {
      written = .some(nil)
    } else if let title = FieldTitle.of(def, config: context.config) {
      titles = [title]
    }
    key = def.column
    if let datum = def.datum { key = "datum \(datum.words)" }
    if let domain = def["scale"]?["domain"] {
      key = SpecWriter.line(domain)
    } else if !context.isPrint {
      sources = [Self.source(node, unit)]
    }
  }

  /// A name for the rows of a unit's domains: paths keep rows without numbers, other marks do not.
  private static func source(_ node: ViewNode, _ unit: UnitPlan) -> String {
    let isPath = [.line, .area, .trail].contains(unit.mark.kind)
    let hasNumbers = [Channel.x, .y].contains { node.scale($0)?.type.isContinuous == true }
    return isPath || !hasNumbers ? "all" : "valid"
  }

  /// The lines of the title.
  var title: [String]? {
    if let written { return written }
    return titles.isEmpty ? nil : [titles.joined(separator: ", ")]
  }

  /// Takes in another channel's or unit's legend.
  mutating func merge(_ other: LegendComponent) {
    for channel in other.channels where !channels.contains(channel) { channels.append(channel) }
    if let theirs = other.written {
      if written == nil { written = .some(theirs) }
    } else {
      titles += other.titles.filter { !titles.contains($0) }
    }
    if !symbolTypeIsExplicit, other.symbolTypeIsExplicit || other.symbolType == "circle" {
      symbolType = other.symbolType
      symbolTypeIsExplicit = other.symbolTypeIsExplicit
    }
    if other.def["legend"]?.map != nil {
      spec = spec.merging(
        other.def["legend"]?.merging(def["legend"]?.map == nil ? nil : def["legend"]))
    }
    sides.formUnion(other.sides)
    ground = ground ?? other.ground
    sources.formUnion(other.sources)
    isDisabled = isDisabled && other.isDisabled
  }
}

/// Makes the legends of units and merges them up the tree.
struct LegendParser {
  let context: ChartContext

  func parse(_ node: ViewNode) {
    for child in node.children { parse(child) }
    if node.kind == .unit {
      for channel in Channel.legends {
        if let legend = LegendComponent(channel, of: node, context: context) {
          node.legends[channel] = legend
        }
      }
      return
    }
    for channel in Channel.legends where node.sharesGuide(channel) {
      // A scale that could not be shared keeps its legends apart.
      let users = node.children.filter { $0.legends[channel] != nil && $0.scales[channel] == nil }
      for child in users {
        guard let own = child.legends[channel] else { continue }
        if node.legends[channel] == nil {
          node.legends[channel] = own
        } else {
          let explicitOff = own.isDisabled && own.def["legend"] != nil
          let wasOff =
            node.legends[channel]?.isDisabled == true && node.legends[channel]?.def["legend"] != nil
          node.legends[channel]?.merge(own)
          if explicitOff || wasOff { node.legends[channel]?.isDisabled = true }
        }
        child.legends[channel] = nil
      }
    }
  }

  /// The legends of a view, those about the same data together.
  static func grouped(_ node: ViewNode) -> [LegendComponent] {
    var merged: [LegendComponent] = []
    for legend in own(node) {
      if let place = merged.firstIndex(where: {
        $0.key == legend.key && $0.sources == legend.sources
          && $0.spec["orient"] == legend.spec["orient"] && !keepApart($0, legend, in: node)
      }) {
        merged[place].merge(legend)
      } else {
        merged.append(legend)
      }
    }
    return merged
  }

  /// Whether layers were told to keep their legends of a channel for themselves.
  private static func keepApart(
    _ a: LegendComponent, _ b: LegendComponent, in node: ViewNode
  ) -> Bool {
    a.unit !== b.unit
      && a.channels.contains { b.channels.contains($0) && !node.sharesGuide($0) }
  }

  /// The legends of a view; those that layers keep for themselves are the layer's too.
  private static func own(_ node: ViewNode) -> [LegendComponent] {
    // Layers come before channels: the legends that the first layer asks for stand first.
    var order: [Channel] = []
    for channel in node.units.flatMap({ unit in
      Channel.legends.filter { unit.unit?[$0]?.isFieldOrDatum == true }
    }) + Channel.legends where !order.contains(channel) {
      order.append(channel)
    }
    let first = order.compactMap { node.legends[$0] }.filter { !$0.isDisabled }
    return node.kind == .layer ? first + node.children.flatMap(own) : first
  }
}
