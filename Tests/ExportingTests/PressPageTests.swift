import Charting
import Diagnostics
import DisplayList
import Foundation
import Geometry
import LayoutSpecs
import PangoShaping
import Prepress
import Testing

@testable import Exporting

/// One page with everything that a plant has ever sent back: an SVG picture with a gradient, a spot
/// ink, a 50 % tint, RGB, grey and CMYK pictures, a PDF advertisement, and a chart.
@Suite(.enabled(if: PressPage.hasFonts, "fonts/files is empty: run make bootstrap"))
struct PressPageTests {
  @Test func everythingOnOnePageIsReadyForThePress() throws {
    let made = try PressPage().files(PressOptions(profile: "newsprint"))
    #expect(made.files.isReady == true, "\(made.problems.map(\.message.english))")
    #expect(
      !made.problems.contains { $0.severity >= .warning }, "\(made.problems.map(\.message.english))"
    )
    guard let verdicts = try Checker.verdicts(of: made.files.files[0].bytes) else { return }
    for claim in ["PDF/X-4", "print", "safety"] {
      #expect(verdicts[claim]?["ok"] as? Bool == true, "\(verdicts[claim] ?? [:])")
      #expect(
        (verdicts[claim]?["warnings"] as? [Any])?.isEmpty == true, "\(verdicts[claim] ?? [:])")
    }
  }

  @Test func thePageIsAlsoX1a() throws {
    let made = try PressPage().files(PressOptions(profile: "newsprint", claim: .x1a))
    #expect(made.files.isReady == true, "\(made.problems.map(\.message.english))")
    guard let verdicts = try Checker.verdicts(of: made.files.files[0].bytes) else { return }
    for claim in ["PDF/X-1a", "print"] {
      #expect(verdicts[claim]?["ok"] as? Bool == true, "\(verdicts[claim] ?? [:])")
    }
  }

  /// Words of the advertisement and of the chart are words in the file, in their own fonts.
  @Test func anAdvertisementKeepsItsFontAndText() throws {
    for options in [nil, PressOptions(profile: "newsprint")] {
      let bytes: [UInt8]
      if let options {
        bytes = try PressPage().files(options).files.files[0].bytes
      } else {
        bytes = try PressPage().plain()
      }
      for (tool, arguments) in [
        ("pdftotext", ["-raw", "page.pdf", "-"]),
        ("mutool", ["draw", "-q", "-F", "txt", "page.pdf"]),
      ] {
        guard let words = try Checker.output(of: tool, arguments, on: bytes) else { continue }
        // Readers differ in where they see spaces and line ends.
        let letters = words.filter { !$0.isWhitespace }
        #expect(letters.contains("山城新闻") && letters.contains("Banxin2022"))
      }
    }
  }

  /// A folder that is named as one takes the page under its own name, whether it is there or not.
  @Test func foldersTakeThePagesName() {
    let target = OutputTarget(output: "站点/", folder: "output/a", name: "a", formats: [], dpi: 72)
    #expect(target.plan().base == "站点/a" && target.plan().formats == [.pdf])
  }
}

/// The page, and the ways to write it.
struct PressPage {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
  static let hasFonts = FileManager.default.fileExists(
    atPath: root + "/fonts/files/song-regular.otf")

  private(set) var document: PagedDocument
  private let files: JobFiles
  private let home: ResourceHome
  private static let environment = FileSystem()

  private static let pictures:
    [(path: String, x: Double, y: Double, width: Double, height: Double)] =
      [
        ("art/bridge.svg", 30, 30, 255, 142), ("art/advertisement.pdf", 300, 30, 300, 150),
        ("photos/1-site.jpg", 30, 200, 180, 120), ("images/grey.jpg", 230, 200, 24, 24),
        ("images/cmyk.jpg", 270, 200, 24, 16), ("images/quarters.png", 310, 200, 24, 16),
      ]

