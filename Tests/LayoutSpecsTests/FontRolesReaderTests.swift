import Diagnostics
import Geometry
import DisplayList
import LayoutSpecs
import Testing

@Suite struct FontRolesReaderTests {
  let roles = """
    format: 1
    faces:
      song: { file: files/song.otf, core: files/song.core.otf, name: Song, weight: 400, licence: OFL-1.1, source: shop }
      hei:  { file: files/hei.otf }
    roles:
      body: { face: song, title: 宋体, fallback: [hei], stands-for: 方正书宋 }
      hei:  { face: hei }
    """

  @Test func readsFacesAndRoles() throws {
    let catalog = try FontRolesReader.read(roles)
    #expect(catalog.face("song")?.core == "files/song.core.otf")
    #expect(catalog.role("body")?.faces == ["song", "hei"])
    #expect(catalog.role("body")?.standsFor == "方正书宋")
    #expect(catalog.role("hei")?.title == "hei")
  }

  @Test func aRoleWithoutAFaceIsAnErrorAtItsPlace() throws {
    let text = roles.replacingOnce("face: song, title", with: "face: kai, title")
    let rejection = try #require(throws: Rejection.self) { try FontRolesReader.read(text) }
    #expect(rejection.diagnostics[0].range?.start == SourcePosition(line: 6, column: 17))
  }

  @Test func theGridPlacesLines() throws {
    let grid = try readLayout(goodLayout).grid
    #expect(grid.top(ofLine: 3) - grid.top(ofLine: 2) == .points(12))
    #expect(grid.height(ofLines: 2) == .points(21))
    let box = grid.rect(columns: 2...2, lines: 1...20)
    #expect(box.right == grid.typeArea.right)
    #expect(box.bottom == grid.typeArea.bottom)
  }
}
