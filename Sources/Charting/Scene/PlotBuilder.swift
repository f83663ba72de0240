/// Builds the view of a unit or a layer: one plot.
struct PlotBuilder {
  let builder: SceneBuilder

  func plot(_ node: ViewNode, _ cell: CellPath) -> (SceneView, Box) {
    let scales = builder.scales
    var view = SceneView()
    view.width = scales.size(.x, of: node, in: cell)
    view.height = scales.size(.y, of: node, in: cell)
    paintGround(&view, node)
    for unit in node.units {
      guard let frame = UnitFrame(node: unit, cell: cell, scales: scales) else { continue }
      view.marks.append(frame.mark.kind.drawer.draw(frame))
    }
    var bounds = Box(left: 0, top: 0, right: view.width, bottom: view.height)
    view.axes = axes(node, cell, view)
    for place in view.axes.indices {
      AxisLayout(text: builder.text, width: view.width, height: view.height)
        .place(&view.axes[place], spec: axisSpec(node, place), &bounds)
    }
    for mark in view.marks where mark.kind == "text" {
      for item in mark.items { if let text = item.text { bounds = bounds.union(builder.text.box(text)) } }
    }
    for mark in view.marks where !mark.clips { bounds = bounds.union(extent(mark, bounds)) }
    let isNested = node.parent != nil
    if isNested, let title = builder.title(node) {
      view.title = title
      TitleLayout(text: builder.text, context: builder.context).place(&view, &bounds)
    }
    LegendLayout(builder: builder).add(node, cell, &view, &bounds)
    return (view, bounds)
  }

  private func paintGround(_ view: inout SceneView, _ node: ViewNode) {
    let spec = (builder.context.config["view"] ?? [:]).merging(node.spec["view"])
    view.fill = spec["fill"]?.text.flatMap { RGB($0) }
    view.stroke = spec["stroke"]?.text.flatMap { RGB($0) }
  }

  /// Marks may reach over the plot's edge.
  private func extent(_ mark: SceneMark, _ bounds: Box) -> Box {
    var box = bounds
    for item in mark.items {
      switch mark.kind {
      case "symbol":
        let half = item.size.squareRoot() / 2
        box = box.union(Box(left: item.x - half, top: item.y - half, right: item.x + half, bottom: item.y + half))
      case "rect", "image":
        box = box.union(Box(left: item.x, top: item.y, right: item.x + item.width, bottom: item.y + item.height))
      case "arc":
        let r = item.outerRadius
        box = box.union(Box(left: item.x - r, top: item.y - r, right: item.x + r, bottom: item.y + r))
      default: break
      }
    }
    return box
  }

  // MARK: Axes

  private func components(_ node: ViewNode) -> [AxisComponent] {
    [Channel.x, .y].flatMap { channel in (axisOwner(node, channel)?.axes[channel] ?? []).filter { !$0.isDisabled } }
  }

  private func axisOwner(_ node: ViewNode, _ channel: Channel) -> ViewNode? { node }

  private func axisSpec(_ node: ViewNode, _ place: Int) -> SpecValue {
    let all = components(node)
    return place < all.count ? all[place].spec : [:]
  }

  private func axes(_ node: ViewNode, _ cell: CellPath, _ view: SceneView) -> [SceneAxis] {
    components(node).compactMap { component in
      guard let axis = axis(component, cell, view) else { return nil }
      guard component.isInHeader else { return axis }
      // The header draws the axis; the cell keeps its grid.
      var gridOnly = SceneAxis(orient: axis.orient)
      gridOnly.grid = axis.grid
      gridOnly.gridPaints = axis.gridPaints
      gridOnly.isMain = false
      return gridOnly
    }
  }

  /// An axis at the size of a view.
  func axis(_ component: AxisComponent, _ cell: CellPath, _ view: SceneView) -> SceneAxis? {
    guard let scale = builder.scales.scale(component.channel, of: component.unit, in: cell) else { return nil }
    let length = component.channel == .x ? view.width : view.height
    return AxisBuilder(component: component, scale: scale, context: builder.context, length: length).build()
  }
}
