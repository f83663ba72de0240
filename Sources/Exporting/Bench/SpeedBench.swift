public import Diagnostics
import Geometry
import LayoutSpecs
import PangoShaping
import ReportModel
import Typesetting

/// How fast and how well the running text of reports is composed with the real faces.
public struct SpeedBench {
  private let home: ResourceHome
  private let environment: any ExportEnvironment

  /// Makes a bench over a resources folder.
  public init(home: ResourceHome, environment: any ExportEnvironment) {
    self.home = home
    self.environment = environment
  }

  /// A line for each measure: characters a second, caches warm; then badness of optimal breaking
  /// against first fit (LA-5) and the gaps (LA-4).
  public func run(
    reports folder: String, layout name: String, rounds: Int
  ) throws(Rejection) -> [String] {
    var problems = Problems()
    let layout = try home.layout(name, into: &problems)
    let texts = try paragraphs(in: folder, into: &problems)
    let shaper = try PangoShaper(
      catalog: try home.fontCatalog(), files: JobFiles(home: home.path, pictures: [:]))
    let best = Composer(shaper: shaper, profile: layout.composition)
    let greedy = Composer(
      shaper: shaper, profile: layout.composition, breaker: FirstFitBreaker())
    var style = layout.styles.resolved("body").paragraph
    style.runIn = nil
    let count = texts.reduce(0) { $0 + $1.unicodeScalars.count }
    var lines: [String] = []
    for ems in [11, 13, 28] {
      let measures = LineMeasures(style.character.size * ems)
      func compose(_ text: String, _ composer: Composer) throws(Rejection) -> ComposedParagraph {
        try composer.compose([TextSpan(text, style.character)], style: style, measures: measures)
      }
      var seconds = Double.infinity
      for _ in 0...max(1, rounds) {
        let start = ContinuousClock.now
        for text in texts { _ = try compose(text, best) }
        seconds = min(seconds, (ContinuousClock.now - start) / .seconds(1))
      }
      var sums = (best: 0.0, greedy: 0.0, less: 0, more: 0)
      var gaps: [Double] = []
      for text in texts {
        let one = try compose(text, best)
        let other = try compose(text, greedy)
        sums.best += one.badness
        sums.greedy += other.badness
        if one.badness < other.badness - 1e-9 { sums.less += 1 }
        if one.badness > other.badness + 1e-6 { sums.more += 1 }
        gaps += one.lines.dropLast().map(\.fit.gap)
      }
      let mean = Int((gaps.reduce(0, +) / Double(max(1, gaps.count)) * 10000).rounded())
      let most = Int(((gaps.max() ?? 0) * 10000).rounded())
      lines.append(
        "\(ems) em\t\(Int(Double(count) / seconds)) characters/s of \(count)\tbadness "
          + "\(Int(sums.best)) optimal, \(Int(sums.greedy)) first fit\tless in \(sums.less), more in "
          + "\(sums.more) of \(texts.count)\tgap mean \(mean) max \(most) ‱ em, "
          + "\(gaps.filter { $0 > 0.1 }.count) of \(gaps.count) lines over 0.10 em")
    }
    return lines
  }

  private func paragraphs(
    in folder: String, into problems: inout Problems
  ) throws(Rejection) -> [String] {
    var texts: [String] = []
    for file in try environment.names(in: folder).sorted()
    where file.hasSuffix(".txt") || file.hasSuffix(".md") && file != "README.md" {
      let report = try Exporter.readReport("\(folder)/\(file)", in: environment, into: &problems)
      texts += report.blocks.filter { $0.role.isText }.map(\.text)
    }
    return texts
  }
}
