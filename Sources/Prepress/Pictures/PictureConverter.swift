import Diagnostics
import ImageFiles
import LayoutSpecs

/// Converts pictures to a press's inks: colour through its profile with the ink limit kept, grey to
/// the black plate alone, 1-bit art as it is.
final class PictureConverter {
  private let profile: PressProfile
  private let press: [UInt8]
  private let isGrayscale: Bool
  /// A margin under the limit for what JPEG packing adds at hard edges.
  private static let packingMargin = 4.0
  private var screen: ScreenToPress?
  private var curve: GreyCurve?

  init(profile: PressProfile, icc: [UInt8], isGrayscale: Bool) {
    self.profile = profile
    press = icc
    self.isGrayscale = isGrayscale
  }

  /// Whether and how the samples are packed.
  enum Packing { case jpeg, lossless }

  /// The picture in inks; `name` is for findings.
  func convert(
    _ picture: RawPicture, packing: Packing, name: String, into problems: inout Problems
  ) throws(Rejection) -> PreparedPicture {
    switch picture.layout {
    case .bitmap:
      return PreparedPicture(
        width: picture.width, height: picture.height, space: .grey, bits: 1, data: picture.pixels)
    case .grey:
      let curve = try greyCurve(for: picture.profile)
      return pack(picture, curve.apply(picture.pixels), .grey, packing)
    case .color:
      if isGrayscale {
        let curve = try greyCurve(for: nil)
        return pack(picture, curve.apply(Self.luminance(of: picture.pixels)), .grey, packing)
      }
      return try convertColor(picture, packing: packing, name: name, into: &problems)
    case .cmyk:
      if isGrayscale { return try greyFromInks(picture, packing: packing) }
      return limitInks(picture, packing: packing, name: name, into: &problems)
    }
  }

  // MARK: Colour

  private func convertColor(
    _ picture: RawPicture, packing: Packing, name: String, into problems: inout Problems
  ) throws(Rejection) -> PreparedPicture {
    let count = picture.width * picture.height
    var own: ScreenToPress?
    if let embedded = picture.profile {
      own = ScreenToPress(source: embedded, press: press, intent: profile.pictures.intent)
      if own == nil { problems.report(PressProblems.badPictureProfile(name)) }
    } else {
      problems.report(PressProblems.assumedSRGB(name))
    }
    let transform = if let own { own } else { try screenToPress() }
    var inks = transform.convert(picture.pixels, count: count)
    _ = limit(packing).clamp(&inks)
    return pack(picture, inks, .cmyk, packing)
  }

  private func screenToPress() throws(Rejection) -> ScreenToPress {
    if let screen { return screen }
    guard let new = ScreenToPress(source: nil, press: press, intent: profile.pictures.intent)
    else { throw Rejection(PressProblems.brokenProfile(profile.condition.profile)) }
    screen = new
    return new
  }

  private func limitInks(
    _ picture: RawPicture, packing: Packing, name: String, into problems: inout Problems
  ) -> PreparedPicture {
    var inks = picture.pixels
    let limit = Int(profile.ink.limit)
    let heaviest = self.limit(packing).clamp(&inks)
    if heaviest > limit {
      problems.report(PressProblems.overInkedPicture(name, percent: heaviest, limit: limit))
    }
    return pack(picture, inks, .cmyk, packing)
  }

  /// The heaviest pixel of a CMYK picture, in percent.
  func ink(of picture: RawPicture) -> Int {
    var inks = picture.pixels
    return InkLimit(percent: 400).clamp(&inks)
  }

  private func limit(_ packing: Packing) -> InkLimit {
    InkLimit(percent: profile.ink.limit - (packing == .jpeg ? Self.packingMargin : 0))
  }

  // MARK: Grey

  private func greyCurve(for source: [UInt8]?) throws(Rejection) -> GreyCurve {
    if let source, let own = GreyCurve(press: press, source: source) { return own }
    if let curve { return curve }
    guard let new = GreyCurve(press: press) else {
      throw Rejection(PressProblems.brokenProfile(profile.condition.profile))
    }
    curve = new
    return new
  }

  private func greyFromInks(
    _ picture: RawPicture, packing: Packing
  ) throws(Rejection) -> PreparedPicture {
    let inks = picture.pixels
    let greys = stride(from: 0, to: inks.count - 3, by: 4).map { start in
      let color =
        Int(inks[start]) * 30 + Int(inks[start + 1]) * 59 + Int(inks[start + 2]) * 11
      return UInt8(255 - min(255, color / 100 + Int(inks[start + 3])))
    }
    return pack(picture, greys, .grey, packing)
  }

  /// Y' of BT.709 from blue, green, red.
  private static func luminance(of pixels: [UInt8]) -> [UInt8] {
    stride(from: 0, to: pixels.count - 3, by: 4).map { start in
      let sum =
        Int(pixels[start]) * 722 + Int(pixels[start + 1]) * 7152 + Int(pixels[start + 2]) * 2126
      return UInt8((sum + 5000) / 10_000)
    }
  }

  // MARK: Packing

  private func pack(
    _ picture: RawPicture, _ samples: [UInt8], _ space: PreparedPicture.Space, _ packing: Packing
  ) -> PreparedPicture {
    var prepared = PreparedPicture(
      width: picture.width, height: picture.height, space: space, data: samples,
      alpha: picture.alpha)
    if packing == .jpeg,
      let file = JPEGCompressor.compress(
        pixels: samples, width: picture.width, height: picture.height,
        kind: space == .cmyk ? .cmyk : .grey)
    {
      prepared.data = file
      prepared.isJPEG = true
    }
    return prepared
  }
}

/// A conversion from a screen's colours to a press's inks, shared by the pictures of a run.
final class ScreenToPress {
  private let transform: ColorTransform

  init?(source: [UInt8]?, press: [UInt8], intent: PictureLimits.Intent) {
    guard let target = ColorProfile(press),
      let from = source == nil ? ColorProfile.sRGB() : ColorProfile(source ?? []),
      let transform = ColorTransform(from: from, .blueGreenRed, to: target, .cmyk, intent: intent)
    else { return nil }
    self.transform = transform
  }

  func convert(_ pixels: [UInt8], count: Int) -> [UInt8] {
    transform.convert(pixels, count: count)
  }
}
