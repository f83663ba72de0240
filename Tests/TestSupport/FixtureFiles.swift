public import Diagnostics
public import DisplayList
import Glibc
public import LayoutSpecs

/// The files below `Tests/Fixtures`, with others in memory in front of them.
public struct FixtureFiles: FileAccess {
  /// Files that stand in for those on disk, by path.
  public var overlay: [String: [UInt8]]

  /// Makes the files, some of them given here.
  public init(_ overlay: [String: [UInt8]] = [:]) { self.overlay = overlay }

  /// Where the fixtures lie.
  public static let root: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(2).joined(separator: "/") + "/Fixtures/"
  }()

  /// The bytes of a fixture.
  public func contents(of path: String) throws(Rejection) -> [UInt8] {
    if let bytes = overlay[path] { return bytes }
    guard let file = fopen(FixtureFiles.root + path, "r") else {
      throw Rejection(
        Diagnostic(.error, "file.missing", Wording("no fixture \(path)", "没有测试文件 \(path)")))
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return bytes }
      bytes += buffer[0..<count]
    }
  }

  /// The place of a fixture.
  public func fontPath(of file: String) throws(Rejection) -> String { FixtureFiles.root + file }
}

extension FontCatalog {
  /// The fonts of the tests: 宋 with a core file, and 黑 behind it.
  public static let fixture = FontCatalog(
    faces: [
      CatalogFace(
        id: "song", file: "fonts/serif.otf", core: "fonts/serif-core.otf", name: "Noto Serif"),
      CatalogFace(id: "hei", file: "fonts/sans.otf", name: "Noto Sans"),
      CatalogFace(id: "gone", file: "fonts/gone.otf"),
      CatalogFace(id: "text", file: "reports/gangshan-2022.txt"),
    ],
    roles: [
      CatalogRole(role: "body", faces: ["song", "hei"]),
      CatalogRole(role: "heading", faces: ["hei"]),
      CatalogRole(role: "mixed", faces: ["song"], latin: ["hei"]),
      CatalogRole(role: "kai", faces: ["hei"], marks: "song"),
      CatalogRole(role: "lost", faces: ["gone"]),
      CatalogRole(role: "broken", faces: ["text"]),
    ])
}
