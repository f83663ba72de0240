internal import CPangoCairo
import Diagnostics
import DisplayList
import Geometry

/// Draws the items of pages on any Cairo surface.
final class PagePainter {
  private let context: OpaquePointer
  private let previews: InkPreviews
  private let faces: FaceLibrary
  private let images: ImageLoader
  /// Pixels a point of what vector art cannot be drawn as vectors: 200 an inch, as newsprint asks.
  static let artDetail = 200.0 / 72

  /// Makes a painter on a surface; `pixelsPerPoint` scales pages to the surface's own unit.
  init(
    on surface: borrowing CairoSurface, document: PagedDocument, files: any FileAccess,
    images mode: ImageLoader.Mode, faces stock: FaceStock, pixelsPerPoint: Double = 1
  ) throws(Rejection) {
    guard let context = cairo_create(surface.raw) else {
      throw Rejection(RenderingProblems.failed("no context"))
    }
    self.context = context
    previews = InkPreviews(of: document)
    self.faces = FaceLibrary(of: document, files: files, stock: stock)
    images = ImageLoader(of: document, files: files, mode: mode)
    cairo_scale(context, pixelsPerPoint, pixelsPerPoint)
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    cairo_set_font_options(context, options)
    cairo_font_options_destroy(options)
    try check()
  }

  deinit { cairo_destroy(context) }

  /// Whether a page has shown a picture more than once.
  var repeatsPictures: Bool { images.repeats }

  /// Draws one page.
  func paint(_ page: Page) throws(Rejection) {
    images.beginPage()
    try paint(page.items)
    try check()
  }

  /// Draws one page with each tagged stretch marked. The finisher knows the stretches by their
  /// order, so any plain name serves.
  func paintTagged(_ page: Page) throws(Rejection) {
    images.beginPage()
    for segment in page.segments {
      if segment.tag != nil { cairo_tag_begin(context, "P", "") }
      try paint(segment.items)
      if segment.tag != nil { cairo_tag_end(context, "P") }
    }
    try check()
  }

  /// Fills the whole surface with paper white, as a raster image needs.
  func paintPaper() {
    set(.paper)
    cairo_paint(context)
  }

  /// Ends a page of a paged surface.
  func showPage() throws(Rejection) {
    cairo_show_page(context)
    try check()
  }

  private func paint(_ items: [PlacedItem]) throws(Rejection) {
    for placed in items {
      switch placed.item {
      case .glyphs(let run): try paint(run, at: placed.origin)
      case .path(let path, let paint): self.paint(path, paint, at: placed.origin)
      case .image(let image): try paint(image, at: placed.origin)
      case .group(let group): try paint(group, at: placed.origin)
      case .tag: break
      }
    }
  }

  // MARK: - Text

  /// One run is one `cairo_show_text_glyphs`: with the clusters the text in a PDF is what was
  /// typed; without them Cairo looks each glyph up in the font and finds Kangxi radicals.
  private func paint(_ run: GlyphRun, at origin: Point) throws(Rejection) {
    guard !run.glyphs.isEmpty else { return }
    cairo_set_font_face(context, try faces.face(run.face))
    cairo_set_font_size(context, run.size.points)
    set(run.ink)
    let glyphs = run.glyphs.map { glyph in
      cairo_glyph_t(
        index: UInt(glyph.id), x: (origin.x + glyph.x).points, y: (origin.y + glyph.y).points)
    }
    if run.text.isEmpty {
      // Signs that stand for no text are drawn as areas, so that none is found in the file.
      cairo_new_path(context)
      cairo_glyph_path(context, glyphs, Int32(glyphs.count))
      cairo_fill(context)
    } else {
      let clusters = run.clusters.map {
        cairo_text_cluster_t(num_bytes: Int32($0.bytes), num_glyphs: Int32($0.glyphs))
      }
      cairo_show_text_glyphs(
        context, run.text, Int32(run.text.utf8.count), glyphs, Int32(glyphs.count), clusters,
        Int32(clusters.count), cairo_text_cluster_flags_t(rawValue: 0))
    }
    try check()
  }