  init() throws {
    home = try ResourceHome.find(
      given: Self.root, variable: nil, executable: "", in: Self.environment)
    var items: [PlacedItem] = []
    var images: [ImageID: ImageSource] = [:]
    var bytes: [String: [UInt8]] = [:]
    var problems = Problems()
    for picture in Self.pictures {
      let content = try Self.environment.read(
        "\(Self.root)/Tests/Fixtures/\(picture.path)", limit: 1 << 24)
      let id = ImageID(rawValue: picture.path)
      images[id] = try ArtProbe.probe(path: picture.path, bytes: content, into: &problems)
      bytes[picture.path] = content
      items.append(
        PlacedItem(
          at: Point(x: .points(picture.x), y: .points(picture.y)),
          .image(
            PlacedImage(
              image: id, size: Size(width: .points(picture.width), height: .points(picture.height)))
          )))
    }
    files = JobFiles(home: home.path, pictures: bytes)
    let shaper = try PangoShaper(catalog: try home.fontCatalog(), files: files)
    let gold = Ink.spot("Gold", alternate: Ink(cyan: 0, magenta: 0.2, yellow: 0.6, black: 0.1))
    items += [
      Self.box(360, 200, 80, 40, gold), Self.box(450, 200, 80, 40, .grey(0.5)),
      Self.box(540, 200, 60, 40, Ink(cyan: 0.5, magenta: 0, yellow: 0, black: 0)),
    ]
    let spec = try ChartInputs.read(
      "\(Self.root)/Tests/ChartingTests/Specs/zh_branches_stacked.vl.json", in: Self.environment,
      into: &problems)
    let chart = try ChartCompiler(shaper: shaper).compile(
      spec, theme: .zhPrint, size: nil, name: "chart", wantsFacts: false, into: &problems)
    items += chart.fragment.placed(at: Point(x: .points(30), y: .points(340)))
    document = PagedDocument(
      pages: [
        Page(label: "1", trim: Size(width: .points(640), height: .points(780)), items: items)
      ],
      faces: shaper.faces, images: images,
      metadata: DocumentMetadata(title: "样张", date: "2022-04-08"))
  }

  private static func box(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ ink: Ink
  ) -> PlacedItem {
    let size = Size(width: .points(width), height: .points(height))
    return PlacedItem(
      at: Point(x: .points(x), y: .points(y)),
      .path(.rect(Rect(origin: .zero, size: size)), Paint(fill: ink)))
  }

  /// The page without the picture of a path.
  func without(_ path: String) -> PressPage {
    var page = self
    page.document.pages[0].items.removeAll { placed in
      if case .image(let image) = placed.item { image.image.rawValue == path } else { false }
    }
    return page
  }

  func files(_ options: PressOptions) throws -> (files: PressFiles, problems: [Diagnostic]) {
    var problems = Problems()
    let made = try PressPipeline(
      options: options, environment: Self.environment, stock: ExportStock(home: home)
    )
    .files(of: document, named: "page", from: files, into: &problems)
    return (made, problems.diagnostics)
  }

  func plain() throws -> [UInt8] {
    let target = OutputTarget(output: nil, folder: "", name: "page", formats: [], dpi: 72)
    var problems = Problems()
    let drawn = try PageArtist(target: target, files: files, onEvent: { _ in })
      .draw(document, suffix: "", into: &problems)
    return try #require(drawn.first { $0.path.hasSuffix(".pdf") }).bytes
  }
}

/// Tools that know nothing of how a file was made.
enum Checker {
  private static let python = PressPage.root + "/.build/venv/bin/python"

  /// The verdicts of `Tests/Tools/preflight.py`; nil where its Python is not there.
  static func verdicts(of bytes: [UInt8]) throws -> [String: [String: Any]]? {
    let tool = PressPage.root + "/Tests/Tools/preflight.py"
    guard
      let text = try output(of: python, [tool, "--profile", "newsprint", "page.pdf"], on: bytes)
    else { return nil }
    let report = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    return report?["verdicts"] as? [String: [String: Any]]
  }

  /// What a tool prints about `page.pdf`; nil, with a word about it, where there is no such tool.
  static func output(
    of tool: String, _ arguments: [String], on bytes: [UInt8]
  ) throws -> String? {
    let path = tool.hasPrefix("/") ? tool : "/usr/bin/\(tool)"
    guard FileManager.default.isExecutableFile(atPath: path) else {
      Issue.record("not judged by \(tool), which is not here", severity: .warning)
      return nil
    }
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("banxin-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(bytes).write(to: folder.appendingPathComponent("page.pdf"))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
