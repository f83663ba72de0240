internal import CPangoCairo
import Confinement

/// Whether a font can be drawn with, found out where a failure harms nobody.
public enum FaceTrial {
  private static let limits = ChildLimits(seconds: 10, mebibytes: 1024)
  /// Most glyphs that are tried.
  private static let most = 4000

  /// Draws the glyphs of a file into a PDF file that nobody keeps, in a child process.
  public static func survives(path: String, index: Int) -> Bool {
    Confinement.attempt(limits, clock: 30) { draw(path: path, index: index) } == .code(0)
  }

  private static func draw(path: String, index: Int) -> Int32 {
    let stock = FaceStock()
    guard let face = stock.face(path: path, index: index) else { return 1 }
    let sink = ByteSink()
    guard
      let surface = cairo_pdf_surface_create_for_stream(ByteSink.write, sink.closure, 1000, 1000),
      let context = cairo_create(surface)
    else { return 1 }
    cairo_set_font_face(context, face.raw)
    cairo_set_font_size(context, 10)
    for number in 0..<most {
      var glyph = cairo_glyph_t(index: UInt(number), x: 10, y: 100)
      cairo_show_text_glyphs(
        context, "x", 1, &glyph, 1, [cairo_text_cluster_t(num_bytes: 1, num_glyphs: 1)], 1,
        cairo_text_cluster_flags_t(rawValue: 0))
    }
    cairo_destroy(context)
    cairo_surface_finish(surface)
    return withExtendedLifetime((stock, sink)) { 0 }
  }
}
