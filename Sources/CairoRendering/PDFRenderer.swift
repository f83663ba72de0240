internal import CPangoCairo
public import Diagnostics
public import DisplayList
import Geometry
import Notations

/// Draws documents as PDF 1.4: fonts embedded as subsets, text that can be selected, inks as their
/// preview colours (`InkPreviews`), JPEG pictures as they are.
///
/// The bytes depend on the document and its files alone: the dates are those of the metadata, and
/// where that has none, the first day of 2000.
public struct PDFRenderer: PageRenderer {
  /// How many bytes the file may have, so that tests can fill a disk.
  private let limit: Int
  /// Whether the stretches between structure tags are marked for a structure tree.
  private let isTagged: Bool
  /// Fonts to share with other renderers.
  private let faces: FaceStock?

  /// Makes a renderer; a tagged file has its stretches marked, the tree is the finisher's. Those
  /// that draw many documents share their open faces.
  public init(isTagged: Bool = false, faces: FaceStock? = nil) {
    limit = .max
    self.isTagged = isTagged
    self.faces = faces
  }

  /// Makes a renderer whose output fails beyond a number of bytes.
  init(limit: Int) {
    self.limit = limit
    isTagged = false
    faces = nil
  }

  /// Draws the whole document; a C status or an unreadable file is a rejection.
  public func render(
    _ document: PagedDocument, from files: any FileAccess
  ) throws(Rejection) -> [UInt8] {
    try render(document, from: files, with: faces ?? FaceStock())
  }

  /// Draws the whole document with faces that earlier documents have opened; the bytes are the same.
  public func render(
    _ document: PagedDocument, from files: any FileAccess, with faces: FaceStock
  ) throws(Rejection) -> [UInt8] {
    guard let first = document.pages.first else {
      throw Rejection(RenderingProblems.noPage(1, of: 0))
    }
    let sink = ByteSink(limit: limit)
    let surface = try CairoSurface(
      owning: cairo_pdf_surface_create_for_stream(
        ByteSink.write, sink.closure, first.trim.width.points, first.trim.height.points),
      writingTo: sink)
    cairo_pdf_surface_restrict_to_version(surface.raw, CAIRO_PDF_VERSION_1_4)
    describe(document.metadata, on: surface)
    let repeats = try draw(document, from: files, with: faces, on: surface)
    try surface.finish()
    return repeats ? PictureResources.withoutRepeats(sink.bytes) : sink.bytes
  }

  /// Draws the pages; whether one of them shows a picture more than once.
  private func draw(
    _ document: PagedDocument, from files: any FileAccess, with faces: FaceStock,
    on surface: borrowing CairoSurface
  ) throws(Rejection) -> Bool {
    let painter = try PagePainter(
      on: surface, document: document, files: files, images: .passedThrough,
      faces: faces)
    for page in document.pages {
      cairo_pdf_surface_set_size(surface.raw, page.trim.width.points, page.trim.height.points)
      if isTagged { try painter.paintTagged(page) } else { try painter.paint(page) }
      try painter.showPage()
    }
    return painter.repeatsPictures
  }

  private func describe(_ metadata: DocumentMetadata, on surface: borrowing CairoSurface) {
    let date = (metadata.date.flatMap { CivilDay(whole: $0)?.iso } ?? "2000-01-01") + "T00:00:00Z"
    let entries: [(cairo_pdf_metadata_t, String)] = [
      (CAIRO_PDF_METADATA_TITLE, metadata.title),
      (CAIRO_PDF_METADATA_AUTHOR, metadata.author),
      (CAIRO_PDF_METADATA_SUBJECT, metadata.subject),
      (CAIRO_PDF_METADATA_CREATOR, "Banxin"),
      (CAIRO_PDF_METADATA_CREATE_DATE, date),
      (CAIRO_PDF_METADATA_MOD_DATE, date),
    ]
    for (key, value) in entries where !value.isEmpty {
      cairo_pdf_surface_set_metadata(surface.raw, key, value)
    }
  }
}
