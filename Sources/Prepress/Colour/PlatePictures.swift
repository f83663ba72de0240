import ImageFiles

extension PreparedPicture {
  /// The picture at a size in pixels, where it has more.
  func samples(width: Double, height: Double) -> RawPicture? {
    guard let picture = samples() else { return nil }
    let factor = min(Double(picture.width) / max(width, 1), Double(picture.height) / max(height, 1))
    return Reduction.reduce(picture, by: factor)
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

extension RawPicture {
  /// What some plates print of a picture of `PreparedPicture`, as a PNG file for the renderer, in the
  /// colours of `PlateDocuments`.
  func file(of plates: PlateDocuments.Plates) -> [UInt8]? {
    let count = width * height
    let isCMYK = layout == .cmyk
    guard pixels.count >= count * (isCMYK ? 4 : 1), alpha.map({ $0.count >= count }) ?? true else {
      return nil
    }
    var rows = [UInt8](repeating: 255, count: count * 3)
    for pixel in 0..<count {
      let cover = Int(alpha?[pixel] ?? 255)
      for channel in 0..<3 {
        let light: UInt8
        switch (isCMYK, plates) {
        case (true, .colors): light = 255 - pixels[pixel * 4 + channel]
        case (true, .black): light = 255 - pixels[pixel * 4 + 3]
        case (false, .colors): light = 255
        case (false, .black): light = pixels[pixel]
        }
        rows[pixel * 3 + channel] = UInt8((Int(light) * cover + 255 * (255 - cover)) / 255)
      }
    }
    return PNGWriter.file(width: width, height: height, pixels: rows, dpi: 72, isPacked: false)
  }
}
