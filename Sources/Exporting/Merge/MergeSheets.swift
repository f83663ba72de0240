import CairoRendering
import Diagnostics
import DisplayList
import LayoutSpecs
import PageMakeup
import PangoShaping

/// The documents of a merge gathered on sheets, in the order of their rows: `sheets.pdf` in the
/// output folder, and `sheets-2.pdf` and so on after every 500 sheets, so that memory stays bounded.
struct MergeSheets {
  private let spec: GatherSpec
  private let rule: Ink
  private let folder: String
  private let home: String
  private var document = PagedDocument(pages: [])
  private var pictures: [String: [UInt8]] = [:]
  private var number = 0

  /// Whether an output would stand where the sheets do.
  static func isName(of output: String) -> Bool {
    let stem = Paths.stem(output)
    return stem == "sheets" || stem.hasPrefix("sheets-") && Int(stem.dropFirst(7)) != nil
  }

  /// Most sheets of a file.
  private static let limit = 500

  init(_ spec: GatherSpec, job: MergeJob, home: ResourceHome, rule: Ink) {
    self.spec = spec
    self.rule = rule
    self.home = home.path
    folder = job.output
  }

  mutating func add(_ report: SetReport) {
    document.pages += report.made.document.pages
    document.images.merge(report.made.document.images) { first, _ in first }
    pictures.merge(report.pictures) { first, _ in first }
    if document.metadata.date == nil { document.metadata = report.made.document.metadata }
  }

  /// Writes what has been gathered, where it fills a file or is the last.
  mutating func flush(
    to environment: any ExportEnvironment, _ stock: ExportStock, isLast: Bool
  ) throws(Rejection) -> [String] {
    let isFull = document.pages.count >= Self.limit * spec.places
    guard isFull || (isLast && !document.pages.isEmpty) else { return [] }
    number += 1
    let name = number == 1 ? "sheets" : "sheets-\(number)"
    document.pages = SheetGathering(spec, rule: rule).sheets(document.pages, repeating: false)
    document.nameFaces(from: try stock.shaper().faces)
    let bytes = try PDFRenderer().render(
      document, from: JobFiles(home: home, pictures: pictures), with: stock.faces)
    let file = OutputFile(path: "\(folder)/\(name).pdf", bytes: bytes)
    try environment.write([file])
    document = PagedDocument(pages: [])
    pictures = [:]
    return [file.path]
  }
}
