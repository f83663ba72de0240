import Diagnostics

/// Pictures: in the middle of their place where they have a size, else as large as their bands, as
/// Vega-Lite 6.4 places them.
struct ImageDrawer: ChartMark {
  func draw(_ frame: UnitFrame) -> SceneMark {
    let (x, y) = (span(frame, .x, "width"), span(frame, .y, "height"))
    let name = names(frame)
    let aspect = frame.property("aspect")
    let opacity = frame.paints().opacity
    if frame.mark.property("smooth")?.flag == false {
      frame.context.report(ChartProblems.unsupported("smooth"), at: frame.mark.property("smooth"))
    }
    let items = items(of: frame) { row in
      guard var item = SceneItem(row, x, y) else { return nil }
      item.url = name(row)
      item.isStretched = aspect(row)?.flag == false
      item.opacity = opacity(row)
      check(item, frame)
      return item
    }
    return SceneMark(
      kind: .image, items: items, clips: frame.mark.property("clip")?.flag == true)
  }

  /// The pictures that the rows of a unit ask for.
  func requests(_ frame: UnitFrame) -> [PictureRequest] {
    let place = self.place(frame)?.place
    let path = place.flatMap { SpecPath.find($0, in: frame.context.root) } ?? "$"
    let start = place ?? SourcePosition(line: 1, column: 1)
    let range = SourceRange(file: frame.context.file, start: start, end: start)
    var seen: Set<String> = []
    return frame.data.rows.compactMap(names(frame)).filter { name in
      !name.isEmpty && !Self.isRemote(name) && seen.insert(name).inserted
    }.map { PictureRequest(name: $0, path: path, range: range) }
  }

  private func names(_ frame: UnitFrame) -> (UnitFrame.Row) -> String? {
    let own = frame.output(.url, { _, value in value.words }, { $0.text })
    let fixed = frame.property("url")
    return { row in own?(row).flatMap { $0 } ?? fixed(row)?.text }
  }

  /// A picture that cannot be drawn is an error: a hole in the chart would look like a row without
  /// a mark. Paint of printed pictures is opaque, so a shade of one is none that we draw.
  private func check(_ item: SceneItem, _ frame: UnitFrame) {
    let context = frame.context
    let name = item.url ?? ""
    if Self.isRemote(name) {
      context.report(ChartProblems.remotePicture(name), at: place(frame))
    } else if context.pictures[name] == nil {
      context.report(ChartProblems.noPicture(name), at: place(frame))
    }
    if let opacity = item.opacity, opacity != 0, opacity != 1 {
      context.report(
        ChartProblems.unsupported("opacity"),
        at: frame.mark.property("opacity") ?? frame.node.spec["encoding"]?["opacity"])
    }
  }

  private func place(_ frame: UnitFrame) -> SpecValue? {
    frame.node.spec["encoding"]?["url"] ?? frame.mark.property("url") ?? frame.mark.spec
  }

  private static func isRemote(_ name: String) -> Bool {
    name.hasPrefix("//") || (name.contains("://") && !name.hasPrefix("data:"))
  }

  private func span(_ frame: UnitFrame, _ channel: Channel, _ name: String) -> UnitFrame.Span {
    guard frame.mark.property(name) != nil || frame.unit[.size] != nil else {
      return frame.span(channel)
    }
    let (middle, length) = (frame.point(channel, .middle), frame.number(name))
    return UnitFrame.Span(
      low: { row in middle(row).map { $0 - (length(row) ?? 0) / 2 } },
      high: { row in middle(row).map { $0 + (length(row) ?? 0) / 2 } })
  }
}
