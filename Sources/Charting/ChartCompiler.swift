public import Diagnostics
public import DisplayList
import Geometry
public import Typesetting

/// What a chart becomes: a fragment to place on a page, and what it shows as facts.
public struct CompiledChart: Sendable {
  /// The picture, its corner at the top left.
  public var fragment: Fragment
  /// The words for readers who cannot see it.
  public var alternative: String
  /// The facts of the drawn scene as JSON, in the format of the conformance suite.
  public var facts: String
}

/// Compiles chart specifications to display lists.
///
/// One a worker: it shares the shaper's caches.
public struct ChartCompiler {
  private let shaper: any TextShaper

  /// Makes a compiler.
  public init(shaper: any TextShaper) { self.shaper = shaper }

  /// Compiles a chart. Unknown keys, absent columns, wrong types and missing glyphs are rejections
  /// with JSON paths; warnings are added to `problems`.
  public func compile(
    _ spec: ChartSpec, theme: ChartTheme = .zhPrint, name: String = "", wantsFacts: Bool = false,
    into problems: inout Problems
  ) throws(Rejection) -> CompiledChart {
    let config = theme.config.merging(spec.root["config"])
    let context = ChartContext(
      root: spec.root, file: spec.file, config: config, files: spec.files, locale: theme.locale)
    SpecChecker(context: context).check(spec.root)
    context.readTop()
    let normal = Normalizer(context: context).normalize(spec.root)
    try context.problems.rejectOnErrors()
    let root = TreeBuilder(context: context).build(normal)
    try context.problems.rejectOnErrors()
    ScaleParser(context: context).parse(root)
    InvalidRows(context: context).sort(root)
    AxisParser(context: context).parse(root)
    LegendParser(context: context).parse(root)
    let typesetter = ChartTypesetter(shaper: shaper, roles: theme.roles)
    let builder = SceneBuilder(scales: ScaleTable(context: context), text: typesetter)
    let scene = builder.build(root)
    let fragment = SceneDrawer(text: typesetter).draw(scene)
    if let failure = typesetter.failure { throw failure }
    for scalar in typesetter.missing { context.report(ChartProblems.missingGlyph(scalar), at: nil) }
    try context.problems.rejectOnErrors()
    problems.report(contentsOf: context.problems.diagnostics)
    return CompiledChart(
      fragment: fragment, alternative: scene.alternative,
      facts: wantsFacts ? FactsWriter(scene: scene, name: name).json() : "")
  }
}

extension ChartContext {
  /// Reads what stands at the top only: parameters and named tables.
  func readTop() {
    for item in root["params"]?.list ?? [] {
      guard let name = item["name"]?.text else { continue }
      if let value = item["value"] { parameters[name] = DataValue(value) }
      if let source = item["expr"], let text = source.text, let expression = expression(text, at: source) {
        parameters[name] = expression.value(in: ExpressionScope([:], names: parameters))
      }
    }
    for entry in root["datasets"]?.map?.entries ?? [] {
      tables[entry.key] = DataLoader(context: self).rows(entry.value)
    }
  }
}
