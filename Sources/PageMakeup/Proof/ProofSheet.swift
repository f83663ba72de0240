import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import Typesetting

/// Makes proof sheets of finished pages: to the right of each page a margin is added, with the numbered
/// flags of the reading, overset and warnings, and lines to sign. The marks stand at the words.
struct ProofSheet {
  let setter: TextSetter
  let title: String

  /// Width of the added margin.
  static let margin = Length.millimetres(64)
  private static let pad = Length.millimetres(4)
  /// Names that sign a page.
  static let signers = ["责任编辑", "版式", "校对", "审签", "日期"]

  private var words: FurnitureWords { FurnitureWords(setter: setter) }

  /// The pages with their margins; a flag is listed on the page that its words stand on, on the first
  /// where they are not found.
  func sheets(
    _ pages: [Page], flags: [ProofNote], findings: [ProofNote]
  ) throws(Rejection) -> [Page] {
    let texts = pages.map { PageText($0.items) }
    var lists: [[(note: ProofNote, place: Point?)]] = pages.map { _ in [] }
    guard !lists.isEmpty else { return pages }
    for flag in flags {
      var found: (page: Int, place: Point)?
      for (number, text) in texts.enumerated() where found == nil {
        found = text.place(of: flag.text, after: flag.opening).map { (number, $0) }
      }
      lists[found?.page ?? 0].append((flag, found?.place))
    }
    lists[0] += findings.map { ($0, nil) }
    var sheets: [Page] = []
    for (page, list) in zip(pages, lists) { sheets.append(try sheet(page, list: list)) }
    return sheets
  }

  private func sheet(
    _ page: Page, list: [(note: ProofNote, place: Point?)]
  ) throws(Rejection) -> Page {
    var sheet = page
    let room = Rect(
      left: page.trim.width + Self.pad, top: Self.pad * 2,
      right: page.trim.width + Self.margin - Self.pad, bottom: page.trim.height - Self.pad * 2)
    sheet.trim.width = page.trim.width + Self.margin
    sheet.items.append(
      ProofInk.line(
        from: Point(x: page.trim.width, y: .zero),
        to: Point(x: page.trim.width, y: page.trim.height), ink: ProofInk.middle, millimetres: 0.1))
    let signatures = try self.signatures(in: room)
    sheet.items += try heading(page, in: room)
    let top = room.top + .millimetres(16)
    let bottom = room.bottom - .millimetres(9) * (Self.signers.count + 1)
    let set = try notes(
      list, in: Rect(left: room.left, top: top, right: room.right, bottom: bottom))
    sheet.items += set + signatures
    for (number, entry) in list.enumerated() {
      if let place = entry.place { sheet.items += try marker(number + 1, at: place) }
    }
    return sheet
  }

  // MARK: Parts of the margin

  private func heading(_ page: Page, in room: Rect) throws(Rejection) -> [PlacedItem] {
    try words.line(
      "校样", style: ProofInk.words(18, bold: true), at: room.left,
      baseline: room.top + .points(16))
      + words.line(
        [title, page.label].filter { !$0.isEmpty }.joined(separator: " · "),
        style: ProofInk.words(8), at: room.left, baseline: room.top + .points(30))
  }

  /// The list from the top; what finds no room is counted, not dropped in silence.
  private func notes(
    _ list: [(note: ProofNote, place: Point?)], in room: Rect
  ) throws(Rejection) -> [PlacedItem] {
    let style = ProofInk.words(7.5)
    let paragraph = ParagraphStyle(character: style, alignment: .left, firstLineIndent: 0)
    let indent = Length.points(16)
    var items: [PlacedItem] = []
    var y = room.top
    for (number, entry) in list.enumerated() {
      let quoted = entry.note.text.isEmpty ? "" : "“\(entry.note.text)” "
      let lines = try setter.compose(
        [TextSpan(quoted + entry.note.message, style)], style: paragraph,
        measure: room.size.width - indent
      ).lines
      let stack = try setter.stack(
        lines, style: style, spacing: 1.35, width: room.size.width - indent)
      guard y + stack.size.height <= room.bottom - .points(12) else {
        return items
          + (try words.line(
            "……另有 \(list.count - number) 条", style: style, at: room.left, baseline: room.bottom))
      }
      items += try disc(number + 1, at: Point(x: room.left, y: y + .points(4)))
      items += stack.placed(at: Point(x: room.left + indent, y: y))
      y += stack.size.height + .points(6)
    }
    if list.isEmpty {
      items += try words.line(
        "无疑点", style: style, at: room.left, baseline: room.top + .points(8))
    }
    return items
  }

  /// 签字: a line for each name.
  private func signatures(in room: Rect) throws(Rejection) -> [PlacedItem] {
    var items: [PlacedItem] = []
    for (number, name) in Self.signers.reversed().enumerated() {
      let y = room.bottom - .millimetres(9) * number
      items += try words.line(name, style: ProofInk.words(9), at: room.left, baseline: y)
      items.append(
        ProofInk.line(
          from: Point(x: room.left + .millimetres(17), y: y + .points(2)),
          to: Point(x: room.right, y: y + .points(2)), ink: ProofInk.strong, millimetres: 0.15))
    }
    return items
  }

  // MARK: Marks

  /// A number in a disc over the words, as a proof-reader would ring them.
  private func marker(_ number: Int, at place: Point) throws(Rejection) -> [PlacedItem] {
    let corner = Point(x: place.x - .points(4), y: place.y - .points(9))
    return try disc(number, at: corner, size: .points(7))
  }

  /// A disc whose left edge and middle lie at a point.
  private func disc(
    _ number: Int, at place: Point, size: Length = .points(9)
  ) throws(Rejection) -> [PlacedItem] {
    let box = Rect(
      origin: Point(x: place.x, y: place.y - size / 2), size: Size(width: size, height: size))
    var style = ProofInk.words(6.5, bold: true)
    style.size = size.scaled(by: number > 9 ? 0.6 : 0.72)
    style.ink = .paper
    return [
      PlacedItem(
        at: .zero, .path(.roundedRect(box, radius: size / 2), Paint(fill: ProofInk.strong)))
    ]
      + (try words.line(
        "\(number)", style: style, at: box.left + size / 2,
        baseline: box.bottom - size.scaled(by: 0.27), align: .centred))
  }
}
