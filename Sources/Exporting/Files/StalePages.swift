import Diagnostics

/// Pages of an earlier, longer text that stand beside those just written, under names that make them
/// look like more of the same. They are somebody's files and stay; whoever sends the folder on is
/// told of them.
enum StalePages {
  private static let endings: Set<String> = ["png", "svg", "pdf"]
  private static let most = 10_000

  /// Looks for them beside files that were written.
  static func report(
    beside files: [OutputFile], in environment: any ExportEnvironment, into problems: inout Problems
  ) {
    let written = Set(files.map(\.path))
    var stale: [String] = []
    for file in files {
      guard let dot = file.path.lastIndex(of: "."),
        endings.contains(String(file.path[file.path.index(after: dot)...]))
      else { continue }
      let (stem, ending) = (String(file.path[..<dot]), String(file.path[dot...]))
      // A whole document as PDF has other documents beside it, not pages.
      let series = ending == ".pdf" ? numbered(stem) : numbered(stem) ?? stem
      guard let series,
        series == stem || files.contains(where: { $0.path == "\(series)-1\(ending)" })
      else { continue }
      if series != stem, written.contains("\(series)-1\(ending)"),
        file.path != "\(series)-1\(ending)"
      {
        continue
      }
      stale += more(of: series, ending, written, environment)
    }
    if !stale.isEmpty { problems.report(FileProblems.stalePages(stale)) }
  }

  /// What a page's name counts on from: `a` of `a-3`.
  private static func numbered(_ stem: String) -> String? {
    guard let dash = stem.lastIndex(of: "-"),
      let number = Int(stem[stem.index(after: dash)...]), number > 0
    else { return nil }
    return String(stem[..<dash])
  }

  /// The single page, and the pages that go on where those written end.
  private static func more(
    of series: String, _ ending: String, _ written: Set<String>,
    _ environment: any ExportEnvironment
  ) -> [String] {
    var found: [String] = []
    let single = "\(series)\(ending)"
    if ending != ".pdf", !written.contains(single), environment.kind(of: single) == .file {
      found.append(single)
    }
    for number in 1...most {
      let path = "\(series)-\(number)\(ending)"
      if written.contains(path) { continue }
      guard environment.kind(of: path) == .file else { break }
      found.append(path)
    }
    return found
  }
}
