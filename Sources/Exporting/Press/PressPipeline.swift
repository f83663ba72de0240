import CairoRendering
import Diagnostics
import DisplayList
import Geometry
import ImageFiles
import LayoutSpecs
import Prepress

/// From a finished document to the bytes of its press files: sheets, pictures, drawing, finishing,
/// and the check that decides whether they may go to the plant.
struct PressPipeline {
  let options: PressOptions
  let environment: any ExportEnvironment
  /// Resolution of soft proofs.
  var dpi = 150.0
  /// What the job has opened already.
  let stock: ExportStock
  /// Told of each stage when it has ended, for measuring.
  var onStage: (PressStage) -> Void = { _ in }

  /// Findings of earlier stages that a proof may have and a press page may not. Between what
  /// is too coarse anywhere and what a press wants, the press decides (`image-resolution`).
  static let blocking: Set<String> = [
    "picture.placeholder", "picture.no-file", "picture.too-coarse", "page.overset",
  ]

  /// The press files of a document; one that is not ready is refused unless forced.
  func files(
    of document: PagedDocument, named base: String, from files: any FileAccess,
    into problems: inout Problems
  ) throws(Rejection) -> PressFiles {
    let resources = try stock.press(options.profile, in: environment, into: &problems)
    onStage(.preparing)
    var found = Problems()
    var outcome = PressFiles()
    let isHeldBack =
      problems.hasErrors
      || problems.diagnostics.contains { Self.blocking.contains($0.code.rawValue) }
    let printed = options.isGrayscale ? OnePlate.document(document) : document
    for (name, part) in parts(of: printed, base: base) {
      let sheets = try sheets(of: part, with: resources)
      let pictures = try prepare(sheets.document, resources, from: files, into: &found)
      onStage(.preparing)
      let bytes = try render(sheets, pictures, with: resources, from: files)
      outcome.files.append(OutputFile(path: "\(name).pdf", bytes: bytes))
      let report = try Preflight(profile: resources.profile, measuresPagePictures: false)
        .check(bytes, name: Paths.name(name))
      onStage(.checking)
      let judgement = PressJudgement(report, profile: resources.profile)
      found.report(contentsOf: judgement.diagnostics(in: "\(Paths.name(name)).pdf"))
      if options.isGrayscale, !report.facts.isOnePlate {
        found.report(PressFileProblems.morePlates("\(Paths.name(name)).pdf"))
      }
      outcome.files += try coverage(
        of: part, named: name, pictures: pictures, with: resources, from: files, into: &found)
      onStage(.measuring)
    }
    let isReady = !found.hasErrors && !isHeldBack
    outcome.isReady = isReady
    if isReady || options.isForced {
      problems.report(contentsOf: found.diagnostics.map(Self.forced))
      return outcome
    }
    let count = found.diagnostics.count { $0.severity == .error } + (isHeldBack ? 1 : 0)
    throw Rejection(
      problems.diagnostics + found.diagnostics + [PressFileProblems.notReady(count)])
  }

  /// Under `--force` an error no longer stops the job.
  private static func forced(_ diagnostic: Diagnostic) -> Diagnostic {
    var milder = diagnostic
    milder.severity = min(diagnostic.severity, .warning)
    return milder
  }

  /// The documents to write: all pages, or each page on its own as `<name>-<date>-<page>`.
  private func parts(
    of document: PagedDocument, base: String
  ) -> [(name: String, document: PagedDocument)] {
    guard options.isSplit else { return [(base, document)] }
    let date = document.metadata.date?.filter { $0.isLetter || $0.isNumber } ?? ""
    return document.pages.enumerated().map { index, page in
      var part = document
      part.pages = [page]
      let number = index + 1 < 10 ? "0\(index + 1)" : "\(index + 1)"
      let label = page.label.filter { $0.isLetter || $0.isNumber }
      let words = [base, date, label.isEmpty ? number : label].filter { !$0.isEmpty }
      return (words.joined(separator: "-"), part)
    }
  }

  // MARK: Drawing

