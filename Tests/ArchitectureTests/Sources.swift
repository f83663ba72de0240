import Foundation
import Testing

/// The project's files as the architecture tests see them.
enum Project {
  /// The folder of the package.
  static let root: URL = {
    var folder = URL(fileURLWithPath: #filePath)
    while !FileManager.default.fileExists(
      atPath: folder.appendingPathComponent("Package.swift").path)
    {
      folder.deleteLastPathComponent()
    }
    return folder
  }()

  struct SourceFile {
    var target: String
    var name: String
    var lines: [String]
  }

  /// All Swift files below a folder; the target is the folder's first child.
  static func files(below folder: String) throws -> [SourceFile] {
    let base = root.appendingPathComponent(folder)
    let paths = try #require(FileManager.default.enumerator(atPath: base.path))
      .compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.sorted()
    return try paths.map { path in
      let text = try String(contentsOf: base.appendingPathComponent(path), encoding: .utf8)
      return SourceFile(
        target: String(path.prefix { $0 != "/" }), name: "\(folder)/\(path)",
        lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    }
  }

  /// The package as SwiftPM understands it: target name to the names it declares.
  static func declaredDependencies() throws -> [String: Set<String>] {
    let text = try String(contentsOf: root.appendingPathComponent("Package.swift"), encoding: .utf8)
    var found: [String: Set<String>] = [:]
    // The table of targets: each entry runs from its helper's name to the closing bracket.
    let table = text[..<(text.range(of: "let package")?.lowerBound ?? text.endIndex)]
    for entry in table.components(separatedBy: "\n  ").joined(separator: " ")
      .components(separatedBy: "layer(").dropFirst()
    {
      let body = entry.prefix { $0 != ")" }
      var names = body.components(separatedBy: "\"").enumerated()
        .filter { $0.offset % 2 == 1 }.map(\.element)
      guard !names.isEmpty else { continue }
      let name = names.removeFirst()
      if body.contains("yams") { names.append("Yams") }
      if body.contains("flyingFox") { names.append("FlyingFox") }
      if body.contains("flyingSocks") { names.append("FlyingSocks") }
      found[name] = Set(names.filter { !$0.hasPrefix("-") })
    }
    return found
  }
}
