internal import CTurboJPEG
public import Diagnostics
import DisplayList

/// The pixels of a picture file as they are stored, for print: nothing is converted.
public struct RawPicture: Hashable, Sendable {
  /// What a pixel is.
  public enum Layout: Hashable, Sendable {
    /// One bit, 1 is white; rows begin on a byte.
    case bitmap
    /// One byte, 255 is white.
    case grey
    /// Four bytes: blue, green, red, unused.
    case color
    /// Four bytes: cyan, magenta, yellow, black, 255 is full ink.
    case cmyk

    /// Bytes of a row.
    public func stride(_ width: Int) -> Int {
      switch self {
      case .bitmap: (width + 7) / 8
      case .grey: width
      case .color, .cmyk: width * 4
      }
    }
  }

  /// Pixels in a row.
  public var width: Int
  /// Rows.
  public var height: Int
  /// What a pixel is.
  public var layout: Layout
  /// The pixels, row by row.
  public var pixels: [UInt8]
  /// How much each pixel covers, 255 fully; nil for a picture without clear parts.
  public var alpha: [UInt8]?
  /// The ICC profile in the file.
  public var profile: [UInt8]?

  /// Makes a picture.
  public init(
    width: Int, height: Int, layout: Layout, pixels: [UInt8], alpha: [UInt8]? = nil,
    profile: [UInt8]? = nil
  ) {
    self.width = width
    self.height = height
    self.layout = layout
    self.pixels = pixels
    self.alpha = alpha
    self.profile = profile
  }
}

/// Decodes picture files for print.
public enum PictureDecoder {
  /// The upright pixels of a file with the profile that it carries.
  public static func decode(path: String, bytes: [UInt8]) throws(Rejection) -> RawPicture {
    let header = try ImageProbe.header(path: path, bytes: bytes)
    switch header.format {
    case .svg, .pdf: throw Rejection(ImageProblems.unknownFormat(path))
    case .png: return try PNGDecoder.decode(path: path, bytes: bytes)
    case .jpeg:
      let decompressor = try JPEGDecompressor(path: path)
      let (width, height) = (header.storedWidth, header.storedHeight)
      let layout: RawPicture.Layout
      switch header.components {
      case 1: layout = .grey
      case 4: layout = .cmyk
      default: layout = .color
      }
      let format = layout == .grey ? TJPF_GRAY : layout == .cmyk ? TJPF_CMYK : TJPF_BGRX
      var pixels = try decompressor.decode(bytes, width: width, height: height, format: format)
      // Adobe's programs store 255 − share.
      if layout == .cmyk, header.isAdobe {
        pixels.withUnsafeMutableBufferPointer { buffer in
          for index in buffer.indices { buffer[index] = ~buffer[index] }
        }
      }
      let picture = RawPicture(
        width: width, height: height, layout: layout, pixels: pixels,
        profile: JPEGProfile.read(bytes))
      return picture.turned(header.orientation)
    }
  }
}

extension RawPicture {
  /// The picture with its stored turn undone; 1-bit pictures have none.
  func turned(_ orientation: ImageOrientation) -> RawPicture {
    guard orientation != .upright, layout != .bitmap else { return self }
    let size = layout == .grey ? 1 : 4
    var turned = self
    if orientation.swapsSides { (turned.width, turned.height) = (height, width) }
    turned.pixels = [UInt8](repeating: 0, count: pixels.count)
    let map = orientation.map
    for y in 0..<height {
      for x in 0..<width {
        // The centre of a pixel in the unit square goes to the centre of another.
        let u = (Double(x) + 0.5) / Double(width)
        let v = (Double(y) + 0.5) / Double(height)
        let toX = Int((map.a * u + map.c * v + map.tx) * Double(turned.width))
        let toY = Int((map.b * u + map.d * v + map.ty) * Double(turned.height))
        let from = (y * width + x) * size
        let to = (toY * turned.width + toX) * size
        for byte in 0..<size { turned.pixels[to + byte] = pixels[from + byte] }
      }
    }
    return turned
  }
}

/// The ICC profile in a JPEG file: APP2 segments in numbered parts (ICC.1, annex B.4).
enum JPEGProfile {
  private static let mark = Array("ICC_PROFILE\0".utf8)

  static func read(_ bytes: [UInt8]) -> [UInt8]? {
    var parts: [(number: UInt8, data: ArraySlice<UInt8>)] = []
    var offset = 2
    while offset + 4 <= bytes.count, bytes[offset] == 0xFF {
      let marker = bytes[offset + 1]
      if marker == 0xDA || marker == 0xD9 { break }
      if marker == 0xFF {
        offset += 1
        continue
      }
      let end = offset + 2 + bytes.bigEndian16(at: offset + 2)
      guard end > offset + 4, end <= bytes.count else { break }
      let segment = bytes[offset + 4..<end]
      if marker == 0xE2, segment.starts(with: mark), segment.count > mark.count + 2 {
        let start = segment.startIndex + mark.count
        parts.append((bytes[start], segment[(start + 2)...]))
      }
      offset = end
    }
    guard !parts.isEmpty else { return nil }
    return parts.sorted { $0.number < $1.number }.flatMap { Array($0.data) }
  }
}
