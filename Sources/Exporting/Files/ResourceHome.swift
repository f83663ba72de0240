public import Diagnostics
public import LayoutSpecs

/// The folder that holds `layouts/` and `fonts/`.
public struct ResourceHome: Sendable {
  /// Its path.
  public let path: String
  private let environment: any ExportEnvironment

  /// Largest text that is read from it.
  private static let textLimit = 4 << 20

  /// Finds the folder: the given one, then the variable's, then the nearest folder above the
  /// executable that holds `layouts/`. Never the current folder.
  public static func find(
    given: String?, variable: String?, executable: String, in environment: any ExportEnvironment
  ) throws(Rejection) -> ResourceHome {
    if let named = given ?? variable {
      guard environment.kind(of: "\(named)/layouts") == .folder else {
        throw Rejection(FileProblems.noHome(named))
      }
      return ResourceHome(path: named, environment: environment)
    }
    var folder = AtomicFile.folder(of: executable)
    while true {
      if environment.kind(of: "\(folder)/layouts") == .folder {
        return ResourceHome(path: folder, environment: environment)
      }
      let parent = AtomicFile.folder(of: folder)
      if parent == folder { throw Rejection(FileProblems.noHome(executable)) }
      folder = parent
    }
  }

  /// Names of the layouts, sorted.
  public func layoutNames() throws(Rejection) -> [String] {
    try environment.names(in: "\(path)/layouts").filter {
      environment.kind(of: "\(path)/layouts/\($0)/layout.yaml") == .file
    }.sorted()
  }

  /// Whether a file is below the folder.
  func hasFile(_ file: String) -> Bool { environment.kind(of: "\(path)/\(file)") == .file }

  /// A text below the folder; invalid UTF-8 is a rejection.
  public func text(_ file: String) throws(Rejection) -> String {
    let bytes = try environment.read("\(path)/\(file)", limit: Self.textLimit)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Rejection(FileProblems.notUTF8(file))
    }
    return text
  }

  /// Reads a layout by its name, or by the path of its folder below `layouts/`.
  public func layout(
    _ name: String, settings: [(path: String, value: String)] = [], into problems: inout Problems
  ) throws(Rejection) -> LayoutSpec {
    let known = try layoutNames()
    let short = try Self.shortName(name)
    guard known.contains(short) else {
      throw Rejection(FileProblems.unknownLayout(short, known: known))
    }
    return try reader.read(short, settings: settings, into: &problems)
  }

  /// `layouts/x` and `layouts/x/layout.yaml` name the layout `x` too.
  private static func shortName(_ name: String) throws(Rejection) -> String {
    var parts = name.split(separator: "/").map(String.init)
    if parts.last == "layout.yaml" { parts.removeLast() }
    guard let short = parts.last, short != "..", short != ".", short != "_shared" else {
      throw Rejection(FileProblems.badName(name))
    }
    return short
  }

  /// The title of a layout.
  public func title(ofLayout name: String) throws(Rejection) -> Wording {
    try reader.title(of: name)
  }

  private var reader: LayoutReader {
    LayoutReader { file throws(Rejection) in try text(file) }
  }

  /// Faces and roles.
  public func fontCatalog() throws(Rejection) -> FontCatalog {
    try FontRolesReader.read(try text(FontRolesReader.file))
  }
}
