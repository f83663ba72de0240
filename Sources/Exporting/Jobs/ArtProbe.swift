import CairoRendering
import Diagnostics
import DisplayList
import ImageFiles
import Prepress

/// Looks at picture files of every kind before layout, each by the stage that knows its kind.
enum ArtProbe {
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
