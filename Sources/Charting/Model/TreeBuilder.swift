/// Builds the tree of views, and the data of every unit in every cell.
struct TreeBuilder {
  let context: ChartContext

  /// The tree of a normalised specification.
  func build(_ spec: SpecValue) -> ViewNode {
    let node = node(spec)
    grow(node, CellPath(), DataTable())
    for unit in node.units { UnitDataBuilder(context: context, node: unit).prepare() }
    return node
  }

  private func node(_ spec: SpecValue) -> ViewNode {
    if spec["facet"] != nil, let inner = spec["spec"] {
      let node = ViewNode(kind: .facet, spec: spec)
      node.facet = facetPlan(spec)
      node.add(self.node(inner))
      return node
    }
    for key in ["hconcat", "vconcat", "concat"] {
      if let children = spec[key]?.list {
        let node = ViewNode(kind: .concat, spec: spec)
        for child in children { node.add(self.node(child)) }
        return node
      }
    }
    if let layers = spec["layer"]?.list {
      let node = ViewNode(kind: .layer, spec: spec)
      for layer in layers { node.add(self.node(layer)) }
      return node
    }
    let node = ViewNode(kind: .unit, spec: spec)
    node.unit = unitPlan(spec)
    return node
  }

  private func facetPlan(_ spec: SpecValue) -> FacetPlan {
    let reader = ChannelReader(context: context)
    guard let facet = spec["facet"] else { return FacetPlan() }
    if facet["row"] != nil || facet["column"] != nil {
      return FacetPlan(
        row: facet["row"].flatMap { reader.read($0, for: .row) },
        column: facet["column"].flatMap { reader.read($0, for: .column) })
    }
    return FacetPlan(wrap: reader.read(facet, for: .facet))
  }

  private func unitPlan(_ spec: SpecValue) -> UnitPlan? {
    let name = spec["mark"]?["type"]?.text ?? ""
    guard let kind = MarkKind(rawValue: name) else {
      context.report(
        spec["mark"] == nil
          ? ChartProblems.missingKey("mark")
          : Refusals.keys[name] != nil
            ? ChartProblems.unsupported(name)
            : ChartProblems.notAmong(name, choices: MarkKind.allCases.map(\.rawValue)),
        at: spec["mark"]?["type"] ?? spec["mark"] ?? spec)
      return nil
    }
    let channels = ChannelReader(context: context).read(spec["encoding"])
    var mark = spec["mark"] ?? [:]
    // A net of lines encloses nothing.
    if spec["data"]?["graticule"] != nil, mark["filled"] == nil { mark["filled"] = false }
    let plain = MarkDef(kind, mark, orient: nil, config: context.config)
    let orient = MarkOrient.of(
      kind, channels.mapValues(\.first), specified: plain.property("orient")?.text)
    var plan = UnitPlan(
      mark: MarkDef(kind, mark, orient: orient, config: context.config), channels: channels,
      stack: StackPlan.make(kind, orient, channels, mark))
    let reader = ChannelReader(context: context)
    for key in ["tooltip", "href", "description", "key"] {
      let spec = spec["encoding"]?[key]
      plan.unseen += (spec?.list ?? [spec].compactMap { $0 }).compactMap {
        reader.read($0, for: .detail)
      }
    }
    return plan
  }

  // MARK: Data

  /// Runs the transforms of a view and hands the rows to its children, cell by cell.
  private func grow(_ node: ViewNode, _ path: CellPath, _ inherited: DataTable) {
    var table = inherited
    if let data = node.spec["data"] {
      table = data.isNull ? DataTable() : DataLoader(context: context).load(data)
    }
    if node.kind == .unit, node.parent?.kind == .layer, node.spec["transform"] != nil,
      node.unit?.fieldDefs.contains(where: \.isBinning) == true
    {
      node.binned.append(table)
    }
    table = TransformRunner(context: context).run(node.spec["transform"], on: table)
    switch node.kind {
    case .unit: node.instances[path] = UnitData(raw: table)
    case .layer, .concat: for child in node.children { grow(child, path, table) }
    case .facet:
      let cells = FacetCells(node: node, table: table, context: context)
      node.cells[path] = cells
      for (number, rows) in cells.rows.enumerated() {
        var part = table.emptied
        part.rows = rows.map { cells.table.rows[$0] }
        for child in node.children { grow(child, path.appending(number), part) }
      }
    }
  }
}
