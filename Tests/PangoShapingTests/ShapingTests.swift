import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import PangoShaping
import TestSupport
import Testing
import Typesetting

/// Shapes text with the fonts of the tests.
func shape(
  _ text: String, role: FontRole = "body", size: Length = .points(10),
  script: RunScript = .han(.simplified), direction: RunDirection = .horizontal,
  features: [String] = []
) throws -> ShapedRun {
  let shaper = try PangoShaper(catalog: .fixture, files: FixtureFiles())
  return try shaper.shape(
    StyledRun(
      scalars: Array(text.unicodeScalars), role: role, size: size, script: script,
      direction: direction, features: features))
}

@Suite("Advances")
struct AdvanceTests {
  @Test(
    "A Han character is exactly as wide as its size",
    arguments: [Length.points(9), .points(10.5), .points(7.777), Length(units: 9523)])
  func han(size: Length) throws {
    let run = try shape("征程万里风正劲，", size: size)
    #expect(run.glyphs.map(\.advance) == Array(repeating: size, count: 8))
    #expect(run.glyphs.map(\.cluster) == Array(0..<8))
    #expect(run.missing.isEmpty)
  }

  @Test("Digits are half an em with hwid, and their own width without")
  func halfWidthDigits() throws {
    let half = try shape("2022%", script: .latin, features: ["hwid"])
    #expect(half.glyphs.allSatisfy { $0.advance == .points(5) })
    // The font keeps figures of one width for text that is not Chinese, and others for Chinese.
    let own = try shape("12", script: .latin)
    #expect(own.glyphs.allSatisfy { $0.advance == .points(5.49) })
    let chinese = try shape("12")
    #expect(chinese.glyphs[0].advance < chinese.glyphs[1].advance)
  }

  @Test("halt gives marks half an em and shifts opening ones onto it")
  func halfWidthMarks() throws {
    let run = try shape("（。", features: ["halt"])
    #expect(run.glyphs.map(\.advance) == [.points(5), .points(5)])
    #expect(run.glyphs.map(\.dx) == [.points(-5), .zero])
  }

  @Test("A dash is one sign of 2 em, quotes and dots take an em, whatever stands beside them")
  func chineseMarks() throws {
    #expect(try shape("——").glyphs.map(\.advance) == [.points(20)])
    #expect(try shape("“”‘’……").glyphs.map(\.advance) == Array(repeating: .points(10), count: 6))
    let traditional = try shape("“”", script: .han(.traditional))
    #expect(traditional.glyphs.allSatisfy { $0.advance == .points(10) })
  }

  @Test("Vertical glyphs go down by an em and hang from the centre of the line")
  func vertical() throws {
    let run = try shape("国（。", direction: .vertical)
    #expect(run.glyphs.count == 3)
    for glyph in run.glyphs {
      #expect(glyph.advance == .points(10))
      #expect(glyph.dx == .points(-5))
      #expect(glyph.dy == .points(8.8))
    }
    let horizontal = try shape("国（。")
    #expect(run.glyphs[0].id == horizontal.glyphs[0].id)
    #expect(run.glyphs[1].id != horizontal.glyphs[1].id, "brackets have a vertical form")
  }

  @Test("Spaces that a font lacks are made from the one it has")
  func spaces() throws {
    let run = try shape("A\u{A0}\u{2003}B", script: .latin)
    #expect(run.missing.isEmpty)
    #expect(run.glyphs.count == 4)
    #expect(run.glyphs[2].advance == .points(10))
  }
}

@Suite("Where characters come from")
struct FallbackTests {
  @Test("The core file comes first, then the whole face, then the next face")
  func order() throws {
    let run = try shape("国亿龘")
    #expect(run.glyphs.map(\.face) == ["song+core", "song", "hei"])
    #expect(run.glyphs.map(\.cluster) == [0, 1, 2])
    #expect(run.missing.isEmpty)
  }

  @Test("A character that no face has is missing, though the system's fonts have it")
  func missing() throws {
    let run = try shape("国龥中\u{1F600}")
    #expect(run.missing == [1, 3])
    #expect(run.glyphs.map(\.cluster) == [0, 2])
    #expect(run.glyphs.allSatisfy { $0.id != 0 })
  }

  @Test("Latin runs take the role's Latin faces first")
  func latin() throws {
    #expect(try shape("GDP", role: "mixed", script: .latin).glyphs[0].face == "hei")
    #expect(try shape("国", role: "mixed").glyphs[0].face == "song+core")
  }

  @Test("Chinese marks come from the role's face for marks")
  func marks() throws {
    let run = try shape("“国”～GDP", role: "kai")
    let marks: FontFaceID = "song+core"
    #expect(run.glyphs.map(\.face) == [marks, "hei", marks, marks, "hei", "hei", "hei"])
    #expect(try shape("“A”", role: "kai", script: .latin).glyphs.allSatisfy { $0.face == "hei" })
  }

