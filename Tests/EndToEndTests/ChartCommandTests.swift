import Foundation
import Testing

/// `banxin chart` as a user runs it: patterns, manifests, watching, exit codes, text in SVG files.
@Suite(.enabled(if: Program.hasFonts, "fonts/files is empty: run make bootstrap"))
struct ChartCommandTests {
  private static func spec(_ title: String, mark: String = "bar") -> String {
    """
    {"title": "\(title)", "mark": "\(mark)", "data": {"values": [{"镇街": "东湖", "企业": 7},
      {"镇街": "西苑", "企业": 18}]},
     "encoding": {"y": {"field": "镇街", "type": "nominal"},
       "x": {"field": "企业", "type": "quantitative"}}}
    """
  }

  private func folder(_ files: [String: String]) throws -> URL {
    let folder = try Program.temporaryFolder()
    for (name, text) in files {
      let path = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: path)
    }
    return folder
  }

  private func chart(_ arguments: [String], in folder: URL) throws -> Program.Outcome {
    try Program.run(
      ["chart"] + arguments + ["-o", "out", "--home", Program.root.path], folder: folder)
  }

  private func written(_ folder: URL) -> [String] {
    let out = folder.appendingPathComponent("out").path
    return ((try? FileManager.default.contentsOfDirectory(atPath: out)) ?? []).sorted()
  }

  @Test func aPatternDrawsWhatItNames() throws {
    let folder = try folder([
      "a1.vl.json": Self.spec("甲"), "a2.vl.json": Self.spec("乙"), "b1.vl.json": Self.spec("丙"),
    ])
    defer { try? FileManager.default.removeItem(at: folder) }
    let outcome = try chart(["a*.vl.json", "--format", "svg"], in: folder)
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(written(folder) == ["a1.svg", "a2.svg"])
    let nothing = try chart(["c?.vl.json"], in: folder)
    #expect(nothing.code == 1 && nothing.errors.contains("chart.no-match"))
  }

  @Test func aManifestNamesAndSizes() throws {
    let folder = try folder([
      "charts/a.vl.json": Self.spec("甲"),
      "charts/manifest.json": #"{"charts": [{"spec": "a.vl.json", "name": "收入", "size": "2col"}]}"#,
    ])
    defer { try? FileManager.default.removeItem(at: folder) }
    let outcome = try chart(["charts/manifest.json", "--format", "pdf,svg"], in: folder)
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(written(folder) == ["收入.pdf", "收入.svg"])
  }

  /// A manifest goes with its charts wherever they are put, so its paths start at its folder.
  @Test(arguments: ["/etc/a.vl.json", "../a.vl.json"])
  func aManifestKeepsToItsFolder(_ path: String) throws {
    let folder = try folder([
      "a.vl.json": Self.spec("甲"), "charts/manifest.json": #"{"charts": ["\#(path)"]}"#,
    ])
    defer { try? FileManager.default.removeItem(at: folder) }
    let outcome = try chart(["charts/manifest.json"], in: folder)
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("chart.bad-manifest") && outcome.errors.contains(path))
    #expect(written(folder).isEmpty)
  }

  /// A chart that is refused says so with exit code 1; the others are drawn, and of it nothing is.
  @Test func oneBadChartDoesNotStopTheOthers() throws {
    let folder = try folder([
      "a.vl.json": Self.spec("甲"),
      "b.vl.json": Self.spec("乙").replacingOccurrences(of: "\"field\"", with: "\"feild\""),
    ])
    defer { try? FileManager.default.removeItem(at: folder) }
    let outcome = try chart(["a.vl.json", "b.vl.json", "--format", "pdf,png,svg"], in: folder)
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("$.encoding.y.feild"))
    #expect(outcome.errors.contains("“field”"))
    #expect(written(folder) == ["a.pdf", "a.png", "a.svg"])
  }

  /// Text can be selected and names its font; outlines hold none.
  @Test func vectorPicturesHoldText() throws {
    let folder = try folder(["a.vl.json": Self.spec("新增企业 18家")])
    defer { try? FileManager.default.removeItem(at: folder) }
    let picture = folder.appendingPathComponent("out/a.svg")
    #expect(try chart(["a.vl.json", "--format", "svg"], in: folder).code == 0)
    let text = try String(contentsOf: picture, encoding: .utf8)
    #expect(text.contains("<text") && text.contains("font-family"))
    #expect(text.contains("西苑") && text.contains("18"))
    #expect(try chart(["a.vl.json", "--format", "svg", "--outlined"], in: folder).code == 0)
    let outlined = try String(contentsOf: picture, encoding: .utf8)
    // Only what the picture says of itself is words.
    let drawn = outlined.replacing(/<(title|desc)>[^<]*<\/(title|desc)>/, with: "")
    #expect(!drawn.contains("<text") && !drawn.contains("西苑"))
    #expect(outlined.contains("<title>新增企业 18家</title>") && outlined.contains("<desc>"))
  }

  /// Watching draws again what was changed, and goes on after a mistake.
  /// A chart of a manifest keeps its name and size when it is drawn again, and so does the manifest.
  @Test(arguments: ["a.vl.json", "manifest.json"])
  func watchingFollowsChanges(_ input: String) throws {
    let manifest = #"{"charts": [{"spec": "a.vl.json", "name": "revenue", "size": "300x200"}]}"#
    let folder = try folder(["a.vl.json": Self.spec("甲"), "manifest.json": manifest])
    defer { try? FileManager.default.removeItem(at: folder) }
    let process = Process()
    process.executableURL = Program.executable
    process.arguments = [
      "chart", input, "-o", "out", "--format", "svg", "--watch", "--home",
      Program.root.path,
    ]
    process.currentDirectoryURL = folder
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    // A mask that the test process has is the child's too: only this signal is sure to end it.
    defer { kill(process.processIdentifier, SIGKILL) }
    let name = input == "a.vl.json" ? "a" : "revenue"
    let picture = folder.appendingPathComponent("out/\(name).svg")
    func holds(_ words: String) -> Bool {
      for _ in 0..<600 {
        if let text = try? String(contentsOf: picture, encoding: .utf8), text.contains(words) {
          return true
        }
        usleep(100_000)
      }
      return false
    }
    let source = folder.appendingPathComponent("a.vl.json")
    #expect(holds("甲"))
    try Data("{".utf8).write(to: source)
    usleep(600_000)
    try Data(Self.spec("乙").utf8).write(to: source)
    #expect(holds("乙"))
    #expect(process.isRunning)
  }

  private static func pictures(_ name: String) -> String {
    """
    {"data": {"values": [{"x": 1, "y": 1}, {"x": 2, "y": 2}]},
     "mark": {"type": "image", "width": 30, "height": 30, "url": "\(name)"},
     "encoding": {"x": {"field": "x", "type": "quantitative"},
       "y": {"field": "y", "type": "quantitative"}}}
    """
  }

  private static let art =
    "<svg xmlns='http://www.w3.org/2000/svg' width='20' height='10'><rect width='20' height='10' fill='#c03020'/></svg>"

  /// Pictures of image marks lie beside the specification or within it, and are drawn in every kind
  /// of file.
  @Test func imageMarksShowTheirFiles() throws {
    let embedded = "data:image/svg+xml;base64," + Data(Self.art.utf8).base64EncodedString()
    let folder = try folder([
      "a.vl.json": Self.pictures("art/a.svg"), "b.vl.json": Self.pictures(embedded),
      "art/a.svg": Self.art,
    ])
    defer { try? FileManager.default.removeItem(at: folder) }
    let outcome = try chart(
      ["a.vl.json", "b.vl.json", "--format", "pdf,png,svg", "--strict"], in: folder)
    #expect(outcome.code == 0, "\(outcome.errors)")
    for name in ["a", "b"] {
      let svg = try String(
        contentsOf: folder.appendingPathComponent("out/\(name).svg"), encoding: .utf8)
      #expect(svg.components(separatedBy: "<image ").count == 2)
      #expect(svg.components(separatedBy: "<use ").count == 3)
      #expect(svg.contains("data:image/svg+xml;base64,"))
    }
    let png = try Data(contentsOf: folder.appendingPathComponent("out/a.png"))
    #expect(png == (try Data(contentsOf: folder.appendingPathComponent("out/b.png"))))
  }

  /// One message that says where the picture is asked for, and nothing written.
  @Test(arguments: [
    ("gone.png", "file.missing"), ("../a.png", "chart.outside-data"),
    ("/etc/a.png", "chart.outside-data"), ("https://example.org/a.png", "chart.remote-picture"),
    ("data:image/png;base64,####", "chart.bad-picture"), ("word.svg", "art.text"),
    ("a.vl.json", "image.unknown-format"),
  ]) func imageMarksWithoutFilesAreRefused(_ name: String, _ code: String) throws {
    let folder = try folder([
      "a.vl.json": Self.pictures(name),
      "word.svg":
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><text>字</text></svg>",
    ])
    defer { try? FileManager.default.removeItem(at: folder) }
    let outcome = try chart(["a.vl.json", "--format", "pdf,png,svg"], in: folder)
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains(code), "\(outcome.errors)")
    #expect(outcome.errors.contains("$.mark.url"))
    #expect(written(folder).isEmpty)
  }

  /// The same chart in a page of a report, its pictures in the folder of the chart.
  @Test func imageMarksStandInPages() throws {
    let folder = try folder([
      "charts/a.vl.json": Self.pictures("a.jpg"),
      "r.md": "# 图表进版\n\n正文一段。\n\n![各站](charts/a.vl.json)\n\n正文又一段。\n",
    ])
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(
      atPath: Program.fixture("images/quarters.jpg"),
      toPath: folder.appendingPathComponent("charts/a.jpg").path)
    let outcome = try Program.run(
      ["render", "r.md", "-l", "bulletin-a4", "-o", "r.pdf", "--home", Program.root.path],
      folder: folder)
    #expect(outcome.code == 0, "\(outcome.errors)")
    let pdf = try Data(contentsOf: folder.appendingPathComponent("r.pdf"))
    #expect(pdf.range(of: Data("/DCTDecode".utf8)) != nil)
  }

  /// All presets and our own specifications with the real faces, in colour and in black: no label
  /// over another, cut off, too small or too faint, and a mark for every row. Any of these is a
  /// warning, and warnings are refused here.
  @Test(arguments: ["PresetSpecs", "Specs"], ["zh-print", "zh-print-black"])
  func printedFiguresAreSound(_ specs: String, _ theme: String) throws {
    let folder = try folder([:])
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = Program.root.appendingPathComponent("Tests/ChartingTests/\(specs)").path
    let outcome = try chart([path, "--theme", theme, "--format", "svg", "--strict"], in: folder)
    #expect(outcome.code == 0, "\(outcome.errors)")
  }
}
