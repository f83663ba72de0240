internal import CProcess
import Glibc

/// How the program was called. The loader's own words: Swift reads /proc, which a small container
/// may lack, and would find none.
public enum ProgramArguments {
  /// The words behind the program's name.
  public static var words: [String] {
    guard let words = process_arguments() else { return Array(CommandLine.arguments.dropFirst()) }
    return (0..<Int(process_argument_count())).compactMap { words[$0].map { String(cString: $0) } }
      .dropFirst().map(\.self)
  }

  /// The executable: what the system says of it, or the path that it was started by.
  public static let executable: String = {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = readlink("/proc/self/exe", &buffer, Int(PATH_MAX))
    if count > 0 {
      return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    guard let path = process_path().flatMap({ realpath($0, nil) }) else { return "." }
    defer { free(path) }
    return String(cString: path)
  }()
}
