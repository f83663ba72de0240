internal import CPangoCairo
import Diagnostics
import ImageFiles

/// One picture as a Cairo surface with the turn that makes it upright.
final class Picture {
  private let surface: CairoSurface
  private let header: ImageHeader
  private let extend: cairo_extend_t

  /// A JPEG file that the output takes as it is. The surface only gives the size: its pixels are
  /// zero pages that nothing reads.
  init(passing bytes: [UInt8], header: ImageHeader, path: String) throws(Rejection) {
    surface = try Picture.blank(header)
    self.header = header
    // Padding at the edges would make Cairo draw the pixels instead of the file.
    extend = CAIRO_EXTEND_NONE
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count)
    copy.initialize(from: bytes, count: bytes.count)
    let status = cairo_surface_set_mime_data(
      surface.raw, CAIRO_MIME_TYPE_JPEG, copy, UInt(bytes.count), { $0?.deallocate() }, copy)
    if status != CAIRO_STATUS_SUCCESS {
      copy.deallocate()
      throw Rejection(RenderingProblems.brokenImage(path, reason: CairoStatus.text(status)))
    }
  }

  /// Decoded pixels.
  init(pixels: PixelImage, header: ImageHeader, path: String) throws(Rejection) {
    surface = try Picture.blank(header)
    self.header = header
    extend = CAIRO_EXTEND_PAD
    guard let target = cairo_image_surface_get_data(surface.raw) else {
      throw Rejection(RenderingProblems.brokenImage(path, reason: "no memory"))
    }
    // Four bytes a pixel need no padding at the end of a row.
    target.update(from: pixels.bytes, count: pixels.bytes.count)
    cairo_surface_mark_dirty(surface.raw)
  }

  /// A PNG file, decoded by Cairo.
  init(png bytes: [UInt8], header: ImageHeader, path: String) throws(Rejection) {
    let source = ByteSource(bytes)
    let raw = cairo_image_surface_create_from_png_stream(ByteSource.read, source.closure)
    let status = withExtendedLifetime(source) { cairo_surface_status(raw) }
    if status != CAIRO_STATUS_SUCCESS {
      cairo_surface_destroy(raw)
      throw Rejection(RenderingProblems.brokenImage(path, reason: CairoStatus.text(status)))
    }
    surface = try CairoSurface(owning: raw)
    self.header = header
    extend = CAIRO_EXTEND_PAD
  }

  /// Paints the upright picture over the unit square of the context.
  func paint(on context: OpaquePointer, padsEdges: Bool) {
    let map = header.orientation.map
    var matrix = cairo_matrix_t(
      xx: map.a, yx: map.b, xy: map.c, yy: map.d, x0: map.tx, y0: map.ty)
    cairo_transform(context, &matrix)
    cairo_scale(context, 1 / Double(header.storedWidth), 1 / Double(header.storedHeight))
    cairo_set_source_surface(context, surface.raw, 0, 0)
    cairo_pattern_set_extend(cairo_get_source(context), padsEdges ? extend : CAIRO_EXTEND_NONE)
    cairo_paint(context)
  }

  private static func blank(_ header: ImageHeader) throws(Rejection) -> CairoSurface {
    try CairoSurface(
      owning: cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, Int32(header.storedWidth), Int32(header.storedHeight)))
  }
}

/// Bytes that Cairo reads in pieces.
private final class ByteSource {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var closure: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  static let read: cairo_read_func_t = { closure, target, length in
    guard let closure, let target else { return CAIRO_STATUS_READ_ERROR }
    return Unmanaged<ByteSource>.fromOpaque(closure).takeUnretainedValue()
      .copy(to: target, count: Int(length))
  }

  private func copy(to target: UnsafeMutablePointer<UInt8>, count: Int) -> cairo_status_t {
    guard count <= bytes.count - offset else { return CAIRO_STATUS_READ_ERROR }
    bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      target.update(from: base + offset, count: count)
    }
    offset += count
    return CAIRO_STATUS_SUCCESS
  }
}
