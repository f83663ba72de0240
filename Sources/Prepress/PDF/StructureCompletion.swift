import Diagnostics
import DisplayList

/// Builds the structure tree of a tagged file (ISO 14289-1, 7; Matterhorn 01, 06, 09, 13, 14, 15).
///
/// Cairo marks the stretches of each page in order; what they mean is known from the display list,
/// so its own tree, which has neither alternatives nor tables, is replaced.
struct StructureCompletion {
  private let settings: PressSettings

  init(_ settings: PressSettings) { self.settings = settings }

  /// Completes the catalog, marks artifacts and writes the tree.
  func complete(_ file: PDFFile) throws(Rejection) {
    for (number, page) in file.pages.enumerated() {
      guard let content = page.contentData() else {
        throw Rejection(
          PressProblems.unreadableContent(ContentPlace(page: number + 1, object: "content")))
      }
      page["/Contents"] = file.makeStream(ArtifactMarker.mark(content))
      page["/StructParents"] = file.make("\(number)")
      page["/Tabs"] = file.make("/S")
    }
    ReadingAids.write(language: settings.language, to: file)
    file.root["/MarkInfo"] = file.make("<< /Marked true >>")
    writeTree(file, links: settings.navigation.map { NavigationWriter($0, file: file).write() })
    for number in stride(from: 1, through: file.highestObject, by: 1) {
      let image = file.object(numbered: number)
      // Cairo asks for smoothed pictures, which an archive forbids (ISO 19005-2, 6.2.8.1).
      if image.isStream, image["/Interpolate"]?.bool == true {
        image["/Interpolate"] = file.make("false")
      }
    }
  }

  // MARK: Tree

  /// `links` are the annotations of the link stretches of each page; nil where the file has none.
  private func writeTree(_ file: PDFFile, links: [[PDFObject?]]?) {
    let tree = file.makeIndirect(file.make("<< /Type /StructTreeRoot >>"))
    let document = element("/Document", under: tree, in: file)
    var parents: [PDFObject] = []
    var kids: [PDFObject] = []
    var tables = Tables()
    var level = 0
    var annotated: [(annotation: PDFObject, owner: PDFObject)] = []
    for (number, (page, segments)) in zip(file.pages, settings.structure).enumerated() {
      var owners: [PDFObject] = []
      var waiting = (links?[number] ?? [])[...]
      for segment in segments {
        guard let tag = segment.tag else { continue }
        let node: PDFObject
        if let row = segment.row, tag.kind == .cell || tag.kind == .headerCell {
          node = cell(
            tag, row: row, table: segment.table, page: page, document: document, kids: &kids,
            tables: &tables)
        } else if tag.kind == .link {
          tables = Tables()
          let annotation = waiting.popFirst() ?? nil
          node = link(isLive: annotation != nil, under: document, kids: &kids)
          if let annotation { annotated.append((annotation, node)) }
        } else {
          tables = Tables()
          node = element(Self.role(of: tag, after: &level), under: document, in: file)
          if tag.kind == .figure { node["/Alt"] = file.makeText(tag.name) }
          kids.append(node)
        }
        node["/Pg"] = page
        node["/K"] = file.make("\(owners.count)")
        if let last = annotated.last, last.owner.id == node.id {
          node["/K"] = content(owners.count, and: last.annotation, on: page)
        }
        owners.append(node)
      }
      parents.append(file.makeIndirect(file.makeArray(owners)))
    }
    document["/K"] = file.makeArray(kids)
    tree["/K"] = file.makeArray([document])
    for (key, link) in annotated.enumerated() {
      link.annotation["/StructParent"] = file.make("\(parents.count + key)")
    }
    close(tree, parents: parents + annotated.map(\.owner))
  }

  /// The way back from pages and annotations to their elements.
  private func close(_ tree: PDFObject, parents: [PDFObject]) {
    let file = tree.file
    let numbers = file.make("<< >>")
    numbers["/Nums"] = file.makeArray(
      parents.enumerated().flatMap { [file.make("\($0.offset)"), $0.element] })
    tree["/ParentTree"] = file.makeIndirect(numbers)
    tree["/ParentTreeNextKey"] = file.make("\(parents.count)")
    file.root["/StructTreeRoot"] = tree
  }

  /// A link stands in a paragraph; one that leads nowhere is a span.
  private func link(
    isLive: Bool, under document: PDFObject, kids: inout [PDFObject]
  ) -> PDFObject {
    let file = document.file
    let paragraph = element("/P", under: document, in: file)
    kids.append(paragraph)
    let node = element(isLive ? "/Link" : "/Span", under: paragraph, in: file)
    paragraph["/K"] = file.makeArray([node])
    return node
  }

  /// Marked content of a page and the annotation over it (ISO 32000-1, 14.7.4.3).
  private func content(
    _ number: Int, and annotation: PDFObject, on page: PDFObject
  ) -> PDFObject {
    let file = page.file
    let object = file.make("<< /Type /OBJR >>")
    object["/Obj"] = annotation
    object["/Pg"] = page
    return file.makeArray([file.make("\(number)"), object])
  }

  private func element(_ role: String, under parent: PDFObject, in file: PDFFile) -> PDFObject {
    let element = file.makeIndirect(file.make("<< /Type /StructElem /S \(role) >>"))
    element["/P"] = parent
    return element
  }

  /// The table and row under way.
  private struct Tables {
    var name: String?
    var table: PDFObject?
    var rows: [PDFObject] = []
    var row: PDFObject?
    var rowKey = ""
    var cells: [PDFObject] = []
  }

  private func cell(
    _ tag: StructureTag, row: Int, table: String, page: PDFObject, document: PDFObject,
    kids: inout [PDFObject], tables: inout Tables
  ) -> PDFObject {
    let file = document.file
    if tables.name != table || tables.table == nil {
      let new = element("/Table", under: document, in: file)
      kids.append(new)
      tables = Tables(name: table, table: new)
    }
    let parent = tables.table ?? document
    let key = "\(page.number ?? 0)/\(row)"
    if tables.row == nil || tables.rowKey != key {
      let new = element("/TR", under: parent, in: file)
      tables.row = new
      tables.rowKey = key
      tables.rows.append(new)
      tables.cells = []
      parent["/K"] = file.makeArray(tables.rows)
    }
    let owner = tables.row ?? parent
    let isHead = tag.kind == .headerCell
    let cell = element(isHead ? "/TH" : "/TD", under: owner, in: file)
    if isHead { cell["/A"] = file.make("<< /O /Table /Scope /Column >>") }
    tables.cells.append(cell)
    owner["/K"] = file.makeArray(tables.cells)
    return cell
  }

  /// The standard role; no level of heading is left out (`heading-skip`).
  private static func role(of tag: StructureTag, after level: inout Int) -> String {
    switch tag.kind {
    case .heading:
      level = min(max(tag.level, 1), min(level + 1, 6))
      return "/H\(level)"
    case .figure: return "/Figure"
    default: return "/P"
    }
  }
}
