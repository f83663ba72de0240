import Diagnostics
import Prepress

/// One PDF file of several.
enum DocumentJoin {
  static func join(
    _ paths: [String], to output: String, in environment: any ExportEnvironment
  ) throws(Rejection) {
    var files: [[UInt8]] = []
    for path in paths { files.append(try environment.read(path, limit: MergeRun.limit)) }
    let bytes = try PageJoiner.join(files, names: paths)
    try environment.write([OutputFile(path: output, bytes: bytes)])
  }
}
