import Diagnostics

/// The folder below `output/` that the pages of one file go to. Two files of one name, such as
/// `a/report.txt` and `b/report.txt`, never write over each other: `output/.sources/report` says whose
/// pages `output/report` has, and the second file gets `output/report-2`.
struct OutputPlace {
  /// The folder.
  let folder: String
  /// What says whose pages it has, to be written together with them.
  let claim: OutputFile
  /// Who has the folder that the name alone would give; nil for nobody.
  let other: String?

  private static let root = "output"
  private static let mostFiles = 1000

  /// Finds the folder of an input.
  init(of input: String, in environment: any ExportEnvironment) throws(Rejection) {
    let stem = input == PipedFiles.name ? "stdin" : Paths.stem(input)
    let source = input == PipedFiles.name ? input : Paths.fromHere(input)
    var other: String?
    var number = 1
    while true {
      let name = number == 1 ? stem : "\(stem)-\(number)"
      let owner = Self.owner(of: name, in: environment)
      // A source that is gone gives its folder up.
      if owner == nil || owner == source || number == Self.mostFiles
        || environment.kind(of: owner ?? "") == .nothing
      {
        folder = "\(Self.root)/\(name)"
        claim = OutputFile(
          path: Self.mark(of: name), bytes: Array((source + "\n").utf8), replacesInput: true)
        self.other = other
        return
      }
      if number == 1 { other = owner }
      number += 1
    }
  }

  /// The note that says why the folder is not the one that the name alone would give.
  func report(input: String, into problems: inout Problems) {
    guard let other else { return }
    let plain = "\(Self.root)/\(Paths.stem(input))"
    problems.report(FileProblems.nameTaken(plain, by: other, now: folder))
  }

  private static func mark(of name: String) -> String { "\(root)/.sources/\(name)" }

  private static func owner(of name: String, in environment: any ExportEnvironment) -> String? {
    guard let bytes = try? environment.read(mark(of: name), limit: 1 << 14),
      let text = String(validating: bytes, as: UTF8.self)
    else { return nil }
    return text.split(separator: "\n").first.map(String.init)
  }
}
