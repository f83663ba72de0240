import DisplayList
import Foundation
import TestSupport
import Testing
import Typesetting

@testable import Exporting

/// The documentation page on composition: page, pictures and rules are one set.
@Suite struct RulePicturesTests {
  private static let documentation = DumpSnapshot.packageRoot(
    above: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  ).appendingPathComponent("Sources/Exporting/Exporting.docc")

  /// The rules of composition by their ids.
  private static let rules =
    (1...14).map { "LB-\($0)" } + (1...9).map { "PW-\($0)" } + (1...9).map { "MX-\($0)" }
    + (1...6).map { "LA-\($0)" } + (1...17).map { "PG-\($0)" } + (1...4).map { "IM-\($0)" }
    + ["RU-1", "VT-1", "VT-2"]

  private var pictures: [RulePicture] { RulePictures.parts.flatMap(\.pictures) }

  @Test func everyRuleIsShownOrPlaced() {
    let shown = pictures.map(\.rule) + RulePictures.elsewhere.map(\.rule)
    #expect(Set(shown) == Set(Self.rules))
    #expect(shown.count == Self.rules.count, "each rule once")
  }

  @Test func thePageIsThePictures() throws {
    let page = try String(
      contentsOf: Self.documentation.appendingPathComponent("CompositionRules.md"), encoding: .utf8)
    #expect(page == RulePictures.page, "make both again with banxin bench rules")
    let named = page.split(separator: "\n").filter { $0.hasPrefix("![") }.compactMap {
      $0.split(separator: "(").last?.dropLast().description
    }
    #expect(named == pictures.map(\.file))
  }

  @Test func eachPictureIsThereSmallAndGrey() throws {
    let folder = Self.documentation.appendingPathComponent("Resources")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
      $0.hasPrefix("rule-")
    }
    #expect(Set(files) == Set(pictures.map(\.file)))
    for file in files {
      let bytes = try Data(contentsOf: folder.appendingPathComponent(file))
      #expect(bytes.count < 15_000, "\(file) has \(bytes.count) bytes")
      #expect(bytes[25] == 0, "\(file) is not grey")
    }
  }

  @Test func picturesComeFromTheEngine() throws {
    let pages = try RulePictures.pages(SquareShaper())
    let dump = PagedDocument(pages: pages.map(\.page)).dump()
    let mismatch = DumpSnapshot.mismatch(dump, named: "rule-pictures")
    #expect(mismatch == nil, "draw them again with banxin bench rules")
  }

  @Test func wrongDiffersFromRight() throws {
    let shaper = SquareShaper()
    shaper.western = 0.55  // half-width digits differ from the face's own
    let setter = RulePictureSetter(shaper: shaper)
    for picture in pictures where picture.panels.count > 1 {
      var settings: Set<[PlacedItem]> = []
      for panel in picture.panels {
        var alone = picture
        alone.panels = [panel]
        alone.panels[0].note = ""
        alone.panels[0].verdict = .choice
        settings.insert(try setter.page(alone).items)
      }
      #expect(settings.count == picture.panels.count, "\(picture.rule)")
    }
  }
}
