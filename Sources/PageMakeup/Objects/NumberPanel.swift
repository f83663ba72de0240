import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel
import Typesetting

/// One figure of the panel 数说: the number with its qualifier and unit, and what it counts.
struct NumberCard: Hashable {
  var before: String
  var value: String
  var after: String
  var label: String
  var remark: String
}

/// The panel 数说: a title bar and number cards in rows, from the indicators of the report itself.
struct NumberPanel {
  let cards: [NumberCard]
  let spec: PanelSpec
  let slot: ObjectSlot
  let setter: TextSetter

  /// Cards beside each other; the layout gives them for two columns.
  var across: Int { max(1, spec.across * slot.columns.count / 2) }

  /// Rows of the grid that the title bar takes.
  static let titleRows = 3
  /// Least rows of a row of cards.
  static let cardRows = 4
  /// Blank row between the panel and the text.
  static let air = 1

  private var grid: PageGrid { setter.grid }
  private var width: Length { grid.width(ofColumns: slot.columns.count) }

  /// Heights at which all rows of cards are full or nearly so; nil where there are too few cards.
  func heights() -> [FlowShape.Height]? {
    guard cards.count >= spec.least else { return nil }
    let deepest = (cards.count + across - 1) / across
    var found: [FlowShape.Height] = []
    for rows in spec.rows {
      let bands = bands(atRows: rows)
      // Cards may stretch by half a row each before the panel looks empty.
      let room = rows - Self.titleRows - Self.air
      guard bands >= 1, bands <= deepest, room <= bands * (Self.cardRows + 1) else { continue }
      found.append(FlowShape.Height(rows: rows, cost: 0.4 * Double(abs(rows - spec.ideal))))
    }
    return found.isEmpty ? nil : found
  }

  private func bands(atRows rows: Int) -> Int {
    let deepest = (cards.count + across - 1) / across
    return min(deepest, (rows - Self.titleRows - Self.air) / Self.cardRows)
  }

  func draw(rows: Int) throws(Rejection) -> Fragment {
    let bands = max(1, bands(atRows: rows))
    let bottom = grid.height(ofLines: rows - Self.air)
    let box = Rect(left: .zero, top: .zero, right: width, bottom: bottom)
    let shift = slot.place == .foot ? grid.leading * Self.air : .zero
    var items = [
      PlacedItem(at: .zero, .path(.rect(box), Paint(fill: setter.ink("panel"))))
    ]
    let bar = Rect(left: .zero, top: .zero, right: width, bottom: grid.leading * 2)
    items += try titleBar(bar)
    let shown = Array(cards.prefix(bands * across))
    let area = Rect(
      left: .zero, top: bar.bottom + grid.leading / 3, right: width, bottom: bottom)
    let cell = Size(width: width / across, height: area.size.height / bands)
    for (number, card) in shown.enumerated() {
      let column = number % across
      let corner = Point(
        x: cell.width * column, y: area.top + cell.height * (number / across))
      items += try drawCard(card, in: Rect(origin: corner, size: cell), isFirst: column == 0)
    }
    // At the foot the blank row parts the panel from the text over it.
    let whole = Fragment(size: box.size, items: items)
    return Fragment(
      size: Size(width: width, height: grid.height(ofLines: rows)),
      items: whole.placed(at: Point(x: .zero, y: shift)))
  }

  private func titleBar(_ bar: Rect) throws(Rejection) -> [PlacedItem] {
    let style = setter.style("panel-title").paragraph.character
    let (words, _) = try setter.line(spec.title, style: style)
    let top = (bar.size.height - style.size) / 2
    let baseline = top + (try setter.ascent(of: style))
    return [PlacedItem(at: .zero, .path(.rect(bar), Paint(fill: setter.ink("accent"))))]
      + words.map {
        PlacedItem(at: Point(x: .points(8) + $0.origin.x, y: baseline + $0.origin.y), $0.item)
      }
  }

  private func drawCard(_ card: NumberCard, in cell: Rect, isFirst: Bool) throws(Rejection)
    -> [PlacedItem]
  {
    let value = setter.style("card-value").paragraph.character
    let label = setter.style("card-label")
    let inside = cell.inset(by: Insets(right: .points(4), left: .points(7)))
    let words = try setter.stack(
      [card.label] + (card.remark.isEmpty ? [] : [card.remark]), style: label,
      width: inside.size.width)
    let gap = Length.points(2)
    let height = value.size + gap + words.size.height
    let top = inside.top + max(.zero, inside.size.height - height) / 2
    let baseline = top + (try setter.ascent(of: value))
    var items: [PlacedItem] = []
    if !isFirst {
      let x = cell.left
      let rule = Path.line(
        from: Point(x: x, y: cell.top + .points(6)), to: Point(x: x, y: cell.bottom - .points(6)))
      let thin = Stroke(ink: setter.ink("grey"), width: .millimetres(0.1))
      items.append(PlacedItem(at: .zero, .path(rule, Paint(stroke: thin))))
    }
    items += try figure(card, at: Point(x: inside.left, y: baseline), room: inside.size.width)
    return items + words.placed(at: Point(x: inside.left, y: top + value.size + gap))
  }

  /// The number between its words; a long one takes a smaller size until it fits its card.
  private func figure(
    _ card: NumberCard, at place: Point, room: Length
  ) throws(Rejection) -> [PlacedItem] {
    var value = setter.style("card-value").paragraph.character
    var unit = setter.style("card-unit").paragraph.character
    for step in [1.0, 0.9, 0.8, 0.7, 0.6] {
      value.size = setter.style("card-value").paragraph.character.size.scaled(by: step)
      unit.size = setter.style("card-unit").paragraph.character.size.scaled(by: max(step, 0.85))
      var items: [PlacedItem] = []
      var x = Length.zero
      for (text, style) in [(card.before, unit), (card.value, value), (card.after, unit)]
      where !text.isEmpty {
        let (run, wide) = try setter.line(text, style: style)
        let corner = Point(x: place.x + x, y: place.y)
        items += run.map { PlacedItem(at: $0.origin + corner, $0.item) }
        x += wide + .points(1)
      }
      if x <= room || step == 0.6 { return items }
    }
    return []
  }
}
