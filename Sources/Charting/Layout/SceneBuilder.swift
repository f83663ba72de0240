/// Builds the scene of a compiled tree: views with their marks and guides, laid out.
struct SceneBuilder {
  let scales: ScaleTable
  let text: ChartTypesetter

  var context: ChartContext { scales.context }

  /// The whole scene.
  func build(_ root: ViewNode) -> Scene {
    var (view, bounds) = self.view(root, CellPath())
    if let title = title(root) {
      view.title = title
      if context.isPrint {
        Anatomy(text: text, context: context).head(&view, &bounds)
      } else {
        TitleLayout(text: text, context: context).place(&view, &bounds)
      }
    }
    if context.isPrint { Anatomy(text: text, context: context).foot(&view, &bounds, root.spec) }
    let config = context.config
    let padding = root.spec["padding"]?.number ?? config["padding"]?.number ?? 5
    var scene = Scene(root: view)
    scene.padding = padding
    let left = max(0, -bounds.left), top = max(0, -bounds.top)
    scene.originX = (padding + left).rounded(.up)
    scene.originY = (padding + top).rounded(.up)
    scene.width = (scene.originX + max(view.width, bounds.right) + padding).rounded(.up)
    scene.height = (scene.originY + max(view.height, bounds.bottom) + padding).rounded(.up)
    scene.background = (root.spec["background"] ?? config["background"])?.text.flatMap { RGB($0) }
    scene.scales = sceneScales(root)
    scene.alternative = AlternativeText(context: context).words(of: root, title: view.title)
    return scene
  }

  private func sceneScales(_ root: ViewNode) -> [SceneScale] {
    scales.all(below: root).map { own in
      let users = own.owner.scales[own.channel]?.users ?? []
      return SceneScale(
        name: own.channel.rawValue, scale: own.scale,
        isCutTime: users.contains { $0.def.timeUnit?.isBinned == false })
    }
  }

  /// A view and the box of everything that belongs to it, from its own corner.
  func view(_ node: ViewNode, _ cell: CellPath) -> (SceneView, Box) {
    switch node.kind {
    case .unit, .layer: PlotBuilder(builder: self).plot(node, cell)
    case .concat: ConcatLayout(builder: self).view(node, cell)
    case .facet: FacetLayout(builder: self).view(node, cell)
    }
  }

  /// The title of a view.
  func title(_ node: ViewNode) -> SceneTitle? {
    guard let spec = node.spec["title"], !spec.isNull else { return nil }
    var config = (context.config["title"] ?? [:]).merging(spec.map == nil ? nil : spec)
    if spec.map == nil { config["text"] = spec }
    guard let lines = GuideStyle.lines(config["text"]), lines != [""] else { return nil }
    let isCompound = node.kind == .facet || node.kind == .concat
    let anchor = spec["anchor"]?.text ?? (isCompound ? "start" : config["anchor"]?.text ?? "middle")
    let align = ["start": "left", "end": "right"][anchor] ?? "center"
    var text = SceneText(lines: lines, x: 0, y: 0)
    text.size = config["fontSize"]?.number ?? 13
    text.isBold = GuideStyle.isBold(config["fontWeight"] ?? "bold")
    text.colour = config["color"]?.text.flatMap { RGB($0) } ?? .black
    text.align = config["align"]?.text ?? align
    text.baseline = "top"
    var title = SceneTitle(text: text, orient: config["orient"]?.text ?? "top")
    if let lines = GuideStyle.lines(config["subtitle"]), lines != [""] {
      var subtitle = text
      subtitle.lines = lines
      subtitle.size = config["subtitleFontSize"]?.number ?? 12
      subtitle.isBold = GuideStyle.isBold(config["subtitleFontWeight"] ?? "normal")
      subtitle.colour = config["subtitleColor"]?.text.flatMap { RGB($0) } ?? .black
      title.subtitle = subtitle
    }
    return title
  }
}

/// Places titles about their views.
struct TitleLayout {
  let text: ChartTypesetter
  let context: ChartContext

  func place(_ view: inout SceneView, _ bounds: inout Box) {
    guard var title = view.title else { return }
    let x =
      title.text.align == "left" ? 0 : title.text.align == "right" ? view.width : view.width / 2
    let gap = context.config["title"]?["subtitlePadding"]?.number ?? 3
    var height = text.height(title.text)
    if let subtitle = title.subtitle { height += gap + text.height(subtitle) }
    let offset = context.config["title"]?["offset"]?.number ?? 4
    let isBottom = title.orient == "bottom"
    let top = isBottom ? bounds.bottom + offset : min(0, bounds.top) - offset - height
    title.text.x = x
    title.text.y = top
    bounds = bounds.union(text.box(title.text))
    if title.subtitle != nil {
      title.subtitle?.x = x
      title.subtitle?.y = top + text.height(title.text) + gap
      if let subtitle = title.subtitle { bounds = bounds.union(text.box(subtitle)) }
    }
    view.title = title
  }
}
