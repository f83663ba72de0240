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
      let mark = frame.mark.kind.drawer.draw(frame)
      if builder.context.isPrint {
        countRows(mark, frame)
        HiddenBars(context: builder.context).check(frame)
      }
      view.marks.append(mark)
    }
    if builder.context.isPrint {
      if !node.units.contains(where: { $0.unit?.mark.kind == .point }) { LonePoints.add(to: &view) }
      LightWords(text: builder.text).settle(&view)
      FreeSide(text: builder.text).settle(&view)
    }
    var bounds = Box(left: 0, top: 0, right: view.width, bottom: view.height)
    view.axes = axes(node, cell, view)
    let directed = direct(&view, node)
    if directed.bars {
      view.axes = view.axes.compactMap { isValueAxis($0, node) ? titleAlone(of: $0, node) : $0 }
    }
    for place in view.axes.indices {
      AxisLayout(text: builder.text, width: view.width, height: view.height)
        .place(&view.axes[place], spec: view.axes[place].spec, &bounds)
    }
    if directed.bars { liftTitles(&view, node, &bounds) }
    for note in view.notes { bounds = bounds.union(builder.text.box(note)) }
    for mark in view.marks where mark.kind == .text {
      for item in mark.items {
        if let text = item.text { bounds = bounds.union(builder.text.box(text)) }
      }
    }
    for mark in view.marks where !mark.clips { bounds = bounds.union(extent(mark, bounds)) }
    let isNested = node.parent != nil
    if isNested, let title = builder.title(node) {
      view.title = title
      TitleLayout(text: builder.text, context: builder.context).place(&view, &bounds)
    }
    if !directed.lines {
      LegendLayout(scales: builder.scales, text: builder.text)
        .add(node, cell, &view, &bounds)
    }
    return (view, bounds)
  }

  /// Every row is to be seen; one outside a domain that is given has no place.
  private func countRows(_ mark: SceneMark, _ frame: UnitFrame) {
    let (all, drawn) = (
      frame.data.rows.count, mark.isPath ? mark.series.joined().count : mark.items.count
    )
    guard drawn < all else { return }
    builder.context.report(ChartProblems.undrawn(all - drawn, of: all), at: frame.node.spec["mark"])
  }

  /// Words beside the marks, as print wants them: which kinds of guides they make needless.
  private func direct(_ view: inout SceneView, _ node: ViewNode) -> (lines: Bool, bars: Bool) {
    guard builder.context.isPrint else { return (false, false) }
    let labels = DirectLabels(text: builder.text, context: builder.context)
    let hasLegend = node.units.contains { unit in
      let def = unit.unit?[.color]
      return def?.isField == true && def?["legend"]?.isNull != true
    }
    let lines =
      hasLegend && node.units.allSatisfy { [.line, .point].contains($0.unit?.mark.kind) }
      && labels.nameLines(&view)
    let isAlone = node.units.count == 1 && node.units[0].unit?.isPlainBars == true
    guard isAlone else { return (lines, false) }
    return (lines, labels.valueBars(&view, node.units[0], avoiding: axisWords(view, node)))
  }

  /// Where the words of a view's axes will stand.
  private func axisWords(_ view: SceneView, _ node: ViewNode) -> [Box] {
    let layout = AxisLayout(text: builder.text, width: view.width, height: view.height)
    return view.axes.flatMap { axis -> [Box] in
      let isValue = isValueAxis(axis, node)
      var placed = axis
      var box = Box(left: 0, top: 0, right: 0, bottom: 0)
      layout.place(&placed, spec: placed.spec, &box)
      // The title of a value axis gives way to the values.
      return (isValue ? [] : placed.labels).filter { !$0.isHidden && $0.lines != [""] }.map {
        builder.text.box($0)
      }
    }
  }

  /// What is left of an axis whose numbers stand at the bars: its title, which may be the only place
  /// that names the measure and its unit; nothing where the words over the chart name both.
  private func titleAlone(of axis: SceneAxis, _ node: ViewNode) -> SceneAxis? {
    guard let title = axis.title?.lines.joined(), !title.isEmpty,
      !builder.context.headWords.contains(where: { $0.hasPrefix(title) || $0.hasSuffix(title) })
    else { return nil }
    var alone = SceneAxis(orient: axis.orient)
    alone.title = axis.title
    alone.standsUpright = axis.standsUpright
    alone.spec = axis.spec
    return alone
  }

  /// Moves the title above a value axis over the values that it would stand among.
  private func liftTitles(_ view: inout SceneView, _ node: ViewNode, _ bounds: inout Box) {
    let notes = view.notes.map { builder.text.box($0) }
    for place in view.axes.indices where isValueAxis(view.axes[place], node) {
      guard var title = view.axes[place].title, !view.axes[place].isHorizontal else { continue }
      let own = builder.text.box(title)
      let inWay = notes.filter { $0.left < own.right + 2 && $0.top < own.bottom }
      guard let top = inWay.map(\.top).min() else { continue }
      title.y -= own.bottom - top + 1
      view.axes[place].title = title
      bounds = bounds.union(builder.text.box(title))
    }
  }

  /// Whether an axis only repeats what values at the bars say.
  private func isValueAxis(_ axis: SceneAxis, _ node: ViewNode) -> Bool {
    guard let unit = node.units.first?.unit else { return false }
    let isLying = unit.mark.orient == .horizontal
    let channel: Channel = isLying ? .x : .y
    return axis.isHorizontal == isLying && unit[channel]?["axis"] == nil
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
      case .symbol:
        let half = item.size.squareRoot() / 2
        box = box.union(
          Box(left: item.x - half, top: item.y - half, right: item.x + half, bottom: item.y + half))
      case .rect, .image:
        box = box.union(
          Box(left: item.x, top: item.y, right: item.x + item.width, bottom: item.y + item.height))
      case .arc:
        let r = item.outerRadius
        box = box.union(
          Box(left: item.x - r, top: item.y - r, right: item.x + r, bottom: item.y + r))
      case .rule, .text, .line, .area, .trail, .shape: break
      }
    }
    return box
  }

  // MARK: Axes

  private func components(_ node: ViewNode) -> [AxisComponent] {
    [Channel.x, .y].flatMap { channel in (node.axes[channel] ?? []).filter { !$0.isDisabled } }
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
    guard let scale = builder.scales.scale(component.channel, of: component.unit, in: cell) else {
      return nil
    }
    let length = component.channel == .x ? view.width : view.height
    var axis = AxisBuilder(
      component: component, scale: scale, context: builder.context, length: length
    ).build()
    axis.spec = component.spec
    axis.standsUpright = builder.context.isPrint
    if builder.context.isPrint {
      PrintAxes(text: builder.text, context: builder.context).polish(
        &axis, component, scale, length: length)
    }
    return axis
  }
}
