import Diagnostics
import LayoutSpecs
import Testing

@testable import Exporting

/// Which picture of a folder goes with which caption.
@Suite struct PhotoFolderTests {
  private struct Folder: ExportEnvironment {
    var files: [String]
    func read(_ path: String, limit: Int) -> [UInt8] { [] }
    func names(in folder: String) -> [String] { files }
    func kind(of path: String) -> FileKind { .file }
    func write(_ files: [OutputFile]) {}
  }

  private func paired(
    _ files: [String], _ captions: [String], _ problems: inout Problems
  ) throws -> (taken: [String?], rest: [String]) {
    let folder = try PhotoFolder(
      "photos", captions: captions.enumerated().map { ($0.offset, $0.element) },
      in: Folder(files: files), into: &problems)
    return (captions.indices.map(folder.take), folder.rest)
  }

  @Test(
    arguments: [
      // By number: a file that is missing moves no other picture to its caption.
      (["1.jpg", "3.jpg"], ["图①：河道", "图②：车间", "图③：校园"], ["1.jpg", nil, "3.jpg"]),
      (["图2 车间.png", "图1.jpg"], ["▲图1 河道", "▲图2 车间"], ["图1.jpg", "图2 车间.png"]),
      // Numbers of another count tell the order alone, though one of them is a caption's.
      (
        ["03-city.jpg", "04-land.jpg", "06-port.jpg"], ["图①：湿地", "图②：巡河", "图③：两岸"],
        ["03-city.jpg", "04-land.jpg", "06-port.jpg"]
      ),
      // By words of the name.
      (["葡萄.jpg", "新校区.webp"], ["中心小学新校区。", "葡萄喜获丰收"], ["新校区.webp", "葡萄.jpg"]),
      // By order.
      (["a.jpg", "b.heic"], ["河道", "车间"], ["a.jpg", "b.heic"]),
      (["IMG_1002.jpg", "IMG_999.jpg"], ["河道", "车间"], ["IMG_999.jpg", "IMG_1002.jpg"]),
    ] as [([String], [String], [String?])])
  func captionsFindTheirPictures(
    files: [String], captions: [String], wanted: [String?]
  ) throws {
    var problems = Problems()
    #expect(try paired(files, captions, &problems).taken == wanted)
  }

  /// Pictures of a plan's list: those with the words of a caption take it, whatever their order; the
  /// others as in a folder.
  @Test func picturesOfAPlanFindTheirCaptions() {
    let place = SourceRange(file: "PLAN.yaml", line: 1)
    var photos = ["c.jpg", "葡萄.jpg", "d.jpg"].map { PlannedPhoto(file: $0, range: place) }
    photos[0].caption = "新 校区"
    photos[2].caption = "没有说明的一幅"
    var problems = Problems()
    let claims = PhotoClaims(
      photos, captions: [(4, "葡萄喜获丰收"), (7, "新校区")], into: &problems)
    #expect(claims.photo(of: 7) == 0 && claims.photo(of: 4) == 1)
    #expect(claims.isTaken(0) && claims.isTaken(1) && !claims.isTaken(2))
    #expect(problems.diagnostics.isEmpty)
  }

  @Test func countingSaysSo() throws {
    var problems = Problems()
    _ = try paired(["a.jpg", "b.jpg"], ["河道", "车间"], &problems)
    #expect(problems.diagnostics.map(\.code) == ["picture.by-order"])
  }

  @Test func nothingIsPassedOverInSilence() throws {
    var problems = Problems()
    let found = try paired(
      ["1.jpg", "说明.txt", "Thumbs.db", "2.psd", ".DS_Store", "3.HEIC"], ["图①"], &problems)
    #expect(found.taken == ["1.jpg"] && found.rest == ["3.HEIC"])
    let said = problems.diagnostics.filter { $0.code == "picture.other-file" }
    #expect(said.count == 3 && said.filter { $0.severity == .warning }.count == 1)
  }
}
