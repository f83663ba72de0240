public import Diagnostics
import Geometry

/// Reads the files of `layouts/` into a `LayoutSpec`, finding all mistakes of a file at once.
public struct LayoutReader {
  /// Opens a text below the resources folder, such as `layouts/_shared/styles-news.yaml`.
  public typealias Opener = (String) throws(Rejection) -> String

  private let open: Opener
  /// What is noted while a layout is built; nil for a log of its own.
  var log: SpecLog?

  /// Makes a reader that opens files with a function.
  public init(open: @escaping Opener) { self.open = open }

  static let keys = [
    "format", "title", "use", "page", "grid", "makeup", "composition", "styles", "inks", "masters",
    "objects", "document", "poster", "tile", "longest", "gather", "like",
  ]

  /// Reads a layout; `settings` are `--set` values by dotted path, such as `grid.lines`.
  ///
  /// Every mistake is reported at its line and column; errors reject.
  public func read(
    _ name: String, settings: [(path: String, value: String)] = [], into problems: inout Problems
  ) throws(Rejection) -> LayoutSpec {
    try read(
      name, file: "layouts/\(name)/layout.yaml", settings: settings, into: &problems)
  }

  /// Reads the layout of a file that may lie anywhere.
  public func read(
    _ name: String, file: String, settings: [(path: String, value: String)] = [],
    into problems: inout Problems
  ) throws(Rejection) -> LayoutSpec {
    let plain = try inherited(try SpecDocument(text: try open(file), file: file), depth: 0)
    let columns = settings.last { $0.path == "grid.columns" }
    var document = plain.recast(columns: columns.flatMap { Int($0.value) })
    for (path, value) in settings {
      let keys = path.split(separator: ".").map(String.init)
      guard let first = keys.first, Self.keys.contains(first) else {
        throw Rejection(LayoutProblems.unknownOverride(path))
      }
      document = document.setting(keys, to: value)
    }
    let log = self.log ?? SpecLog()
    let root = document.node(reportingTo: log)
    let ownLines = Self.lines(of: plain)
    let spec = try build(root.fields(Self.keys), name: name, ownLines: ownLines)
    problems.report(contentsOf: log.problems.diagnostics)
    if log.problems.hasErrors { throw Rejection(log.problems.diagnostics) }
    guard let spec else { throw Rejection(SpecProblems.empty(file: file)) }
    return spec
  }

  /// Reads the text of a layout.
  func read(
    _ name: String, text: String, into problems: inout Problems
  ) throws(Rejection) -> LayoutSpec {
    var reader = LayoutReader { file throws(Rejection) in
      file == "layouts/\(name)/layout.yaml" ? text : try open(file)
    }
    reader.log = log
    return try reader.read(name, into: &problems)
  }

  /// The title of a layout alone, for listings.
  public func title(of name: String, file: String? = nil) throws(Rejection) -> Wording {
    let file = file ?? "layouts/\(name)/layout.yaml"
    let log = SpecLog()
    let root = try SpecDocument(text: try open(file), file: file).node(reportingTo: log)
    let node = root.entries().first { $0.key == "title" }?.value
    return Self.wording(node) ?? Wording(name, name)
  }

  /// Most layouts that begin from one another.
  private static let mostAncestors = 8

  /// A layout laid over the one that it is `like`.
  private func inherited(_ own: SpecDocument, depth: Int) throws(Rejection) -> SpecDocument {
    guard let name = own.text(at: ["like"]) else { return own }
    let isName = !name.isEmpty && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
    guard isName, depth < Self.mostAncestors else {
      throw Rejection(LayoutProblems.unknownBase(name, at: own.place(of: ["like"])))
    }
    let file = "layouts/\(name)/layout.yaml"
    let text: String
    do throws(Rejection) { text = try open(file) } catch {
      throw Rejection(LayoutProblems.unknownBase(name, at: own.place(of: ["like"])))
    }
    let base = try inherited(try SpecDocument(text: text, file: file), depth: depth + 1)
    let columns = own.text(at: ["grid", "columns"]).flatMap(Int.init)
    return base.recast(columns: columns).overlaid(by: own)
  }

  private static func lines(of document: SpecDocument) -> Int? {
    // A log of its own: mistakes are found again, and reported, when the document is read.
    let root = document.node(reportingTo: SpecLog())
    let grid = root.entries().first { $0.key == "grid" }?.value
    return grid?.entries().first { $0.key == "lines" }?.value.integer(in: 1...2000)
  }

