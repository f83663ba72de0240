internal import CPangoCairo
internal import CRSVG
import Diagnostics
import ImageFiles

/// One SVG file, read by librsvg. Nothing outside the file is loaded: no fonts of the machine, no
/// linked pictures, so that the same file gives the same page everywhere.
final class VectorArt {
  private let handle: SVGHandle
  /// Its own size in points: CSS pixels are 1/96 inch.
  let width: Double
  let height: Double
  /// Whether librsvg draws parts of it as pixels, one a unit of the surface: filters and masks.
  let hasPixelParts: Bool

  /// Sizes that have a meaning on paper, in points.
  private static let sides = 0.1...20_000.0

  init(_ bytes: [UInt8], path: String) throws(Rejection) {
    if bytes.count > ArtSniffer.svgLimit {
      throw Rejection(ArtProblems.tooLarge(path, limit: ArtSniffer.svgLimit))
    }
    let drawings = [bytes] + SVGScan.inner(bytes)
    if drawings.contains(where: SVGScan.hasText) { throw Rejection(ArtProblems.hasText(path)) }
    if drawings.contains(where: SVGScan.hasEntities) {
      throw Rejection(ArtProblems.broken(path, "entities"))
    }
    hasPixelParts = drawings.contains(where: SVGScan.hasPixelParts)
    handle = try SVGHandle(SVGGradients.completed(SVGScan.withoutLinks(bytes)), path: path)
    guard let size = handle.size else { throw Rejection(ArtProblems.noSize(path)) }
    (width, height) = (size.width * 0.75, size.height * 0.75)
    guard Self.sides.contains(width), Self.sides.contains(height) else {
      throw Rejection(ArtProblems.noSize(path))
    }
  }

  /// Draws the art over a rectangle from the origin of a Cairo context.
  func paint(
    on context: OpaquePointer, width: Double, height: Double, path: String
  ) throws(Rejection) {
    if let reason = handle.render(on: context, width: width, height: height) {
      throw Rejection(ArtProblems.broken(path, reason))
    }
  }

  /// Draws the art on a surface of vectors, parts that become pixels with `detail` pixels a unit: it
  /// is recorded that much larger and the recording made smaller again.
  func paint(
    on context: OpaquePointer, width: Double, height: Double, detail: Double, path: String
  ) throws(Rejection) {
    guard hasPixelParts else {
      return try paint(on: context, width: width, height: height, path: path)
    }
    var extents = cairo_rectangle_t(
      x: 0, y: 0, width: (width * detail).rounded(.up), height: (height * detail).rounded(.up))
    let recording = try CairoSurface(
      owning: cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents))
    guard let recorder = cairo_create(recording.raw) else {
      throw Rejection(RenderingProblems.failed("no context"))
    }
    defer { cairo_destroy(recorder) }
    try paint(on: recorder, width: width * detail, height: height * detail, path: path)
    if let problem = CairoStatus.problem(cairo_status(recorder)) { throw Rejection(problem) }
    cairo_save(context)
    cairo_scale(context, 1 / detail, 1 / detail)
    cairo_set_source_surface(context, recording.raw, 0, 0)
    cairo_paint(context)
    cairo_restore(context)
  }
}

/// librsvg's handle with one owner.
struct SVGHandle: ~Copyable {
  private let raw: UnsafeMutablePointer<RsvgHandle>

  init(_ bytes: [UInt8], path: String) throws(Rejection) {
    var error: UnsafeMutablePointer<GError>?
    let handle = rsvg_handle_new_from_data(bytes, gsize(bytes.count), &error)
    guard let handle else {
      throw Rejection(ArtProblems.broken(path, Self.words(error)))
    }
    rsvg_handle_set_dpi(handle, 96)
    raw = handle
  }

  deinit { g_object_unref(raw) }

  /// Width and height in CSS pixels; of the view box where the file gives none; nil for neither.
  var size: (width: Double, height: Double)? {
    var (width, height) = (0.0, 0.0)
    if rsvg_handle_get_intrinsic_size_in_pixels(raw, &width, &height) != 0 {
      return (width, height)
    }
    var (hasWidth, hasHeight, hasBox) = (gboolean(0), gboolean(0), gboolean(0))
    var (ownWidth, ownHeight) = (RsvgLength(), RsvgLength())
    var box = RsvgRectangle()
    rsvg_handle_get_intrinsic_dimensions(
      raw, &hasWidth, &ownWidth, &hasHeight, &ownHeight, &hasBox, &box)
    return hasBox != 0 ? (box.width, box.height) : nil
  }

  /// Draws; the result is what went wrong.
  func render(on context: OpaquePointer, width: Double, height: Double) -> String? {
    var viewport = RsvgRectangle(x: 0, y: 0, width: width, height: height)
    var error: UnsafeMutablePointer<GError>?
    let isDrawn = rsvg_handle_render_document(raw, context, &viewport, &error) != 0
    return isDrawn ? nil : Self.words(error)
  }

  private static func words(_ error: UnsafeMutablePointer<GError>?) -> String {
    guard let error else { return "unknown reason" }
    defer { g_error_free(error) }
    return error.pointee.message.map { String(cString: $0) } ?? "unknown reason"
  }
}
