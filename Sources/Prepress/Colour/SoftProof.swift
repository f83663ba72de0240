public import ImageFiles

/// What a page will look like in print, for a screen: its plates through the press's profile with
/// the paper's own colour (absolute colorimetric, ICC.1:2010 6.2; the second half of a proofing
/// transform, since the page is in inks already).
public struct SoftProof: ~Copyable {
  private let transform: ColorTransform

  /// Makes a proof for a press; nil where its profile cannot be used.
  public init?(press: [UInt8]) {
    guard let from = ColorProfile(press), let screen = ColorProfile.sRGB(),
      let transform = ColorTransform(
        from: from, .cmyk, to: screen, .blueGreenRed, intent: nil, keepsPaper: true)
    else { return nil }
    self.transform = transform
  }

  /// Red, green and blue of each pixel, from drawings in the colours of `PlateDocuments`; nil where
  /// their sizes differ.
  public func pixels(colors: PixelImage, black: PixelImage) -> [UInt8]? {
    let count = colors.width * colors.height
    guard colors.width == black.width, colors.bytes.count == count * 4,
      black.bytes.count == count * 4
    else { return nil }
    let inks = [UInt8](unsafeUninitializedCapacity: count * 4) { buffer, written in
      for pixel in 0..<count {
        let place = pixel * 4
        buffer[place] = 255 - colors.bytes[place + 2]
        buffer[place + 1] = 255 - colors.bytes[place + 1]
        buffer[place + 2] = 255 - colors.bytes[place]
        buffer[place + 3] = 255 - black.bytes[place]
      }
      written = count * 4
    }
    let seen = transform.convert(inks, count: count)
    return [UInt8](unsafeUninitializedCapacity: count * 3) { buffer, written in
      for pixel in 0..<count {
        for channel in 0..<3 { buffer[pixel * 3 + channel] = seen[pixel * 4 + 2 - channel] }
      }
      written = count * 3
    }
  }
}
