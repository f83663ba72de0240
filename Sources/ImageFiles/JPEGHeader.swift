import Diagnostics
import DisplayList

/// Walks the marker segments of a JPEG file up to its frame header (ITU T.81, annex B).
enum JPEGHeader {
  static func read(path: String, bytes: [UInt8]) throws(Rejection) -> ImageHeader {
    var header = ImageHeader(
      format: .jpeg, storedWidth: 0, storedHeight: 0, components: 0, orientation: .upright,
      isAdobe: false, passesThrough: false)
    var offset = 2
    while offset + 4 <= bytes.count {
      guard bytes[offset] == 0xFF else {
        throw Rejection(ImageProblems.broken(path, reason: "no marker at byte \(offset)"))
      }
      let marker = bytes[offset + 1]
      if marker == 0xFF {
        offset += 1
        continue
      }
      if marker == 0x01 || (0xD0...0xD8).contains(marker) {
        offset += 2
        continue
      }
      let start = offset + 4
      let end = offset + 2 + bytes.bigEndian16(at: offset + 2)
      guard end >= start, end <= bytes.count else { break }
      let segment = Array(bytes[start..<end])
      switch marker {
      case 0xE1: header.orientation = orientation(in: segment) ?? header.orientation
      case 0xEE: header.isAdobe = header.isAdobe || segment.starts(with: Array("Adobe".utf8))
      case 0xC0...0xCF where ![0xC4, 0xC8, 0xCC].contains(marker):
        guard segment.count >= 6 else { throw Rejection(ImageProblems.truncated(path)) }
        header.storedHeight = segment.bigEndian16(at: 1)
        header.storedWidth = segment.bigEndian16(at: 3)
        header.components = Int(segment[5])
        header.passesThrough = marker <= 0xC2 && [1, 3].contains(header.components)
        return header
      case 0xD9, 0xDA:
        throw Rejection(ImageProblems.broken(path, reason: "no frame header"))
      default: break
      }
      offset = end
    }
    throw Rejection(ImageProblems.truncated(path))
  }

  /// The orientation in an EXIF segment: a small TIFF file behind a name.
  private static func orientation(in segment: [UInt8]) -> ImageOrientation? {
    guard segment.starts(with: Array("Exif\0\0".utf8)), segment.count >= 14 else { return nil }
    let tiff = Array(segment[6...])
    let isLittle = tiff[0] == 0x49
    func number(_ count: Int, at offset: Int) -> Int {
      guard offset >= 0, offset + count <= tiff.count else { return 0 }
      let part = tiff[offset..<offset + count]
      return (isLittle ? Array(part.reversed()) : Array(part)).reduce(0) { $0 << 8 | Int($1) }
    }
    let directory = number(4, at: 4)
    for entry in 0..<number(2, at: directory) {
      let place = directory + 2 + entry * 12
      guard place + 12 <= tiff.count else { return nil }
      if number(2, at: place) == 0x0112 {
        return ImageOrientation(rawValue: number(2, at: place + 8))
      }
    }
    return nil
  }
}
