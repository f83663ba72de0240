import CairoRendering
import DisplayList
import Geometry
import TestSupport
import Testing

@testable import Prepress

@Suite struct StructureTests {
  private func tag(_ kind: StructureTag.Kind, _ name: String = "", level: Int = 1) -> PlacedItem {
    PlacedItem(at: .zero, .tag(StructureTag(kind, name: name, level: level)))
  }

  private var page: TestPage {
    var page = TestPage()
    page.box(0, 0, 10, 10, .black)
    page.items.append(tag(.heading, level: 3))
    page.text(20)
    page.items.append(tag(.paragraph))
    page.items.append(tag(.figure, "一张图"))
    page.box(20, 30, 30, 30, .black)
    for row in 0..<2 {
      page.items.append(tag(.tableRow, "表"))
      for column in 0..<2 {
        page.items.append(tag(row == 0 ? .headerCell : .cell))
        page.text(80 + Double(row) * 20 + Double(column))
      }
    }
    page.items.append(tag(.artifact))
    page.line(200, width: 1, .black)
    return page
  }

  private func finish() throws -> [UInt8] {
    let document = page.document
    let drawn = try PDFRenderer(isTagged: true).render(document, from: FixtureFiles())
    var settings = PressSettings(
      standard: .archive, profile: nil, icc: [], inks: InkMap(),
      boxes: document.pages.map { PageBoxes(page: $0.trim) }, metadata: document.metadata)
    settings.structure = document.pages.map(\.segments)
    return try PDFFinisher(settings).finish(drawn)
  }

  /// Empty stretches are left out: a renderer marks nothing for them.
  @Test func aPageIsCutAtItsTags() {
    let segments = page.document.pages[0].segments
    #expect(
      segments.map(\.tag?.kind) == [
        nil, .heading, .figure, .headerCell, .headerCell, .cell, .cell, nil,
      ])
    #expect(segments.map(\.row) == [nil, nil, nil, 1, 1, 2, 2, 2])
  }

  @Test func theTreeHoldsWhatThePageShows() throws {
    let file = try PDFFile(try finish())
    let tree = try #require(file.root["/StructTreeRoot"])
    let document = try #require(tree["/K"]?.items.first)
    let kids = try #require(document["/K"]).items
    // A head of level 3 that comes first is H1: no level is left out.
    #expect(kids.map { $0["/S"]?.name } == ["/H1", "/Figure", "/Table"])
    #expect(kids[1]["/Alt"]?.text == "一张图")
    let rows = try #require(kids[2]["/K"]).items
    #expect(
      rows.map { $0["/K"]?.items.compactMap { $0["/S"]?.name } } == [
        ["/TH", "/TH"], ["/TD", "/TD"],
      ])
    let head = try #require(rows.first?["/K"]?.items.first)
    #expect(head["/A"]?["/Scope"]?.name == "/Column")
    let owners = try #require(tree["/ParentTree"]?["/Nums"]?.items.last)
    #expect(owners.items.count == 6)
  }

  @Test func anArchiveFileMeetsBothStandards() throws {
    let report = try Press.check(try finish())
    for claim in [PreflightClaim.a2u, .ua1] {
      #expect(report.meets(claim), "\(report.findings(against: claim).map(\.rule.id))")
    }
  }

  @Test func looseMarksBecomeArtifacts() {
    func mark(_ text: String) -> String {
      String(decoding: ArtifactMarker.mark(Array(text.utf8)), as: UTF8.self)
    }
    #expect(mark("0 0 9 9 re f") == "/Artifact BMC 0 0 9 9 re f EMC")
    #expect(mark("BT (a) Tj ET") == "/Artifact BMC BT (a) Tj ET EMC")
    #expect(mark("/P BDC /x Do EMC 0 0 1 1 re W n") == "/P BDC /x Do EMC 0 0 1 1 re W n")
  }
}
