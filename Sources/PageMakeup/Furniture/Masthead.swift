import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import Notations

/// 报头: the paper's name large, sponsor and licence under it, then a band of date, lunar date, issue and
/// number of pages between a thick and a thin rule; beside the name the 报眼 (NP-3, NP-13).
///
/// The lunar date is reckoned from the date of the job. What is not given is left out; without a text
/// for the 报眼 the name takes its columns.
struct Masthead: FurniturePiece {
  let spec: MastheadSpec

  /// Lines of the grid that the band takes.
  private static let bandLines = 2

  func set(on page: PageContext) throws(Rejection) -> [PlacedItem] {
    let grid = page.setter.grid
    let whole = grid.rect(columns: spec.area.columns, lines: spec.area.lines)
    let bandTop = grid.top(ofLine: spec.area.lines.upperBound - Self.bandLines + 1)
    let body = Rect(left: whole.left, top: whole.top, right: whole.right, bottom: bandTop)
    var name = body
    var items: [PlacedItem] = []
    if let ear = spec.ear, page.facts[.ear] != nil || page.facts.matrix != nil {
      let left = grid.left(ofColumn: ear.lowerBound)
      name = Rect(
        left: body.left, top: body.top, right: left - grid.em, bottom: body.bottom)
      let box = Rect(
        left: left, top: body.top, right: left + grid.width(ofColumns: ear.count),
        bottom: body.bottom - grid.leading / 2)
      items += try Ear(spec: spec.earBox, setter: page.setter).draw(page.facts, in: box)
    }
    items = try plate(page.facts, in: name, page.setter) + items
    let band = Rect(left: whole.left, top: bandTop, right: whole.right, bottom: whole.bottom)
    return items + (try self.band(in: band, page))
  }

  // MARK: The name

  /// The name in the largest size that its room holds, sponsor and licence on a line under it.
  private func plate(
    _ facts: MakeupFacts, in room: Rect, _ setter: TextSetter
  ) throws(Rejection) -> [PlacedItem] {
    let small = setter.style("masthead-line").paragraph.character
    let facing = [facts[.sponsor].map { $0.hasSuffix("主办") ? $0 : $0 + "主办" }, facts[.licence]]
      .compactMap { $0 }
    let foot = facing.isEmpty ? Length.zero : small.size.scaled(by: 2)
    var items: [PlacedItem] = []
    if let path = spec.plate, let image = setter.layout.art[path] {
      var free = room
      free.size.height = room.size.height - foot
      items.append(Self.drawn(image, in: free, name: facts.paper ?? ""))
    } else if let paper = facts.paper {
      var style = setter.style("masthead")
      let tallest = (room.size.height - foot).scaled(by: 0.95)
      let fitting = style.sizeSteps.filter { $0 <= tallest }
      style.sizeSteps = fitting.isEmpty ? style.sizeSteps.suffix(1) : fitting
      let name = try setter.stack([paper], style: style, width: room.size.width)
      let top = room.top + (room.size.height - foot - name.size.height) / 2
      items += name.placed(at: Point(x: room.left, y: top))
    }
    guard !facing.isEmpty else { return items }
    let words = FurnitureWords(setter: setter)
    let middle = room.left + room.size.width / 2
    items += try words.line(
      facing.joined(separator: "\u{3000}\u{3000}"), style: small, at: middle,
      baseline: room.bottom - small.size.scaled(by: 0.8), align: .centred)
    return items
  }

  /// A drawn name, whole, as large as its room holds it with a little air.
  private static func drawn(_ image: ImageSource, in room: Rect, name: String) -> PlacedItem {
    let ratio = Double(image.pixelWidth) / Double(max(1, image.pixelHeight))
    let height = min(
      room.size.height.scaled(by: 0.9), room.size.width.scaled(by: 1 / max(0.01, ratio)))
    let size = Size(width: height.scaled(by: ratio), height: height)
    let corner = Point(
      x: room.left + (room.size.width - size.width) / 2,
      y: room.top + (room.size.height - size.height) / 2)
    let placed = PlacedImage(
      image: ImageID(rawValue: image.path), size: size, alternative: name)
    return PlacedItem(at: corner, .image(placed))
  }

  // MARK: The band

  private func band(in room: Rect, _ page: PageContext) throws(Rejection) -> [PlacedItem] {
    let setter = page.setter
    let words = FurnitureWords(setter: setter)
    let thick = room.top + spec.rule.weight / 2
    let thin = room.bottom - setter.grid.leading / 2
    var items = [
      words.rule(
        from: room.left, to: room.right, at: thick, weight: spec.rule.weight, ink: spec.rule.ink),
      words.rule(
        from: room.left, to: room.right, at: thin, weight: .millimetres(0.15), ink: spec.rule.ink),
    ]
    let parts = bandWords(page)
    guard !parts.isEmpty else { return items }
    let style = try bandStyle(parts, room: room.size.width, setter)
    let middle = (room.top + spec.rule.weight + thin) / 2
    let baseline = middle - style.size / 2 + (try setter.ascent(of: style))
    // First and last at the edges, the others spread between them.
    var widths: [Length] = []
    for part in parts { widths.append(try setter.line(part, style: style).width) }
    let free = room.size.width - widths.reduce(.zero, +)
    let gap = free / max(1, parts.count - 1)
    var x = parts.count == 1 ? room.left + free / 2 : room.left
    for (part, wide) in zip(parts, widths) {
      items += try words.line(part, style: style, at: x, baseline: baseline)
      x += wide + gap
    }
    return items
  }

  private func bandWords(_ page: PageContext) -> [String] {
    let date = page.facts.date
    let lunar = date.flatMap { CivilDay(whole: $0) }.flatMap { LunarDate($0) }.map {
      "农历\($0.words)"
    }
    return [date.map(ChineseDate.words), lunar, page.facts.issueWords, page.facts.pagesWords]
      .compactMap { $0 }
  }

  /// The band's style, in the largest of its sizes that leaves an em between the parts.
  private func bandStyle(
    _ parts: [String], room: Length, _ setter: TextSetter
  ) throws(Rejection) -> CharacterStyle {
    let named = setter.style("masthead-band")
    var style = named.paragraph.character
    for size in named.sizeSteps {
      style.size = size
      let wide = try setter.line(parts.joined(separator: "\u{3000}"), style: style).width
      if wide <= room { break }
    }
    return style
  }
}
