import Geometry

/// All finished scales and view sizes of a chart, made when first asked for.
final class ScaleTable {
  let context: ChartContext
  private var made: [Key: Scale] = [:]
  private var sizes: [Key: Double] = [:]
  private var projections: [Key: MapProjection] = [:]

  private struct Key: Hashable {
    var node: ObjectIdentifier
    var channel: Channel
    var cell: CellPath
  }

  init(context: ChartContext) { self.context = context }

  /// The scale of a channel in a cell; nil where the channel has none.
  func scale(_ channel: Channel, of node: ViewNode, in cell: CellPath) -> Scale? {
    guard let owner = node.scaleOwner(channel), let component = owner.scales[channel] else {
      return nil
    }
    let domainCell = CellPath(cells: Array(cell.cells.prefix(owner.facetDepth)))
    let key = Key(node: ObjectIdentifier(owner), channel: channel, cell: domainCell)
    if let done = made[key] { return done }
    let scale = ScaleBuilder(table: self, component: component, node: node, cell: domainCell)
      .build()
    made[key] = scale
    return scale
  }

  /// All scales with their owners and cells, in the order of the tree, for the facts.
  func all(below root: ViewNode) -> [(
    owner: ViewNode, channel: Channel, cell: CellPath, scale: Scale
  )] {
    var list: [(owner: ViewNode, channel: Channel, cell: CellPath, scale: Scale)] = []
    func visit(_ node: ViewNode) {
      let cells = Set(
        node.units.flatMap(\.instances)
          .filter { node.facetDepth == 0 || !$0.value.raw.rows.isEmpty }
          .map { CellPath(cells: Array($0.key.cells.prefix(node.facetDepth))) })
      for channel in Channel.scaled where node.scales[channel] != nil {
        for cell in cells.sorted(by: { $0.cells.lexicographicallyPrecedes($1.cells) }) {
          let user = node.units.first { $0.scaleOwner(channel) === node } ?? node
          if let scale = scale(channel, of: user, in: cell) {
            list.append((node, channel, cell, scale))
          }
        }
      }
      node.children.forEach(visit)
    }
    visit(root)
    return list
  }

  /// The projection of a unit on a map in a cell; nil where it is drawn on none.
  func projection(of node: ViewNode, in cell: CellPath) -> MapProjection? {
    guard node.unit?.isOnMap == true else { return nil }
    let plan = MapPlan(context: context, node: node)
    let key = Key(node: ObjectIdentifier(plan.leader), channel: .longitude, cell: cell)
    if let done = projections[key] { return done }
    let projection = plan.projection(
      size(.x, of: node, in: cell), size(.y, of: node, in: cell))
    projections[key] = projection
    return projection
  }

  // MARK: Sizes

  /// The width (`x`) or height (`y`) of the plot that a unit or layer is drawn in.
  func size(_ axis: Channel, of node: ViewNode, in cell: CellPath) -> Double {
    let frame = node.frame
    let key = Key(node: ObjectIdentifier(frame), channel: axis, cell: cell)
    if let done = sizes[key] { return done }
    let size = measured(axis, frame, cell)
    sizes[key] = size
    return size
  }

  private func measured(_ axis: Channel, _ frame: ViewNode, _ cell: CellPath) -> Double {
    let name = axis == .x ? "width" : "height"
    for unit in [frame] + frame.units {
      if let number = unit.spec[name]?.number { return number }
    }
    if let unit = frame.units.first(where: { $0.unit?.isOnMap == true }) {
      guard axis == .y, context.isPrint,
        let steepness = MapPlan(context: context, node: unit).steepness
      else { return continuous(name) }
      return size(.x, of: frame, in: cell) * steepness
    }
    for unit in frame.units {
      guard let component = unit.scale(axis) else {
        let isArc = unit.unit?.mark.kind == .arc
        return isArc ? continuous(name) : discreteStep(name)
      }
      guard component.type.isDiscrete else { return continuous(name) }
      if let fixed = context.config["view"]?[axis == .x ? "discreteWidth" : "discreteHeight"]?
        .number,
        unit.spec[name] == nil
      {
        return fixed
      }
      return stepped(axis, unit, component, cell, given: unit.spec[name] ?? frame.spec[name])
    }
    return continuous(name)
  }

  private func continuous(_ name: String) -> Double {
    context.config["view"]?[name == "width" ? "continuousWidth" : "continuousHeight"]?.number ?? 300
  }

  private func discreteStep(_ name: String) -> Double {
    let key = name == "width" ? "discreteWidth" : "discreteHeight"
    return context.config["view"]?[key]?["step"]?.number ?? context.config["view"]?[key]?.number
      ?? context.config["view"]?["step"]?.number ?? 20
  }

  private func stepped(
    _ axis: Channel, _ unit: ViewNode, _ component: ScaleComponent, _ cell: CellPath,
    given: SpecValue?
  ) -> Double {
    let step = given?["step"]?.number ?? discreteStep(axis == .x ? "width" : "height")
    // Cells that share a scale have all its bands, whether they have rows for them or not.
    func shared(_ channel: Channel) -> CellPath {
      CellPath(cells: Array(cell.cells.prefix(unit.scaleOwner(channel)?.facetDepth ?? 0)))
    }
    let domain = DomainBuilder(context: context).domain(component, in: shared(axis))
    let (inner, outer) = ScaleBuilder.paddings(component)
    let count = Scale.space(domain.count, inner, outer)
    guard component.type == .band, let offset = axis.offset, let nested = unit.scale(offset),
      nested.type.isDiscrete, given?["for"]?.text != "position"
    else { return step * count }
    let places = DomainBuilder(context: context).domain(nested, in: shared(offset)).count
    let (nestedInner, nestedOuter) = ScaleBuilder.paddings(nested)
    let spaces =
      nested.type == .band ? Scale.space(places, nestedInner, nestedOuter) : Double(places)
    return step * spaces / (1 - inner) * count
  }

  /// The size that all views of a row or column have, where none depends on its data.
  func commonSize(_ axis: Channel, of node: ViewNode) -> Double? {
    var common: Double?
    for child in node.children {
      guard child.kind == .unit || child.kind == .layer else { return nil }
      let name = axis == .x ? "width" : "height"
      let isFixed = ([child] + child.units).contains { $0.spec[name]?.number != nil }
      let isStepped = child.units.first?.scale(axis)?.type.isDiscrete == true
      if !isFixed, isStepped { return nil }
      let own = size(axis, of: child, in: CellPath())
      guard common == nil || common == own else { return nil }
      common = own
    }
    return common
  }

  /// The distance of neighbours that symbols and bars may fill: the least of both directions.
  func step(of node: ViewNode, in cell: CellPath) -> Double {
    func own(_ axis: Channel) -> Double {
      let name = axis == .x ? "width" : "height"
      if let def = node.unit?[axis], def.isBinning, let binning = node.binnings[def.column] {
        return size(axis, of: node, in: cell) / ((binning.stop - binning.start) / binning.step)
      }
      return node.spec[name]?["step"]?.number ?? discreteStep(name)
    }
    return min(own(.x), own(.y))
  }
}

extension ViewNode {
  /// The view whose plot this one is drawn in: the outermost layer around it.
  var frame: ViewNode { parent?.kind == .layer ? (parent?.frame ?? self) : self }

  /// In how many facets it stands.
  var facetDepth: Int {
    guard let parent else { return 0 }
    return parent.facetDepth + (parent.kind == .facet ? 1 : 0)
  }
}
