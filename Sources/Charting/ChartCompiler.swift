public import Diagnostics
public import DisplayList
import Geometry
public import Typesetting

/// What a chart becomes: a fragment to place on a page, and what it shows as facts.
public struct CompiledChart: Sendable {
  /// The picture, its corner at the top left.
  public var fragment: Fragment
  /// The words over it; empty where there are none.
  public var title: String
  /// The words for readers who cannot see it.
  public var alternative: String
  /// The facts of the drawn scene as JSON, in the format of the conformance suite.
  public var facts: String
  /// The size of its smallest type, in points; nil without words.
  public var smallestType: Double?
}

/// Compiles chart specifications to display lists.
///
/// One a worker: it shares the shaper's caches.
public struct ChartCompiler {
  private let shaper: any TextShaper

  /// Makes a compiler.
  public init(shaper: any TextShaper) { self.shaper = shaper }

  /// The Vega-Lite that a specification with a preset stands for.
  public static func eject(_ spec: ChartSpec) throws(Rejection) -> ChartSpec {
    let context = ChartContext(
      root: spec.root, file: spec.file, config: [:], files: spec.files, locale: .chinese)
    let plain = spec.ejected(context)
    try context.problems.rejectOnErrors()
    return ChartSpec(plain, file: spec.file, files: spec.files, pictures: spec.pictures)
  }

  /// The pictures that the image marks of a specification ask for, each name once, in the order of
  /// their rows. They depend on the data, so the specification is compiled as far as its marks.
  public static func pictures(of spec: ChartSpec) throws(Rejection) -> [PictureRequest] {
    guard spec.hasImageMarks else { return [] }
    let context = ChartContext(
      root: spec.root, file: spec.file, config: ChartTheme.vega.config, files: spec.files,
      locale: .chinese)
    let plain = spec.ejected(context)
    try context.problems.rejectOnErrors()
    context.config = context.config.merging(plain["config"])
    context.readTop()
    let root = try tree(of: plain, context)
    defer { root.dismantle() }
    let scales = ScaleTable(context: context)
    var requests: [PictureRequest] = []
    for node in root.units where node.unit?.mark.kind == .image {
      for cell in node.instances.keys.sorted(by: { $0.cells.lexicographicallyPrecedes($1.cells) }) {
        guard let frame = UnitFrame(node: node, cell: cell, scales: scales) else { continue }
        for request in ImageDrawer().requests(frame)
        where !requests.contains(where: { $0.name == request.name }) {
          requests.append(request)
        }
      }
    }
    try context.problems.rejectOnErrors()
    return requests
  }

  /// Compiles a chart. Unknown keys, absent columns, wrong types and missing glyphs are rejections
  /// with JSON paths; warnings are added to `problems`.
  ///
  /// - Parameter refusesWider: whether a figure that needs more than its size is a rejection and no
  ///   warning.
  public func compile(
    _ spec: ChartSpec, theme: ChartTheme = .zhPrint, size: FigureSize? = nil, name: String = "",
    wantsFacts: Bool = false, refusesWider: Bool = false, into problems: inout Problems
  ) throws(Rejection) -> CompiledChart {
    let context = ChartContext(
      root: spec.root, file: spec.file, config: theme.config, files: spec.files,
      locale: theme.locale)
    context.pictures = spec.pictures
    context.figureWidth = size?.width
    context.isPrint = theme.isPrint
    context.isOneColour = theme.isOneColour
    var plain = spec.ejected(context)
    SpecChecker(context: context).check(plain)
    try context.problems.rejectOnErrors()
    context.config = theme.config.merging(plain["config"])
    context.readTop()
    let typesetter = ChartTypesetter(shaper: shaper, roles: theme.roles)
    let automatic = size == nil ? AutoSize(plain, context) : nil
    if let automatic { plain = automatic.started(plain) }
    var scene = try self.scene(of: plain, context, typesetter)
    if let automatic {
      plain = automatic.fitted(plain, scene)
      scene = try self.scene(of: plain, context, typesetter)
    }
    // Labels wrap anew at another width, so the plot is fitted twice.
    for _ in 0..<2 {
      guard let size else { break }
      let fitted = size.fitting(plain, scene)
      if fitted == plain { break }
      plain = fitted
      scene = try self.scene(of: plain, context, typesetter)
    }
    if theme.isOneColour { OneColour(scene.scales).settle(&scene.root) }
    let fragment = SceneDrawer(text: typesetter, pictures: spec.pictures).draw(scene)
    if let failure = typesetter.failure { throw failure }
    for scalar in typesetter.missing { context.report(ChartProblems.missingGlyph(scalar), at: nil) }
    try context.problems.rejectOnErrors()
    if theme.isPrint { audit(scene, typesetter, context) }
    if let size { try check(scene, size, refusesWider: refusesWider, context) }
    problems.report(contentsOf: context.problems.diagnostics)
    return CompiledChart(
      fragment: fragment, title: scene.root.title?.text.lines.joined() ?? "",
      alternative: scene.alternative,
      facts: wantsFacts ? FactsWriter(scene: scene, name: name).json() : "",
      smallestType: SceneAudit(text: typesetter).smallest(in: scene))
  }

