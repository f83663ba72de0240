internal import Diagnostics

/// An Excel file: its visible sheets with their cells as a person sees them.
struct Workbook {
  /// One sheet.
  struct Sheet {
    var name: String
    var grid: SheetGrid
  }

  private(set) var sheets: [Sheet] = []

  /// Reads a container within the limits of ``ZipArchive``; document types are refused.
  init(_ bytes: [UInt8], file: String) throws(Rejection) {
    let archive = try ZipArchive(bytes, file: file)
    guard let book = try Self.tree("xl/workbook.xml", in: archive, file: file) else {
      throw Rejection(WordProblems.damaged(file))
    }
    let links = try Self.links(in: archive, file: file)
    let strings = try Self.strings(in: archive, file: file)
    let formats = CellFormats(try Self.tree("xl/styles.xml", in: archive, file: file))
    let since1904 = book.child("workbookPr")?.attributes["date1904"].map {
      $0 == "1" || $0 == "true"
    }
    for entry in book.child("sheets")?.children ?? [] where entry.name == "sheet" {
      if let state = entry.attributes["state"], state != "visible" { continue }
      guard let target = entry.attributes["id"].flatMap({ links[$0] }),
        let sheet = try Self.tree(target, in: archive, file: file)
      else { continue }
      let reader = SheetGrid.Reader(
        strings: strings, formats: formats, since1904: since1904 ?? false)
      let grid = try reader.grid(of: sheet, file: file)
      sheets.append(Sheet(name: entry.attributes["name"] ?? "", grid: grid))
    }
    if sheets.allSatisfy({ $0.grid.rows.isEmpty }) { throw Rejection(ReadingProblems.empty(file)) }
  }

  private static func tree(
    _ part: String, in archive: ZipArchive, file: String
  ) throws(Rejection) -> WordElement? {
    guard let bytes = try archive.part(part) else { return nil }
    return try WordXML.parse(bytes, part: part, file: file)
  }

  /// Parts by the names that the workbook calls them.
  private static func links(
    in archive: ZipArchive, file: String
  ) throws(Rejection) -> [String: String] {
    var links: [String: String] = [:]
    let tree = try tree("xl/_rels/workbook.xml.rels", in: archive, file: file)
    for link in tree?.children ?? [] {
      guard let id = link.attributes["Id"], let target = link.attributes["Target"] else { continue }
      links[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/\(target)"
    }
    return links
  }

  private static func strings(
    in archive: ZipArchive, file: String
  ) throws(Rejection) -> [String] {
    let tree = try tree("xl/sharedStrings.xml", in: archive, file: file)
    return (tree?.children ?? []).filter { $0.name == "si" }.map(text)
  }

  /// The words of a string with its runs; how they are pronounced is left out.
  static func text(of element: WordElement) -> String {
    element.children.reduce("") { words, child in
      switch child.name {
      case "t": words + child.text
      case "r": words + text(of: child)
      default: words
      }
    }
  }
}

/// The number formats of a workbook's cells by their style.
struct CellFormats {
  private var formats: [NumberFormat] = []

  init(_ styles: WordElement?) {
    var codes: [Int: String] = [:]
    for format in styles?.child("numFmts")?.children ?? [] {
      guard let id = format.attributes["numFmtId"].flatMap({ Int($0) }) else { continue }
      codes[id] = format.attributes["formatCode"]
    }
    for style in styles?.child("cellXfs")?.children ?? [] where style.name == "xf" {
      let id = style.attributes["numFmtId"].flatMap { Int($0) } ?? 0
      formats.append(NumberFormat(code: codes[id], id: id))
    }
  }

  /// The format of a style; general where there is none.
  subscript(_ style: Int) -> NumberFormat {
    formats.indices.contains(style) ? formats[style] : NumberFormat(code: nil, id: 0)
  }
}
