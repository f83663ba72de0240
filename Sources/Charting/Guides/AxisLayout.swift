/// Places the words of an axis about its line, and hides labels that would touch each other.
struct AxisLayout {
  let text: ChartTypesetter
  let width: Double
  let height: Double

  /// Places everything; the box of the view grows by it.
  func place(_ axis: inout SceneAxis, spec: SpecValue, _ bounds: inout Box) {
    guard axis.isMain else { return }
    let sign = axis.orient == "left" || axis.orient == "top" ? -1.0 : 1
    let edge = axis.orient == "right" ? width : axis.orient == "bottom" ? height : 0
    let line = edge + sign * axis.offset
    var reach = axis.ticks.isEmpty ? 0 : axis.tickSize
    let padding = spec["labelPadding"]?.number ?? 2
    var box = Box(left: 0, top: 0, right: 0, bottom: 0)
    for number in axis.labels.indices {
      let along = axis.labelPlaces[number]
      let across = line + sign * (reach + padding)
      axis.labels[number].x = axis.isHorizontal ? along : across
      axis.labels[number].y = axis.isHorizontal ? across : along
    }
    flush(&axis, spec)
    hide(&axis, spec)
    for label in axis.labels where !label.isHidden && label.lines != [""] {
      box = text.box(label)
      bounds = bounds.union(box)
      let own =
        axis.isHorizontal
        ? (sign < 0 ? line - box.top : box.bottom - line)
        : sign < 0 ? line - box.left : box.right - line
      reach = max(reach, own)
    }
    let least = spec["minExtent"]?.number ?? 0
    let most = spec["maxExtent"]?.number ?? 200
    reach = max(least, min(most, reach))
    axis.extent = reach
    placeTitle(&axis, spec, line: line, sign: sign, reach: reach, &bounds)
    let outer = line + sign * reach
    bounds = bounds.union(
      axis.isHorizontal
        ? Box(left: 0, top: min(line, outer), right: width, bottom: max(line, outer))
        : Box(left: min(line, outer), top: 0, right: max(line, outer), bottom: height))
  }

  private func placeTitle(
    _ axis: inout SceneAxis, _ spec: SpecValue, line: Double, sign: Double, reach: Double,
    _ bounds: inout Box
  ) {
    guard var title = axis.title else { return }
    if axis.standsUpright, !axis.isHorizontal, spec["titleAngle"] == nil, spec["titleX"] == nil {
      // A unit that lies on its side is not read: it stands above its axis.
      let highest = min(0, axis.labels.filter { !$0.isHidden }.map { text.box($0).top }.min() ?? 0)
      title.x = sign < 0 ? line - reach : line + reach
      title.y = highest - 4
      title.align = sign < 0 ? "left" : "right"
      title.baseline = "bottom"
      axis.title = title
      bounds = bounds.union(text.box(title))
      return
    }
    let padding = spec["titlePadding"]?.number ?? 4
    let anchor = spec["titleAnchor"]?.text
    let along: Double
    switch anchor {
    case "start": along = axis.isHorizontal ? 0 : height
    case "end": along = axis.isHorizontal ? width : 0
    default: along = (axis.isHorizontal ? width : height) / 2
    }
    title.align =
      spec["titleAlign"]?.text
      ?? (anchor == "start" ? "left" : anchor == "end" ? "right" : "center")
    let across = line + sign * (reach + padding)
    if axis.isHorizontal {
      (title.x, title.y) = (along, across)
      title.baseline = spec["titleBaseline"]?.text ?? (sign < 0 ? "bottom" : "top")
      title.angle = spec["titleAngle"]?.number ?? 0
    } else {
      (title.x, title.y) = (across, along)
      title.angle = spec["titleAngle"]?.number ?? (sign < 0 ? -90 : 90)
      title.baseline = spec["titleBaseline"]?.text ?? "bottom"
      if title.angle == 0, spec["titleAlign"] == nil { title.align = sign < 0 ? "right" : "left" }
    }
    if let x = spec["titleX"]?.number { title.x = line * (axis.isHorizontal ? 0 : 1) + x }
    if let y = spec["titleY"]?.number { title.y = (axis.isHorizontal ? line : 0) + y }
    axis.title = title
    bounds = bounds.union(text.box(title))
  }

  /// End labels under a measured axis stay inside it.
  private func flush(_ axis: inout SceneAxis, _ spec: SpecValue) {
    guard axis.isHorizontal, spec["labelFlush"].map({ !$0.isOff }) == true,
      axis.labels.count > 1, axis.labelAngle == 0
    else { return }
    for (number, place) in axis.labelPlaces.enumerated() {
      if place.magnitude <= 1 { axis.labels[number].align = "left" }
      if (place - width).magnitude <= 1 { axis.labels[number].align = "right" }
    }
  }

  /// Leaves out every other label until none touch.
  private func hide(_ axis: inout SceneAxis, _ spec: SpecValue) {
    let rule = spec["labelOverlap"]
    guard rule?.flag == true || rule?.text != nil, axis.labels.count > 1 else { return }
    let gap = spec["labelSeparation"]?.number ?? 0
    let boxes = axis.labels.map { text.box($0) }
    // Vega looks at the upright boxes of slanted labels; in print they may stand closer.
    let frames = axis.standsUpright ? axis.labels.map { text.frame($0, grownBy: gap / 2) } : []
    var shown = axis.labels.indices.filter { axis.labels[$0].lines != [""] }
    func touch(_ list: [Int]) -> Bool {
      zip(list, list.dropFirst()).contains {
        boxes[$0].grown(by: gap / 2).overlaps(boxes[$1].grown(by: gap / 2))
          && (frames.isEmpty || frames[$0].meets(frames[$1]))
      }
    }
    if rule?.text == "greedy" {
      var kept: [Int] = []
      for number in shown {
        if let last = kept.last, boxes[last].overlaps(boxes[number]) { continue }
        kept.append(number)
      }
      shown = kept
    } else {
      while shown.count > 2, touch(shown) {
        shown = shown.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
      }
    }
    for number in axis.labels.indices
    where !shown.contains(number) && axis.labels[number].lines != [""] {
      axis.labels[number].isHidden = true
    }
  }
}
