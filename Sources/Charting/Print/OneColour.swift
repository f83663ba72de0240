import Geometry

/// A scene for black ink alone: greys by lightness, and what colours told apart told apart by
/// hatches (areas), dashes (lines) and shapes (symbols).
struct OneColour {
  /// The place in its list of every colour that stands for a category.
  private let categories: [String: Int]

  /// Dashes of lines by category; the first is solid.
  private static let dashes: [[Double]] = [
    [], [5, 2], [1.5, 1.5], [7, 2, 1.5, 2], [3, 3], [9, 3],
  ]
  private static let shapes = ["circle", "square", "triangle-up", "diamond", "cross"]
  /// The ground of the solid pattern: not full black, so that words beside it stay the darkest.
  private static let solid = RGB(red: 51, green: 51, blue: 51)
  private static let outline = 0.4
  /// Lines from this lightness on are guides and stay pale.
  private static let pale = 0.45

  /// - Parameter scales: those of the scene; lists of colours make the categories.
  init(_ scales: [SceneScale]) {
    var found: [String: Int] = [:]
    for own in scales where ["color", "fill", "stroke"].contains(own.name) {
      guard own.scale.type.isDiscrete, own.scale.type != .binOrdinal else { continue }
      for (place, value) in own.scale.domain.enumerated() {
        guard let colour = own.scale.colour(value), found[colour.hex] == nil else { continue }
        found[colour.hex] = place
      }
    }
    // Shades of one list, such as years, are told apart by lightness already.
    categories = found
  }

  /// Turns a view and all within it.
  ///
  /// - Parameter isAreas: whether legends around it name areas.
  func settle(_ view: inout SceneView, isAreas: Bool = false) {
    let isAreas = isAreas || Self.hasAreas(view)
    view.fill = view.fill.map(grey)
    view.stroke = view.stroke.map(grey)
    for place in view.marks.indices { settle(&view.marks[place]) }
    clearWords(&view)
    for place in view.legends.indices {
      settle(&view.legends[place], isAreas: isAreas)
    }
    for place in view.notes.indices { view.notes[place].colour = word(view.notes[place].colour) }
    for place in view.leaders.indices {
      view.leaders[place].stroke = view.leaders[place].stroke.map(grey)
    }
    for place in view.axes.indices { settle(&view.axes[place]) }
    for place in view.headers.indices {
      for axis in view.headers[place].axes.indices { settle(&view.headers[place].axes[axis]) }
    }
    for place in view.views.indices {
      settle(&view.views[place], isAreas: isAreas)
    }
  }

  private static func hasAreas(_ view: SceneView) -> Bool {
    view.marks.contains { [.rect, .arc, .area].contains($0.kind) }
      || view.views.contains { hasAreas($0) }
  }

  private func settle(_ axis: inout SceneAxis) {
    for place in axis.labels.indices { axis.labels[place].colour = word(axis.labels[place].colour) }
    axis.title?.colour = .black
    axis.domainPaint.colour = grey(axis.domainPaint.colour)
    axis.tickPaint.colour = grey(axis.tickPaint.colour)
    for place in axis.gridPaints.indices {
      axis.gridPaints[place].colour = grey(axis.gridPaints[place].colour)
    }
  }

  private func settle(_ legend: inout SceneLegend, isAreas: Bool) {
    for place in legend.entries.indices {
      let isLine = legend.entries[place].shape == "stroke"
      item(&legend.entries[place].symbol, isLine ? .line : isAreas ? .area : .symbol)
      legend.entries[place].colour = legend.entries[place].colour.map(grey)
    }
    legend.gradient = legend.gradient.map { ($0.share, grey($0.colour)) }
  }

  private func settle(_ mark: inout SceneMark) {
    for place in mark.items.indices { item(&mark.items[place], mark.kind) }
    for series in mark.series.indices {
      for place in mark.series[series].indices { item(&mark.series[series][place], mark.kind) }
    }
  }

  // MARK: Items

  private func item(_ item: inout SceneItem, _ kind: SceneMark.Kind) {
    let place = (item.fill ?? item.stroke).flatMap { categories[$0.hex] }
    switch kind {
    case .text:
      item.fill = item.fill.map(word)
      if let colour = item.text?.colour { item.text?.colour = word(colour) }
      return
    case .line, .trail, .rule:
      if let place {
        item.stroke = .black
        if item.dash == nil { item.dash = Self.dashes[place % Self.dashes.count] }
        return
      }
      // A line over bars is seen in black only.
      if let stroke = item.stroke, stroke.luminance < Self.pale {
        item.stroke = .black
        return
      }
    case .symbol:
      if let place, item.shape == "circle" {
        item.shape = Self.shapes[place % Self.shapes.count]
        item.fill = place % 2 == 0 ? Self.solid : .white
        item.stroke = .black
        item.strokeWidth = 0.6
        return
      }
      if let fill = item.fill, fill.luminance < Self.pale {
        item.fill = .black
        item.stroke = nil
        return
      }
    case .rect, .area, .arc, .image, .shape:
      if let place, item.fill != nil { return hatch(&item, place) }
    }
    item.fill = item.fill.map(grey)
    item.stroke = item.stroke.map(grey)
    if var blend = item.blend {
      for place in blend.stops.indices {
        blend.stops[place].colour = grey(blend.stops[place].colour)
      }
      item.blend = blend
    }
  }

  private func hatch(_ item: inout SceneItem, _ place: Int) {
    let pattern = place % Hatching.count
    item.fill = pattern == 0 ? Self.solid : .white
    item.fillOpacity = nil
    item.opacity = nil
    item.stroke = .black
    item.strokeOpacity = nil
    item.strokeWidth = Self.outline
    item.hatch = pattern == 0 ? nil : pattern
    item.blend = nil
  }

  /// Words over a pattern stand on a ground of paper.
  private func clearWords(_ view: inout SceneView) {
    let hatched = view.marks.filter { $0.kind == .rect || $0.kind == .arc }.flatMap(\.items)
      .filter { $0.hatch != nil }
    guard !hatched.isEmpty else { return }
    for mark in view.marks.indices where view.marks[mark].kind == .text {
      for place in view.marks[mark].items.indices {
        let (x, y) = (view.marks[mark].items[place].x, view.marks[mark].items[place].y)
        let isOver = hatched.contains { item in
          item.outerRadius > 0
            ? (x - item.x) * (x - item.x) + (y - item.y) * (y - item.y)
              <= item.outerRadius * item.outerRadius
            : item.x <= x && x <= item.x + item.width && item.y <= y && y <= item.y + item.height
        }
        guard isOver else { continue }
        view.marks[mark].items[place].fill = .black
        view.marks[mark].items[place].text?.colour = .black
        view.marks[mark].items[place].text?.hasGround = true
      }
    }
  }

  // MARK: Greys

  /// Words are black; light ones, which stand on dark marks, white.
  private func word(_ colour: RGB) -> RGB { RGB.contrast(colour, .white) < 2 ? .white : .black }

  /// The grey of a colour's lightness.
  private func grey(_ colour: RGB) -> RGB {
    let level = 255 * Elementary.pow(colour.luminance, 1 / 2.2)
    return RGB(red: level, green: level, blue: level, opacity: colour.opacity)
  }
}
