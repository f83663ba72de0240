/// Puts the cells of a facet in rows and columns, with heads and shared axes around them.
struct FacetLayout {
  let builder: SceneBuilder

  private var text: ChartTypesetter { builder.text }
  private var context: ChartContext { builder.context }

  func view(_ node: ViewNode, _ cell: CellPath) -> (SceneView, Box) {
    guard let cells = node.cells[cell], let plan = node.facet, let child = node.children.first
    else {
      return (SceneView(), Box(left: 0, top: 0, right: 0, bottom: 0))
    }
    var children = cells.rows.indices.map { number in
      cells.rows[number].isEmpty
        ? empty(child, cell.appending(number)) : builder.view(child, cell.appending(number))
    }
    if let wrap = plan.wrap, wrap["header"]?.isNull != true {
      for number in children.indices {
        addHead(&children[number], wrap, cells.columnKeys[number], cells)
      }
    }
    let spacing = Spacing(node.spec["spacing"] ?? context.config["facet"]?["spacing"])
    let places = GridLayout.places(
      children, columns: cells.columns, spacing: spacing, alignsSizes: true, grid: cells.places)
    var view = SceneView()
    var bounds = Box(left: 0, top: 0, right: 0, bottom: 0)
    for (number, own) in children.enumerated() {
      var cellView = own.0
      (cellView.x, cellView.y) = places[number]
      cellView.name = "cell"
      bounds = bounds.union(own.1.moved(cellView.x, cellView.y))
      view.views.append(cellView)
    }
    addHeaders(&view, &bounds, node, plan, cells, cell)
    addTitles(&view, &bounds, plan, node)
    if node.parent != nil, let title = builder.title(node) {
      view.title = title
      TitleLayout(text: text, context: context).place(&view, &bounds)
    }
    LegendLayout(scales: builder.scales, text: builder.text)
      .add(node, cell, &view, &bounds)
    return (view, bounds)
  }

  /// The cell of a crossing without rows.
  private func empty(_ node: ViewNode, _ cell: CellPath) -> (SceneView, Box) {
    var view = SceneView()
    view.width = builder.scales.size(.x, of: node, in: cell)
    view.height = builder.scales.size(.y, of: node, in: cell)
    return (view, Box(left: 0, top: 0, right: view.width, bottom: view.height))
  }

  // MARK: Heads

  private func headerSpec(_ def: ChannelDef) -> SpecValue {
    let name: String =
      switch def.channel {
      case .row: "headerRow"
      case .column: "headerColumn"
      default: "headerFacet"
      }
    var spec = (context.config["header"] ?? [:]).merging(context.config[name])
      .merging(def["header"]?.map == nil ? nil : def["header"])
    if let orient = spec["orient"] {
      for key in ["labelOrient", "titleOrient"] where spec[key] == nil { spec[key] = orient }
    }
    return spec
  }

  /// The two ends of a bin in words.
  private func range(_ def: ChannelDef, _ value: DataValue?, _ cells: FacetCells) -> String? {
    let keys = cells.table.column(def.column)
    guard let number = keys.firstIndex(where: { $0 == value }) else { return nil }
    return cells.table.accessor(def.rangeColumn)(cells.table.rows[number]).words
  }

  private func label(_ def: ChannelDef, _ value: DataValue?, _ cells: FacetCells?) -> SceneText {
    let spec = headerSpec(def)
    let format = ValueFormat(
      def, context: context, isGuide: true, format: spec["format"], formatType: spec["formatType"])
    var words =
      value.map {
        $0 == .null
          ? context.words(.null)
          : def.type == .quantitative && !$0.number.isNaN
            ? format.text($0)
            : def.timeUnit != nil || def.type == .temporal
              ? format.text($0) : number(format, $0, spec)
      } ?? ""
    if def.isBinning { words = cells.flatMap { range(def, value, $0) } ?? words }
    if let source = spec["labelExpr"], let code = source.text,
      let expression = context.expression(code, at: source)
    {
      let record: [String: DataValue] = ["value": value ?? .null, "label": .text(words)]
      words = expression.value(in: ExpressionScope(record)).words
    }
    var text = SceneText(lines: [words], x: 0, y: 0)
    text.size = spec["labelFontSize"]?.number ?? 10
    text.isBold = GuideStyle.isBold(spec["labelFontWeight"])
    text.colour = spec["labelColor"]?.text.flatMap { RGB($0) } ?? .black
    return text
  }

