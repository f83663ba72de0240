internal import CTurboJPEG

/// Packs pixels as JPEG for a print file.
public enum JPEGCompressor {
  /// The file of a grey or CMYK picture, without subsampling so that black type in it stays sharp;
  /// nil where the library fails. CMYK shares are stored as they are, 255 for full ink.
  public static func compress(
    pixels: [UInt8], width: Int, height: Int, isCMYK: Bool, quality: Int = 92
  ) -> [UInt8]? {
    guard let handle = tjInitCompress() else { return nil }
    defer { tjDestroy(handle) }
    var buffer: UnsafeMutablePointer<UInt8>?
    var size: UInt = 0
    let result = tjCompress2(
      handle, pixels, Int32(width), 0, Int32(height),
      Int32((isCMYK ? TJPF_CMYK : TJPF_GRAY).rawValue), &buffer, &size,
      Int32((isCMYK ? TJSAMP_444 : TJSAMP_GRAY).rawValue), Int32(quality), 0)
    defer { tjFree(buffer) }
    guard result == 0, let buffer else { return nil }
    return Array(UnsafeBufferPointer(start: buffer, count: Int(size)))
  }
}
