import ImageFiles

extension PreparedPicture {
  /// What some plates print of the picture at a size in pixels, as a PNG file for the renderer, in
  /// the colours of `PlateDocuments`.
  func file(of plates: PlateDocuments.Plates, width: Double, height: Double) -> [UInt8]? {
    guard var picture = samples() else { return nil }
    let factor = min(Double(picture.width) / max(width, 1), Double(picture.height) / max(height, 1))
    picture = Reduction.reduce(picture, by: factor)
    let count = picture.width * picture.height
    let channels = picture.layout == .cmyk ? 4 : 1
    guard picture.pixels.count >= count * channels else { return nil }
    var rows = [UInt8](repeating: 255, count: count * 3)
    for pixel in 0..<count {
      let cover = Int(picture.alpha?[pixel] ?? 255)
      for channel in 0..<3 {
        let light: UInt8
        switch (picture.layout, plates) {
        case (.cmyk, .colors): light = 255 - picture.pixels[pixel * 4 + channel]
        case (.cmyk, .black): light = 255 - picture.pixels[pixel * 4 + 3]
        case (_, .colors): light = 255
        case (_, .black): light = picture.pixels[pixel]
        }
        rows[pixel * 3 + channel] = UInt8((Int(light) * cover + 255 * (255 - cover)) / 255)
      }
    }
    return PNGWriter.file(width: picture.width, height: picture.height, pixels: rows, dpi: 72)
  }

  /// The samples of the stream: 255 for full ink in CMYK, for white in grey.
  private func samples() -> RawPicture? {
    var picture = RawPicture(
      width: width, height: height, layout: space == .cmyk ? .cmyk : .grey,
      pixels: bits == 1 ? bitmapSamples() : data)
    if isJPEG {
      guard var decoded = try? PictureDecoder.decode(path: "picture", bytes: data) else {
        return nil
      }
      // The decoder takes every Adobe file to hold 255 − share; ours say so only where they do.
      let isAdobe = (try? ImageProbe.header(path: "picture", bytes: data))?.isAdobe ?? false
      if space == .cmyk, isAdobe, !isInverted {
        for index in decoded.pixels.indices { decoded.pixels[index] ^= 0xFF }
      }
      picture = decoded
    }
    picture.alpha = alpha
    return picture
  }

  private func bitmapSamples() -> [UInt8] {
    let stride = (width + 7) / 8
    return (0..<height).flatMap { y in
      (0..<width).map { x in
        data[y * stride + x / 8] >> (7 - x % 8) & 1 == 1 ? UInt8(255) : 0
      }
    }
  }
}
