internal import CDeflate
import Glibc
import ReportReading

/// A name for everything that decides how pages look beside the files that a job reads: the program
/// and the font files, by their sizes, the words that a county adds, and which deflate the process has.
enum EngineStamp {
  /// - Parameter program: the program's file.
  static func make(
    version: String, home: String, program: String = "/proc/self/exe"
  ) -> String {
    var parts = [version, size(of: program), String(cString: banxin_deflate_name())]
    parts += Vocabulary.addedTexts.sorted()
    let names = (try? FileSystem().names(in: "\(home)/fonts/files")) ?? []
    for name in names.sorted() {
      parts.append("\(name) \(size(of: "\(home)/fonts/files/\(name)"))")
    }
    return Digest.sha256(Array(parts.joined(separator: "\n").utf8))
  }

  private static func size(of path: String) -> String {
    var status = stat()
    return stat(path, &status) == 0 ? String(status.st_size) : "-"
  }
}
