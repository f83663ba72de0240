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
  private var pictures: [ImageID: Picture] = [:]

  init(of document: PagedDocument, files: any FileAccess, mode: Mode) {
    self.document = document
    self.files = files
    self.mode = mode
  }

  /// The picture of a name.
  func picture(_ id: ImageID) throws(Rejection) -> Picture {
    if let known = pictures[id] { return known }
    guard let source = document.images[id] else {
      throw Rejection(RenderingProblems.unknownImage(id.rawValue))
    }
    let bytes = try files.contents(of: source.path)
    let header = try ImageProbe.header(path: source.path, bytes: bytes)
    let picture: Picture
    switch header.format {
    case .png: picture = try Picture(png: bytes, header: header, path: source.path)
    case .jpeg where mode == .passedThrough && header.passesThrough:
      picture = try Picture(passing: bytes, header: header, path: source.path)
    case .jpeg:
      let pixels = try ImageDecoder.decodeJPEG(path: source.path, bytes: bytes)
      picture = try Picture(pixels: pixels, header: header, path: source.path)
    }
    pictures[id] = picture
    return picture
  }
}
