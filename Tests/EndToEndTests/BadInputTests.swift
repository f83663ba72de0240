import Foundation
import Testing

/// Bad input of every kind: one clear finding, the documented exit code, nothing half written.
@Suite(.enabled(if: Program.hasFonts, "fonts/files is empty: run make bootstrap"))
struct BadInputTests {
  private func expectRejection(
    _ arguments: [String], code: Int32 = 1, finding: String, in folder: URL,
    environment: [String: String] = [:], through wrapper: [String] = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let before = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    let outcome = try Program.run(arguments, environment: environment, through: wrapper)
    #expect(outcome.code == code, "\(outcome.errors)", sourceLocation: sourceLocation)
    #expect(
      outcome.errors.contains("[\(finding)]"), "\(outcome.errors)", sourceLocation: sourceLocation)
    let after = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    #expect(after == before, "something was left behind", sourceLocation: sourceLocation)
  }

  private func inFolder(_ body: (URL) throws -> Void) throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  private func render(_ report: String, _ folder: URL, _ more: [String] = []) -> [String] {
    ["render", report, "-l", "newspaper-tabloid", "-o", "\(folder.path)/out/page.pdf"] + more
  }

  static let broken: [(name: String, bytes: [UInt8], finding: String)] = [
    ("empty.txt", [], "reading.empty"),
    ("binary.txt", [0x7F, 0x45, 0x4C, 0x46, 0, 1, 2, 0], "reading.nul"),
    ("invalid.txt", Array("版心".utf8) + [0xFF, 0xFE, 0x80], "reading.encoding"),
  ]

  @Test(arguments: broken.indices)
  func brokenTexts(_ index: Int) throws {
    let (name, bytes, finding) = Self.broken[index]
    try inFolder { folder in
      let file = folder.appendingPathComponent(name)
      try Data(bytes).write(to: file)
      try expectRejection(render(file.path, folder), finding: finding, in: folder)
    }
  }

  @Test func missingFilesAndFolders() throws {
    try inFolder { folder in
      try expectRejection(
        render("\(folder.path)/none.txt", folder), finding: "file.missing", in: folder)
      try expectRejection(render(folder.path, folder), finding: "file.not-a-file", in: folder)
      try expectRejection(render("/dev/zero", folder), finding: "file.not-a-file", in: folder)
    }
  }

  @Test func hugeTextsAreRefusedAtTheDocumentedLimit() throws {
    try inFolder { folder in
      let file = folder.appendingPathComponent("huge.txt")
      let line = Data("征程万里风正劲，重任千钧再奋蹄。\n".utf8)
      var data = Data(capacity: 51 << 20)
      while data.count < 50 << 20 { data.append(line) }
      try data.write(to: file)
      try expectRejection(render(file.path, folder), finding: "file.too-large", in: folder)
    }
  }

  @Test func unknownLayoutsAndSettings() throws {
    try inFolder { folder in
      let sample = SamplePageTests.sample
      try expectRejection(
        ["render", sample, "-l", "newspaper-tabliod"], finding: "layout.unknown", in: folder)
      try expectRejection(
        ["render", sample, "-l", "../_shared"], finding: "layout.bad-name", in: folder)
      try expectRejection(
        render(sample, folder, ["--set", "papr=x"]), finding: "set.unknown-key", in: folder)
      try expectRejection(
        render(sample, folder, ["--set", "grid.columns=0"]), finding: "spec.out-of-range",
        in: folder)
    }
  }

  static let brokenLayouts: [(find: String, put: String, finding: String)] = [
    ("columns: 6,", "colums: 6,", "spec.unknown-key"),
    ("leading: 11.54pt", "leading: 11.54px", "spec.bad-unit"),
    (
      "story: { columns: 1-6, lines: 1-end }",
      "story: { columns: 1-6, lines: 1-end }\n      more: { columns: 2-3, lines: 4-9 }",
      "layout.frames-overlap"
    ),
  ]

  @Test(arguments: brokenLayouts.indices)
  func brokenLayoutsAreNamedAtTheirPlace(_ index: Int) throws {
    let (find, put, finding) = Self.brokenLayouts[index]
    try inFolder { folder in
      let home = try copiedHome(in: folder)
      let file = home.appendingPathComponent("layouts/newspaper-tabloid/layout.yaml")
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(text.contains(find))
      try text.replacingOccurrences(of: find, with: put)
        .write(to: file, atomically: true, encoding: .utf8)
      let outcome = try Program.run(["check", "newspaper-tabloid", "--home", home.path])
      #expect(outcome.code == 1)
      #expect(outcome.errors.contains("layouts/newspaper-tabloid/layout.yaml:"))
      #expect(outcome.errors.contains("[\(finding)]"), "\(outcome.errors)")
    }
  }

  /// A home of its own with links to the fonts.
  private func copiedHome(in folder: URL) throws -> URL {
    let home = folder.appendingPathComponent("home")
    let files = FileManager.default
    try files.createDirectory(at: home, withIntermediateDirectories: true)
    try files.copyItem(
      at: Program.root.appendingPathComponent("layouts"), to: home.appendingPathComponent("layouts")
    )
    let fonts = home.appendingPathComponent("fonts")
    try files.createDirectory(at: fonts, withIntermediateDirectories: true)
    try files.copyItem(
      at: Program.root.appendingPathComponent("fonts/roles.yaml"),
      to: fonts.appendingPathComponent("roles.yaml"))
    try files.createSymbolicLink(
      at: fonts.appendingPathComponent("files"),
      withDestinationURL: Program.root.appendingPathComponent("fonts/files"))
    return home
  }

  /// A face that is not there is stood in for as the roles say, and it is said.
  @Test func aFontRoleWithoutAFace() throws {
    try inFolder { folder in
      let home = try copiedHome(in: folder)
      let roles = home.appendingPathComponent("fonts/roles.yaml")
      let text = try String(contentsOf: roles, encoding: .utf8)
      try text.replacingOccurrences(of: "files/kai-regular", with: "files/none")
        .write(to: roles, atomically: true, encoding: .utf8)
      let outcome = try Program.run(
        render(SamplePageTests.sample, folder, ["--home", home.path]))
      #expect(outcome.code == 0)
      #expect(outcome.errors.contains("kai"), "\(outcome.errors)")
      #expect(outcome.errors.contains("warning"), "\(outcome.errors)")
    }
  }

  @Test func aCharacterThatNoFontHasIsNamed() throws {
    try inFolder { folder in
      let file = folder.appendingPathComponent("rare.txt")
      let text = try String(contentsOfFile: SamplePageTests.sample, encoding: .utf8)
      try text.replacingOccurrences(of: "抓住项目建设", with: "抓住\u{E123}项目建设")
        .write(to: file, atomically: true, encoding: .utf8)
      let outcome = try Program.run(render(file.path, folder))
      #expect(outcome.code == 1)
      #expect(outcome.errors.contains("U+E123"), "\(outcome.errors)")
      #expect(outcome.errors.contains("rare.txt:13:3"), "\(outcome.errors)")
    }
  }

  @Test func brokenPicturesAreNamed() throws {
    try inFolder { folder in
      let photos = folder.appendingPathComponent("photos")
      try FileManager.default.createDirectory(at: photos, withIntermediateDirectories: true)
      let good = try Data(
        contentsOf: URL(fileURLWithPath: Program.fixture("photos/1-site.jpg")))
      try good.prefix(good.count / 2).write(to: photos.appendingPathComponent("1.jpg"))
      let outcome = try Program.run(
        render(SamplePageTests.sample, folder, ["--photos", photos.path]))
      #expect(outcome.code == 1)
      #expect(outcome.errors.contains("1.jpg"), "\(outcome.errors)")
      try Data("no picture".utf8).write(to: photos.appendingPathComponent("1.jpg"))
      let second = try Program.run(
        render(SamplePageTests.sample, folder, ["--photos", photos.path]))
      #expect(second.code == 1)
      #expect(second.errors.contains("1.jpg"), "\(second.errors)")
    }
  }

  @Test func outputThatCannotBeWritten() throws {
    try inFolder { folder in
      let blocker = folder.appendingPathComponent("file")
      try Data("x".utf8).write(to: blocker)
      try expectRejection(
        [
          "render", SamplePageTests.sample, "-l", "newspaper-tabloid", "-o",
          "\(blocker.path)/page.pdf",
        ], code: 4, finding: "output.unwritable", in: folder)
    }
  }

  /// A disk that is full in the middle of a file, made with a limit on the size of files.
  @Test func aFullDiskLeavesNothing() throws {
    try inFolder { folder in
      try expectRejection(
        [
          "render", SamplePageTests.sample, "-l", "newspaper-tabloid", "-o",
          "\(folder.path)/page.pdf",
        ], code: 4, finding: "output.unwritable", in: folder,
        through: ["/bin/bash", "-c", "ulimit -f 100; exec \"$0\" \"$@\""])
    }
  }

  @Test func wrongUsageHasItsOwnCode() throws {
    #expect(try Program.run(["render"]).code == 2)
    #expect(try Program.run(["rendr"]).code == 2)
    #expect(
      try Program.run(["render", "a.txt", "-l", "x", "--dpi", "1"]).code == 2)
    #expect(try Program.run(["--help"]).code == 0)
  }
}
