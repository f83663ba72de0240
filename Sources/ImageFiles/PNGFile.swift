internal import CZlib
import Diagnostics
import DisplayList

/// Reads and checks the chunks of a PNG file without inflating them, which libspng cannot: a file is
/// judged before a single pixel is decoded.
enum PNGFile {
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  static func header(path: String, bytes: [UInt8]) throws(Rejection) -> ImageHeader {
    guard bytes.count >= 33 else { throw Rejection(ImageProblems.truncated(path)) }
    guard bytes[12..<16].elementsEqual("IHDR".utf8), bytes.bigEndian32(at: 8) == 13 else {
      throw Rejection(ImageProblems.broken(path, reason: "no header chunk"))
    }
    let isColor = bytes[25] & 2 != 0
    let (width, height) = (bytes.bigEndian32(at: 16), bytes.bigEndian32(at: 20))
    let samples = bytes[25] & 1 != 0 ? 1 : (isColor ? 3 : 1) + (bytes[25] & 4 != 0 ? 1 : 0)
    // What a decoder unpacks, whatever it makes of it then; each side has its own limit.
    let unpacked = min(width, 1 << 24) * min(height, 1 << 24) * samples * Int(bytes[24]) / 8
    if unpacked > ImageLimits.unpacked {
      throw Rejection(
        ImageProblems.tooDeep(
          path, width: width, height: height, bits: samples * Int(bytes[24]), bytes: unpacked))
    }
    return ImageHeader(
      format: .png, storedWidth: width, storedHeight: height,
      components: isColor ? 3 : 1, orientation: .upright, isAdobe: false,
      passesThrough: false)
  }

  /// Throws unless every chunk is whole up to the end chunk and its check sum is right.
  static func check(path: String, bytes: [UInt8]) throws(Rejection) {
    var offset = signature.count
    var hasPixels = false
    while offset + 12 <= bytes.count {
      let length = bytes.bigEndian32(at: offset)
      let end = offset + 12 + length
      guard end <= bytes.count else { break }
      let name = bytes[offset + 4..<offset + 8]
      let sum = checkSum(bytes[offset + 4..<end - 4])
      guard sum == UInt32(bytes.bigEndian32(at: end - 4)) else {
        let label = String(decoding: name, as: UTF8.self)
        throw Rejection(ImageProblems.broken(path, reason: "wrong check sum of \(label)"))
      }
      if name.elementsEqual("IDAT".utf8) { hasPixels = true }
      if name.elementsEqual("IEND".utf8) {
        if hasPixels { return }
        throw Rejection(ImageProblems.broken(path, reason: "no pixels"))
      }
      offset = end
    }
    throw Rejection(ImageProblems.truncated(path))
  }

  private static func checkSum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.withUnsafeBufferPointer { UInt32(crc32(0, $0.baseAddress, uInt($0.count))) }
  }
}
