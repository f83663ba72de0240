package import Diagnostics
package import DisplayList
package import Geometry
package import LayoutSpecs
package import Typesetting

/// Sets what a book has besides its documents: title, titles of parts, contents and index, and the
/// running heads and page numbers of all pages.
package struct BookMaker {
  private let setter: TextSetter
  private let layout: LayoutSpec

  /// Makes a maker; the shaper belongs to one worker.
  package init(layout: LayoutSpec, shaper: any TextShaper) {
    self.layout = layout
    setter = TextSetter(layout: layout, shaper: shaper)
  }

  private var grid: PageGrid { layout.grid }

  // MARK: Lists

  /// The pages of a list in columns of its own, without furniture; it starts with its title.
  package func listing(_ entries: [ListingEntry], columns: Int) throws(Rejection) -> [Page] {
    let frame = layout.next.frames[0]
    let whole = grid.width(ofColumns: frame.columns.count)
    let columns = max(1, min(columns, frame.columns.count))
    let span = frame.columns.count / columns
    let heads = entries.prefix { $0.kind == .title || $0.kind == .note }
    let wide = ListingSetter(setter: setter, measure: whole)
    var top: [FlowItem] = []
    for entry in heads { top.append(try wide.item(entry)) }
    let narrow = ListingSetter(setter: setter, measure: grid.width(ofColumns: span))
    var items: [FlowItem] = []
    for entry in entries.dropFirst(heads.count) { items.append(try narrow.item(entry)) }
    let headRows = top.reduce(0) { $0 + $1.choices[0].rows.count }
    let packed = ListingColumns(columns: columns) { page in
      max(2, frame.lines.count - (page == 0 ? headRows : 0))
    }.pack(items)
    var pages: [Page] = []
    for start in stride(from: 0, to: max(1, packed.count), by: columns) {
      var drawn: [PlacedItem] = []
      var line = frame.lines.lowerBound
      if start == 0 {
        for item in top { draw(item, rows: nil, column: frame.columns.lowerBound, &line, &drawn) }
      }
      let first = line
      for (number, column) in packed.dropFirst(start).prefix(columns).enumerated() {
        line = first
        for piece in column {
          draw(
            items[piece.item], rows: piece.rows,
            column: frame.columns.lowerBound + number * span, &line, &drawn)
        }
      }
      pages.append(page(drawn))
    }
    return pages
  }

  private func draw(
    _ item: FlowItem, rows: Range<Int>?, column: Int, _ line: inout Int, _ drawn: inout [PlacedItem]
  ) {
    let all = item.choices[0].rows
    drawn.append(PlacedItem(at: .zero, .tag(item.tag)))
    for row in all[rows ?? 0..<all.count] {
      let corner = Point(x: grid.left(ofColumn: column), y: grid.top(ofLine: line))
      drawn += row.map { PlacedItem(at: $0.origin + corner, $0.item) }
      line += 1
    }
  }

  // MARK: Titles

  /// A page with a title in its upper third, and lines at its foot.
  package func leaf(title: String, style: String, foot: [String] = []) throws(Rejection) -> Page {
    let area = grid.typeArea
    var canvas = HeadCanvas(setter: setter, width: area.size.width)
    let top = area.size.height.scaled(by: 0.26)
    let named = setter.style(style)
    canvas.tag(StructureTag(.heading, name: title))
    let lines = title.split { $0 == "\n" || $0 == "/" }.map(String.init)
    let pitch = named.paragraph.character.size.scaled(by: named.lineSpacing)
    let bottom = try canvas.block(lines, style: named, top: top, pitch: pitch)
    canvas.tag(StructureTag(.artifact))
    let wide = area.size.width / 5
    canvas.rule(
      top: bottom + grid.leading * 2, weight: .points(1.5), ink: "accent",
      from: (area.size.width - wide) / 2, wide: wide)
    for (number, line) in foot.enumerated() {
      let style = setter.style("book-foot").paragraph.character
      canvas.tag(StructureTag(.paragraph))
      try canvas.line(
        line, style: style,
        top: area.size.height.scaled(by: 0.84) + style.size.scaled(by: 1.8) * number,
        align: .centred)
    }
    return page(canvas.items.map { PlacedItem(at: $0.origin + area.origin, $0.item) })
  }

  /// A page that holds nothing, so that what follows starts on the right.
  package func blank() -> Page { page([]) }

  /// A page that holds one picture: a page of another file, as large as its sheet.
  package func sheet(_ image: ImageID, size: Size, words: String) -> Page {
    let placed = PlacedImage(image: image, size: size, alternative: words)
    return Page(
      trim: size,
      items: [
        PlacedItem(at: .zero, .tag(StructureTag(.figure, name: words))),
        PlacedItem(at: .zero, .image(placed)),
      ])
  }

  private func page(_ items: [PlacedItem]) -> Page {
    Page(trim: layout.trim, bleed: layout.bleed, items: items)
  }

  // MARK: Furniture

  /// Whether a page is of the book's own size and so carries its furniture.
  package func fits(_ page: Page) -> Bool { page.trim == layout.trim }

  /// Gives a page its label, and its running head and folio; `place` is its place in the book, from 0. A
  /// page that opens a document has a title of its own and no running head.
  package func furnish(
    _ page: inout Page, label: String, place: Int, opens: Bool, facts: MakeupFacts
  ) throws(Rejection) {
    page.label = label
    var facts = facts
    facts[.page] = label
    let context = PageContext(
      number: Int(label) == nil ? place : 0, count: 1, setter: setter, facts: facts, objects: [],
      lines: 1...grid.lines)
    page.items.append(PlacedItem(at: .zero, .tag(StructureTag(.artifact))))
    var master = layout.next
    if opens {
      master.furniture.removeAll { if case .runningHead = $0 { true } else { false } }
    }
    page.items += try PageDrawing.furniture(of: master, on: context)
  }

  /// The characters of titles and lists that no face has.
  package func report(into problems: inout Problems) {
    for missing in setter.missingCharacters {
      problems.report(MakeupProblems.missingCharacter(missing))
    }
  }
}
