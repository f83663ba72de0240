/// Places legends about their view.
struct LegendLayout {
  let scales: ScaleTable
  let text: ChartTypesetter

  /// Adds the legends of a view; its box grows by them.
  func add(_ node: ViewNode, _ cell: CellPath, _ view: inout SceneView, _ bounds: inout Box) {
    var legends: [SceneLegend] = []
    for component in LegendParser.grouped(node) {
      let length = gradientLength(component.spec, Self.plot(view))
      guard
        var legend = LegendBuilder(
          component: component, scales: scales, cell: cell, length: length
        ).build()
      else { continue }
      arrange(&legend, component.spec, view)
      legends.append(legend)
    }
    stack(&legends, view, &bounds)
    view.legends = legends
  }

  // MARK: Inside

  private func arrange(_ legend: inout SceneLegend, _ spec: SpecValue, _ view: SceneView) {
    var top = 0.0
    if legend.title != nil {
      if let title = legend.title { top = text.height(title) + (spec["titlePadding"]?.number ?? 5) }
    }
    if legend.gradient.isEmpty {
      arrangeEntries(&legend, spec, top, view)
    } else {
      arrangeGradient(&legend, spec, top, view)
    }
    if let title = legend.title { legend.width = max(legend.width, text.width(title)) }
  }

  private func arrangeEntries(
    _ legend: inout SceneLegend, _ spec: SpecValue, _ top: Double, _ view: SceneView
  ) {
    let reach = legend.entries.map { $0.symbol.size.squareRoot() }.max() ?? 0
    let offset = spec["labelOffset"]?.number ?? 4
    let columnGap = spec["columnPadding"]?.number ?? 10
    let rowGap = spec["rowPadding"]?.number ?? 2
    let room = max(view.width, scales.context.figureWidth ?? Self.leastRoom)
    if scales.context.isPrint {
      wrap(&legend, to: legend.isHorizontal ? room - reach - offset : Self.besideRoom)
    }
    let widths = legend.entries.map { reach + offset + text.width($0.label) }
    let heights = legend.entries.map { max($0.symbol.size.squareRoot(), text.height($0.label)) }
    var columns = Int(bounded: spec["columns"]?.number ?? (legend.isHorizontal ? 0 : 1))
    if columns <= 0 {
      columns = max(1, legend.entries.count)
      if scales.context.isPrint { columns = fitting(widths, in: room, gap: columnGap) }
    }
    let rows = (legend.entries.count + columns - 1) / max(1, columns)
    let columnWidths = (0..<columns).map { column in
      stride(from: column, to: widths.count, by: columns).map { widths[$0] }.max() ?? 0
    }
    let rowHeights = (0..<rows).map { row in
      heights[(row * columns)..<min(heights.count, (row + 1) * columns)].max() ?? 0
    }
    for number in legend.entries.indices {
      let (row, column) = (number / columns, number % columns)
      let x = columnWidths[..<column].reduce(0) { $0 + $1 + columnGap }
      let y = top + rowHeights[..<row].reduce(0) { $0 + $1 + rowGap } + rowHeights[row] / 2
      legend.entries[number].symbol.x = x + reach / 2
      legend.entries[number].symbol.y = y
      legend.entries[number].label.x = x + reach + offset
      legend.entries[number].label.y = y
    }
    legend.width = columnWidths.reduce(0, +) + columnGap * Double(max(0, columns - 1))
    legend.height = top + rowHeights.reduce(0, +) + rowGap * Double(max(0, rows - 1))
  }

  /// The width that a legend over or under a small plot may take all the same, in points.
  private static let leastRoom = 220.0
  /// The width of names in a legend beside a plot.
  private static let besideRoom = 160.0

  /// Breaks long names into lines; nothing of a name is cut off in print.
  private func wrap(_ legend: inout SceneLegend, to width: Double) {
    for number in legend.entries.indices {
      let label = legend.entries[number].label
      guard label.lines.count == 1, let words = label.lines.first else { continue }
      legend.entries[number].label.limit = 0
      legend.entries[number].label.lines = text.wrapped(
        words, size: label.size, isBold: label.isBold, width: max(40, width))
    }
  }

  /// As many columns as have room beside each other.
  private func fitting(_ widths: [Double], in room: Double, gap: Double) -> Int {
    for columns in stride(from: max(1, widths.count), to: 1, by: -1) {
      let own = (0..<columns).map { column in
        stride(from: column, to: widths.count, by: columns).map { widths[$0] }.max() ?? 0
      }
      if own.reduce(0, +) + gap * Double(columns - 1) <= room { return columns }
    }
    return 1
  }

