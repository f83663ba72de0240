internal import CPangoCairo
public import Diagnostics
public import DisplayList
import Geometry

/// Draws one page of a document as a PNG picture on white.
public struct PNGRenderer: PageRenderer {
  /// Pixels per inch.
  public var dpi: Double
  /// Which page, from 0.
  public var page: Int
  /// Cairo draws no picture larger than this on a side.
  static let sideLimit = 32_767

  /// Makes a renderer for a page, the first unless told otherwise.
  public init(dpi: Double = 96, page: Int = 0) {
    self.dpi = dpi
    self.page = page
  }

  /// Draws the page; a C status or an unreadable file is a rejection.
  public func render(
    _ document: PagedDocument, from files: any FileAccess
  ) throws(Rejection) -> [UInt8] {
    guard document.pages.indices.contains(page) else {
      throw Rejection(RenderingProblems.noPage(page + 1, of: document.pages.count))
    }
    let sheet = document.pages[page]
    let scale = dpi / 72
    let width = Int((sheet.trim.width.points * scale).rounded(.up))
    let height = Int((sheet.trim.height.points * scale).rounded(.up))
    guard width <= PNGRenderer.sideLimit, height <= PNGRenderer.sideLimit else {
      throw Rejection(
        RenderingProblems.tooLarge(width: width, height: height, limit: PNGRenderer.sideLimit))
    }
    let surface = try CairoSurface(
      owning: cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height)))
    do {
      let painter = try PagePainter(
        on: surface, document: document, files: files, images: .decoded, pixelsPerPoint: scale)
      painter.paintPaper()
      try painter.paint(sheet)
    }
    let encoder = PNGEncoder(width: width, height: height, dpi: dpi)
    return try surface.withPixels { (pixels, stride) throws(Rejection) in
      try encoder.encode(pixels, stride: stride)
    }
  }
}
