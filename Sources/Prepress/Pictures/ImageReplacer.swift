import Diagnostics
import ImageFiles
import LayoutSpecs

/// Finishes the picture streams of a drawn file: stand-ins become the prepared pictures, whatever
/// else is in a screen's colours is converted where it stands.
struct ImageReplacer {
  private let pictures: [PreparedArt]
  private let settings: PressSettings
  /// Files whose pages were placed.
  private(set) var sources: [PDFFile] = []

  init(pictures: [PreparedArt], settings: PressSettings) {
    self.pictures = pictures
    self.settings = settings
  }

  /// Finishes one picture; the result is what could not be done.
  mutating func finish(_ image: PDFObject, at place: ContentPlace) -> [Diagnostic] {
    if image.filterNames == ["/DCTDecode"], let bytes = image.data(.none),
      let number = StandIn.number(in: bytes), pictures.indices.contains(number)
    {
      return replace(image, by: pictures[number])
    }
    guard settings.standard.isPress else { return [] }
    if settings.standard == .x1a, image["/SMask"] != nil {
      return [PressProblems.transparency(at: place)]
    }
    if image["/ImageMask"]?.bool == true { return [] }
    switch image["/ColorSpace"]?.name {
    case "/DeviceGray", "/DeviceCMYK": return []
    case "/DeviceRGB": return convert(image, at: place)
    case let space: return [PressProblems.unknownSpace(space ?? "?", at: place)]
    }
  }

  private mutating func replace(_ image: PDFObject, by art: PreparedArt) -> [Diagnostic] {
    switch art {
    case .pixels(let picture): picture.write(to: image)
    case .page(let page, _):
      do throws(Rejection) {
        sources.append(try page.write(to: image, settings: settings))
      } catch {
        return error.diagnostics
      }
    }
    return []
  }

  private func convert(_ image: PDFObject, at place: ContentPlace) -> [Diagnostic] {
    guard let profile = settings.profile, image["/BitsPerComponent"]?.integer == 8,
      let width = image["/Width"]?.integer, let height = image["/Height"]?.integer,
      width > 0, height > 0, width <= 65_535, height <= 65_535,
      let samples = image.data(.general, limit: width * height * 3 + 65_536),
      samples.count >= width * height * 3
    else { return [PressProblems.unknownSpace("RGB", at: place)] }
    var pixels = [UInt8](repeating: 255, count: width * height * 4)
    for pixel in 0..<width * height {
      for channel in 0..<3 { pixels[pixel * 4 + 2 - channel] = samples[pixel * 3 + channel] }
    }
    let picture = RawPicture(width: width, height: height, layout: .color, pixels: pixels)
    let converter = PictureConverter(profile: profile, icc: settings.icc, isGrayscale: false)
    var notes = Problems()
    do throws(Rejection) {
      let mask = image["/SMask"]
      try converter.convert(picture, packing: .lossless, name: place.object, into: &notes)
        .write(to: image)
      image["/SMask"] = mask
      return []
    } catch {
      return error.diagnostics
    }
  }
}
