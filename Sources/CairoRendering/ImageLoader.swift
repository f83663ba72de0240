internal import CPangoCairo
import Diagnostics
import DisplayList
import ImageFiles

/// The pictures of one document as Cairo surfaces, opened once each.
final class ImageLoader {
  /// How a JPEG file reaches the surface: as it is (PDF and SVG hold JPEG), or as pixels.
  enum Mode { case passedThrough, decoded }

  private let document: PagedDocument
  private let files: any FileAccess
  let mode: Mode
  private var contents: [ImageID: Content] = [:]
  private var onPage: Set<ImageID> = []
  /// Whether a page has shown a picture more than once.
  private(set) var repeats = false

  /// What a picture file turns out to hold.
  enum Content {
    case picture(Picture)
    case art(VectorArt, path: String)
    /// A page of a PDF file, which Cairo cannot draw.
    case page
  }

  init(of document: PagedDocument, files: any FileAccess, mode: Mode) {
    self.document = document
    self.files = files
    self.mode = mode
  }

  /// Begins a page.
  func beginPage() { onPage = [] }

  /// What the picture of a name is, by its bytes.
  func content(of id: ImageID) throws(Rejection) -> Content {
    if !onPage.insert(id).inserted { repeats = true }
    if let known = contents[id] { return known }
    guard let source = document.images[id] else {
      throw Rejection(RenderingProblems.unknownImage(id.rawValue))
    }
    let bytes = try files.contents(of: source.path)
    let content: Content =
      switch ArtSniffer.format(of: bytes) {
      case .svg: .art(try VectorArt(bytes, path: source.path), path: source.path)
      case .pdf: .page
      default: .picture(try picture(bytes, path: source.path))
      }
    contents[id] = content
    return content
  }

  private func picture(_ bytes: [UInt8], path: String) throws(Rejection) -> Picture {
    let header = try ImageProbe.header(path: path, bytes: bytes)
    if header.format == .png { return try Picture(png: bytes, header: header, path: path) }
    if mode == .passedThrough, header.passesThrough {
      return try Picture(passing: bytes, header: header, path: path)
    }
    let pixels = try ImageDecoder.decodeJPEG(path: path, bytes: bytes)
    return try Picture(pixels: pixels, header: header, path: path)
  }
}
