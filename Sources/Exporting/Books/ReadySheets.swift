import Diagnostics
import DisplayList
import Geometry
import ImageFiles
import Prepress

/// The pages of a PDF file, each as a file of its own that can be placed.
struct ReadySheets {
  /// The file as it was read.
  let bytes: [UInt8]
  /// The pages in their order.
  private(set) var sources: [ImageSource] = []
  /// Their bytes by the paths of the sources.
  private(set) var files: [String: [UInt8]] = [:]

  /// Most pages of one file.
  private static let most = 500

  init(
    _ path: String, in environment: any ExportEnvironment, prefix: String,
    into problems: inout Problems
  ) throws(Rejection) {
    bytes = try environment.read(path, limit: ImageLimits.bytes)
    let count = try PageSizes.of(bytes, name: path).count
    guard (1...Self.most).contains(count) else {
      throw Rejection(BookProblems.pages(path, count, most: Self.most))
    }
    for number in 0..<count {
      let page = try PageChoice.pages([number], of: bytes, name: path)
      var source = try ArtProbe.probe(path: path, bytes: page, into: &problems)
      guard source.format == .pdf else { throw Rejection(BookProblems.notPDF(path)) }
      source.path = "\(prefix)\(Paths.name(path))#\(number + 1)"
      source.digest = Digest.sha256(page)
      sources.append(source)
      files[source.path] = page
    }
  }
}

extension ImageSource {
  /// The size of vector art.
  var vectorSize: Size {
    Size(width: Length(units: pixelWidth), height: Length(units: pixelHeight))
  }
}
