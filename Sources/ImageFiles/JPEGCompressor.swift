internal import CTurboJPEG

/// Packs pixels as JPEG for a print file.
public enum JPEGCompressor {
  /// What the pixels are.
  public enum Kind: Sendable {
    case grey, cmyk
    /// Four bytes: blue, green, red, unused.
    case color
  }

  /// The file of a picture, without subsampling so that black type in it stays sharp; nil where the
  /// library fails. CMYK shares are stored as they are, 255 for full ink.
  public static func compress(
    pixels: [UInt8], width: Int, height: Int, kind: Kind, quality: Int = 92
  ) -> [UInt8]? {
    guard let handle = tjInitCompress() else { return nil }
    defer { tjDestroy(handle) }
    var buffer: UnsafeMutablePointer<UInt8>?
    var size: UInt = 0
    let format = kind == .grey ? TJPF_GRAY : kind == .cmyk ? TJPF_CMYK : TJPF_BGRX
    let result = tjCompress2(
      handle, pixels, Int32(width), 0, Int32(height), Int32(format.rawValue), &buffer, &size,
      Int32((kind == .grey ? TJSAMP_GRAY : TJSAMP_444).rawValue), Int32(quality), 0)
    defer { tjFree(buffer) }
    guard result == 0, let buffer else { return nil }
    return Array(UnsafeBufferPointer(start: buffer, count: Int(size)))
  }
}
