/// An axis while it is put together from the units that share it.
struct AxisComponent {
  var channel: Channel
  /// The unit whose field it shows.
  unowned var unit: ViewNode
  var def: ChannelDef
  /// What the specification says of it.
  var spec: SpecValue
  var isDisabled: Bool
  var orient: String
  var orientIsExplicit: Bool
  /// Titles of the fields that share it; nil where a title is written or refused.
  var fieldTitles: [String]
  /// The title as written: `.some(nil)` where it is refused.
  var written: [String]??
  var hasGrid: Bool
  var gridIsExplicit: Bool
  /// Whether a facet's header draws its main part.
  var isInHeader = false

  /// The axis of a unit's channel; nil where the channel has no scale.
  init?(_ channel: Channel, of node: ViewNode, context: ChartContext) {
    guard let unit = node.unit, let component = node.scale(channel) else { return nil }
    let second = channel.second.flatMap { unit[$0] }
    let own = unit[channel].flatMap { $0.isFieldOrDatum ? $0 : nil }
    guard let def = own ?? second.flatMap({ $0.isFieldOrDatum ? $0 : nil }) else { return nil }
    self.channel = channel
    self.unit = node
    self.def = def
    let axis = own?["axis"]
    var spec = AxisConfig.base(channel, component.type, def, config: context.config)
    isDisabled = axis?.isOff == true || (axis == nil && spec["disable"]?.flag == true)
    let styles =
      axis?["style"]?.list?.compactMap(\.text) ?? [axis?["style"]?.text].compactMap { $0 }
    for style in styles { spec = spec.merging(context.config["style"]?[style]) }
    orient = axis?["orient"]?.text ?? spec["orient"]?.text ?? (channel == .x ? "bottom" : "left")
    orientIsExplicit = axis?["orient"] != nil
    spec = spec.merging(context.config["axis\(orient.prefix(1).uppercased())\(orient.dropFirst())"])
    if let axis, axis.map != nil { spec = spec.merging(axis) }
    let isTimed = def.timeUnit != nil && def["sort"]?.map == nil && def["sort"]?.list == nil
    if spec["labelOverlap"] == nil, isTimed || !def.type.isDiscrete {
      spec["labelOverlap"] = [.log, .symlog].contains(component.type) ? "greedy" : true
    }
    if spec["labelFlush"] == nil, channel == .x, !def.type.isDiscrete { spec["labelFlush"] = true }
    self.spec = spec
    gridIsExplicit = axis?["grid"] != nil
    let isContinuous = !component.type.isDiscrete
    hasGrid = spec["grid"]?.flag ?? (isContinuous && def.isField && !def.isBinning && !def.isBinned)
    fieldTitles = []
    written = nil
    setTitle(axis, unit, own, second, context)
  }

  private mutating func setTitle(
    _ axis: SpecValue?, _ unit: UnitPlan, _ own: ChannelDef?, _ second: ChannelDef?,
    _ context: ChartContext
  ) {
    if let title = axis?["title"] {
      written = .some(GuideStyle.lines(title))
      return
    }
    let titles = [own?["title"], second?["title"]].compactMap { $0 }
    if !titles.isEmpty {
      let lines = titles.compactMap { GuideStyle.lines($0) }.filter { $0 != [""] }
      written = .some(lines.isEmpty ? nil : [Self.merged(lines.map { $0.joined(separator: ", ") })])
      if lines.count == 1 { written = .some(lines[0]) }
      return
    }
    let ofSide = context.config[channel == .x ? "axisX" : "axisY"]?["title"]
    if let title = ofSide ?? context.config["axis"]?["title"], title.isNull {
      written = .some(nil)
      return
    }
    fieldTitles = [own, second].compactMap { $0 }.compactMap {
      FieldTitle.of($0, config: context.config)
    }
    var seen = Set<String>()
    fieldTitles = fieldTitles.filter { seen.insert($0).inserted }
  }

  private static func merged(_ titles: [String]) -> String {
    var seen = Set<String>()
    return titles.filter { seen.insert($0).inserted }.joined(separator: ", ")
  }

  /// The lines of the title.
  var title: [String]? {
    if let written { return written }
    return fieldTitles.isEmpty ? nil : [Self.merged(fieldTitles)]
  }

  /// Takes in the axis of another unit that shares the scale.
  mutating func merge(_ other: AxisComponent) {
    let explicitOff = isDisabled != other.isDisabled
    if explicitOff, other.def["axis"] != nil, def["axis"] == nil { isDisabled = other.isDisabled }
    if other.orientIsExplicit, !orientIsExplicit {
      orient = other.orient
      orientIsExplicit = true
    }
    if let theirs = other.written {
      if let own = written {
        let both = [own, theirs].compactMap { $0?.joined(separator: ", ") }
        written = .some(
          both.isEmpty
            ? nil : both.count == 1 || both[0] == both[1] ? (own ?? theirs) : [Self.merged(both)])
      } else {
        written = .some(theirs)
      }
    } else if written == nil {
      fieldTitles += other.fieldTitles.filter { !fieldTitles.contains($0) }
    }
    if let theirs = other.def["axis"], theirs.map != nil {
      spec = spec.merging(theirs.merging(def["axis"]?.map == nil ? nil : def["axis"]))
      if theirs["grid"] != nil, !gridIsExplicit {
        hasGrid = theirs["grid"]?.flag ?? hasGrid
        gridIsExplicit = true
      }
    }
    if case .given = other.unit.scale(channel)?.domains.first, !def.isField, other.def.isField {
      def = other.def
    }
  }
}

/// The configuration of an axis by its channel, the kind of its scale and its side.
enum AxisConfig {
  static func base(_ channel: Channel, _ type: ScaleType, _ def: ChannelDef, config: SpecValue)
    -> SpecValue
  {
    var names = ["axis", channel == .x ? "axisX" : "axisY"]
    let kinds: [String]
    switch type {
    case .band: kinds = ["Discrete", "Band"]
    case .point: kinds = ["Discrete", "Point"]
    case .time, .utc: kinds = ["Temporal"]
    case .linear, .log, .pow, .sqrt, .symlog: kinds = ["Quantitative"]
    default: kinds = []
    }
    names += kinds.map { "axis\($0)" }
    names += kinds.map { "axis\(channel == .x ? "X" : "Y")\($0)" }
    return names.reduce([:]) { $0.merging(config[$1]) }
  }
}
