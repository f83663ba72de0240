/// Finds the projection of a unit.
struct MapPlan {
  let context: ChartContext
  let node: ViewNode

  /// Nothing is drawn higher than this many times its width, or flatter than its inverse.
  private static let steepest = 1.6

  /// The first unit that shares the projection: what is found for it holds for all.
  var leader: ViewNode { sharers.first ?? node }

  private var sharers: [ViewNode] {
    let own = spec(of: node)
    return node.frame.units.filter { $0.unit?.isOnMap == true && spec(of: $0) == own }
  }

  /// The projection in a plot of a size, in points: as large as that allows unless its size is
  /// given. Units that lie over one another with the same projection share it.
  func projection(_ width: Double, _ height: Double) -> MapProjection? {
    let spec = self.spec(of: node)
    guard let kind = kind(spec) else { return nil }
    let plain = MapProjection(kind, spec)
    guard spec["scale"] == nil, spec["translate"] == nil else {
      guard spec["translate"] == nil else { return plain }
      var centred = plain
      (centred.x, centred.y) = (width / 2, height / 2)
      return centred
    }
    return fitted(plain, width, height, extent(kind, spec))
  }

  /// The height of a plot that its map fills, for a width of one; nil where the size of the map is
  /// given.
  var steepness: Double? {
    let spec = self.spec(of: node)
    guard spec["scale"] == nil, spec["translate"] == nil, let kind = kind(spec),
      let box = extent(kind, spec), box.right > box.left, box.bottom > box.top
    else { return nil }
    let ratio = (box.bottom - box.top) / (box.right - box.left)
    return max(1 / Self.steepest, min(Self.steepest, ratio))
  }

  private func kind(_ spec: SpecValue) -> ProjectionKind? {
    // Printed maps are of a county, where angles are kept; the middle of Vega-Lite's own choice is
    // in Africa, and it forgets that choice where views share a projection.
    guard let written = spec["type"] else {
      let isShared = [.layer, .facet].contains(node.parent?.kind)
      return context.isPrint || isShared ? .mercator : .equalEarth
    }
    let name = written.text ?? ""
    if let kind = ProjectionKind(rawValue: name) { return kind }
    context.report(
      ChartProblems.notAmong(name, choices: ProjectionKind.allCases.map(\.rawValue)), at: written)
    return nil
  }

  /// The projection block: of the unit over those of the views around it over the configuration.
  private func spec(of node: ViewNode) -> SpecValue {
    var blocks: [SpecValue] = []
    var view: ViewNode? = node
    while let own = view {
      if let block = own.spec["projection"] { blocks.append(block) }
      view = own.parent
    }
    var spec = context.config["projection"] ?? [:]
    for block in blocks.reversed() { spec = spec.merging(block) }
    // A press shows kinks that a screen does not.
    if context.isPrint, spec["precision"] == nil { spec["precision"] = 0.2 }
    for entry in spec.map?.entries ?? [] { spec[entry.key] = context.resolved(entry.value) }
    return spec
  }

  // MARK: Size

  /// How far everything reaches that shares the projection, at the size of one, before it is moved.
  private func extent(_ kind: ProjectionKind, _ spec: SpecValue) -> Box? {
    var probe = MapProjection(kind, spec)
    (probe.scale, probe.x, probe.y) = (Self.probeScale, 0, 0)
    let tracer = MapTracer(projection: probe)
    var box: Box?
    for unit in sharers {
      guard let plan = unit.unit else { continue }
      for data in unit.instances.values {
        let shown = MapRows(unit: plan, data: data.main).everything
        guard let own = tracer.outline(of: shown).box else { continue }
        box = box?.union(own) ?? own
      }
    }
    return box
  }

  /// The size at which extents are taken: straight lines are bent as they are at about this size.
  private static let probeScale = 150.0

  private func fitted(
    _ plain: MapProjection, _ width: Double, _ height: Double, _ box: Box?
  ) -> MapProjection {
    var fitted = plain
    (fitted.x, fitted.y) = (width / 2, height / 2)
    guard let box else { return fitted }
    let ratio = min(
      width / max(1e-9, box.right - box.left), height / max(1e-9, box.bottom - box.top))
    let middle = ((box.left + box.right) / 2, (box.top + box.bottom) / 2)
    // One place alone has no extent.
    let k = ratio.isFinite && ratio < 1e9 ? ratio : plain.scale / Self.probeScale
    fitted.scale = Self.probeScale * k
    (fitted.x, fitted.y) = (width / 2 - k * middle.0, height / 2 - k * middle.1)
    return fitted
  }
}

/// What the rows of a unit show on a map.
struct MapRows {
  let unit: UnitPlan
  let data: DataTable

  /// What is drawn of a row: the shape in its `shape` field, or the row itself.
  var shape: (DataTable.Row) -> GeoShape {
    if let def = unit[.shape], def.isField {
      let column = data.accessor(def.column)
      return { GeoShape(column($0)) }
    }
    return { GeoShape(.map(data.record($0))) }
  }

  /// The places of rows; those of their far ends where `isFar`. Nil where the unit has none. An end
  /// that names one coordinate only shares the other with the start.
  func place(isFar: Bool = false) -> ((DataTable.Row) -> GeoPoint?)? {
    let (east, north): (Channel, Channel) =
      isFar ? (.longitude2, .latitude2) : (.longitude, .latitude)
    guard unit[east] != nil || unit[north] != nil,
      let east = unit[east] ?? unit[east.main], let north = unit[north] ?? unit[north.main]
    else { return nil }
    let (x, y) = (degrees(east), degrees(north))
    return { row in
      guard let x = x(row), let y = y(row) else { return nil }
      return GeoPoint(x: x, y: y)
    }
  }

  /// All that the rows show.
  var everything: GeoShape {
    var all = GeoShape()
    if unit.isPlacedOnMap {
      for place in [place(), place(isFar: true)].compactMap({ $0 }) {
        all.points += data.rows.compactMap(place)
      }
    } else {
      let shape = self.shape
      for row in data.rows { all.add(shape(row)) }
    }
    return all
  }

  private func degrees(_ def: ChannelDef) -> (DataTable.Row) -> Double? {
    if let datum = def.datum ?? def.value.map({ DataValue($0) }) { return { _ in datum.measure } }
    let column = data.accessor(def.column)
    return { column($0).measure }
  }
}
