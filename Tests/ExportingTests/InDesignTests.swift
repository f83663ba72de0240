import Diagnostics
import DisplayList
import Foundation
import FoundationXML
import Geometry
import LayoutSpecs
import PageMakeup
import ReportModel
import Testing

@testable import Exporting
@testable import ReportReading

/// An IDML package has the page's frames where the page has them, all words of its stories, the
/// layout's styles and inks, and its pictures as files beside it.
@Suite(.enabled(if: PressPage.hasFonts, "fonts/files is empty: run make bootstrap"))
struct InDesignTests {
  private static let plan = PressPage.root + "/samples/issue/page.yaml"

  private struct Made {
    var set: SetPlan
    var files: [OutputFile]
    var package: Package
  }

  private static func exporter(_ environment: any ExportEnvironment) throws -> Exporter {
    let home = try ResourceHome.find(
      given: PressPage.root, variable: nil, executable: "", in: FileSystem())
    return Exporter(home: home, environment: environment)
  }

  private static func page() throws -> Made {
    let captured = CapturedFiles(base: FileSystem())
    var problems = Problems()
    let job = PlanExport(plan: plan, output: "交付/page.idml")
    let exporter = try exporter(captured)
    let set = try exporter.set(job, with: ExportStock(home: exporter.home), into: &problems)
    _ = try exporter.run(job, into: &problems)
    let files = captured.files
    return Made(set: set, files: files, package: try Package(files[0].bytes))
  }

  private static func special() throws -> (made: SetReport, package: Package) {
    let captured = CapturedFiles(base: FileSystem())
    var problems = Problems()
    let job = ExportJob(
      input: PressPage.root + "/samples/newspaper/report.md", layout: "newspaper-broadsheet",
      output: "special.idml", photos: PressPage.root + "/samples/newspaper/photos")
    let exporter = try exporter(captured)
    let made = try exporter.set(job, with: ExportStock(home: exporter.home), into: &problems)
    _ = try exporter.run(job, into: &problems)
    return (made, try Package(captured.files[0].bytes))
  }

  // MARK: Frames

  @Test func runningTextStandsInThePagesFrames() throws {
    let page = try Self.page()
    try expect(page.package, hasFrames: page.set.made)
    let special = try Self.special()
    try expect(special.package, hasFrames: special.made.made)
  }

  private func expect(_ package: Package, hasFrames made: MadeUp) throws {
    let frames = try package.frames()
    #expect(!made.frames.isEmpty)
    var threads: [Int: [String]] = [:]
    for frame in made.frames {
      let found = frames.first { $0.kind == "TextFrame" && $0.isAt(frame.rect) }
      #expect(found != nil, "no frame at \(frame.rect)")
      if let found { threads[frame.story, default: []].append(found.id) }
    }
    // Frames of one story follow each other.
    for thread in threads.values {
      for (one, other) in zip(thread, thread.dropFirst()) {
        #expect(frames.first { $0.id == one }?.next == other)
      }
    }
    for page in made.document.pages {
      for placed in page.items {
        guard case .image(let image) = placed.item else { continue }
        let rect = Rect(origin: placed.origin, size: image.size)
        #expect(frames.contains { $0.hasPicture && $0.isAt(rect) })
      }
    }
  }

  // MARK: Words

  @Test func everyStoryHasAllItsWords() throws {
    let page = try Self.page()
    let texts = try page.package.stories()
    for story in page.set.stories {
      let body = story.report.blocks.filter(\.role.isText).map(\.text)
      #expect(body.count > 1)
      let wanted = body.map(Self.letters)
      #expect(
        texts.contains { text in wanted.allSatisfy(Self.letters(text).contains) },
        "no story has \(body[0].prefix(20))")
      for head in story.report.headlines {
        #expect(texts.contains { Self.letters($0) == Self.letters(head) }, "\(head)")
      }
    }
  }

  /// A paragraph that goes on in the next column stands once.
  @Test func noParagraphStandsTwice() throws {
    for package in [try Self.page().package, try Self.special().package] {
      let paragraphs = try package.stories().flatMap { $0.split(separator: "\n") }
        .filter { $0.count > 20 }
      #expect(Set(paragraphs).count == paragraphs.count)
    }
  }

  private static func letters(_ text: String) -> String {
    text.filter { !$0.isWhitespace && $0 != "\u{2028}" }
  }

  // MARK: Styles, swatches, links

  /// Scribus finds a font by the name in its file alone.
  @Test func fontsBearTheNamesInTheirFiles() throws {
    let fonts = try Self.page().package.attributes("Resources/Fonts.xml", "PostScriptName")
    #expect(fonts.contains("NotoSerifCJKsc-Regular"))
    #expect(fonts.contains("NotoSansCJKsc-Bold"))
  }

  @Test func stylesAndInksBearTheLayoutsNames() throws {
    let page = try Self.page()
    let styles = try page.package.names("Resources/Styles.xml", "ParagraphStyle")
    for name in page.set.layout.styles.names { #expect(styles.contains(name), "\(name)") }
    let used = try page.package.attributes("Stories/", "AppliedParagraphStyle")
    for name in ["body", "headline", "caption"] { #expect(used.contains("ParagraphStyle/\(name)")) }
    let swatches = try page.package.names("Resources/Graphic.xml", "Color")
    #expect(swatches.contains("accent"))
    #expect(swatches.isSuperset(of: ["Black", "Paper", "Registration"]))
    let margins = try page.package.attributes("Spreads/", "ColumnCount")
    #expect(margins == ["\(page.set.layout.grid.columns)"])
  }

  @Test func picturesLieBesideThePackage() throws {
    let page = try Self.page()
    #expect(page.files.map(\.path) == ["交付/page.idml", "交付/Links/page-1.jpg"])
    let links = try page.package.attributes("Spreads/", "LinkResourceURI")
    #expect(links == ["file:Links/page-1.jpg"])
  }

  @Test func theSamePageIsTheSameBytes() throws {
    #expect(try Self.page().files == Self.page().files)
  }

  /// The type of the file stands first and as it is, as the format wants it.
  @Test func theTypeIsStoredFirst() throws {
    let bytes = try Self.page().files[0].bytes
    #expect(bytes[8] == 0 && bytes[9] == 0)
    let start = String(decoding: bytes[30..<80], as: UTF8.self)
    #expect(start.hasPrefix("mimetypeapplication/vnd.adobe.indesign-idml-package"[...].prefix(50)))
  }

  @Test func aProofIsNoPackage() throws {
    var problems = Problems()
    #expect(throws: Rejection.self) {
      try Self.exporter(CapturedFiles(base: FileSystem())).run(
        PlanExport(plan: Self.plan, output: "x.idml", proof: true), into: &problems)
    }
  }
}

