import DisplayList
import Geometry
import Notations

/// Writes links, outline and page labels into a drawn file (ISO 32000-1, 12.3.3, 12.4.2, 12.5.6.5).
struct NavigationWriter {
  let document: PagedDocument
  let file: PDFFile
  private let pages: [PDFObject]

  init(_ document: PagedDocument, file: PDFFile) {
    self.document = document
    self.file = file
    pages = file.pages
  }

  /// Writes all of it. Returns the annotation of each link stretch of each page, nil for a stretch that
  /// leads nowhere.
  @discardableResult
  func write() -> [[PDFObject?]] {
    writeOutline()
    writeLabels()
    return zip(pages, document.links).map(annotate)
  }

  // MARK: Links

  private func annotate(_ page: PDFObject, _ links: [PageLink?]) -> [PDFObject?] {
    let made = links.map { link in link.map { annotation($0, on: page) } }
    let all = made.compactMap(\.self)
    if !all.isEmpty { page["/Annots"] = file.makeArray((page["/Annots"]?.items ?? []) + all) }
    return made
  }

  private func annotation(_ link: PageLink, on page: PDFObject) -> PDFObject {
    let height = self.height(of: page)
    let box = [
      link.box.left.points, height - link.box.bottom.points, link.box.right.points,
      height - link.box.top.points,
    ]
    // Bit 3: printed, as an archive asks of every annotation (ISO 19005-2, 6.3.2).
    let annotation = file.makeIndirect(
      file.make(
        "<< /Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect \(PDFNumbers.array(box)) >>"))
    annotation["/Dest"] = destination(link.place)
    annotation["/P"] = page
    annotation["/Contents"] = file.makeText(link.words)
    return annotation
  }

  private func destination(_ place: PagePlace) -> PDFObject {
    let page = pages[min(max(0, place.page), pages.count - 1)]
    let top = height(of: page) - place.top.points
    let parts = file.make("[/XYZ null \(DecimalText.trimmed(top, 2)) null]").items
    return file.makeArray([page] + parts)
  }

  private func height(of page: PDFObject) -> Double {
    let box = (page["/TrimBox"] ?? page.inherited("/MediaBox"))?.numbers ?? []
    return box.count == 4 ? box[3] : 0
  }

  // MARK: Outline

  private func writeOutline() {
    guard !document.outline.isEmpty else { return }
    let root = file.makeIndirect(file.make("<< /Type /Outlines >>"))
    var open: [(node: PDFObject, level: Int, kids: [PDFObject])] = [(root, 0, [])]
    func close() {
      guard let last = open.popLast() else { return }
      link(last.kids, under: last.node, isOpen: last.level < 2)
    }
    for entry in document.outline {
      while open.count > 1, let last = open.last, last.level >= entry.level { close() }
      let node = file.makeIndirect(file.make("<< >>"))
      node["/Title"] = file.makeText(entry.title)
      node["/Dest"] = destination(entry.place)
      open[open.count - 1].kids.append(node)
      open.append((node, entry.level, []))
    }
    while !open.isEmpty { close() }
    file.root["/Outlines"] = root
    file.root["/PageMode"] = file.make("/UseOutlines")
  }

  private func link(_ kids: [PDFObject], under parent: PDFObject, isOpen: Bool) {
    guard let first = kids.first, let last = kids.last else { return }
    parent["/First"] = first
    parent["/Last"] = last
    parent["/Count"] = file.make("\(isOpen ? kids.count : -kids.count)")
    for (place, kid) in kids.enumerated() {
      kid["/Parent"] = parent
      if place > 0 { kid["/Prev"] = kids[place - 1] }
      if place + 1 < kids.count { kid["/Next"] = kids[place + 1] }
    }
  }

  // MARK: Labels

  /// Labels as printed: stretches of numbers that follow each other, everything else word by word.
  private func writeLabels() {
    var entries: [PDFObject] = []
    var expected: Int?
    for (index, page) in document.pages.enumerated() {
      let number = Int(page.label)
      if let number, number == expected {
        expected = number + 1
        continue
      }
      let label: PDFObject
      if let number, number > 0 {
        label = file.make("<< /S /D /St \(number) >>")
        expected = number + 1
      } else {
        label = file.make("<< >>")
        if !page.label.isEmpty { label["/P"] = file.makeText(page.label) }
        expected = nil
      }
      entries += [file.make("\(index)"), label]
    }
    let labels = file.make("<< >>")
    labels["/Nums"] = file.makeArray(entries)
    file.root["/PageLabels"] = labels
  }
}

/// What every file for a screen says of itself: the language of its text, and that a window is headed by
/// its title.
enum ReadingAids {
  static func write(language: String, to file: PDFFile) {
    file.root["/Lang"] = file.makeText(language)
    file.root["/ViewerPreferences"] = file.make("<< /DisplayDocTitle true >>")
  }
}
