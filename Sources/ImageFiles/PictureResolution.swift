/// What a picture file says of its own size.
public enum PictureResolution {
  /// Dots an inch across and down as a JPEG file's JFIF segment or a PNG file's `pHYs` chunk has them;
  /// nil where the file says nothing, which programs take for 72.
  public static func ppi(of bytes: [UInt8]) -> (x: Double, y: Double)? {
    if bytes.starts(with: [0xFF, 0xD8]) { return jpeg(bytes) }
    return bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) ? png(bytes) : nil
  }

  private static func jpeg(_ bytes: [UInt8]) -> (x: Double, y: Double)? {
    guard bytes.count > 18, bytes[2] == 0xFF, bytes[3] == 0xE0,
      bytes[6..<11].elementsEqual(Array("JFIF\0".utf8))
    else { return nil }
    let scale: [UInt8: Double] = [1: 1, 2: 2.54]
    guard let unit = scale[bytes[13]] else { return nil }
    let (x, y) = (bytes.bigEndian16(at: 14), bytes.bigEndian16(at: 16))
    return x > 0 && y > 0 ? (Double(x) * unit, Double(y) * unit) : nil
  }

  private static func png(_ bytes: [UInt8]) -> (x: Double, y: Double)? {
    var place = 8
    while place + 12 <= bytes.count {
      let length = bytes.bigEndian32(at: place)
      let name = bytes[(place + 4)..<(place + 8)]
      if name.elementsEqual(Array("pHYs".utf8)), length == 9, place + 17 <= bytes.count {
        let (x, y) = (bytes.bigEndian32(at: place + 8), bytes.bigEndian32(at: place + 12))
        guard bytes[place + 16] == 1, x > 0, y > 0 else { return nil }
        return (Double(x) * 0.0254, Double(y) * 0.0254)
      }
      if name.elementsEqual(Array("IDAT".utf8)) || length < 0 { return nil }
      place += 12 + length
    }
    return nil
  }
}
