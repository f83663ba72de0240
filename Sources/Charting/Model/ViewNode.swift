/// A view of the chart while it is compiled: a unit, or views put together.
///
/// A class, because scales, axes and legends move up and down the tree before it is drawn.
final class ViewNode {
  /// How the children of a view lie.
  enum Kind: Hashable, Sendable { case unit, layer, facet, concat }

  let kind: Kind
  /// The normalised specification.
  let spec: SpecValue
  private(set) weak var parent: ViewNode?
  private(set) var children: [ViewNode] = []
  /// The unit's marks and channels.
  var unit: UnitPlan?
  /// The facet's fields.
  var facet: FacetPlan?
  /// The cells of a facet, by the cell that it stands in itself.
  var cells: [CellPath: FacetCells] = [:]
  /// The rows of each instance: one, or one a cell of the facets around it.
  var instances: [CellPath: UnitData] = [:]
  /// How numbers are cut into bins, by column.
  var binnings: [String: Binning] = [:]
  /// The rows that bins are cut over where these are more than the unit draws: a layer's bins are
  /// cut before its own transforms, so that a filtered layer shares the steps of the whole.
  var binned: [DataTable] = []
  /// Scales that belong to this view.
  var scales: [Channel: ScaleComponent] = [:]
  /// Axes that belong to this view.
  var axes: [Channel: [AxisComponent]] = [:]
  /// Legends that belong to this view.
  var legends: [Channel: LegendComponent] = [:]

  init(kind: Kind, spec: SpecValue) {
    self.kind = kind
    self.spec = spec
  }

  func add(_ child: ViewNode) {
    children.append(child)
    child.parent = self
  }

  /// Lets go of everything below. Scales, axes and legends know the views that they came from, so
  /// that a tree that is merely forgotten would be kept for ever.
  func dismantle() {
    children.forEach { $0.dismantle() }
    children = []
    scales = [:]
    axes = [:]
    legends = [:]
    instances = [:]
    binned = []
  }

  /// All units below, in drawing order.
  var units: [ViewNode] { kind == .unit ? [self] : children.flatMap(\.units) }

  /// The scale that a channel of this view uses, and the view that it belongs to.
  func scaleOwner(_ channel: Channel) -> ViewNode? {
    if scales[channel] != nil { return self }
    return parent?.scaleOwner(channel)
  }

  /// The component of the scale that a channel uses.
  func scale(_ channel: Channel) -> ScaleComponent? { scaleOwner(channel)?.scales[channel] }

  /// Whether children share a scale here.
  func sharesScale(_ channel: Channel) -> Bool {
    if let written = spec["resolve"]?["scale"]?[channel.rawValue]?.text {
      return written == "shared"
    }
    switch kind {
    case .facet: return channel != .theta
    case .concat: return !(channel.isPosition || channel.isOffset || channel.isPolar)
    default: return true
    }
  }

  /// Whether children share an axis or legend here.
  func sharesGuide(_ channel: Channel) -> Bool {
    guard sharesScale(channel) else { return false }
    let guide = channel.isPosition ? "axis" : "legend"
    return spec["resolve"]?[guide]?[channel.rawValue]?.text != "independent"
  }
}

/// Which cell of the facets around it a view stands in; empty where there is none.
struct CellPath: Hashable, Sendable {
  var cells: [Int] = []

  /// The path of a cell inside this one.
  func appending(_ cell: Int) -> CellPath { CellPath(cells: cells + [cell]) }

  /// Whether it lies in another.
  func isInside(_ other: CellPath) -> Bool { cells.starts(with: other.cells) }
}

/// The data of a unit in one cell.
struct UnitData: Hashable, Sendable {
  /// After the view's transforms, before anything that the encoding asks for but bins and units of
  /// time: what sorts by other fields look at.
  var raw = DataTable()
  /// What the marks are drawn from.
  var main = DataTable()
  /// What domains are made from.
  var domain = DataTable()
}

/// The marks and channels of a unit.
struct UnitPlan {
  var mark: MarkDef
  var channels: [Channel: [ChannelDef]]
  var stack: StackPlan?
  /// Definitions that print does not show but that tell groups apart: tooltips and links.
  var unseen: [ChannelDef] = []

  /// The definition of a channel.
  subscript(_ channel: Channel) -> ChannelDef? { channels[channel]?.first }

  /// Whether it is plain bars, one a category, whose ends can carry their values.
  var isPlainBars: Bool {
    guard mark.kind == .bar, let orient = mark.orient else { return false }
    let (measure, dimension): (Channel, Channel) = orient == .horizontal ? (.x, .y) : (.y, .x)
    let isPiled =
      stack.map { !$0.stackBy.isEmpty && $0.stackBy != [self[dimension]?.column ?? ""] } ?? false
    return self[measure]?.isMeasure == true && !isPiled && self[dimension]?.type.isDiscrete == true
      && self[measure.second ?? measure] == nil && self[measure]?["axis"]?.isNull != true
  }

  /// Whether its marks stand at longitudes and latitudes.
  var isPlacedOnMap: Bool { self[.longitude] != nil || self[.latitude] != nil }
  /// Whether it is drawn on a map.
  var isOnMap: Bool { mark.kind == .geoshape || isPlacedOnMap }

  /// Whether any channel aggregates.
  var isAggregated: Bool { channels.values.contains { $0.contains { $0.aggregate != nil } } }

  /// All definitions that are bound to fields, conditions included, in a fixed order.
  var fieldDefs: [ChannelDef] {
    Channel.allCases.flatMap { channel in
      (channels[channel] ?? []).flatMap { def in [def] + def.conditions.map(\.def) }
    }.filter(\.isField)
  }
}

/// The fields of a facet.
struct FacetPlan {
  var row: ChannelDef?
  var column: ChannelDef?
  var wrap: ChannelDef?

  /// The definitions that there are.
  var defs: [ChannelDef] { [row, column, wrap].compactMap { $0 } }
}
