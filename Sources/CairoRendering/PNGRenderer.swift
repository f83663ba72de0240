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

  /// Fonts to share with other renderers.
  private let faces: FaceStock?

  /// Makes a renderer for a page, the first unless told otherwise.
  public init(dpi: Double = 96, page: Int = 0, faces: FaceStock? = nil) {
    self.dpi = dpi
    self.page = page
    self.faces = faces
  }

  /// Draws the page; a C status or an unreadable file is a rejection.
  public func render(
    _ document: PagedDocument, from files: any FileAccess
  ) throws(Rejection) -> [UInt8] {
    try withRaster(of: document, from: files) { (raster) throws(Rejection) in
      try PNGEncoder(raster, dpi: dpi).encode()
    }
  }

  /// Draws the page and hands out its pixels.
  func withRaster<Result>(
    of document: PagedDocument, from files: any FileAccess,
    _ body: (PageRaster) throws(Rejection) -> Result
  ) throws(Rejection) -> Result {
    guard document.pages.indices.contains(page) else {
      throw Rejection(RenderingProblems.noPage(page + 1, of: document.pages.count))
    }
    let sheet = document.pages[page]
    let scale = dpi / 72
    // A length is a whole number of 1/1024 pt: what is over by less is no pixel.
    let grain = scale / 1024
    let width = (sheet.trim.width.points * scale - grain).rounded(.up)
    let height = (sheet.trim.height.points * scale - grain).rounded(.up)
    let limit = PNGRenderer.sideLimit
    guard width <= Double(limit), height <= Double(limit) else {
      throw Rejection(RenderingProblems.tooLarge(width: width, height: height, limit: limit))
    }
    let surface = try CairoSurface(
      owning: cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height)))
    do {
      let painter = try PagePainter(
        on: surface, document: document, files: files, images: .decoded,
        faces: faces ?? FaceStock(),
        pixelsPerPoint: scale)
      painter.paintPaper()
      try painter.paint(sheet)
    }
    return try surface.withRaster(body)
  }
}

/// The pixels of a drawn page: four bytes each, blue, green, red and one unused.
struct PageRaster {
  var width: Int
  var height: Int
  /// Bytes from one row to the next.
  var stride: Int
  /// Valid only while it is handed out.
  var bytes: UnsafeBufferPointer<UInt8>

  /// Red, green and blue of a pixel.
  func color(x: Int, y: Int) -> ScreenColour {
    let place = y * stride + x * 4
    return ScreenColour(
      red: Int(bytes[place + 2]), green: Int(bytes[place + 1]), blue: Int(bytes[place]))
  }
}
