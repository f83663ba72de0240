public import Diagnostics

/// A working folder that a newcomer copies: text, pictures, plan, table or job list, and a guide of
/// three lines.
public enum SampleKind: String, Hashable, Sendable, CaseIterable {
  case newspaper, issue, bulletin, merge, batch, chart
}

/// Copies the samples of a resources folder.
public struct SampleFolder {
  /// The guide in each of them.
  public static let guide = "说明.txt"

  private let home: ResourceHome
  private let environment: any ExportEnvironment
  private static let sizeLimit = 16 << 20

  /// Makes a copier over a resources folder.
  public init(home: ResourceHome, environment: any ExportEnvironment) {
    self.home = home
    self.environment = environment
  }

  /// Writes a sample below a folder, in which none of its files may be yet.
  ///
  /// - Returns: the written files, sorted, and the words of the guide.
  public func write(
    _ kind: SampleKind, to folder: String
  ) throws(Rejection) -> (files: [String], guide: String) {
    let source = "\(home.path)/samples/\(kind.rawValue)"
    guard environment.kind(of: source) == .folder else {
      throw Rejection(FileProblems.missing(source))
    }
    var outputs: [OutputFile] = []
    for name in try names(below: source) {
      let target = "\(folder)/\(name)"
      guard environment.kind(of: target) == .nothing else {
        throw Rejection(FileProblems.exists(target))
      }
      let bytes = try environment.read("\(source)/\(name)", limit: Self.sizeLimit)
      outputs.append(OutputFile(path: target, bytes: bytes))
    }
    try environment.write(outputs)
    let guide = outputs.first { Paths.name($0.path) == Self.guide }?.bytes ?? []
    return (outputs.map(\.path), String(decoding: guide, as: UTF8.self))
  }

  /// The files below a folder of a sample, two levels deep at most.
  private func names(below folder: String, depth: Int = 0) throws(Rejection) -> [String] {
    var found: [String] = []
    for name in try environment.names(in: folder).sorted(by: NaturalOrder.isBefore)
    where !name.hasPrefix(".") {
      if environment.kind(of: "\(folder)/\(name)") != .folder {
        found.append(name)
      } else if depth < 2 {
        found += try names(below: "\(folder)/\(name)", depth: depth + 1).map { "\(name)/\($0)" }
      }
    }
    return found
  }
}
