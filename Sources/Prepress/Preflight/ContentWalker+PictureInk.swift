import ImageFiles
import LayoutSpecs

extension ContentWalker {
  /// Resolution at which a picture's ink is summed: a dot of 0.35 mm, as for pages of our own.
  private static let inkDPI = 72.0

  /// `tac-over-limit` of a picture in inks: the mean of any square of 15 mm² at the size at which it
  /// stands. A page's own pictures are measured where `measuresPagePictures` says so, those in placed
  /// pages always; whatever cannot be decoded here is for other rules.
  mutating func checkInk(of image: PDFObject, in pass: ContentPass, _ place: PreflightPlace?) {
    guard pass.depth > Self.pageDepth || measuresPagePictures,
      image["/ImageMask"]?.bool != true, image["/BitsPerComponent"]?.integer ?? 8 == 8,
      let width = image["/Width"]?.integer, let height = image["/Height"]?.integer,
      (1...65_535).contains(width), (1...65_535).contains(height)
    else { return }
    let space = ColorSpaceReader.read(image["/ColorSpace"], in: pass.resources)
    guard space.family == .cmyk || space.family == .profile && space.components == 4 else { return }
    let (across, down) = pass.state.matrix.lengths
    guard across > 0, down > 0, across * down * 0.1244 >= 15, budget.pixels >= width * height
    else { return }
    budget.pixels -= width * height
    guard let inks = Self.inks(of: image, width: width, height: height) else { return }
    let dots = Double(width) * 72 / across
    let reduced = Reduction.reduce(inks, by: max(1, dots / Self.inkDPI))
    let count = reduced.width * reduced.height
    let plates = (0..<4).map { channel in
      (0..<count).map { 255 - reduced.pixels[$0 * 4 + channel] }
    }
    guard
      let ink = InkCoverage(
        plates: plates, width: reduced.width, height: reduced.height,
        dpi: Double(reduced.width) * 72 / across),
      ink.heaviestSquare > profile.ink.limit + 1
    else { return }
    log.add(
      "tac-over-limit", "\(Int(ink.heaviestSquare.rounded())) %", page: page, place: place)
  }

  /// The pixels of a picture in inks, 255 for full ink; nil where its coding is none of the usual.
  private static func inks(of image: PDFObject, width: Int, height: Int) -> RawPicture? {
    let decode = image["/Decode"]?.numbers
    let isInverted = decode == [1, 0, 1, 0, 1, 0, 1, 0]
    guard isInverted || decode == nil || decode == [0, 1, 0, 1, 0, 1, 0, 1] else { return nil }
    var flips = isInverted
    var picture: RawPicture
    if image.filterNames.last == "/DCTDecode" {
      guard image.filterNames.count == 1, let bytes = image.data(.none),
        let decoded = try? PictureDecoder.decode(path: "picture", bytes: bytes),
        let header = try? ImageProbe.header(path: "picture", bytes: bytes)
      else { return nil }
      picture = decoded
      // The decoder takes every Adobe file to hold 255 − share.
      if header.isAdobe { flips.toggle() }
    } else {
      let size = width * height * 4
      guard let samples = image.data(.general, limit: size + 65_536), samples.count >= size
      else { return nil }
      picture = RawPicture(
        width: width, height: height, layout: .cmyk, pixels: Array(samples.prefix(size)))
    }
    guard picture.layout == .cmyk, picture.pixels.count >= picture.width * picture.height * 4 else {
      return nil
    }
    if flips { for place in picture.pixels.indices { picture.pixels[place] ^= 0xFF } }
    return picture
  }
}
