internal import CTurboJPEG
public import Diagnostics

/// Decoded pixels, four bytes each: blue, green, red and one unused, rows without gaps.
public struct PixelImage: Hashable, Sendable {
  /// Pixels in a row.
  public var width: Int
  /// Rows.
  public var height: Int
  /// The bytes of all pixels.
  public var bytes: [UInt8]

  /// Makes a picture from its rows.
  public init(width: Int, height: Int, bytes: [UInt8]) {
    self.width = width
    self.height = height
    self.bytes = bytes
  }
}

/// Decodes JPEG pictures for outputs that hold pixels.
public enum ImageDecoder {
  /// The pixels as stored, before the orientation of `ImageHeader` is applied.
  ///
  /// CMYK becomes RGB by plain multiplication: good enough for a screen, not for print.
  public static func decodeJPEG(path: String, bytes: [UInt8]) throws(Rejection) -> PixelImage {
    let header = try ImageProbe.header(path: path, bytes: bytes)
    let decompressor = try JPEGDecompressor(path: path)
    let isCMYK = header.components == 4
    var pixels = try decompressor.decode(
      bytes, width: header.storedWidth, height: header.storedHeight,
      format: isCMYK ? TJPF_CMYK : TJPF_BGRX)
    if isCMYK { convertCMYK(&pixels, isInverted: header.isAdobe) }
    return PixelImage(width: header.storedWidth, height: header.storedHeight, bytes: pixels)
  }

  /// Turns C, M, Y, K into B, G, R, unused, in place.
  private static func convertCMYK(_ pixels: inout [UInt8], isInverted: Bool) {
    pixels.withUnsafeMutableBufferPointer { pixels in
      for start in stride(from: 0, to: pixels.count, by: 4) {
        func light(_ channel: Int) -> Int {
          let value = Int(pixels[start + channel])
          return isInverted ? value : 255 - value
        }
        let black = light(3)
        let (red, green, blue) = (
          light(0) * black / 255, light(1) * black / 255, light(2) * black / 255
        )
        pixels[start] = UInt8(blue)
        pixels[start + 1] = UInt8(green)
        pixels[start + 2] = UInt8(red)
        pixels[start + 3] = 255
      }
    }
  }
}
