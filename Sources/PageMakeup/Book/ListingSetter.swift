import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import Typesetting

/// Sets the lines of a contents or an index in one measure, as whole rows of the grid; what leads to a
/// page is tagged as a link.
struct ListingSetter {
  let setter: TextSetter
  let measure: Length

  /// Rows of an entry, those that hang together with the next one.
  func item(_ entry: ListingEntry) throws(Rejection) -> FlowItem {
    switch entry.kind {
    case .title: try title(entry.text)
    case .note: try words(entry.text, style: "index-note", tag: StructureTag(.paragraph))
    case .group: try group(entry.text)
    case .leader(let level): try leader(entry, level: level)
    case .run: try run(entry)
    }
  }

  private func title(_ text: String) throws(Rejection) -> FlowItem {
    var canvas = HeadCanvas(setter: setter, width: measure)
    _ = try canvas.block(
      [text], style: setter.style("contents-title"), top: .zero, pitch: setter.grid.leading)
    return made([canvas.items, [], []], keepsWithNext: true)
      .tagged(.heading, name: text, level: 1)
  }

  private func group(_ text: String) throws(Rejection) -> FlowItem {
    var item = try words(text, style: "index-group", tag: StructureTag(.heading, level: 2))
    item.keepsWithNext = true
    return item
  }

  private func words(
    _ text: String, style name: String, tag: StructureTag
  ) throws(Rejection) -> FlowItem {
    let style = setter.style(name).paragraph
    let ascent = try setter.ascent(of: style.character)
    let set = try setter.compose(
      [TextSpan(text, style.character)], style: style, measure: measure)
    var item = made(set.lines.map { $0.placed(onBaseline: ascent) })
    item.tag = tag
    return item
  }

  // MARK: One number at the right edge

  private func leader(_ entry: ListingEntry, level: Int) throws(Rejection) -> FlowItem {
    var style = setter.style(level == 1 ? "contents-1" : "contents-2").paragraph
    let character = style.character
    let label = entry.references.first?.label ?? ""
    let (number, wide) = try setter.line(label, style: character)
    // Room for the number and the last dots; turned lines hang.
    style.rightIndent = max(4, (wide / character.size).rounded(.up) + 1)
    style.leftIndent += 2
    style.firstLineIndent -= 2
    let ascent = try setter.ascent(of: character)
    let set = try setter.compose([TextSpan(entry.text, character)], style: style, measure: measure)
    let link = tag(entry.references.first)
    var rows = set.lines.map { [link] + $0.placed(onBaseline: ascent) }
    guard let last = set.lines.last, !rows.isEmpty else { return made([[]]) }
    let from = last.indent + last.width + character.size / 2
    rows[rows.count - 1] += try dots(
      from: from, to: measure - wide - character.size / 2, style: character, ascent: ascent)
    rows[rows.count - 1] += [link] + placed(number, at: Point(x: measure - wide, y: ascent))
    return made(rows)
  }

  /// Dots whose places are the same in all lines.
  private func dots(
    from left: Length, to right: Length, style: CharacterStyle, ascent: Length
  ) throws(Rejection) -> [PlacedItem] {
    let count = (right - left).units / style.size.units
    guard count > 0 else { return [] }
    let (words, wide) = try setter.line(String(repeating: "…", count: count), style: style)
    return [PlacedItem(at: .zero, .tag(StructureTag(.artifact)))]
      + placed(words, at: Point(x: right - wide, y: ascent))
  }

  // MARK: Many numbers

  private func run(_ entry: ListingEntry) throws(Rejection) -> FlowItem {
    let style = setter.style("index-entry").paragraph
    let character = style.character
    let ascent = try setter.ascent(of: character)
    let set = try setter.compose(
      [TextSpan(entry.text, character)], style: style, measure: measure)
    var rows = set.lines.map { $0.placed(onBaseline: ascent) }
    if rows.isEmpty { rows = [[]] }
    let hang = character.size * 2
    var x = (set.lines.last.map { $0.indent + $0.width } ?? .zero) + character.size
    for (place, reference) in entry.references.enumerated() {
      let isLast = place + 1 == entry.references.count
      let (number, wide) = try setter.line(reference.label, style: character)
      let (comma, gap) = try isLast ? ([], .zero) : setter.line(",", style: character)
      if x + wide + gap > measure {
        rows.append([])
        x = hang
      }
      rows[rows.count - 1] += [tag(reference)] + placed(number, at: Point(x: x, y: ascent))
      if !isLast {
        rows[rows.count - 1] +=
          [PlacedItem(at: .zero, .tag(StructureTag(.artifact)))]
          + placed(comma, at: Point(x: x + wide, y: ascent))
      }
      x += wide + gap + character.size / 2
    }
    return made(rows)
  }

  // MARK: Parts

  private func tag(_ reference: ListingEntry.Reference?) -> PlacedItem {
    let tag = reference.map { StructureTag(.link, name: $0.destination) }
    return PlacedItem(at: .zero, .tag(tag ?? StructureTag(.paragraph)))
  }

  private func placed(_ items: [PlacedItem], at corner: Point) -> [PlacedItem] {
    items.map { PlacedItem(at: $0.origin + corner, $0.item) }
  }

  private func made(_ rows: [RowItems], keepsWithNext: Bool = false) -> FlowItem {
    FlowItem(
      choices: [FlowChoice(rows: rows, cost: 0, name: "normal")], isSplittable: rows.count > 6,
      keepsWithNext: keepsWithNext, name: "listing")
  }
}
