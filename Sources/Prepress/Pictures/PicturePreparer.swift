public import Diagnostics
public import DisplayList
import ImageFiles
public import LayoutSpecs

/// Prepares a document's pictures for a press before it is drawn.
public struct PicturePreparer: Sendable {
  private let profile: PressProfile
  private let icc: [UInt8]
  private let isGrayscale: Bool
  /// Whether clear parts may stay clear: PDF/X-1a knows no masks.
  private let keepsAlpha: Bool

  /// Makes a preparer for a press.
  public init(profile: PressProfile, icc: [UInt8], isGrayscale: Bool, standard: PressStandard) {
    self.profile = profile
    self.icc = icc
    self.isGrayscale = isGrayscale
    keepsAlpha = standard == .x4
  }

  /// The prepared pictures, and the files to hand to the renderer in the place of the true ones.
  public struct Outcome: Sendable {
    /// By number, as the stand-ins name them.
    public var pictures: [PreparedArt] = []
    /// The stand-in of each picture's path.
    public var standIns: [String: [UInt8]] = [:]
    /// The number of each picture's path.
    var numbers: [String: Int] = [:]

    /// The size of each picture on the page, in points.
    var sizes: [(width: Double, height: Double)] = []

    /// What the colours and the black print of the picture at a path, as files for a renderer of so many
    /// pixels an inch; nil for what is no picture.
    public func plateFiles(
      of path: String, dpi: Double
    ) -> [PlateDocuments.Plates: [UInt8]]? {
      guard let number = numbers[path] else { return nil }
      let (size, scale) = (sizes[number], dpi / 72)
      guard
        let picture = pictures[number].pixels?.samples(
          width: size.width * scale, height: size.height * scale),
        let colors = picture.file(of: .colors), let black = picture.file(of: .black)
      else { return nil }
      return [.colors: colors, .black: black]
    }
  }

  /// Prepares every picture that stands on a page, at the largest size at which it stands.
  ///
  /// `drawings` are the SVG files of the document as PDF pages, by path: drawing is not for here.
  public func prepare(
    _ document: PagedDocument, drawings: [String: PlacedDrawing] = [:],
    from files: any FileAccess, into problems: inout Problems
  ) throws(Rejection) -> Outcome {
    let sizes = PlacedSizes(of: document).sizes
    let converter = PictureConverter(profile: profile, icc: icc, isGrayscale: isGrayscale)
    var outcome = Outcome()
    for (id, source) in document.images.sorted(by: { $0.key < $1.key }) {
      guard let size = sizes[id] else { continue }
      let art: PreparedArt
      if let drawing = drawings[source.path] {
        art = try prepare(drawing, path: source.path, with: converter, into: &problems)
      } else {
        let bytes = try files.contents(of: source.path)
        art =
          source.format == .pdf
          ? .page(PlacedPage(bytes, path: source.path), look: nil)
          : .pixels(
            try prepare(bytes, path: source.path, size: size, with: converter, into: &problems))
      }
      outcome.numbers[source.path] = outcome.pictures.count
      outcome.standIns[source.path] = StandIn.file(for: outcome.pictures.count)
      outcome.pictures.append(art)
      outcome.sizes.append(size)
    }
    return outcome
  }

  /// A drawing with what it looks like, to measure its ink.
  private func prepare(
    _ drawing: PlacedDrawing, path: String, with converter: PictureConverter,
    into problems: inout Problems
  ) throws(Rejection) -> PreparedArt {
    var ignored = Problems()
    let look = try converter.convert(
      drawing.pixels, packing: .lossless, name: path, into: &ignored)
    let page = PlacedPage(drawing.pdf, path: path, drawnScale: drawing.scale)
    return .page(page, look: look)
  }

  private func prepare(
    _ bytes: [UInt8], path: String, size: (width: Double, height: Double),
    with converter: PictureConverter, into problems: inout Problems
  ) throws(Rejection) -> PreparedPicture {
    let header = try ImageProbe.header(path: path, bytes: bytes)
    let decoded = try PictureDecoder.decode(path: path, bytes: bytes)
    var picture = decoded
    let ppi = min(
      Double(picture.width) * 72 / max(size.width, 0.01),
      Double(picture.height) * 72 / max(size.height, 0.01))
    check(picture, ppi: ppi, path: path, into: &problems)
    if ppi > profile.pictures.over {
      picture = Reduction.reduce(picture, by: ppi / profile.pictures.target)
    }
    // A CMYK file that needs nothing done goes in byte for byte.
    if picture == decoded, picture.layout == .cmyk, !isGrayscale, header.orientation == .upright,
      converter.ink(of: picture) <= Int(profile.ink.limit)
    {
      return PreparedPicture(
        width: picture.width, height: picture.height, space: .cmyk, data: bytes, isJPEG: true,
        isInverted: header.isAdobe)
    }
    if picture.alpha != nil, !keepsAlpha {
      picture = Flattening.flatten(picture)
      problems.report(PressProblems.flattened(path))
    }
    return try converter.convert(
      picture, packing: header.format == .jpeg ? .jpeg : .lossless, name: path, into: &problems)
  }

  /// `image-resolution`, `bitmap-resolution`; tiny bits and swatches are not measured.
  private func check(
    _ picture: RawPicture, ppi: Double, path: String, into problems: inout Problems
  ) {
    guard picture.width > 16, picture.height > 16 else { return }
    let limits = profile.pictures
    let isBitmap = picture.layout == .bitmap
    let (least, low) =
      isBitmap ? (limits.bitmapLeast, limits.bitmapLow) : (limits.least, limits.low)
    guard ppi < low else { return }
    let isError = ppi < least
    problems.report(
      PressProblems.lowResolution(
        path, ppi: Int(ppi), least: Int(isError ? least : low), isError: isError))
  }
}

/// Puts pictures with clear parts on paper.
enum Flattening {
  /// The picture without clear parts.
  static func flatten(_ picture: RawPicture) -> RawPicture {
    guard let alpha = picture.alpha else { return picture }
    var flat = picture
    flat.alpha = nil
    let channels = picture.layout == .grey ? 1 : 4
    for (pixel, cover) in alpha.enumerated() where cover < 255 {
      for place in pixel * channels..<(pixel + 1) * channels {
        let value = Int(picture.pixels[place]) * Int(cover) + 255 * (255 - Int(cover))
        flat.pixels[place] = UInt8((value + 127) / 255)
      }
    }
    return flat
  }
}