  private func number(_ format: ValueFormat, _ value: DataValue, _ spec: SpecValue) -> String {
    spec["format"] == nil
      ? value.words : NumberFormat(spec["format"]?.text ?? "")?.text(value.number) ?? value.words
  }

  private func addHead(
    _ cell: inout (SceneView, Box), _ def: ChannelDef, _ value: DataValue?, _ cells: FacetCells
  ) {
    let spec = headerSpec(def)
    guard spec["labels"]?.flag != false else { return }
    var head = label(def, value, cells)
    head.align = "center"
    head.baseline = "bottom"
    head.x = cell.0.width / 2
    head.y = min(0, cell.1.top) - (spec["labelPadding"]?.number ?? 10)
    cell.1 = cell.1.union(text.box(head))
    cell.0.title = SceneTitle(text: head)
  }

  private func addHeaders(
    _ view: inout SceneView, _ bounds: inout Box, _ node: ViewNode, _ plan: FacetPlan,
    _ cells: FacetCells, _ cell: CellPath
  ) {
    let start = bounds
    let axes = sharedAxes(node)
    let wraps = plan.wrap != nil
    for (row, key) in cells.rowKeys.enumerated() {
      guard let sample = cells.sample(where: { $0.row == row }) else { continue }
      let own = axes.filter { $0.channel == .y }
      addHeader(&view, &bounds, "row", plan.row, key, sample, own, cell, start, cells)
    }
    let columns = wraps ? min(cells.columns, cells.rows.count) : cells.columnKeys.count
    for column in 0..<columns {
      guard let sample = cells.sample(where: { $0.column == column }) else { continue }
      let own = axes.filter { $0.channel == .x }
      addHeader(
        &view, &bounds, "column", plan.column, wraps ? nil : cells.columnKeys[column], sample, own,
        cell, start, cells)
    }
    if wraps { addWrappedRows(&view, &bounds, cells, axes, cell, start) }
  }

  /// The rows below the first of a wrapped facet have their own shared axis.
  private func addWrappedRows(
    _ view: inout SceneView, _ bounds: inout Box, _ cells: FacetCells, _ axes: [AxisComponent],
    _ cell: CellPath, _ start: Box
  ) {
    let rows = (cells.places.map(\.row).max() ?? 0) + 1
    for row in 1..<max(1, rows) {
      guard let sample = cells.sample(where: { $0.row == row }) else { continue }
      addHeader(
        &view, &bounds, "row", nil, nil, sample, axes.filter { $0.channel == .y }, cell, start,
        cells)
    }
  }

  private func sharedAxes(_ node: ViewNode) -> [AxisComponent] {
    guard let child = node.children.first else { return [] }
    return [Channel.x, .y].flatMap { child.axes[$0] ?? [] }.filter {
      $0.isInHeader && !$0.isDisabled
    }
  }

  private func addHeader(
    _ view: inout SceneView, _ bounds: inout Box, _ side: String, _ def: ChannelDef?,
    _ key: DataValue?,
    _ sample: Int, _ axes: [AxisComponent], _ cell: CellPath, _ start: Box, _ cells: FacetCells
  ) {
    let model = view.views[sample]
    for isFooter in [false, true] {
      var header = SceneHeader(role: "\(side)-\(isFooter ? "footer" : "header")")
      header.x = side == "column" ? model.x : isFooter ? start.right : start.left
      header.y = side == "row" ? model.y : isFooter ? start.bottom : start.top
      (header.width, header.height) = (model.width, model.height)
      let inner = cell.appending(sample)
      for component in axes
      where isFooter == (component.orient == "bottom" || component.orient == "right") {
        guard var axis = PlotBuilder(builder: builder).axis(component, inner, model) else {
          continue
        }
        axis.grid = []
        // The header's own corner stands for the plot's edge.
        var box = Box(left: 0, top: 0, right: 0, bottom: 0)
        let layout = AxisLayout(
          text: text, width: side == "column" ? model.width : 0,
          height: side == "row" ? model.height : 0)
        layout.place(&axis, spec: component.spec, &box)
        bounds = bounds.union(box.moved(header.x, header.y))
        header.axes.append(axis)
      }
      let spec = def.map { headerSpec($0) } ?? [:]
      let isOff = def?["header"]?.isNull == true || spec["labels"]?.flag == false
      let wantsFooter = ["bottom", "right"].contains(spec["labelOrient"]?.text)
      if let def, !isOff, wantsFooter == isFooter {
        placeLabel(&header, def, key, spec, &bounds, side, cells)
      }
      if header.text != nil || !header.axes.isEmpty { view.headers.append(header) }
    }
  }

