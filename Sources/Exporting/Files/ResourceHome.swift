public import Diagnostics
public import LayoutSpecs
import ReportReading

/// The folder that holds `layouts/` and `fonts/`.
public struct ResourceHome: Sendable {
  /// Its path.
  public let path: String
  /// A folder of layouts of one's own; nil for none.
  public private(set) var layouts: String?
  private let environment: any ExportEnvironment

  /// Largest text that is read from it.
  private static let textLimit = 4 << 20

  /// Where `make install` puts the folder, from its prefix.
  static let installed = "share/banxin"

  /// Finds the folder: the given one, then the variable's, then the nearest folder above the
  /// executable that holds `layouts/`, in it or in `share/banxin`. Never the current folder.
  public static func find(
    given: String?, variable: String?, executable: String, in environment: any ExportEnvironment
  ) throws(Rejection) -> ResourceHome {
    if let named = given ?? variable {
      guard environment.kind(of: "\(named)/layouts") == .folder else {
        throw Rejection(FileProblems.noHome(named))
      }
      return try open(named, in: environment)
    }
    var folder = AtomicFile.folder(of: executable)
    while true {
      if environment.kind(of: "\(folder)/layouts") == .folder {
        return try open(folder, in: environment)
      }
      let shared = folder == "/" ? "/\(installed)" : "\(folder)/\(installed)"
      if environment.kind(of: "\(shared)/layouts") == .folder {
        return try open(shared, in: environment)
      }
      let parent = AtomicFile.folder(of: folder)
      if parent == folder { throw Rejection(FileProblems.noHome(executable)) }
      folder = parent
    }
  }

  private static func open(
    _ path: String, in environment: any ExportEnvironment
  ) throws(Rejection) -> ResourceHome {
    let home = ResourceHome(path: path, environment: environment)
    try home.takeWords(of: "\(path)/layouts")
    return home
  }

  /// Takes a folder of layouts of one's own, and the words in its `_shared/vocabulary`.
  public mutating func take(layouts folder: String?) throws(Rejection) {
    layouts = folder
    if let folder { try takeWords(of: folder) }
  }

  /// Largest table of words.
  private static let tableLimit = 1 << 20

  /// Adds the words of a folder's tables to those that the readers know.
  private func takeWords(of layouts: String) throws(Rejection) {
    let folder = "\(layouts)/_shared/vocabulary"
    guard environment.kind(of: folder) == .folder else { return }
    for name in try environment.names(in: folder).sorted() where name.hasSuffix(".tsv") {
      let (file, table) = ("\(folder)/\(name)", String(name.dropLast(4)))
      guard Vocabulary.tables.contains(table) else {
        throw Rejection(FileProblems.unknownTable(file, known: Vocabulary.tables))
      }
      let bytes = try environment.read(file, limit: Self.tableLimit)
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw Rejection(FileProblems.notUTF8(file))
      }
      try Vocabulary.add(text, to: table, file: file)
    }
  }

  /// Names of the layouts, sorted; those of one's own among them.
  public func layoutNames() throws(Rejection) -> [String] {
    var names: Set<String> = []
    for folder in ["\(path)/layouts", layouts].compactMap(\.self) {
      names.formUnion(
        try environment.names(in: folder).filter {
          environment.kind(of: "\(folder)/\($0)/layout.yaml") == .file
        })
    }
    return names.sorted()
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

  /// Reads a layout by its name, or by the path of a folder of one's own that holds a `layout.yaml`;
  /// a path is taken as it is, never by its last part alone. Names are sought in `layouts`, the folder
  /// of one's own layouts, before those of the program.
  public func layout(
    _ name: String, settings: [(path: String, value: String)] = [], into problems: inout Problems
  ) throws(Rejection) -> LayoutSpec {
    if let folder = ownFolder(name) {
      return try reader(ownFile: "\(folder)/layout.yaml").read(
        Paths.name(folder), file: "\(folder)/layout.yaml", settings: settings, into: &problems)
    }
    let known = try layoutNames()
    let short = try Self.shortName(name)
    guard known.contains(short) else {
      throw Rejection(FileProblems.unknownLayout(name, known: known))
    }
    return try reader.read(short, settings: settings, into: &problems)
  }

  /// The rejection of a job that names no layout, with the names that there are.
  public func noLayout() throws(Rejection) -> Rejection {
    Rejection(FileProblems.noLayout(known: try layoutNames()))
  }

  /// The folder of a layout that is not one of the program's; nil for those.
  func ownFolder(_ name: String) -> String? {
    func holdsLayout(_ folder: String) -> Bool {
      environment.kind(of: "\(folder)/layout.yaml") == .file
    }
    if let layouts, !name.contains("/"), holdsLayout("\(layouts)/\(name)") {
      return "\(layouts)/\(name)"
    }
    guard name.contains("/") || name.hasPrefix(".") else { return nil }
    var folder = name
    if folder.hasSuffix("/layout.yaml") { folder = AtomicFile.folder(of: folder) }
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    return holdsLayout(folder) ? folder : nil
  }

  /// `layouts/x` and `layouts/x/layout.yaml` name the layout `x` too, from wherever they are said.
  private static func shortName(_ name: String) throws(Rejection) -> String {
    var parts = name.split(separator: "/").map(String.init)
    if parts.last == "layout.yaml" { parts.removeLast() }
    if parts.count == 2, parts[0] == "layouts" { parts.removeFirst() }
    guard parts.count == 1, let short = parts.last, short != "..", short != ".",
      short != "_shared", !name.hasPrefix("/")
    else { throw Rejection(FileProblems.badName(name)) }
    return short
  }

  /// The title of a layout.
  public func title(ofLayout name: String) throws(Rejection) -> Wording {
    guard let folder = ownFolder(name) else { return try reader.title(of: name) }
    let file = "\(folder)/layout.yaml"
    return try reader(ownFile: file).title(of: name, file: file)
  }

  private var reader: LayoutReader {
    LayoutReader { file throws(Rejection) in try text(file) }
  }

  /// A reader to whom one file is not below the folder.
  private func reader(ownFile: String) -> LayoutReader {
    LayoutReader { file throws(Rejection) in
      if file != ownFile { return try text(file) }
      let bytes = try environment.read(file, limit: Self.textLimit)
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw Rejection(FileProblems.notUTF8(file))
      }
      return text
    }
  }

  /// Faces and roles.
  public func fontCatalog() throws(Rejection) -> FontCatalog {
    try FontRolesReader.read(try text(FontRolesReader.file))
  }
}
