import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel
import Typesetting

/// The figures of a bulletin as cards in rows over its text: number, unit, and what it counts.
struct NumberStrip {
  let cards: [NumberCard]
  let spec: PanelSpec
  let setter: TextSetter
  let width: Length

  /// Grid rows of a card.
  static let cardRows = 3

  private var leading: Length { setter.grid.leading }

  /// Full rows of cards, so that none is left with a hole; nil where there are too few figures.
  private var shown: [NumberCard]? {
    let most = spec.rows.upperBound / Self.cardRows * spec.across
    let count = min(cards.count, most)
    guard count >= spec.least else { return nil }
    let full = count / spec.across * spec.across
    return Array(cards.prefix(full == 0 ? count : full))
  }

  /// The strip as a flow item with a blank row under it.
  func item() throws(Rejection) -> FlowItem? {
    guard let shown, !shown.isEmpty else { return nil }
    let across = min(spec.across, shown.count)
    let bands = (shown.count + across - 1) / across
    let height = leading * (bands * Self.cardRows)
    let wide = width / across
    let box = Rect(left: .zero, top: .zero, right: width, bottom: height)
    var items = [
      PlacedItem(at: .zero, .tag(StructureTag(.artifact))),
      PlacedItem(at: .zero, .path(.rect(box), Paint(fill: setter.ink("tint")))),
    ]
    for y in [Length.zero, height] {
      items.append(rule(from: Point(x: .zero, y: y), to: Point(x: width, y: y), 0.35))
    }
    // All numbers are of one size, the largest that the longest of them allows.
    let size = try size(for: shown, in: wide)
    for (number, card) in shown.enumerated() {
      let left = wide * (number % across)
      let top = leading * (number / across * Self.cardRows)
      if number % across > 0 {
        let foot = top + leading * Self.cardRows - leading / 2
        items.append(
          rule(from: Point(x: left, y: top + leading / 2), to: Point(x: left, y: foot), 0.1))
      }
      // A card leads to the sentence that it is taken from.
      items.append(PlacedItem(at: .zero, .tag(StructureTag(.link, name: card.sentence))))
      items += try draw(card, at: Point(x: left, y: top), width: wide, size: size)
    }
    let rows = bands * Self.cardRows + 1
    return FlowItem.whole(
      Fragment(size: Size(width: width, height: height), items: items), rows: rows,
      name: "numbers", range: nil)
  }

  private func size(for cards: [NumberCard], in wide: Length) throws(Rejection) -> Length {
    let style = setter.style("card-value")
    let steps = style.sizeSteps.isEmpty ? [style.paragraph.character.size] : style.sizeSteps
    for size in steps {
      var character = style.paragraph.character
      character.size = size
      var fits = true
      for card in cards where try number(card, style: character).width > wide.scaled(by: 0.92) {
        fits = false
      }
      if fits { return size }
    }
    return steps[steps.count - 1]
  }

  /// Number with its qualifier and unit, on one baseline.
  private func number(
    _ card: NumberCard, style: CharacterStyle
  ) throws(Rejection) -> (items: [PlacedItem], width: Length) {
    var unit = setter.style("card-unit").paragraph.character
    unit.ink = style.ink
    var items: [PlacedItem] = []
    var x = Length.zero
    for (text, look) in [(card.before, unit), (card.value, style), (card.after, unit)]
    where !text.isEmpty {
      let (words, wide) = try setter.line(text, style: look)
      let left = x
      items += words.map { PlacedItem(at: $0.origin + Point(x: left, y: .zero), $0.item) }
      x += wide + unit.size / 8
    }
    return (items, x)
  }

  private func draw(
    _ card: NumberCard, at corner: Point, width wide: Length, size: Length
  ) throws(Rejection) -> [PlacedItem] {
    var character = setter.style("card-value").paragraph.character
    character.size = size
    let (figure, numberWidth) = try number(card, style: character)
    let baseline = leading.scaled(by: 1.35)
    let left = (wide - numberWidth) / 2
    var items = figure.map {
      PlacedItem(at: $0.origin + corner + Point(x: left, y: baseline), $0.item)
    }
    let label = setter.style("card-label")
    let room = wide.scaled(by: 0.9)
    // What qualifies a number is always printed with it.
    let words = card.remark.isEmpty ? [card.label] : [card.label, card.remark]
    let set = try setter.stack(words, style: label, width: room)
    let top = leading.scaled(by: 1.6)
    items += set.placed(at: corner + Point(x: (wide - room) / 2, y: top))
    return items
  }

  private func rule(from start: Point, to end: Point, _ weight: Double) -> PlacedItem {
    let stroke = Stroke(ink: setter.ink("rule"), width: .millimetres(weight))
    return PlacedItem(at: .zero, .path(.line(from: start, to: end), Paint(stroke: stroke)))
  }
}