  @Test("Only faces in use are listed, each with its file and digest")
  func faces() throws {
    let shaper = try PangoShaper(catalog: .fixture, files: FixtureFiles())
    #expect(shaper.faces.isEmpty)
    _ = try shaper.shape(
      StyledRun(
        scalars: Array("国".unicodeScalars), role: "body", size: .points(9),
        script: .han(.simplified)))
    #expect(shaper.faces.keys.sorted() == ["song+core"])
    #expect(shaper.faces["song+core"]?.file == "fonts/serif-core.otf")
    #expect(shaper.faces["song+core"]?.digest.isEmpty == false)
  }

  @Test("A face without its core file is set from the whole of it")
  func withoutCore() throws {
    var catalog = FontCatalog.fixture
    catalog.faces[0].core = "fonts/no-core.otf"
    let shaper = try PangoShaper(catalog: catalog, files: FixtureFiles())
    let run = try shaper.shape(
      StyledRun(
        scalars: Array("国亿".unicodeScalars), role: "body", size: .points(9),
        script: .han(.simplified)))
    #expect(run.glyphs.map(\.face) == ["song", "song"])
  }
}

@Suite("Measures of faces")
struct MeasureTests {
  private let shaper: PangoShaper

  init() throws { shaper = try PangoShaper(catalog: .fixture, files: FixtureFiles()) }

  private func ink(_ scalar: Unicode.Scalar, features: [String] = []) throws -> InkExtent? {
    try shaper.inkExtent(
      of: scalar, role: "body", script: .han(.simplified), features: features)
  }

  @Test("The em box is that of Chinese fonts")
  func emBox() throws {
    #expect(try shaper.metrics(of: "body") == FontMetrics(emTop: 0.88, emBottom: -0.12))
  }

  @Test("The ink of marks lies on its side of the em")
  func sides() throws {
    let opening = try #require(try ink("（"))
    #expect(opening.advance == 1 && opening.left > 0.5 && opening.right <= 1)
    let closing = try #require(try ink("，"))
    #expect(closing.advance == 1 && closing.right < 0.5 && closing.left > 0)
    #expect(closing.top > closing.bottom)
    let half = try #require(try ink("（", features: ["halt"]))
    #expect(half.advance == 0.5 && half.left > 0 && half.right <= 0.5)
  }

  @Test("A character that no face has has no ink extent, a space has an empty one")
  func none() throws {
    #expect(try ink("龥") == nil)
    let space = try #require(try ink("　"))
    #expect(space.advance == 1 && space.left == space.right)
  }

  @Test("Coverage is counted by file")
  func coverage() throws {
    let counts = try shaper.coverage(of: "song")
    #expect(counts.map(\.id) == ["song+core", "song"])
    #expect(counts[0].coverage.unified == 22)
    #expect(counts[1].coverage.gb2312 == counts[1].coverage.unified)
    #expect(counts[1].coverage.level1 == counts[1].coverage.level3)
    let sans = try shaper.coverage(of: "hei")[0].coverage
    #expect(sans.gb2312 == sans.unified - 1, "龘 is not in GB 2312")
  }
}

@Suite("Font problems")
struct FontProblemTests {
  private func code(_ body: () throws -> Void) -> [String] {
    do {
      try body()
      return []
    } catch let rejection as Rejection {
      return rejection.diagnostics.map { $0.code.rawValue + ": " + $0.message.english }
    } catch { return ["\(error)"] }
  }

  @Test("A role that is not in the catalogue")
  func unknownRole() {
    #expect(
      code { _ = try shape("国", role: "nobody") }
        == ["font.unknown-role: font role \"nobody\" is not in fonts/roles.yaml"])
  }

  @Test("A font file that is not there names file and role")
  func missingFile() {
    #expect(
      code { _ = try shape("国", role: "lost") } == [
        "font.missing-file: font file \"fonts/gone.otf\" for the role \"lost\" cannot be read"
      ])
  }

  @Test("A file that is no font names file and role")
  func brokenFile() {
    #expect(
      code { _ = try shape("国", role: "broken") } == [
        "font.broken-file: font file \"reports/gangshan-2022.txt\" for the role \"broken\" "
          + "is not a usable font"
      ])
  }

  @Test("A role that names no face, or an unknown one, is found at once")
  func badRoles() {
    var catalog = FontCatalog.fixture
    catalog.roles = [CatalogRole(role: "empty", faces: [])]
    #expect(
      code { _ = try PangoShaper(catalog: catalog, files: FixtureFiles()) }
        == ["font.no-face: font role \"empty\" has no face"])
    catalog.roles = [CatalogRole(role: "body", faces: ["who"])]
    #expect(
      code { _ = try PangoShaper(catalog: catalog, files: FixtureFiles()) }.first?
        .hasPrefix("font.unknown-face") == true)
  }
}
