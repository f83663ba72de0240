import Diagnostics
import DisplayList

/// The files that a document may open: fonts of the resources folder, and the pictures of the job,
/// which were read once when they were probed.
struct JobFiles: FileAccess {
  let home: String
  let pictures: [String: [UInt8]]

  func contents(of path: String) throws(Rejection) -> [UInt8] {
    guard let bytes = pictures[path] else { throw Rejection(FileProblems.missing(path)) }
    return bytes
  }

  func fontPath(of file: String) throws(Rejection) -> String { "\(home)/fonts/\(file)" }
}