  /// The laid out scene of a plain specification.
  func scene(
    of plain: SpecValue, _ context: ChartContext, _ typesetter: ChartTypesetter
  ) throws(Rejection) -> Scene {
    let root = try Self.tree(of: plain, context)
    defer { root.dismantle() }
    AxisParser(context: context).parse(root)
    LegendParser(context: context).parse(root)
    let scene = SceneBuilder(scales: ScaleTable(context: context), text: typesetter).build(root)
    try context.problems.rejectOnErrors()
    return scene
  }

  /// The views of a plain specification with their data and scales.
  static func tree(
    of plain: SpecValue, _ context: ChartContext
  ) throws(Rejection) -> ViewNode {
    let normal = Normalizer(context: context).normalize(plain)
    try context.problems.rejectOnErrors()
    let root = TreeBuilder(context: context).build(normal)
    do throws(Rejection) {
      try context.problems.rejectOnErrors()
    } catch {
      root.dismantle()
      throw error
    }
    ScaleParser(context: context).parse(root)
    InvalidRows(context: context).sort(root)
    EmptyCells(context: context).prune(root)
    return root
  }

  /// Says where a figure is wider than was asked for, or has little room for its plot.
  private func check(
    _ scene: Scene, _ size: FigureSize, refusesWider: Bool, _ context: ChartContext
  ) throws(Rejection) {
    // A point is lost where plots take whole points.
    if scene.width > size.width + 1 {
      var finding = ChartProblems.tooWide(scene.width, wanted: size.width)
      if refusesWider { finding.severity = .error }
      context.report(finding, at: nil)
      try context.problems.rejectOnErrors()
    }
    if context.isPrint, let least = PlotShare(scene: scene).needed, least > size.width + 1 {
      context.report(ChartProblems.smallPlot(scene.root.width, needed: least), at: nil)
    }
  }

  private func audit(_ scene: Scene, _ typesetter: ChartTypesetter, _ context: ChartContext) {
    for fault in SceneAudit(text: typesetter).faults(in: scene) {
      context.report(ChartProblems.badLabel(fault), at: nil)
    }
    if !context.isOneColour, let pair = GreyLooks().closest(in: scene) {
      context.report(ChartProblems.greyAlike(pair), at: nil)
    }
  }
}

extension ChartContext {
  /// Reads what stands at the top only: parameters and named tables.
  func readTop() {
    for item in root["params"]?.list ?? [] {
      guard let name = item["name"]?.text else { continue }
      if let value = item["value"] { parameters[name] = DataValue(value) }
      if let source = item["expr"], let text = source.text,
        let expression = expression(text, at: source)
      {
        parameters[name] = expression.value(in: ExpressionScope([:], names: parameters))
      }
    }
    for entry in root["datasets"]?.map?.entries ?? [] {
      tables[entry.key] = DataLoader(context: self).rows(entry.value)
    }
  }
}

extension ChartSpec {
  /// Whether its height comes of its contents: bands on the upright axis, several plots, or a number
  /// that is given. Presets are judged by what they stand for.
  public var hasOwnHeight: Bool {
    let views = ["hconcat", "vconcat", "concat", "facet", "repeat", "height"]
    if views.contains(where: { root[$0] != nil }) { return true }
    if root["preset"] != nil { return (try? ChartCompiler.eject(self))?.hasOwnHeight ?? false }
    let layers = [root] + (root["layer"]?.list ?? [])
    return layers.contains { layer in
      // A map is as high as its land.
      if (layer["mark"]?["type"] ?? layer["mark"])?.text == "geoshape" { return true }
      let y = layer["encoding"]?["y"]
      let type = y?["type"]?.text ?? (y?["sort"]?.list == nil ? "" : "ordinal")
      return layer["encoding"]?["row"] != nil || type == "nominal" || type == "ordinal"
    }
  }
}
