internal import Diagnostics

/// An Excel file: its visible sheets with their cells as a person sees them.
struct Workbook {
  /// The sheets that have words, in their order.
  private(set) var sheets: [CellGrid] = []
  /// Names of hidden sheets.
  private(set) var hidden: [String] = []

  private let archive: ZipArchive
  private let file: String

  /// Reads a container within the limits of ``ZipArchive``; document types are refused.
  init(_ bytes: [UInt8], file: String) throws(Rejection) {
    self.file = file
    archive = try ZipArchive(bytes, file: file)
    let path = try Self.bookPath(in: archive, file: file)
    guard let book = try tree(path) else { throw Rejection(WordProblems.damaged(file)) }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let links = try links(of: path)
    func part(_ kind: String, _ usual: String) -> String {
      links.first { $0.kind.hasSuffix("/\(kind)") }?.target ?? folder + usual
    }
    let strings = try strings(part("sharedStrings", "sharedStrings.xml"))
    let formats = CellFormats(try tree(part("styles", "styles.xml")))
    let since1904 = book.child("workbookPr")?.attributes["date1904"].map {
      $0 == "1" || $0 == "true"
    }
    var unread = Problems()
    for entry in book.child("sheets")?.children ?? [] where entry.name == "sheet" {
      let name = entry.attributes["name"] ?? ""
      if let state = entry.attributes["state"], state != "visible" {
        hidden.append(name)
        continue
      }
      guard let target = links.first(where: { $0.id == entry.attributes["id"] })?.target,
        let bytes = try archive.part(target)
      else { continue }
      var sheet = SheetPart(strings: strings, formats: formats, since1904: since1904 ?? false)
      var grid = try Self.grid(&sheet, bytes, part: target, file: file)
      grid.name = name
      grid.findings.drawings = try drawings(of: target, sheet.drawing)
      if grid.rows.isEmpty {
        grid.findings.report(file: file, sheet: name, into: &unread)
      } else {
        sheets.append(grid)
      }
    }
    // Why there is nothing may be that all of it is hidden, or in error.
    if sheets.isEmpty {
      throw Rejection(unread.diagnostics + [ReadingProblems.empty(file)])
    }
  }

  private static func grid(
    _ sheet: inout SheetPart, _ bytes: [UInt8], part: String, file: String
  ) throws(Rejection) -> CellGrid {
    var reading = sheet
    do throws(Rejection) {
      try PartEvents.read(bytes, part: part, file: file) { reading.take($0) }
    } catch {
      if reading.hasTooManyCells {
        throw Rejection(ReadingProblems.tooManyCells(file, limit: SheetPart.cellLimit))
      }
      if reading.grid.rows.count > CellGrid.rowLimit {
        throw Rejection(
          ReadingProblems.tooManyLines(
            file, lines: reading.grid.rows.count, limit: CellGrid.rowLimit - 1))
      }
      throw error
    }
    let grid = reading.finished()
    sheet = reading
    if mergedCells(of: grid) > SheetPart.cellLimit {
      throw Rejection(ReadingProblems.tooManyCells(file, limit: SheetPart.cellLimit))
    }
    return grid
  }

  /// How many cells the merged ones stand for.
  private static func mergedCells(of grid: CellGrid) -> Int {
    grid.merges.reduce(0) { $0 + min($1.rows.count, grid.rows.count) * $1.columns.count }
  }

  // MARK: Parts

  private struct Link {
    var id: String
    var kind: String
    var target: String
  }

  private func tree(_ part: String) throws(Rejection) -> WordElement? {
    guard let bytes = try archive.part(part) else { return nil }
    return try WordXML.parse(bytes, part: part, file: file)
  }

  /// Where the workbook lies: programs that write files need not call it `xl/workbook.xml`.
  private static func bookPath(in archive: ZipArchive, file: String) throws(Rejection) -> String {
    let usual = "xl/workbook.xml"
    guard let bytes = try archive.part("_rels/.rels") else { return usual }
    let tree = try WordXML.parse(bytes, part: "_rels/.rels", file: file)
    let link = tree.children.first {
      $0.attributes["Type"]?.hasSuffix("/officeDocument") ?? false
    }
    return link?.attributes["Target"].map { path($0, from: "") } ?? usual
  }

  /// The parts that a part calls by names.
  private func links(of part: String) throws(Rejection) -> [Link] {
    let cut = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
    let (folder, name) = (part[..<cut], part[cut...])
    let tree = try tree("\(folder)_rels/\(name).rels")
    return (tree?.children ?? []).compactMap { link in
      guard let id = link.attributes["Id"], let target = link.attributes["Target"] else {
        return nil
      }
      return Link(
        id: id, kind: link.attributes["Type"] ?? "", target: Self.path(target, from: folder))
    }
  }

  /// `../drawings/drawing1.xml` from the folder of the part that says so.
  private static func path(_ target: String, from folder: Substring) -> String {
    let target = target.replacing("\\", with: "/")
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var steps = folder.split(separator: "/").map(String.init)
    for step in target.split(separator: "/") {
      if step == ".." { _ = steps.popLast() } else if step != "." { steps.append(String(step)) }
    }
    return steps.joined(separator: "/")
  }

  /// How many things float over a sheet.
  private func drawings(of sheet: String, _ id: String?) throws(Rejection) -> Int {
    guard let id, let target = try links(of: sheet).first(where: { $0.id == id })?.target,
      let bytes = try archive.part(target)
    else { return 0 }
    var count = 0
    try PartEvents.read(bytes, part: target, file: file) { event in
      if case .start(let name, _) = event, ["pic", "graphicFrame"].contains(name) { count += 1 }
      if case .start("txBody", _) = event { count += 1 }
      return true
    }
    return count
  }

  /// The strings that cells share; how they are pronounced is left out.
  private func strings(_ part: String) throws(Rejection) -> [String] {
    guard let bytes = try archive.part(part) else { return [] }
    var strings: [String] = []
    var words = ""
    var (isText, isSpoken) = (false, false)
    try PartEvents.read(bytes, part: part, file: file) { event in
      switch event {
      case .start("si", _): words = ""
      case .start("rPh", _): isSpoken = true
      case .start("t", _): isText = !isSpoken
      case .end("t"): isText = false
      case .end("rPh"): isSpoken = false
      case .end("si"): strings.append(CellText.text(words))
      case .text(let more): if isText { words += more }
      default: break
      }
      return true
    }
    return strings
  }
}

/// The number formats of a workbook's cells by their style.
struct CellFormats {
  private var formats: [NumberFormat] = []
  private static let general = NumberFormat(code: nil, id: 0)

  init(_ styles: WordElement?) {
    var codes: [Int: String] = [:]
    for format in styles?.child("numFmts")?.children ?? [] {
      guard let id = format.attributes["numFmtId"].flatMap({ Int($0) }) else { continue }
      codes[id] = format.attributes["formatCode"]
    }
    var known: [Int: NumberFormat] = [:]
    for style in styles?.child("cellXfs")?.children ?? [] where style.name == "xf" {
      let id = style.attributes["numFmtId"].flatMap { Int($0) } ?? 0
      let format = known[id] ?? NumberFormat(code: codes[id], id: id)
      known[id] = format
      formats.append(format)
    }
  }

  /// The format of a style; general where there is none.
  subscript(_ style: Int) -> NumberFormat {
    formats.indices.contains(style) ? formats[style] : Self.general
  }
}
