import CairoRendering
import Diagnostics
import DisplayList
import Geometry
import ImageFiles
import LayoutSpecs
import Prepress

extension PressPipeline {
  /// Resolution of the measurement: a dot of 0.35 mm, eleven across 15 mm².
  private static let dpi = 72.0

  /// Measures the ink of every page from the display list, reports where there is too much, and
  /// draws the maps that were asked for.
  func coverage(
    of document: PagedDocument, named base: String, pictures: PicturePreparer.Outcome,
    with resources: PressResources, from files: any FileAccess, into problems: inout Problems
  ) throws(Rejection) -> [OutputFile] {
    let limits = resources.profile.ink
    var maps: [OutputFile] = []
    for page in document.pages.indices {
      let ink = try measure(
        document, page: page, pictures: pictures, resources: resources, from: files)
      guard let ink else { continue }
      if ink.heaviestSquare > limits.limit + 1 {
        problems.report(PressFileProblems.tooMuchInk(ink, page: page + 1, limit: limits.limit))
      }
      guard options.hasHeatMap,
        let map = PNGWriter.file(
          width: ink.width, height: ink.height, pixels: ink.heatMap(limit: limits.limit),
          dpi: Self.dpi)
      else { continue }
      let number = document.pages.count == 1 ? "" : "-\(page + 1)"
      maps.append(OutputFile(path: "\(base).ink\(number).png", bytes: map))
    }
    return maps
  }

  private func measure(
    _ document: PagedDocument, page: Int, pictures: PicturePreparer.Outcome,
    resources: PressResources, from files: any FileAccess
  ) throws(Rejection) -> InkCoverage? {
    var part = document
    part.pages = [document.pages[page]]
    let plates = PlateDocuments(
      part, overprintUnder: resources.profile.lines.overprintUnder.points)
    func draw(_ shown: PlateDocuments.Plates) throws(Rejection) -> PixelImage {
      let overlay = OverlaidFiles(files: files, overlay: pictures.platePictures(of: shown))
      return try PageSampler(dpi: Self.dpi).pixels(of: plates.document(of: shown), from: overlay)
    }
    return InkCoverage(colors: try draw(.colors), black: try draw(.black), dpi: Self.dpi)
  }
}
