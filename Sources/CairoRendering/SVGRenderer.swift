internal import CPangoCairo
public import Diagnostics
public import DisplayList
import Geometry

/// Draws one page of a document as SVG, text as outlines.
public struct SVGRenderer: PageRenderer {
  /// Which page, from 0.
  public var page: Int

  /// Fonts to share with other renderers.
  private let faces: FaceStock?

  /// Makes a renderer for a page, the first unless told otherwise.
  public init(page: Int = 0, faces: FaceStock? = nil) {
    self.page = page
    self.faces = faces
  }

  /// Draws the page; a C status or an unreadable file is a rejection.
  public func render(
    _ document: PagedDocument, from files: any FileAccess
  ) throws(Rejection) -> [UInt8] {
    guard document.pages.indices.contains(page) else {
      throw Rejection(RenderingProblems.noPage(page + 1, of: document.pages.count))
    }
    let sheet = document.pages[page]
    let sink = ByteSink()
    let surface = try CairoSurface(
      owning: cairo_svg_surface_create_for_stream(
        ByteSink.write, sink.closure, sheet.trim.width.points, sheet.trim.height.points),
      writingTo: sink)
    try draw(sheet, of: document, from: files, on: surface)
    try surface.finish()
    return SVGWords.adding(document.metadata, to: SVGNames.renumbered(sink.bytes))
  }

  private func draw(
    _ sheet: Page, of document: PagedDocument, from files: any FileAccess,
    on surface: borrowing CairoSurface
  ) throws(Rejection) {
    let painter = try PagePainter(
      on: surface, document: document, files: files, images: .passedThrough,
      faces: faces ?? FaceStock())
    try painter.paint(sheet)
    try painter.showPage()
  }
}
