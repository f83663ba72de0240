public import Diagnostics
public import DisplayList

/// Looks at picture files before layout: format by content, size, limits, and whether they are whole.
public enum ImageProbe {
  /// Checks a picture file and says what layout and rendering need to know of it.
  ///
  /// The size is that of the upright picture. A file that is too large, truncated or damaged is a
  /// rejection; limits hold before a single pixel is decoded.
  public static func probe(path: String, bytes: [UInt8]) throws(Rejection) -> ImageSource {
    let header = try header(path: path, bytes: bytes)
    switch header.format {
    case .jpeg: try JPEGCheck.check(header, path: path, bytes: bytes)
    case .png: try PNGFile.check(path: path, bytes: bytes)
    case .svg, .pdf: throw Rejection(ImageProblems.unknownFormat(path))
    }
    return ImageSource(
      path: path, format: header.format, pixelWidth: header.width, pixelHeight: header.height)
  }

  /// Reads the head of a picture file and applies the limits.
  public static func header(path: String, bytes: [UInt8]) throws(Rejection) -> ImageHeader {
    if bytes.count > ImageLimits.bytes {
      throw Rejection(ImageProblems.fileTooLarge(path, limit: ImageLimits.bytes))
    }
    let header: ImageHeader
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      header = try JPEGHeader.read(path: path, bytes: bytes)
    } else if bytes.starts(with: PNGFile.signature) {
      header = try PNGFile.header(path: path, bytes: bytes)
    } else {
      throw Rejection(ImageProblems.unknownFormat(path))
    }
    let (width, height) = (header.storedWidth, header.storedHeight)
    if width == 0 || height == 0 {
      throw Rejection(ImageProblems.broken(path, reason: "no pixels"))
    }
    if max(width, height) > ImageLimits.side || width * height > ImageLimits.pixels {
      throw Rejection(ImageProblems.tooManyPixels(path, width: width, height: height))
    }
    return header
  }
}

extension [UInt8] {
  /// The number in two bytes, high byte first.
  func bigEndian16(at offset: Int) -> Int { Int(self[offset]) << 8 | Int(self[offset + 1]) }

  /// The number in four bytes, high byte first.
  func bigEndian32(at offset: Int) -> Int {
    bigEndian16(at: offset) << 16 | bigEndian16(at: offset + 2)
  }
}
