internal import CPangoCairo
import Diagnostics
import Geometry

/// A Cairo surface with one owner.
struct CairoSurface: ~Copyable {
  let raw: OpaquePointer
  /// Where the surface writes; even one that is thrown away after a failure still writes its end.
  private let sink: ByteSink?

  /// Takes over a surface that a Cairo call made; its status is checked.
  init(owning surface: OpaquePointer?, writingTo sink: ByteSink? = nil) throws(Rejection) {
    guard let surface else { throw Rejection(RenderingProblems.failed("no surface")) }
    if let problem = CairoStatus.problem(cairo_surface_status(surface)) {
      cairo_surface_destroy(surface)
      throw Rejection(problem)
    }
    raw = surface
    self.sink = sink
  }

  deinit { cairo_surface_destroy(raw) }

  /// Ends the output, so that all bytes are written; Cairo remembers the first failure until then.
  func finish() throws(Rejection) {
    cairo_surface_finish(raw)
    if let problem = CairoStatus.problem(cairo_surface_status(raw)) { throw Rejection(problem) }
    // Cairo 1.16 forgets a failure to write a font stream, and the file would be cut there.
    if let sink, sink.isFull {
      throw Rejection(RenderingProblems.failed(CairoStatus.text(CAIRO_STATUS_WRITE_ERROR)))
    }
  }

  /// Hands out the pixels of an image surface.
  func withRaster<Result>(
    _ body: (PageRaster) throws(Rejection) -> Result
  ) throws(Rejection) -> Result {
    cairo_surface_flush(raw)
    guard let data = cairo_image_surface_get_data(raw) else {
      throw Rejection(RenderingProblems.failed("no pixels"))
    }
    let stride = Int(cairo_image_surface_get_stride(raw))
    let height = Int(cairo_image_surface_get_height(raw))
    let raster = PageRaster(
      width: Int(cairo_image_surface_get_width(raw)), height: height, stride: stride,
      bytes: UnsafeBufferPointer(start: data, count: stride * height))
    return try body(raster)
  }
}

/// Cairo's statuses as findings.
enum CairoStatus {
  /// What a status says; nil for success.
  static func problem(_ status: cairo_status_t) -> Diagnostic? {
    status == CAIRO_STATUS_SUCCESS ? nil : RenderingProblems.failed(text(status))
  }

  /// Cairo's own words for a status.
  static func text(_ status: cairo_status_t) -> String {
    cairo_status_to_string(status).map { String(cString: $0) } ?? "status \(status.rawValue)"
  }
}

/// Collects the bytes that a surface writes.
final class ByteSink {
  /// What was written.
  private(set) var bytes: [UInt8] = []
  /// Whether a byte was refused.
  private(set) var isFull = false
  private let limit: Int

  /// Makes a sink that refuses more than `limit` bytes, as a full disk would.
  init(limit: Int = .max) { self.limit = limit }

  /// The pointer by which `ByteSink.write` finds the sink; the sink must outlive the surface.
  var closure: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  /// The function to hand to Cairo together with `closure`.
  static let write: cairo_write_func_t = { closure, data, length in
    guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
    return Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
      .append(UnsafeBufferPointer(start: data, count: Int(length)))
  }

  private func append(_ more: UnsafeBufferPointer<UInt8>) -> cairo_status_t {
    guard !isFull, more.count <= limit - bytes.count else {
      isFull = true
      return CAIRO_STATUS_WRITE_ERROR
    }
    bytes.append(contentsOf: more)
    return CAIRO_STATUS_SUCCESS
  }
}
