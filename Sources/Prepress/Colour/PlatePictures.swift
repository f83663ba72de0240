import ImageFiles

extension PreparedPicture {
  /// What a plate prints of the picture, as a grey JPEG file for the renderer: dark for full ink.
  public func file(of plate: PlateDocuments.Plate) -> [UInt8]? {
    guard let shares = samples() else { return nil }
    let channels = space == .cmyk ? 4 : 1
    let count = width * height
    guard shares.count >= count * channels else { return nil }
    var grey = [UInt8](repeating: 255, count: count)
    if space == .cmyk {
      for pixel in 0..<count { grey[pixel] = 255 - shares[pixel * 4 + plate.rawValue] }
    } else if plate == .black {
      grey = Array(shares[0..<count])
    }
    if let alpha, alpha.count >= count {
      for pixel in 0..<count where alpha[pixel] < 255 {
        let (value, cover) = (Int(grey[pixel]), Int(alpha[pixel]))
        grey[pixel] = UInt8((value * cover + 255 * (255 - cover)) / 255)
      }
    }
    return JPEGCompressor.compress(pixels: grey, width: width, height: height, isCMYK: false)
  }

  /// The samples of the stream: 255 for full ink in CMYK, for white in grey.
  private func samples() -> [UInt8]? {
    if bits == 1 { return bitmapSamples() }
    guard isJPEG else { return data }
    var picture = try? PictureDecoder.decode(path: "picture", bytes: data)
    // The decoder takes every Adobe file to hold 255 − share; ours say so only where they do.
    let isAdobe = (try? ImageProbe.header(path: "picture", bytes: data))?.isAdobe ?? false
    if space == .cmyk, isAdobe, !isInverted {
      for index in picture?.pixels.indices ?? 0..<0 { picture?.pixels[index] ^= 0xFF }
    }
    return picture?.pixels
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
