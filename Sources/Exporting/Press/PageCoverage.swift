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
  /// draws the maps and soft proofs that were asked for. Without a map only the part of a page on
  /// which inks may pile up is drawn for it.
  func coverage(
    of document: PagedDocument, named base: String, pictures: PicturePreparer.Outcome,
    with resources: PressResources, from files: any FileAccess, into problems: inout Problems
  ) throws(Rejection) -> [OutputFile] {
    let limits = resources.profile.ink
    var pictures = PlatePictures(of: pictures)
    var written: [OutputFile] = []
    for page in document.pages.indices {
      var part = document
      part.pages = [document.pages[page]]
      let number = document.pages.count == 1 ? "" : "-\(page + 1)"
      if options.hasSoftProof,
        let proof = try softProof(of: part, &pictures, resources, from: files)
      {
        written.append(OutputFile(path: "\(base).softproof\(number).png", bytes: proof))
      }
      guard let ink = try heaviest(of: part, &pictures, with: resources, from: files) else {
        continue
      }
      if ink.coverage.heaviestSquare > limits.limit + 1 {
        problems.report(
          PressFileProblems.tooMuchInk(
            ink.coverage, from: ink.origin, page: page + 1, limit: limits.limit))
      }
      guard options.hasHeatMap,
        let map = PNGWriter.file(
          width: ink.coverage.width, height: ink.coverage.height,
          pixels: ink.coverage.heatMap(limit: limits.limit), dpi: Self.dpi)
      else { continue }
      written.append(OutputFile(path: "\(base).ink\(number).png", bytes: map))
    }
    return written
  }

  /// The ink of the whole page where a map is wanted, else of its most heavily inked part and where
  /// that part lies; nil for a page that needs no measuring.
  private func heaviest(
    of page: PagedDocument, _ pictures: inout PlatePictures, with resources: PressResources,
    from files: any FileAccess
  ) throws(Rejection) -> (coverage: InkCoverage, origin: Point)? {
    func measure(
      _ document: PagedDocument, _ pictures: inout PlatePictures
    ) throws(Rejection) -> InkCoverage? {
      let drawn = try plates(of: document, dpi: Self.dpi, &pictures, resources, from: files)
      return InkCoverage(colors: drawn.colors, black: drawn.black, dpi: Self.dpi)
    }
    if options.hasHeatMap { return try measure(page, &pictures).map { ($0, .zero) } }
    var worst: (coverage: InkCoverage, origin: Point)?
    let limit = resources.profile.ink.limit + 1
    for part in plateDocuments(of: page, resources).crowdedParts(over: limit, page: 0) {
      var cropped = page
      cropped.pages = [part.page]
      guard let ink = try measure(cropped, &pictures) else { continue }
      if ink.heaviestSquare > worst?.coverage.heaviestSquare ?? -1 { worst = (ink, part.origin) }
    }
    return worst
  }

  /// A page as it will look on the press's paper, as a PNG file.
  private func softProof(
    of page: PagedDocument, _ pictures: inout PlatePictures, _ resources: PressResources,
    from files: any FileAccess
  ) throws(Rejection) -> [UInt8]? {
    let drawn = try plates(of: page, for: .viewing, dpi: dpi, &pictures, resources, from: files)
    guard let proof = SoftProof(press: resources.icc),
      let pixels = proof.pixels(colors: drawn.colors, black: drawn.black)
    else { return nil }
    return PNGWriter.file(
      width: drawn.black.width, height: drawn.black.height, pixels: pixels, dpi: dpi)
  }

  /// Draws the plates of a page.
  private func plates(
    of document: PagedDocument, for purpose: PlateDocuments.Purpose = .measuring, dpi: Double,
    _ pictures: inout PlatePictures, _ resources: PressResources, from files: any FileAccess
  ) throws(Rejection) -> (colors: PixelImage, black: PixelImage) {
    let plates = plateDocuments(of: document, for: purpose, resources)
    func draw(_ shown: PlateDocuments.Plates) throws(Rejection) -> PixelImage {
      let overlay = pictures.files(of: shown, in: document, dpi: dpi)
      return try PageSampler(dpi: dpi, faces: stock.faces).pixels(
        of: plates.document(of: shown), from: OverlaidFiles(files: files, overlay: overlay))
    }
    return (try draw(.colors), try draw(.black))
  }

  private func plateDocuments(
    of document: PagedDocument, for purpose: PlateDocuments.Purpose = .measuring,
    _ resources: PressResources
  ) -> PlateDocuments {
    PlateDocuments(
      document, overprintUnder: resources.profile.lines.overprintUnder.points, purpose: purpose,
      grey: options.isGrayscale ? GreyInks(press: resources.icc) : nil)
  }
}

/// What the plates print of a document's pictures: made when a part of a page shows the picture, once
/// for all parts.
private struct PlatePictures {
  private struct Key: Hashable {
    var path: String
    var dpi: Double
  }

  private let pictures: PicturePreparer.Outcome
  private var made: [Key: [PlateDocuments.Plates: [UInt8]]] = [:]

  init(of pictures: PicturePreparer.Outcome) { self.pictures = pictures }

  /// The files of the pictures that a document shows, by path.
  mutating func files(
    of plates: PlateDocuments.Plates, in document: PagedDocument, dpi: Double
  ) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for image in PlacedSizes(of: document).sizes.keys {
      guard let path = document.images[image]?.path else { continue }
      let key = Key(path: path, dpi: dpi)
      if made[key] == nil { made[key] = pictures.plateFiles(of: path, dpi: dpi) ?? [:] }
      files[path] = made[key]?[plates]
    }
    return files
  }
}
