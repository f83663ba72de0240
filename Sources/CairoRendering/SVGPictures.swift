import Diagnostics
import DisplayList
import Geometry

/// The pictures of an SVG page, written into it: each file once, however often it is shown.
struct SVGPictures {
  private let sources: [ImageID: ImageSource]
  private let files: any FileAccess
  private var numbers: [ImageID: Int] = [:]

  init(of document: PagedDocument, files: any FileAccess) {
    sources = document.images
    self.files = files
  }

  /// A picture that can be shown any number of times.
  struct Symbol {
    var name: String
    /// Its own size: pixels, or points of vector art.
    var width: Double
    var height: Double
    /// The element that holds it; empty where it has been written already.
    var definition = ""
  }

  /// The symbol of a picture.
  mutating func symbol(of id: ImageID) throws(Rejection) -> Symbol {
    guard let source = sources[id], let type = Self.types[source.format] else {
      throw Rejection(RenderingProblems.unknownImage(id.rawValue))
    }
    let number = numbers[id] ?? numbers.count + 1
    var symbol = Symbol(
      name: "p\(number)", width: Double(source.pixelWidth), height: Double(source.pixelHeight))
    if source.format.isVector {
      symbol.width = Length(units: source.pixelWidth).points
      symbol.height = Length(units: source.pixelHeight).points
    }
    guard numbers[id] == nil else { return symbol }
    numbers[id] = number
    let data = Self.base64(try files.contents(of: source.path))
    symbol.definition =
      "<defs><image id=\"\(symbol.name)\" width=\"\(symbol.width)\" height=\"\(symbol.height)\" "
      + "preserveAspectRatio=\"none\" xlink:href=\"data:\(type);base64,\(data)\"/></defs>\n"
    return symbol
  }

  private static let types: [ImageFormat: String] = [
    .png: "image/png", .jpeg: "image/jpeg", .svg: "image/svg+xml",
  ]

  /// RFC 4648, section 4.
  private static func base64(_ bytes: [UInt8]) -> String {
    let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let count = min(3, bytes.count - start)
      var bits = 0
      for place in 0..<3 { bits = bits << 8 | (place < count ? Int(bytes[start + place]) : 0) }
      for place in 0..<4 {
        text.append(place <= count ? signs[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
