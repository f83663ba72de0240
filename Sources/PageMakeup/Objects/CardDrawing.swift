import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import Typesetting

/// Draws the figures of a number panel: one large, the others in rows on common baselines.
struct CardDrawing {
  let setter: TextSetter

  private var side: Length { PanelTitle.side }
  /// From the number's baseline to the label under it.
  private let gap = Length.points(3.5)

  // MARK: The large figures

  /// Large figures side by side, all of the size that fits each.
  func leads(_ cards: [NumberCard], in box: Rect) throws(Rejection) -> [PlacedItem] {
    let wide = box.size.width / max(1, cards.count)
    let style = setter.style("lead-value")
    let steps = style.sizeSteps.isEmpty ? [style.paragraph.character.size] : style.sizeSteps
    let room = (wide - side * 2) * 2 / 3
    var size = steps[0]
    for card in cards {
      let fits = try figure(
        card, value: "lead-value", unit: "lead-unit", steps: steps, room: room)
      size = min(size, fits.size)
    }
    var items: [PlacedItem] = []
    for (number, card) in cards.enumerated() {
      let corner = Point(x: box.left + wide * number, y: box.top)
      let part = Rect(origin: corner, size: Size(width: wide, height: box.size.height))
      items += try lead(card, in: part, size: size)
    }
    return items
  }

  /// The number at the left, what it counts at the right, their middles on one height.
  private func lead(
    _ card: NumberCard, in box: Rect, size: Length
  ) throws(Rejection) -> [PlacedItem] {
    let inside = box.inset(by: Insets(right: side, left: side))
    let label = setter.style("lead-label")
    let number = try figure(
      card, value: "lead-value", unit: "lead-unit", steps: [size], room: inside.size.width)
    let left = inside.left + number.width + setter.grid.em
    // A narrow panel has no room beside the number.
    if inside.right - left < setter.grid.em * 5 {
      return try stackedLead(card, number, in: inside)
    }
    let words = try self.label(
      card, styles: (label, label), width: inside.right - left)
    // Digits are about 0.73 em high: their middle is that of the words.
    let middle = inside.top + inside.size.height / 2
    let baseline = middle + size.scaled(by: 0.73) / 2
    return number.placed(at: Point(x: inside.left, y: baseline))
      + words.placed(at: Point(x: left, y: middle - words.size.height / 2))
  }

  /// The number with what it counts under it, both from the left edge.
  private func stackedLead(
    _ card: NumberCard, _ number: Figure, in box: Rect
  ) throws(Rejection) -> [PlacedItem] {
    let words = try label(card, width: box.size.width)
    let cap = number.size.scaled(by: 0.73)
    let top = box.top + max(.zero, box.size.height - cap - gap - words.size.height) / 2
    return number.placed(at: Point(x: box.left, y: top + cap))
      + words.placed(at: Point(x: box.left, y: top + cap + gap))
  }

  // MARK: Rows of cards

  /// Rows of cards parted by hairlines; numbers take one size, that of four cards in five.
  func rows(_ rows: [[NumberCard]], in area: Rect) throws(Rejection) -> [PlacedItem] {
    guard !rows.isEmpty else { return [] }
    let height = area.size.height / rows.count
    let size = try commonSize(rows, width: area.size.width)
    var items: [PlacedItem] = []
    for (number, row) in rows.enumerated() {
      let band = Rect(
        origin: Point(x: area.left, y: area.top + height * number),
        size: Size(width: area.size.width, height: height))
      items.append(hairline(over: band))
      items += try self.row(row, in: band, size: size)
    }
    return items
  }

  private func hairline(over band: Rect) -> PlacedItem {
    let path = Path.line(
      from: Point(x: band.left + side, y: band.top), to: Point(x: band.right - side, y: band.top))
    let stroke = Stroke(ink: setter.ink("rule"), width: .millimetres(0.1))
    return PlacedItem(at: .zero, .path(path, Paint(stroke: stroke)))
  }

  /// The largest of the sizes at which four in five numbers fit their cards; the few longer ones take
  /// a smaller size of their own rather than make all others small.
  private func commonSize(_ rows: [[NumberCard]], width: Length) throws(Rejection) -> Length {
    let style = setter.style("card-value")
    let steps = style.sizeSteps.isEmpty ? [style.paragraph.character.size] : style.sizeSteps
    var sizes: [Length] = []
    for row in rows {
      for card in row {
        let fits = try figure(
          card, value: "card-value", unit: "card-unit", steps: steps,
          room: cardRoom(width: width, count: row.count))
        sizes.append(fits.size)
      }
    }
    sizes.sort()
    return sizes.isEmpty ? steps[0] : sizes[sizes.count / 5]
  }

