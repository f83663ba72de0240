import CairoRendering
public import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import PangoShaping
import Typesetting

/// Galleys 小样: the running text of reports in one column, as PDF files for a checker that reads
/// glyphs from the page and knows nothing of the engine.
public struct GalleyBench {
  private let home: ResourceHome
  private let environment: any ExportEnvironment

  /// Makes a bench over a resources folder.
  public init(home: ResourceHome, environment: any ExportEnvironment) {
    self.home = home
    self.environment = environment
  }

  private static let margin = Length.points(40)
  private static let rows = 60

  /// Writes a file for each report and measure, such as `gangshan-2022-11em.pdf`; returns the paths.
  public func write(
    reports: String, layout name: String, measures: [Int], to folder: String
  ) throws(Rejection) -> [String] {
    var problems = Problems()
    let layout = try home.layout(name, into: &problems)
    let files = JobFiles(home: home.path, pictures: [:])
    let shaper = try home.shaper()
    let composer = Composer(shaper: shaper, profile: layout.composition)
    var style = layout.styles.resolved("body").paragraph
    style.runIn = nil
    var outputs: [OutputFile] = []
    for report in try BenchTexts.files(in: reports, environment, into: &problems) {
      for ems in measures {
        let measure = style.character.size * ems
        var lines: [ComposedLine] = []
        for text in report.paragraphs {
          lines += try composer.compose(
            [TextSpan(text, style.character)], style: style, measures: LineMeasures(measure)
          ).lines
        }
        let pages = Self.pages(lines, measure: measure, leading: layout.grid.leading)
        let document = PagedDocument(pages: pages, faces: shaper.faces)
        let bytes = try PDFRenderer().render(document, from: files)
        outputs.append(OutputFile(path: "\(folder)/\(report.name)-\(ems)em.pdf", bytes: bytes))
      }
    }
    try environment.write(outputs)
    return outputs.map(\.path)
  }

  private static func pages(
    _ lines: [ComposedLine], measure: Length, leading: Length
  ) -> [Page] {
    let trim = Size(width: measure + margin * 2, height: leading * rows + margin * 2)
    var pages: [Page] = []
    var rest = lines[...]
    while !rest.isEmpty {
      var items: [PlacedItem] = []
      for (row, line) in rest.prefix(rows).enumerated() {
        let origin = Point(x: margin + line.indent, y: margin + leading * (row + 1))
        items += line.items.map { PlacedItem(at: $0.origin + origin, $0.item) }
      }
      pages.append(Page(label: "\(pages.count + 1)", trim: trim, items: items))
      rest = rest.dropFirst(rows)
    }
    return pages
  }
}
