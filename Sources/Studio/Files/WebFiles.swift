internal import CStudioFiles

/// The files that are part of the program: pages, styles and scripts of the studio, and its sample.
enum WebFiles {
  /// The bytes of each by its name.
  static let all: [String: [UInt8]] = {
    var count = 0
    let first = banxin_studio_files(&count)
    var files: [String: [UInt8]] = [:]
    for file in UnsafeBufferPointer(start: first, count: count) {
      files[String(cString: file.name)] = Array(
        UnsafeBufferPointer(start: file.bytes, count: file.count))
    }
    return files
  }()

  /// The report of the sample.
  static let sample = "gangshan-2022.txt"
}
