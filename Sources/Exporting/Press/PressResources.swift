public import Diagnostics
public import LayoutSpecs

/// A press profile with the ICC profile that it names.
public struct PressResources: Sendable {
  /// The limits.
  public var profile: PressProfile
  /// The bytes of the ICC profile.
  public var icc: [UInt8]
  /// The same bytes packed, for the files that embed them; nil where none was made yet.
  var packedProfile: [UInt8]?

  private static let profileLimit = 64 << 20

  /// Reads both from the resources folder; a name with a solidus or `.yaml` is a file of the user's.
  public static func load(
    _ name: String, home: ResourceHome, in environment: any ExportEnvironment,
    into problems: inout Problems
  ) throws(Rejection) -> PressResources {
    let isFile = name.contains("/") || name.hasSuffix(".yaml")
    let file = isFile ? name : PressReader.file(of: name)
    let path = isFile ? name : "\(home.path)/\(file)"
    guard environment.kind(of: path) == .file else {
      throw Rejection(PressFileProblems.unknownProfile(name, known: try names(home, environment)))
    }
    let bytes = try environment.read(path, limit: 1 << 20)
    let text = String(decoding: bytes, as: UTF8.self)
    let profile = try PressReader.read(text, name: name, file: file, into: &problems)
    let condition = profile.condition.profile
    // A plant's own file names its profile as it lies beside it.
    let folders = (isFile ? [AtomicFile.folder(of: path)] : []) + [home.path]
    let places = condition.hasPrefix("/") ? [condition] : folders.map { "\($0)/\(condition)" }
    guard let iccPath = places.first(where: { environment.kind(of: $0) == .file }) else {
      throw Rejection(PressFileProblems.noColorProfile(condition))
    }
    return PressResources(
      profile: profile, icc: try environment.read(iccPath, limit: profileLimit))
  }

  /// The profiles that are there.
  private static func names(
    _ home: ResourceHome, _ environment: any ExportEnvironment
  ) throws(Rejection) -> [String] {
    try environment.names(in: "\(home.path)/layouts/_shared").compactMap { name in
      guard name.hasPrefix("press-"), name.hasSuffix(".yaml") else { return nil }
      return String(name.dropFirst(6).dropLast(5))
    }.sorted()
  }
}
