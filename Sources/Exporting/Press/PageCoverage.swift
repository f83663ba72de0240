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
    var planes: [[UInt8]] = []
    var size = (width: 0, height: 0)
    for plate in PlateDocuments.Plate.allCases {
      let overlay = pictures.platePictures(of: plate)
      let png = try PNGRenderer(dpi: Self.dpi).render(
        plates.document(of: plate), from: OverlaidFiles(files: files, overlay: overlay))
      let raster = try PictureDecoder.decode(path: "plate", bytes: png)
      size = (raster.width, raster.height)
      planes.append(
        raster.layout == .grey
          ? raster.pixels
          : stride(from: 1, to: raster.pixels.count, by: 4).map { raster.pixels[$0] })
    }
    return InkCoverage(
      plates: planes, width: size.width, height: size.height, dpi: Self.dpi)
  }
}
