import CairoRendering
import Diagnostics
import DisplayList
import LayoutSpecs
import Prepress

/// From a finished document to the bytes of its press file: pictures, drawing, finishing.
struct PressPipeline {
  let options: PressOptions
  let home: ResourceHome
  let environment: any ExportEnvironment

  /// The press files of a document.
  func files(
    of document: PagedDocument, named base: String, from files: any FileAccess,
    into problems: inout Problems
  ) throws(Rejection) -> PressFiles {
    let resources = try PressResources.load(
      options.profile, home: home, in: environment, into: &problems)
    let bytes = try render(document, with: resources, from: files, into: &problems)
    return PressFiles(files: [OutputFile(path: "\(base).pdf", bytes: bytes)], isReady: true)
  }

  /// Draws and finishes a document; each page is its own sheet.
  func render(
    _ document: PagedDocument, with resources: PressResources, from files: any FileAccess,
    into problems: inout Problems
  ) throws(Rejection) -> [UInt8] {
    let preparer = PicturePreparer(
      profile: resources.profile, icc: resources.icc, isGrayscale: options.isGrayscale,
      standard: options.claim.standard)
    let pictures = try preparer.prepare(document, from: files, into: &problems)
    let drawn = try PDFRenderer().render(
      document, from: OverlaidFiles(files: files, overlay: pictures.standIns))
    let settings = PressSettings(
      standard: options.claim.standard, profile: resources.profile, icc: resources.icc,
      inks: inkMap(of: document, icc: resources.icc),
      boxes: document.pages.map { PageBoxes(page: $0.trim) }, metadata: document.metadata)
    return try PDFFinisher(settings).finish(drawn, pictures: pictures.pictures)
  }

  private func inkMap(of document: PagedDocument, icc: [UInt8]) -> InkMap {
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
