import CairoRendering
import Diagnostics
import DisplayList
import ImageFiles
import Prepress

/// Looks at picture files of every kind before layout, each by the stage that knows its kind.
enum ArtProbe {
  /// The bytes in a format that is drawn: as they are, or as PNG where the format is one of telephones,
  /// scanners and the web.
  static func readable(path: String, bytes: [UInt8]) throws(Rejection) -> [UInt8] {
    try ForeignPicture.png(path: path, bytes: bytes) ?? bytes
  }

  static func probe(
    path: String, bytes: [UInt8], into problems: inout Problems
  ) throws(Rejection) -> ImageSource {
    switch ArtSniffer.format(of: bytes) {
    case .svg: try VectorDrawing(path: path, bytes: bytes).source
    case .pdf: try PlacedPageProbe.probe(path: path, bytes: bytes, into: &problems)
    default: try ImageProbe.probe(path: path, bytes: bytes)
    }
  }
}
