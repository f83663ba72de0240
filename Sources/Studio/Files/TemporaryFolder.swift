import Foundation
import Synchronization

/// A folder of the server's own for what is looked at once; nobody else can read it.
final class TemporaryFolder: Sendable {
  let path: String
  private let count = Mutex(0)

  init() {
    var template = Array((NSTemporaryDirectory() + "/banxin-XXXXXX").utf8CString)
    path = mkdtemp(&template).map { String(cString: $0) } ?? NSTemporaryDirectory()
  }

  /// A new folder inside.
  func make() -> String {
    let number = count.withLock { count in
      count += 1
      return count
    }
    let folder = "\(path)/\(number)"
    mkdir(folder, 0o700)
    return folder
  }

  /// Removes one of its folders.
  func remove(_ folder: String) {
    guard folder.hasPrefix(path + "/") else { return }
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Removes everything.
  func remove() { try? FileManager.default.removeItem(atPath: path) }
}
