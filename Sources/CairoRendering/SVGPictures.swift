import Diagnostics
import DisplayList
import Foundation
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
    let data = Data(try files.contents(of: source.path)).base64EncodedString()
    symbol.definition =
      "<defs><image id=\"\(symbol.name)\" width=\"\(symbol.width)\" height=\"\(symbol.height)\" "
      + "preserveAspectRatio=\"none\" xlink:href=\"data:\(type);base64,\(data)\"/></defs>\n"
    return symbol
  }

  private static let types: [ImageFormat: String] = [
    .png: "image/png", .jpeg: "image/jpeg", .svg: "image/svg+xml",
  ]
}
