import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import Typesetting

/// The contents: heads with leaders and page numbers, on pages of their own where the report has a
/// paragraph 目录.
struct ContentsPages {
  let setter: TextSetter
  let measure: Length
  let ascent: Length

  /// Whether a paragraph stands for the contents.
  static func isMarker(_ text: String) -> Bool {
    text.count <= 6 && text.filter { $0 != " " && $0 != "\u{3000}" } == "目录"
  }

  /// The items of the contents; an entry without a number yet keeps its room.
  func items(_ entries: [ContentsEntry], numbers: [String]) throws(Rejection) -> [FlowItem] {
    var title = HeadCanvas(setter: setter, width: measure)
    _ = try title.block(
      ["目\u{3000}录"], style: setter.style("contents-title"), top: .zero,
      pitch: setter.grid.leading)
    var head = FlowItem(
      choices: [FlowChoice(rows: [title.items, []], cost: 0, name: "normal")], isSplittable: false,
      keepsWithNext: true, name: "contents"
    ).tagged(.heading, level: 1)
    head.paging.startsPage = true
    var items = [head]
    for (number, entry) in entries.enumerated() {
      items.append(try item(entry, number: number < numbers.count ? numbers[number] : ""))
    }
    return items
  }

  private func item(_ entry: ContentsEntry, number: String) throws(Rejection) -> FlowItem {
    var style = setter.style(entry.level == 1 ? "contents-1" : "contents-2").paragraph
    let character = style.character
    // Four characters at the right are the number's and the last leader's.
    style.rightIndent = 4
    style.leftIndent += 2
    style.firstLineIndent -= 2
    let set = try setter.compose(
      [TextSpan(entry.text, character)], style: style, measure: measure)
    let link = PlacedItem(at: .zero, .tag(StructureTag(.link, name: entry.text)))
    var rows = set.lines.map { [link] + $0.placed(onBaseline: ascent) }
    let (words, wide) = try setter.line(number, style: character)
    let left = measure - wide
    if let last = set.lines.last, !rows.isEmpty {
      rows[rows.count - 1] += [link]
      rows[rows.count - 1] += words.map {
        PlacedItem(at: $0.origin + Point(x: left, y: ascent), $0.item)
      }
      let from = last.indent + last.width + character.size / 4
      rows[rows.count - 1] += try leader(
        from: from, to: measure - character.size * 2, style: character)
    }
    return FlowItem(
      choices: [FlowChoice(rows: rows, cost: 0, name: "normal")], isSplittable: false,
      name: "contents entry")
  }

  /// Dots whose right end is the same in all lines.
  private func leader(
    from left: Length, to right: Length, style: CharacterStyle
  ) throws(Rejection) -> [PlacedItem] {
    let count = (right - left).units / style.size.units
    guard count > 0 else { return [] }
    let (words, wide) = try setter.line(String(repeating: "…", count: count), style: style)
    let artifact = PlacedItem(at: .zero, .tag(StructureTag(.artifact)))
    return [artifact]
      + words.map { PlacedItem(at: $0.origin + Point(x: right - wide, y: ascent), $0.item) }
  }
}
