import CairoRendering
import Diagnostics
import DisplayList
import Foundation
import Geometry
import Prepress
import TestSupport
import Testing

@testable import Exporting

/// PDF files on pages that become PNG or SVG.
@Suite struct PlacedPageLookTests {
  private struct Files: FileAccess {
    var bytes: [UInt8]
    func contents(of path: String) -> [UInt8] { bytes }
    func fontPath(of file: String) -> String { file }
  }

  private func advertisement() throws -> (document: PagedDocument, files: Files) {
    let root = DumpSnapshot.packageRoot(
      above: URL(fileURLWithPath: #filePath).deletingLastPathComponent())
    let bytes = [UInt8](
      try Data(contentsOf: root.appendingPathComponent("Tests/Fixtures/art/advertisement.pdf")))
    var problems = Problems()
    let source = try PlacedPageProbe.probe(path: "ad.pdf", bytes: bytes, into: &problems)
    let document = PagedDocument(pages: [], images: [ImageID(rawValue: "ad.pdf"): source])
    return (document, Files(bytes: bytes))
  }

  @Test func aPageIsDrawnOrItsBoxIsSaid() throws {
    let (document, files) = try advertisement()
    var problems = Problems()
    let looks = try PlacedPageLooks(dpi: 72, files: files, faces: FaceStock())
      .files(for: document, into: &problems)
    let bytes = try looks.contents(of: "ad.pdf")
    if OutsideProgram(["pdftoppm"]) != nil {
      #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) && problems.diagnostics.isEmpty)
    } else {
      #expect(problems.diagnostics.map(\.code) == ["art.not-shown"])
    }
  }

  @Test func aFileThatIsNoPageIsSaid() throws {
    let (document, _) = try advertisement()
    var problems = Problems()
    #expect(throws: Rejection.self) {
      try PlacedPageLooks(dpi: 72, files: Files(bytes: Array("%PDF-1.7".utf8)), faces: FaceStock())
        .files(for: document, into: &problems)
    }
  }
}