/// A package, taken apart.
private struct Package {
  struct Frame {
    var id: String
    var kind: String
    var next: String
    var hasPicture: Bool
    var left, top, right, bottom: Double

    /// Within a tenth of a millimetre.
    func isAt(_ rect: Rect) -> Bool {
      let off = [
        left - rect.left.points, top - rect.top.points, right - rect.right.points,
        bottom - rect.bottom.points,
      ]
      return off.allSatisfy { abs($0) < 0.1 * 72 / 25.4 }
    }
  }

  private let parts: [String: XMLElement]

  init(_ bytes: [UInt8]) throws {
    let archive = try ZipArchive(bytes, file: "x.idml")
    guard let map = try archive.part("designmap.xml") else { throw Rejection([]) }
    var parts: [String: XMLElement] = [:]
    let document = try XMLDocument(data: Data(map))
    for element in document.rootElement()?.children?.compactMap({ $0 as? XMLElement }) ?? [] {
      guard let name = element.attribute(forName: "src")?.stringValue else { continue }
      let bytes = try #require(try archive.part(name), "\(name) is missing")
      parts[name] = try XMLDocument(data: Data(bytes)).rootElement()
    }
    self.parts = parts
  }

  private static func all(_ element: XMLElement, _ names: Set<String>) -> [XMLElement] {
    (element.children ?? []).compactMap { $0 as? XMLElement }.flatMap { child in
      (names.contains(child.localName ?? "") ? [child] : []) + all(child, names)
    }
  }

  private func all(_ prefix: String, _ names: Set<String>) -> [XMLElement] {
    parts.filter { $0.key.hasPrefix(prefix) }.sorted { $0.key < $1.key }
      .flatMap { Self.all($0.value, names) }
  }

  func names(_ part: String, _ element: String) throws -> Set<String> {
    Set(all(part, [element]).compactMap { $0.attribute(forName: "Name")?.stringValue })
  }

  func attributes(_ prefix: String, _ name: String) throws -> Set<String> {
    var found: Set<String> = []
    func gather(_ element: XMLElement) {
      if let value = element.attribute(forName: name)?.stringValue { found.insert(value) }
      for case let child as XMLElement in element.children ?? [] { gather(child) }
    }
    for (key, root) in parts where key.hasPrefix(prefix) { gather(root) }
    return found
  }

  /// The words of each story, a line a paragraph.
  func stories() throws -> [String] {
    all("Stories/", ["Story"]).filter { $0.attribute(forName: "Self") != nil }.map { story in
      Self.all(story, ["Content", "Br"]).map {
        $0.localName == "Br" ? "\n" : $0.stringValue ?? ""
      }.joined()
    }
  }

  /// The page items, from the trim's corner.
  func frames() throws -> [Frame] {
    func numbers(_ element: XMLElement?, _ name: String) -> [Double] {
      (element?.attribute(forName: name)?.stringValue ?? "").split(separator: " ").compactMap {
        Double($0)
      }
    }
    return parts.filter { $0.key.hasPrefix("Spreads/") }.sorted { $0.key < $1.key }.flatMap {
      _, spread in
      let page = numbers(Self.all(spread, ["Page"]).first, "ItemTransform")
      return Self.all(spread, ["TextFrame", "Rectangle", "Polygon", "GraphicLine"]).map { item in
        let own = numbers(item, "ItemTransform")
        let points = Self.all(item, ["PathPointType"]).map { numbers($0, "Anchor") }
        let xs = points.map { $0[0] + own[4] - page[4] }
        let ys = points.map { $0[1] + own[5] - page[5] }
        return Frame(
          id: item.attribute(forName: "Self")?.stringValue ?? "", kind: item.localName ?? "",
          next: item.attribute(forName: "NextTextFrame")?.stringValue ?? "",
          hasPicture: !Self.all(item, ["Link"]).isEmpty, left: xs.min() ?? 0, top: ys.min() ?? 0,
          right: xs.max() ?? 0, bottom: ys.max() ?? 0)
      }
    }
  }
}
