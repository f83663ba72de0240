public import Diagnostics

/// A report file that people correct by hand. Its last line is a seal of what was written, so that
/// a corrected one is known and never written over by the next run.
public enum CorrectedText {
  private static let mark = "# sha256 "

  /// The text with its seal, to be written to a path; a file there that was corrected is a rejection.
  public static func file(
    _ text: String, at path: String, in environment: any ExportEnvironment
  ) throws(Rejection) -> OutputFile {
    if path == PipedFiles.name { return OutputFile(path: path, bytes: Array(text.utf8)) }
    if environment.kind(of: path) == .file, isCorrected(path) {
      throw Rejection(FileProblems.isCorrected(path))
    }
    let body = text.hasSuffix("\n") ? text : text + "\n"
    let seal = mark + Digest.sha256(Array(body.utf8)) + "\n"
    return OutputFile(path: path, bytes: Array((body + seal).utf8))
  }

  /// Whether a file bears a seal that does not fit it. A file without one is no work of ours that
  /// somebody could have corrected.
  private static func isCorrected(_ path: String) -> Bool {
    // Looking at it makes no input of it: one that was read for this result is refused as such.
    guard let bytes = try? FileSystem().read(path, limit: 64 << 20),
      let text = String(validating: bytes, as: UTF8.self), let place = text.ranges(of: mark).last
    else { return false }
    let seal = text[place.upperBound...].prefix { $0 != "\n" }
    let body = text[..<place.lowerBound]
    let rest = text[place.upperBound...].dropFirst(seal.count + 1)
    return !rest.isEmpty || Digest.sha256(Array(body.utf8)) != seal
  }
}
