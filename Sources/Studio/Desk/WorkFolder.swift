import Exporting
import Foundation
import Glibc

/// The folder that is worked in. The process is in it, so that paths are those of its command line.
struct WorkFolder: Sendable {
  /// Its path, without links.
  let path: String

  /// Folder of everything that is made.
  static let output = "output"
  /// What the name of a folder of kept versions ends with.
  static let versions = ".versions"
  /// Files below this many folders are looked at.
  private static let depth = 3
  private static let most = 2000

  init(path: String) { self.path = Self.real(path) ?? path }

  /// A file of the folder as the work names it.
  struct Entry: Codable, Sendable {
    var path: String
    /// `report`, `plan`, `picture`, `table` or `pdf`.
    var kind: String
    /// Whether there is a report file of it that somebody has worked on.
    var isBegun: Bool
    var size: Int
    /// Seconds since 1970.
    var changed: Int
  }

  /// A path from a request as it may be opened: relative, inside the folder, nothing hidden.
  func safe(_ path: String) throws(Fault) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard !path.isEmpty, path.utf8.count < 1024, !path.unicodeScalars.contains("\0"),
      !parts.contains(where: { $0.isEmpty || $0.hasPrefix(".") })
    else { throw .outside(path) }
    // What is not there yet lies where its nearest folder lies.
    var place = path
    while true {
      if let real = Self.real("\(self.path)/\(place)") {
        guard real == self.path || real.hasPrefix(self.path + "/") else { throw .outside(path) }
        return path
      }
      guard let slash = place.lastIndex(of: "/") else { return path }
      place = String(place[..<slash])
    }
  }

  private static func real(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }

  // MARK: - What is in it

  private static let kinds = [
    "report": "txt md markdown docx doc wps odt rtf html",
    "table": "xlsx csv xls ods",
    "plan": "yaml yml",
    "picture": "jpg jpeg png svg webp heic heif avif tif tiff bmp gif",
    "pdf": "pdf",
  ]

  private static let endings = Dictionary(
    uniqueKeysWithValues: kinds.flatMap { kind, endings in
      endings.split(separator: " ").map { (String($0), kind) }
    })

  /// Whether files of an ending may be put into the folder.
  static func isTaken(_ ending: String) -> Bool {
    endings[ending].map { $0 != "pdf" } ?? false
  }

  /// The documents and pictures, by their paths; a report file stands for the text it was made from.
  func entries() -> [Entry] {
    var found: [Entry] = []
    look(in: "", depth: 0, &found)
    let paths = Set(found.map(\.path))
    return found.filter { entry in
      guard entry.kind == "plan" else { return true }
      return !paths.contains(String(entry.path.dropLast(5)))
    }.map { entry in
      var entry = entry
      entry.isBegun = paths.contains(entry.path + ".yaml")
      if entry.kind == "plan", !Self.isPlan(entry.path) { entry.kind = "report" }
      return entry
    }.sorted { $0.path < $1.path }
  }

  private func look(in folder: String, depth: Int, _ found: inout [Entry]) {
    let place = folder.isEmpty ? "." : folder
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: place) else { return }
    for name in names.sorted() where !name.hasPrefix(".") && found.count < Self.most {
      let path = folder.isEmpty ? name : "\(folder)/\(name)"
      var status = stat()
      guard lstat(path, &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        if depth < Self.depth, path != Self.output, !name.hasSuffix(Self.versions) {
          look(in: path, depth: depth + 1, &found)
        }
        continue
      }
      let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
      guard status.st_mode & S_IFMT == S_IFREG, let kind = Self.endings[ending] else { continue }
      found.append(
        Entry(
          path: path, kind: kind, isBegun: false, size: Int(status.st_size),
          changed: Int(status.st_mtim.tv_sec)))
    }
  }

  /// How a file is to be set: a YAML file with pages is an issue, one with articles a page.
  static func kind(of path: String) -> DeskOrder.Kind {
    guard path.hasSuffix(".yaml") || path.hasSuffix(".yml"),
      let data = FileManager.default.contents(atPath: path)
    else { return .report }
    func has(_ key: String) -> Bool {
      data.starts(with: Data("\(key):".utf8)) || data.range(of: Data("\n\(key):".utf8)) != nil
    }
    return has("pages") ? .issue : has("articles") ? .page : .report
  }

  static func isPlan(_ path: String) -> Bool { kind(of: path) != .report }

  // MARK: - Files

  /// The bytes of a file; nil where there is none.
  func bytes(of path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path).map(Array.init)
  }

  /// A name that no file has yet: `图 2.jpg` where there is a `图.jpg`.
  func freeName(_ name: String) -> String {
    var candidate = name
    var number = 2
    while FileManager.default.fileExists(atPath: candidate) {
      let url = URL(fileURLWithPath: name)
      let ending = url.pathExtension
      let stem = String(name.dropLast(ending.isEmpty ? 0 : ending.count + 1))
      candidate = "\(stem) \(number)" + (ending.isEmpty ? "" : ".\(ending)")
      number += 1
    }
    return candidate
  }
}
