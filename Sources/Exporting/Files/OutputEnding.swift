import Diagnostics

/// What the ending of a file to be written says of its kind.
enum OutputEnding {
  /// The kinds of pages.
  static let pages = ["pdf", "png", "svg"]

  /// The ending in small letters; empty for none.
  static func of(_ path: String) -> String {
    let parts = Paths.name(path).split(separator: ".", omittingEmptySubsequences: false)
    return parts.count > 1 ? parts.last?.lowercased() ?? "" : ""
  }

  /// Refuses an ending that names another kind of file; words after a full stop in a name, as in
  /// 5.8通报, are none.
  static func check(_ path: String, among known: [String] = pages) throws(Rejection) {
    let ending = of(path)
    guard (1...5).contains(ending.count), ending.allSatisfy({ $0.isASCII && $0.isLetter }),
      !known.contains(ending)
    else { return }
    throw Rejection(FileProblems.unknownEnding(path, ending: ending, known: known))
  }
}
