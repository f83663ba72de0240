import Charting
import Diagnostics
import DisplayList
import Geometry
import Typesetting

/// Sets charts at the sizes that pages have for them, each size once.
///
/// A class, because it keeps what it drew and collects what a proof-reader should see.
final class ChartSetter {
  /// A chart without a height of its own stands eight by five, and may lose or gain this share.
  static let ratio = 1.6
  static let give = 0.22
  /// No plot with axes is lower.
  static let least = Length.points(100)
  /// Smaller type is not printed, in points.
  static let leastType = 6.5

  private struct Key: Hashable {
    var spec: ChartSpec
    var width: Length
    var height: Length?
  }

  private let compiler: ChartCompiler
  private var drawn: [Key: CompiledChart] = [:]
  /// What was found in the charts as they stand on the page.
  private(set) var findings: [Diagnostic] = []

  init(shaper: any TextShaper) { compiler = ChartCompiler(shaper: shaper) }

  /// The height that a chart takes at a width: its bars and labels say how much they need, plots
  /// without bands have a shape that reads well. Nil for one that must be drawn to know and cannot.
  func naturalHeight(of spec: ChartSpec, width: Length) -> Length? {
    guard spec.hasOwnHeight else { return max(Self.least, width.scaled(by: 1 / Self.ratio)) }
    return try? chart(spec, Key(spec: spec, width: width), reports: false).fragment.size.height
  }

  /// The chart in a frame, told to readers who cannot see it. One of several plots, which has a size
  /// of its own, is made smaller where it must be and stands in the middle.
  func draw(_ spec: ChartSpec, in frame: Rect) throws(Rejection) -> [PlacedItem] {
    let key = Key(spec: spec, width: frame.size.width, height: frame.size.height)
    let chart = try chart(spec, key, reports: true)
    let size = chart.fragment.size
    let share = min(
      1, Double(frame.size.width.units) / Double(size.width.units),
      Double(frame.size.height.units) / Double(size.height.units))
    let left = (frame.size.width - size.width.scaled(by: share)) / 2
    let top = (frame.size.height - size.height.scaled(by: share)) / 2
    let corner = Point(x: frame.left + left, y: frame.top + top)
    let tag = PlacedItem(at: .zero, .tag(StructureTag(.figure, name: chart.alternative)))
    guard share < 1 else { return [tag] + chart.fragment.placed(at: corner) }
    if let size = chart.smallestType, size * share < Self.leastType {
      let name = chart.title.isEmpty ? chart.alternative.prefix { $0 != "。" } : chart.title[...]
      findings.append(MakeupProblems.smallChart(String(name), type: size * share))
    }
    let group = Group(
      items: chart.fragment.items, transform: Transform(a: share, b: 0, c: 0, d: share))
    return [tag, PlacedItem(at: corner, .group(group))]
  }

  private func chart(
    _ spec: ChartSpec, _ key: Key, reports: Bool
  ) throws(Rejection) -> CompiledChart {
    if let known = drawn[key] { return known }
    var problems = Problems()
    let size = FigureSize(width: key.width.points, height: key.height?.points)
    let chart = try compiler.compile(spec, size: size, into: &problems)
    drawn[key] = chart
    if reports { findings += problems.diagnostics }
    return chart
  }
}