  private func placeLabel(
    _ header: inout SceneHeader, _ def: ChannelDef, _ key: DataValue?, _ spec: SpecValue,
    _ bounds: inout Box, _ side: String, _ cells: FacetCells
  ) {
    var label = label(def, key, cells)
    let padding = spec["labelPadding"]?.number ?? 10
    let isFooter = header.role.hasSuffix("footer")
    if side == "column" {
      label.align =
        spec["labelAlign"]?.text ?? ["start": "left", "end": "right"][
          spec["labelAnchor"]?.text ?? ""] ?? "center"
      label.x = label.align == "left" ? 0 : label.align == "right" ? header.width : header.width / 2
      label.baseline = isFooter ? "top" : "bottom"
      let axes =
        header.axes.map { $0.extent + ($0.title.map { text.height($0) + 4 } ?? 0) }.max() ?? 0
      label.y = isFooter ? padding + axes : -padding - axes
      label.angle = spec["labelAngle"]?.number ?? 0
    } else {
      let angle = spec["labelAngle"]?.number ?? -90
      let axes =
        header.axes.map { $0.extent + ($0.title.map { text.height($0) + 4 } ?? 0) }.max() ?? 0
      label.angle = angle
      label.align = angle == 0 ? (isFooter ? "left" : "right") : "center"
      label.baseline = angle == 0 ? "middle" : isFooter ? "top" : "bottom"
      label.x = isFooter ? padding + axes : -padding - axes
      label.y = header.height / 2
    }
    header.text = label
    bounds = bounds.union(text.box(label).moved(header.x, header.y))
  }

  // MARK: Titles

  /// The title of a facet in a facet of the same kind stands with the outer one's.
  private func joined(_ lines: [String], _ def: ChannelDef, _ node: ViewNode) -> [String] {
    guard let inner = node.children.first?.facet?.defs.first(where: { $0.channel == def.channel }),
      let theirs = titleLines(inner)
    else { return lines }
    return [lines.joined(separator: ", ") + " / " + theirs.joined(separator: ", ")]
  }

  private func isJoinedAbove(_ def: ChannelDef, _ node: ViewNode) -> Bool {
    node.parent?.facet?.defs.contains { $0.channel == def.channel && titleLines($0) != nil } == true
  }

  private func addTitles(
    _ view: inout SceneView, _ bounds: inout Box, _ plan: FacetPlan, _ node: ViewNode
  ) {
    let right = view.views.map { $0.x + $0.width }.max() ?? 0
    let bottom = view.views.map { $0.y + $0.height }.max() ?? 0
    for def in plan.defs {
      guard let own = titleLines(def), !isJoinedAbove(def, node) else { continue }
      let lines = joined(own, def, node)
      let spec = headerSpec(def)
      var title = SceneText(lines: lines, x: 0, y: 0)
      title.size = spec["titleFontSize"]?.number ?? 11
      title.isBold = GuideStyle.isBold(spec["titleFontWeight"] ?? "bold")
      title.colour = spec["titleColor"]?.text.flatMap { RGB($0) } ?? .black
      title.align = "center"
      title.baseline = "bottom"
      let padding = spec["titlePadding"]?.number ?? 10
      var header = SceneHeader(role: def.channel == .row ? "row-title" : "column-title")
      if def.channel == .row {
        title.angle = spec["titleAngle"]?.number ?? -90
        (header.x, header.y) = (bounds.left - padding, bottom / 2)
      } else {
        (header.x, header.y) = (right / 2, bounds.top - padding)
      }
      bounds = bounds.union(text.box(title).moved(header.x, header.y))
      header.text = title
      view.headers.append(header)
    }
  }

  private func titleLines(_ def: ChannelDef) -> [String]? {
    if def["header"]?.isNull == true { return nil }
    let written = def["header"]?["title"] ?? def["title"] ?? context.config["header"]?["title"]
    if let written {
      let lines = GuideStyle.lines(written)
      return lines == [""] ? nil : lines
    }
    return FieldTitle.of(def, config: context.config).map { [$0] }
  }
}
