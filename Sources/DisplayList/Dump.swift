import Geometry

extension PagedDocument {
  /// The document as text, positions in 1/100 pt: the main golden of the tests, read as a diff.
  public func dump() -> String {
    var writer = DumpWriter()
    for (number, page) in pages.enumerated() { writer.write(page, number: number + 1) }
    writer.line("faces")
    for (id, face) in faces.sorted(by: { $0.key < $1.key }) {
      writer.line("  \(id.rawValue) \(face.file)#\(face.index)")
    }
    if !images.isEmpty { writer.line("images") }
    for (id, image) in images.sorted(by: { $0.key < $1.key }) {
      writer.line(
        "  \(id.rawValue) \(image.format.rawValue) \(image.pixelWidth)x\(image.pixelHeight)")
    }
    return writer.text
  }
}

extension Fragment {
  /// The fragment as text, as in `PagedDocument.dump()`.
  public func dump() -> String {
    var writer = DumpWriter()
    for item in items { writer.write(item, depth: 0) }
    return writer.text
  }
}

private struct DumpWriter {
  var text = ""

  mutating func line(_ words: String) { text += words + "\n" }

  mutating func write(_ page: Page, number: Int) {
    let label = page.label.isEmpty ? "" : " \"\(page.label)\""
    line("page \(number)\(label) \(show(page.trim))")
    for item in page.items { write(item, depth: 1) }
  }

  mutating func write(_ placed: PlacedItem, depth: Int) {
    let indent = String(repeating: "  ", count: depth)
    let place = "\(placed.origin.x.hundredths),\(placed.origin.y.hundredths)"
    switch placed.item {
    case .glyphs(let run):
      let xs = run.glyphs.map {
        $0.y == .zero ? $0.x.hundredths : "\($0.x.hundredths)/\($0.y.hundredths)"
      }
      line(
        "\(indent)\(place) text \(run.face.rawValue) \(run.size.hundredths) [\(run.ink)] \"\(run.text)\""
      )
      line("\(indent)  at \(xs.joined(separator: " ")) | \(run.width.hundredths)")
    case .path(let path, let paint):
      line("\(indent)\(place) path \(show(path)) \(show(paint))")
    case .image(let image):
      let crop = image.crop == .whole ? "" : " crop \(show(image.crop))"
      line("\(indent)\(place) image \(image.image.rawValue) \(show(image.size))\(crop)")
    case .group(let group):
      let t = group.transform
      let map =
        t == .identity
        ? ""
        : " map \(show(t.a)) \(show(t.b)) \(show(t.c)) \(show(t.d)) \(t.tx.hundredths) \(t.ty.hundredths)"
      line("\(indent)\(place) group\(map)\(group.clip.map { " clip \(show($0))" } ?? "")")
      for item in group.items { write(item, depth: depth + 1) }
    case .tag(let tag):
      line("\(indent)\(place) tag \(tag.kind.rawValue) \(tag.level) \"\(tag.name)\"")
    }
  }

  private func show(_ size: Size) -> String {
    "\(size.width.hundredths)x\(size.height.hundredths)"
  }

  private func show(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    return "\(thousandths)‰"
  }

  private func show(_ crop: Crop) -> String {
    [crop.x, crop.y, crop.width, crop.height].map { show($0) }.joined(separator: " ")
  }

  private func show(_ point: Point) -> String { "\(point.x.hundredths),\(point.y.hundredths)" }

  private func show(_ path: Path) -> String {
    path.elements.map { element in
      switch element {
      case .move(let p): "M\(show(p))"
      case .line(let p): "L\(show(p))"
      case .curve(let a, let b, let c): "C\(show(a)) \(show(b)) \(show(c))"
      case .close: "Z"
      }
    }.joined(separator: " ")
  }

  private func show(_ paint: Paint) -> String {
    var words: [String] = []
    if let fill = paint.fill { words.append("fill [\(fill)]") }
    if let stroke = paint.stroke {
      let dash =
        stroke.dash.isEmpty ? "" : " dash \(stroke.dash.map(\.hundredths).joined(separator: " "))"
      words.append("stroke [\(stroke.ink)] \(stroke.width.hundredths)\(dash)")
    }
    return words.joined(separator: " ")
  }
}