  private func arrangeGradient(
    _ legend: inout SceneLegend, _ spec: SpecValue, _ top: Double, _ view: SceneView
  ) {
    func setting(_ name: String, _ fallback: Double) -> Double { spec[name]?.number ?? fallback }
    let thick = setting("gradientThickness", 16)
    let length = gradientLength(spec, Self.plot(view))
    if legend.isHorizontal {
      legend.gradientBox = (0, top, length, thick)
      for number in legend.labels.indices {
        let share = legend.labels[number].x
        legend.labels[number].align = share <= 0.01 ? "left" : share >= 0.99 ? "right" : "center"
        legend.labels[number].x = share * length
        legend.labels[number].y = top + thick + 2
        legend.labels[number].baseline = "top"
      }
      legend.width = length
      if scales.context.isPrint { clear(&legend.labels, along: length) }
      legend.height = top + thick + 2 + (legend.labels.first.map { text.height($0) } ?? 0)
    } else {
      legend.gradientBox = (0, top, thick, length)
      for number in legend.labels.indices {
        let share = legend.labels[number].x
        legend.labels[number].x = thick + 2
        legend.labels[number].y = top + (1 - share) * length
        legend.labels[number].baseline = share <= 0.01 ? "bottom" : share >= 0.99 ? "top" : "middle"
      }
      legend.width = thick + 2 + (legend.labels.map { text.width($0) }.max() ?? 0)
      legend.height = top + length
    }
  }

  /// Moves the words of a lying gradient inside its ends and leaves out those that lie over others;
  /// the first and the last are kept before those between.
  private func clear(_ labels: inout [SceneText], along length: Double) {
    var taken: [(Double, Double)] = []
    let ends = [labels.startIndex, labels.endIndex - 1].filter(labels.indices.contains)
    var seen: Set<Int> = []
    for place in ends + labels.indices where seen.insert(place).inserted {
      let width = text.width(labels[place])
      let align = labels[place].align
      let share = align == "left" ? 0 : align == "right" ? 1 : 0.5
      let left = max(0, min(length - width, labels[place].x - share * width))
      (labels[place].align, labels[place].x) = ("left", left)
      let isFree = taken.allSatisfy {
        left > $0.1 + Self.labelGap || left + width < $0.0 - Self.labelGap
      }
      labels[place].isHidden = !isFree
      if isFree { taken.append((left, left + width)) }
    }
  }

  /// The least white between words of a gradient.
  private static let labelGap = 4.0

  /// The plot whose size a gradient follows: of a facet one of its cells.
  private static func plot(_ view: SceneView) -> SceneView {
    guard let cell = view.views.first, cell.name == "cell" else { return view }
    return cell
  }

  /// How long a gradient is: as the view, within limits.
  private func gradientLength(_ spec: SpecValue, _ view: SceneView) -> Double {
    if let own = spec["gradientLength"]?.number { return own }
    let orient = spec["orient"]?.text
    let isTop = orient == "top" || orient == "bottom"
    let isHorizontal =
      (spec["direction"]?.text ?? (isTop ? "horizontal" : "vertical")) == "horizontal"
    let side = isHorizontal ? "Horizontal" : "Vertical"
    let least = spec["gradient\(side)MinLength"]?.number ?? (isHorizontal ? 100 : 64)
    let most = spec["gradient\(side)MaxLength"]?.number ?? 200
    if isHorizontal, !isTop { return least }
    // Plots put together have no height of their own to follow.
    if !isHorizontal, !view.views.isEmpty, view.height <= 0 { return most }
    return max(least, min(most, isHorizontal ? view.width : view.height))
  }

  // MARK: Around the view

  private func stack(_ legends: inout [SceneLegend], _ view: SceneView, _ bounds: inout Box) {
    var used: [String: Double] = [:]
    let start = bounds
    for place in legends.indices {
      let orient = legends[place].orient
      let along = used[orient, default: 0]
      let offset = scales.context.config["legend"]?["offset"]?.number ?? 18
      switch orient {
      case "left":
        legends[place].x = start.left - offset - legends[place].width
        legends[place].y = along
        used[orient] = along + legends[place].height + offset
      case "top", "bottom":
        legends[place].x = along
        legends[place].y =
          orient == "top" ? start.top - offset - legends[place].height : start.bottom + offset
        used[orient] = along + legends[place].width + offset
      case "top-left", "top-right", "bottom-left", "bottom-right", "none":
        let isRight = orient.hasSuffix("right")
        let isBottom = orient.hasPrefix("bottom")
        legends[place].x = isRight ? view.width - legends[place].width - 4 : 4
        legends[place].y =
          (isBottom ? view.height - legends[place].height - 4 : 4) + (isBottom ? -along : along)
        used[orient] = along + legends[place].height + 6
      default:
        legends[place].x = start.right + offset
        legends[place].y = along
        used[orient] = along + legends[place].height + offset
      }
      let own = legends[place]
      bounds = bounds.union(
        Box(left: own.x, top: own.y, right: own.x + own.width, bottom: own.y + own.height))
    }
  }
}
