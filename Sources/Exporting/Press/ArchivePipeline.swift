import CairoRendering
import Diagnostics
import DisplayList
import Prepress

/// From a finished document to a PDF/A-2u file with PDF/UA-1 tags, in a screen's colours.
struct ArchivePipeline {
  /// The open faces to draw with.
  var faces = FaceStock()

  /// Draws, tags and checks a document.
  func render(
    _ document: PagedDocument, from files: any FileAccess, into problems: inout Problems
  ) throws(Rejection) -> [UInt8] {
    let placed = document.images.values.filter { $0.format == .pdf }.map(\.path)
    if let path = placed.min() { throw Rejection(PressFileProblems.pageInArchive(path)) }
    let drawn = try PDFRenderer(isTagged: true).render(document, from: files, with: faces)
    var settings = PressSettings(
      standard: .archive, profile: nil, icc: [], inks: InkMap(),
      boxes: document.pages.map { PageBoxes(page: $0.trim) }, metadata: document.metadata)
    settings.structure = document.pages.map(\.segments)
    if document.hasNavigation { settings.navigation = document }
    return try PDFFinisher(settings).finish(drawn)
  }
}
