internal import CPangoCairo
import Confinement
import Diagnostics
import Synchronization

/// Draws a foreign SVG file for the first time where it harms nobody: librsvg may end its process,
/// draw for hours or take all memory, and says so only by doing it.
enum ArtTrial {
  /// Processor seconds and MiB that one file may take.
  static let limits = ChildLimits(seconds: 1.5, mebibytes: 512)
  /// Seconds of the clock, for a child that waits instead of working.
  private static let clock = 20.0
  /// Most pixels on a side of what is drawn as pixels: a page's width at 200 an inch.
  private static let side = 3000.0

  /// Hashes of files that were drawn once, with their sizes.
  private static let sound = Mutex<Set<Key>>([])
  private struct Key: Hashable {
    var count: Int
    var hash: Int
  }

  /// Tries a file; what ends its child is a rejection.
  static func check(_ bytes: [UInt8], path: String) throws(Rejection) {
    let key = Key(count: bytes.count, hash: bytes.hashValue)
    if sound.withLock({ $0.contains(key) }) { return }
    switch Confinement.attempt(limits, clock: clock, { draw(bytes, path: path) }) {
    case .code, .waiting: sound.withLock { _ = $0.insert(key) }
    case .time: throw Rejection(ArtProblems.slow(path, seconds: limits.seconds ?? 0))
    case .memory: throw Rejection(ArtProblems.tooCostly(path, mebibytes: limits.mebibytes ?? 0))
    case .fault, .stopped: throw Rejection(ArtProblems.endsTheDrawing(path))
    }
  }

  /// Draws as vectors and as pixels. A file that is refused has been read, and is refused again by
  /// whoever asked.
  private static func draw(_ bytes: [UInt8], path: String) -> Int32 {
    do throws(Rejection) {
      let art = try VectorArt(bytes, path: path)
      let sink = ByteSink()
      let surface = try CairoSurface(
        owning: cairo_pdf_surface_create_for_stream(
          ByteSink.write, sink.closure, art.width, art.height),
        writingTo: sink)
      guard let context = cairo_create(surface.raw) else { return 0 }
      let detail = min(PagePainter.artDetail, side / max(art.width, art.height))
      try art.paint(
        on: context, width: art.width, height: art.height, detail: detail, path: path)
      cairo_show_page(context)
      cairo_destroy(context)
      try surface.finish()
    } catch {
      return 0
    }
    return 0
  }
}