  private func prepare(
    _ document: PagedDocument, _ resources: PressResources, from files: any FileAccess,
    into problems: inout Problems
  ) throws(Rejection) -> PicturePreparer.Outcome {
    try PicturePreparer(
      profile: resources.profile, icc: resources.icc, isGrayscale: options.isGrayscale,
      standard: options.claim.standard
    ).prepare(
      document, drawings: try drawings(in: document, resources, from: files), from: files,
      into: &problems)
  }

  /// The SVG files of a document as PDF pages, drawn so large that what becomes pixels has as many
  /// as the press wants of a picture.
  private func drawings(
    in document: PagedDocument, _ resources: PressResources, from files: any FileAccess
  ) throws(Rejection) -> [String: PlacedDrawing] {
    let sizes = PlacedSizes(of: document).sizes
    let scale = resources.profile.pictures.target / 72
    let detail = options.hasSoftProof ? max(1, dpi / 72) : 1
    var drawings: [String: PlacedDrawing] = [:]
    for (id, source) in document.images where source.format == .svg {
      guard let size = sizes[id] else { continue }
      let drawing = try VectorDrawing(
        path: source.path, bytes: try files.contents(of: source.path))
      let look = try drawing.pixels(
        width: Int((size.width * detail).rounded(.up)),
        height: Int((size.height * detail).rounded(.up)))
      drawings[source.path] = PlacedDrawing(
        pdf: try drawing.pdf(width: size.width * scale), scale: scale,
        pixels: RawPicture(
          width: look.width, height: look.height, layout: .color, pixels: look.bytes))
    }
    return drawings
  }

  /// Draws and finishes sheets.
  private func render(
    _ sheets: PressSheets, _ pictures: PicturePreparer.Outcome, with resources: PressResources,
    from files: any FileAccess
  ) throws(Rejection) -> [UInt8] {
    let drawn = try PDFRenderer().render(
      sheets.document, from: OverlaidFiles(files: files, overlay: pictures.standIns),
      with: stock.faces)
    onStage(.drawing)
    var settings = PressSettings(
      standard: options.claim.standard, profile: resources.profile, icc: resources.icc,
      inks: inkMap(of: sheets.document, icc: resources.icc), boxes: sheets.boxes,
      metadata: sheets.document.metadata)
    settings.isGrayscale = options.isGrayscale
    settings.packedProfile = resources.packedProfile
    let bytes = try PDFFinisher(settings).finish(drawn, pictures: pictures.pictures)
    onStage(.finishing)
    return bytes
  }

  private func sheets(
    of document: PagedDocument, with resources: PressResources
  ) throws(Rejection) -> PressSheets {
    var settings = resources.profile.sheet
    if let marks = options.marks.flatMap({ SheetSettings.Marks(rawValue: $0) }) {
      settings.marks = marks
    }
    let imposed = options.scheme.map { Imposer($0).impose(document) } ?? document
    guard settings.marks == .full else { return PressMarks(settings).sheets(of: imposed) }
    let slug = try SlugLine(shaper: stock.shaper()).set(imposed, press: resources.profile)
    var sheets = PressMarks(settings).sheets(of: imposed) { slug.items[$0] }
    sheets.document.faces.merge(slug.faces) { known, _ in known }
    return sheets
  }

  func inkMap(of document: PagedDocument, icc: [UInt8]) -> InkMap {
    var map = InkMap()
    for (ink, color) in InkPreviews(of: document).colors {
      map.add(ink, red: color.red, green: color.green, blue: color.blue)
    }
    guard options.isGrayscale, let grey = GreyInks(press: icc) else { return map }
    return map.mapInks(grey.grey(of:))
  }
}

/// Files with others in memory in front of them.
struct OverlaidFiles: FileAccess {
  let files: any FileAccess
  let overlay: [String: [UInt8]]

  func contents(of path: String) throws(Rejection) -> [UInt8] {
    if let bytes = overlay[path] { return bytes }
    return try files.contents(of: path)
  }

  func fontPath(of file: String) throws(Rejection) -> String { try files.fontPath(of: file) }
}