  private func build(
    _ fields: SpecFields, name: String, ownLines: Int?
  ) throws(Rejection) -> LayoutSpec? {
    _ = fields.required("format")?.integer(in: 1...1)
    _ = fields["like"]?.text()
    var palette = Palette()
    var styles = StyleSheet()
    // All inks before the first style: a shared style takes the layout's own ink of a name.
    let use = fields["use"]?.fields(["styles", "palette"])
    if let use { try readPalette(use, into: &palette) }
    if let inks = fields["inks"] { StyleReader.readInks(inks, into: &palette) }
    if let use { try readStyles(use, palette: palette, into: &styles) }
    if let own = fields["styles"] { StyleReader.read(own, into: &styles, palette: palette) }
    let makeup = fields["makeup"]?.choice(MakeupKind.self) ?? .newspaper
    let composition = fields["composition"].map(CompositionReader.read) ?? CompositionProfile()
    guard let page = fields.required("page"), let gridNode = fields.required("grid"),
      let sheet = GridReader.read(page: page, grid: gridNode, ownLines: ownLines),
      let masters = fields.required("masters")
    else { return nil }
    let reader = MasterReader(grid: sheet.grid, styles: styles, palette: palette)
    guard let (first, next) = reader.read(masters) else { return nil }
    let objectReader = ObjectReader(grid: sheet.grid, palette: palette)
    let objects = fields["objects"].map(objectReader.read)
    var spec = LayoutSpec(
      name: name, title: Self.wording(fields.required("title")) ?? Wording(name, name),
      makeup: makeup, trim: sheet.trim, bleed: sheet.bleed, grid: sheet.grid,
      composition: composition, styles: styles, palette: palette, first: first, next: next,
      objects: objects ?? ObjectSpecs())
    if let node = fields["document"] {
      spec.document = DocumentReader(grid: sheet.grid, palette: palette).read(node)
    }
    readSheet(fields, into: &spec)
    KeyUse(makeup: makeup).check(fields, first: first, next: next)
    return spec
  }

  /// What layouts of a single sheet say besides.
  private func readSheet(_ fields: SpecFields, into spec: inout LayoutSpec) {
    let base = UnitBase(em: spec.grid.em, line: spec.grid.leading)
    if let poster = fields["poster"]?.fields(["least", "most", "larger"]) {
      if let least = poster["least"]?.typeSize() { spec.poster.least = least }
      if let most = poster["most"]?.typeSize() { spec.poster.most = most }
      spec.poster.larger = (poster["larger"]?.items() ?? []).compactMap {
        GridReader.size($0, base)
      }
    }
    let range = Length.millimetres(10)...Length.millimetres(5080)
    spec.tile = fields["tile"]?.length(base, in: range)
    spec.longest = fields["longest"]?.length(base, in: range)
    if let gather = fields["gather"]?.fields(["across", "down"]) {
      spec.gather = GatherSpec(
        across: gather["across"]?.integer(in: 1...20) ?? 1,
        down: gather["down"]?.integer(in: 1...20) ?? 1)
    }
  }

  private func readPalette(
    _ use: SpecFields, into palette: inout Palette
  ) throws(Rejection) {
    guard let name = use["palette"]?.text() else { return }
    let fields = try shared("palette-\(name)", log: use.node.log).fields(["format", "inks"])
    if let inks = fields.required("inks") { StyleReader.readInks(inks, into: &palette) }
  }

  private func readStyles(
    _ use: SpecFields, palette: Palette, into styles: inout StyleSheet
  ) throws(Rejection) {
    guard let name = use["styles"]?.text() else { return }
    let fields = try shared("styles-\(name)", log: use.node.log).fields(["format", "styles"])
    if let own = fields.required("styles") {
      StyleReader.read(own, into: &styles, palette: palette)
    }
  }

  private func shared(_ name: String, log: SpecLog) throws(Rejection) -> SpecNode {
    let file = "layouts/_shared/\(name).yaml"
    return try SpecDocument(text: try open(file), file: file).node(reportingTo: log)
  }

  static func wording(_ node: SpecNode?) -> Wording? {
    guard let node else { return nil }
    guard node.isMap else { return node.text().map { Wording($0, $0) } }
    let fields = node.fields(["en", "zh"])
    guard let english = fields.required("en")?.text(), let chinese = fields.required("zh")?.text()
    else { return nil }
    return Wording(english, chinese)
  }
}
