import Charting
import Diagnostics
import DisplayList
import ImageFiles

/// Opens the pictures that image marks name: files in or below a folder, as data files are, and
/// pictures written into the specification.
struct ChartPictures {
  let environment: any ExportEnvironment
  /// The folder of the specification.
  let folder: String
  /// Before the logical names, so that pictures of several charts of a document do not clash.
  var prefix = ""

  /// Most bytes of all pictures of one chart.
  private static let limit = 256 << 20

  /// Gives a specification its pictures. One that is missing, damaged, too large or outside the
  /// folder is a rejection with the JSON path that asks for it.
  ///
  /// - Returns: the files by their logical names.
  func attach(to spec: inout ChartSpec) throws(Rejection) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    var size = 0
    for request in try ChartCompiler.pictures(of: spec) {
      do throws(Rejection) {
        let bytes = try read(request.name)
        size += bytes.count
        guard size <= Self.limit else { throw Rejection(ChartPictureProblems.tooMany(Self.limit)) }
        let source = try probe(request.name, bytes)
        spec.pictures[request.name] = source
        files[source.path] = bytes
      } catch {
        throw Rejection(error.diagnostics.map(request.finding))
      }
    }
    return files
  }

  private func read(_ name: String) throws(Rejection) -> [UInt8] {
    if EmbeddedFile.isEmbedded(name) {
      guard let bytes = EmbeddedFile.bytes(of: name) else {
        throw Rejection(ChartPictureProblems.badEmbedding())
      }
      return bytes
    }
    let parts = name.split(separator: "/")
    guard !name.hasPrefix("/"), !name.contains(":"), !parts.contains("..") else {
      throw Rejection(ChartPictureProblems.outside(name))
    }
    return try environment.read("\(folder)/\(name)", limit: ImageLimits.bytes)
  }

  private func probe(_ name: String, _ bytes: [UInt8]) throws(Rejection) -> ImageSource {
    let digest = Digest.sha256(bytes)
    let path = EmbeddedFile.isEmbedded(name) ? "embedded \(digest.prefix(16))" : prefix + name
    guard ArtSniffer.format(of: bytes) != .pdf else {
      throw Rejection(ChartPictureProblems.pdfPage(name))
    }
    var problems = Problems()
    var source = try ArtProbe.probe(path: path, bytes: bytes, into: &problems)
    source.digest = digest
    return source
  }
}

/// What can be wrong with the picture of an image mark.
private enum ChartPictureProblems {
  static func outside(_ name: String) -> Diagnostic {
    Diagnostic(
      .error, "chart.outside-data",
      Wording(
        "\"\(name)\" is not a file below the specification's folder", "“\(name)”不是规格文件夹内的文件"))
  }

  static func badEmbedding() -> Diagnostic {
    Diagnostic(
      .error, "chart.bad-picture",
      Wording("the embedded picture is not valid base64", "内嵌的图片不是有效的 base64"))
  }

  static func pdfPage(_ name: String) -> Diagnostic {
    Diagnostic(
      .error, "chart.bad-picture",
      Wording("\"\(name)\" is a PDF file, not a picture", "“\(name)”是 PDF 文件，不是图片"),
      hints: [Wording("save it as SVG or PNG", "请另存为 SVG 或 PNG")])
  }

  static func tooMany(_ limit: Int) -> Diagnostic {
    Diagnostic(
      .error, "chart.bad-picture",
      Wording(
        "the pictures of one chart hold more than \(limit >> 20) MiB",
        "一张图表的图片合计超过 \(limit >> 20) MiB"),
      hints: [Wording("make them smaller", "请缩小图片")])
  }
}