  private func smaller(than size: Length) -> [Length] {
    setter.style("card-value").sizeSteps.filter { $0 < size }
  }

  /// What a card's words may take: its share without the gap to the next.
  private func cardRoom(width: Length, count: Int) -> Length {
    (width - side * 2) / count - setter.grid.em
  }

  private func row(
    _ cards: [NumberCard], in band: Rect, size: Length
  ) throws(Rejection) -> [PlacedItem] {
    let wide = (band.size.width - side * 2) / cards.count
    let room = cardRoom(width: band.size.width, count: cards.count)
    var labels: [Fragment] = []
    for card in cards { labels.append(try label(card, width: room)) }
    // Digits stand 0.73 em over the baseline.
    let cap = size.scaled(by: 0.73)
    let tallest = labels.map(\.size.height).max() ?? .zero
    let top = band.top + max(.zero, band.size.height - cap - gap - tallest) / 2
    let baseline = top + cap
    var items: [PlacedItem] = []
    for (number, card) in cards.enumerated() {
      let x = band.left + side + wide * number
      let figure = try figure(
        card, value: "card-value", unit: "card-unit", steps: [size] + smaller(than: size),
        room: room)
      items += figure.placed(at: Point(x: x, y: baseline))
      items += labels[number].placed(at: Point(x: x, y: baseline + gap))
    }
    return items
  }

  private func label(_ card: NumberCard, width: Length) throws(Rejection) -> Fragment {
    try label(
      card, styles: (setter.style("card-label"), setter.style("card-remark")), width: width)
  }

  /// What the number counts, and its remark under it with the arrow of its change.
  private func label(
    _ card: NumberCard, styles: (label: NamedStyle, remark: NamedStyle), width: Length
  ) throws(Rejection) -> Fragment {
    let words = try setter.stack([card.label], style: styles.label, width: width)
    guard !card.remark.isEmpty else { return words }
    let character = styles.remark.paragraph.character
    let arrow =
      card.change.map { change in
        change.isNumber ? nil : ChangeArrow(rises: change.rises, size: character.size)
      } ?? nil
    let indent = arrow?.advance ?? .zero
    let remark = try setter.stack([card.remark], style: styles.remark, width: width - indent)
    let top =
      words.size.height
      + styles.label.paragraph.character.size.scaled(by: styles.label.lineSpacing - 1)
    var items = words.items + remark.placed(at: Point(x: indent, y: top))
    if let arrow {
      let baseline = top + (try setter.ascent(of: character))
      items.append(arrow.item(at: Point(x: .zero, y: baseline), ink: character.ink))
    }
    return Fragment(
      size: Size(width: width, height: top + remark.size.height), items: items)
  }

  // MARK: Numbers

  private struct Figure {
    var items: [PlacedItem]
    var width: Length
    var size: Length

    /// The figure with its left end on the baseline at a point.
    func placed(at corner: Point) -> [PlacedItem] {
      items.map { PlacedItem(at: $0.origin + corner, $0.item) }
    }
  }

  /// The number between its words at the largest size that fits; its words keep their size.
  private func figure(
    _ card: NumberCard, value valueStyle: String, unit unitStyle: String, steps: [Length],
    room: Length
  ) throws(Rejection) -> Figure {
    var value = setter.style(valueStyle).paragraph.character
    let unit = setter.style(unitStyle).paragraph.character
    var set = Figure(items: [], width: .zero, size: value.size)
    for size in steps {
      value.size = size
      set = Figure(items: [], width: .zero, size: size)
      if let change = card.change, change.isNumber {
        let arrow = ChangeArrow(rises: change.rises, size: size.scaled(by: 0.7))
        set.items.append(arrow.item(at: .zero, ink: value.ink))
        set.width = arrow.advance
      }
      for (text, style) in [(card.before, unit), (card.value, value), (card.after, unit)]
      where !text.isEmpty {
        let (run, wide) = try setter.line(text, style: style)
        if set.width > .zero { set.width += .points(1.5) }
        let corner = Point(x: set.width, y: .zero)
        set.items += run.map { PlacedItem(at: $0.origin + corner, $0.item) }
        set.width += wide
      }
      if set.width <= room { break }
    }
    return set
  }
}
