internal import CPangoCairo
public import Diagnostics
public import DisplayList
import Geometry
public import ImageFiles

/// An SVG file as other stages need it: its size for layout, a PDF page of it for the press, and
/// pixels of it to measure its ink.
public struct VectorDrawing {
  private let art: VectorArt
  private let path: String

  /// Reads a file; a broken one, one with text and one without a size are rejections.
  public init(path: String, bytes: [UInt8]) throws(Rejection) {
    try ArtTrial.check(bytes, path: path)
    art = try VectorArt(bytes, path: path)
    self.path = path
  }

  /// What layout needs to know.
  public var source: ImageSource {
    ImageSource(
      path: path, format: .svg, pixelWidth: Length.points(art.width).units,
      pixelHeight: Length.points(art.height).units)
  }

  /// The art alone on a PDF page of a width in points, the height in its proportion. What librsvg
  /// cannot draw as vectors (filters, masks, group opacity) it draws as pixels, one a point.
  public func pdf(width: Double) throws(Rejection) -> [UInt8] {
    let height = width * art.height / art.width
    let sink = ByteSink()
    let surface = try CairoSurface(
      owning: cairo_pdf_surface_create_for_stream(ByteSink.write, sink.closure, width, height),
      writingTo: sink)
    cairo_pdf_surface_restrict_to_version(surface.raw, CAIRO_PDF_VERSION_1_4)
    cairo_pdf_surface_set_metadata(
      surface.raw, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z")
    try draw(on: surface, width: width, height: height)
    try surface.finish()
    return sink.bytes
  }

  /// The art on paper, four bytes a pixel (blue, green, red, unused).
  public func pixels(width: Int, height: Int) throws(Rejection) -> PixelImage {
    let side = min(max(max(width, height), 1), PNGRenderer.sideLimit)
    let (width, height) = (min(max(width, 1), side), min(max(height, 1), side))
    let surface = try CairoSurface(
      owning: cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height)))
    try draw(on: surface, width: Double(width), height: Double(height), onPaper: true)
    return try surface.withRaster { $0.image }
  }

  private func draw(
    on surface: borrowing CairoSurface, width: Double, height: Double, onPaper: Bool = false
  ) throws(Rejection) {
    guard let context = cairo_create(surface.raw) else {
      throw Rejection(RenderingProblems.failed("no context"))
    }
    defer { cairo_destroy(context) }
    if onPaper {
      cairo_set_source_rgb(context, 1, 1, 1)
      cairo_paint(context)
    }
    try art.paint(on: context, width: width, height: height, path: path)
    if !onPaper { cairo_show_page(context) }
    if let problem = CairoStatus.problem(cairo_status(context)) { throw Rejection(problem) }
  }
}
