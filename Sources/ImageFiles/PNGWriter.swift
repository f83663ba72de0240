internal import CZlib

/// Writes small PNG pictures of three bytes a pixel: ink maps and soft proofs.
public enum PNGWriter {
  /// The bytes of the file; nil where zlib fails.
  public static func file(width: Int, height: Int, pixels: [UInt8], dpi: Double) -> [UInt8]? {
    guard pixels.count == width * height * 3 else { return nil }
    var rows: [UInt8] = []
    rows.reserveCapacity(pixels.count + height)
    for y in 0..<height {
      rows.append(0)
      rows += pixels[y * width * 3..<(y + 1) * width * 3]
    }
    var size = compressBound(uLong(rows.count))
    var packed = [UInt8](repeating: 0, count: Int(size))
    guard compress2(&packed, &size, rows, uLong(rows.count), 6) == Z_OK else { return nil }
    let metre = number(Int((dpi / 0.0254).rounded()))
    return PNGFile.signature
      + chunk("IHDR", number(width) + number(height) + [8, 2, 0, 0, 0])
      + chunk("pHYs", metre + metre + [1]) + chunk("IDAT", Array(packed[0..<Int(size)]))
      + chunk("IEND", [])
  }

  private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let body = Array(name.utf8) + content
    return number(content.count) + body + number(Int(crc32(0, body, uInt(body.count))))
  }

  private static func number(_ value: Int) -> [UInt8] {
    stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}