  // MARK: - Lines and areas

  private func paint(_ path: Path, _ paint: Paint, at origin: Point) {
    append(path, at: origin)
    if let fill = paint.fill {
      set(fill)
      cairo_fill_preserve(context)
    }
    if let stroke = paint.stroke {
      set(stroke.ink)
      cairo_set_line_width(context, stroke.width.points)
      cairo_set_line_cap(context, stroke.cap.cairo)
      let dash = stroke.dash.map(\.points)
      cairo_set_dash(context, dash, Int32(dash.count), 0)
      cairo_stroke_preserve(context)
    }
    cairo_new_path(context)
  }

  private func append(_ path: Path, at origin: Point) {
    cairo_new_path(context)
    for element in path.elements {
      switch element {
      case .move(let p):
        cairo_move_to(context, (origin.x + p.x).points, (origin.y + p.y).points)
      case .line(let p):
        cairo_line_to(context, (origin.x + p.x).points, (origin.y + p.y).points)
      case .curve(let a, let b, let c):
        cairo_curve_to(
          context, (origin.x + a.x).points, (origin.y + a.y).points, (origin.x + b.x).points,
          (origin.y + b.y).points, (origin.x + c.x).points, (origin.y + c.y).points)
      case .close: cairo_close_path(context)
      }
    }
  }

  // MARK: - Groups and pictures

  private func paint(_ group: Group, at origin: Point) throws(Rejection) {
    cairo_save(context)
    defer { cairo_restore(context) }
    cairo_translate(context, origin.x.points, origin.y.points)
    let map = group.transform
    if map != .identity {
      var matrix = cairo_matrix_t(
        xx: map.a, yx: map.b, xy: map.c, yy: map.d, x0: map.tx.points, y0: map.ty.points)
      cairo_transform(context, &matrix)
    }
    if let clip = group.clip {
      append(clip, at: .zero)
      cairo_clip(context)
    }
    try paint(group.items)
  }

  private func paint(_ image: PlacedImage, at origin: Point) throws(Rejection) {
    let content = try images.content(of: image.image)
    cairo_save(context)
    defer { cairo_restore(context) }
    let (width, height) = (image.size.width.points, image.size.height.points)
    cairo_rectangle(context, origin.x.points, origin.y.points, width, height)
    cairo_clip(context)
    if case .page = content {
      cairo_translate(context, origin.x.points, origin.y.points)
      return try paint(image.substitute)
    }
    // From the unit square of the whole upright picture to the page.
    cairo_translate(context, origin.x.points, origin.y.points)
    cairo_scale(context, width / image.crop.width, height / image.crop.height)
    cairo_translate(context, -image.crop.x, -image.crop.y)
    switch content {
    case .picture(let picture): picture.paint(on: context, padsEdges: images.mode == .decoded)
    case .art(let art, let path):
      cairo_scale(context, 1 / art.width, 1 / art.height)
      if images.mode == .decoded {
        try art.paint(on: context, width: art.width, height: art.height, path: path)
      } else {
        let scale = max(width / image.crop.width / art.width, 0.05)
        try art.paint(
          on: context, width: art.width, height: art.height,
          detail: scale * Self.artDetail, path: path)
      }
    case .page: break
    }
    try check()
  }

  // MARK: - State

  private func set(_ ink: Ink) {
    let color = previews.color(of: ink)
    cairo_set_source_rgb(
      context, Double(color.red) / 255, Double(color.green) / 255, Double(color.blue) / 255)
  }

  private func check() throws(Rejection) {
    if let problem = CairoStatus.problem(cairo_status(context)) { throw Rejection(problem) }
  }
}

extension LineCap {
  fileprivate var cairo: cairo_line_cap_t {
    switch self {
    case .butt: CAIRO_LINE_CAP_BUTT
    case .round: CAIRO_LINE_CAP_ROUND
    case .square: CAIRO_LINE_CAP_SQUARE
    }
  }
}
