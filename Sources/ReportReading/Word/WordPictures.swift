public import Diagnostics

/// The pictures inside a Word file, by their paths: `报告.docx/word/media/image1.png`.
public struct WordPictures {
  /// Kinds of pictures that a page can show.
  private static let endings = [".png", ".jpg", ".jpeg", ".svg"]

  /// Paths of pictures by the names of their relations.
  let paths: [String: String]

  init(_ relations: WordElement?, file: String) {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    var paths: [String: String] = [:]
    for relation in relations?.children ?? [] {
      guard let id = relation.attributes["Id"], let target = relation.attributes["Target"],
        relation.attributes["TargetMode"] != "External",
        Self.endings.contains(where: { target.lowercased().hasSuffix($0) })
      else { continue }
      let part = target.hasPrefix("/") ? String(target.dropFirst()) : "word/\(target)"
      paths[id] = "\(name)/\(part)"
    }
    self.paths = paths
  }

  /// The Word file and the part of it that a path names; nil where it names a file of its own.
  public static func split(_ path: String) -> (file: String, part: String)? {
    let lower = path.lowercased()
    let endings = WordReader.format.endings + OfficeFormat.text.endings
    let ends = endings.compactMap { lower.firstRange(of: ".\($0)/")?.upperBound }
    guard let end = ends.min() else { return nil }
    let count = lower.distance(from: lower.startIndex, to: end)
    return (String(path.prefix(count - 1)), String(path.dropFirst(count)))
  }

  /// A part's bytes; nil where the file has none of that name.
  public static func part(
    _ part: String, of bytes: [UInt8], file: String
  ) throws(Rejection) -> [UInt8]? {
    try ZipArchive(bytes, file: file).part(part)
  }
}
