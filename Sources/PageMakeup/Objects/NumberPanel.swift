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
  /// How what is counted moved.
  var change: Change?
  /// Whether the headline or the deck says the number: it leads.
  var isTitled = false
  /// The sentence that says it, which a click on the card leads to.
  var sentence = ""

  /// A change, shown by an arrow: beside the number where that is the change, else beside the remark.
  struct Change: Hashable {
    var rises: Bool
    var isNumber: Bool
  }
}

/// The panel 数说: a title, one figure large, and the others as cards in rows, from the indicators of
/// the report itself. Numbers of a row stand on one baseline, all of one size.
struct NumberPanel {
  let cards: [NumberCard]
  let spec: PanelSpec
  let slot: ObjectSlot
  let setter: TextSetter

  /// Cards beside each other; the layout gives them for two columns.
  var across: Int { max(1, spec.across * slot.columns.count / 2) }

  /// Rows of the grid that the title takes.
  static let titleRows = 3
  /// Least and most rows of the large figure.
  static let leadRows = 4...6
  /// Least and most rows of a row of cards.
  static let cardRows = 5
  static let mostCardRows = 6
  /// Blank row between the panel and the text.
  static let air = 1

  private var grid: PageGrid { setter.grid }
  private var width: Length { grid.width(ofColumns: slot.columns.count) }

  /// Large figures: one in two columns, two in more.
  private var leadCount: Int { slot.columns.count > 2 && cards.count > 2 ? 2 : 1 }

  /// Rows of cards at most: all cards, but no last row of a single one.
  private var deepest: Int {
    let rest = max(0, cards.count - leadCount)
    return rest % across == 1 && across > 1 ? rest / across : (rest + across - 1) / across
  }

  /// Heights at which all rows of cards are full or nearly so; nil where there are too few cards.
  func heights() -> [FlowShape.Height]? {
    guard cards.count >= spec.least else { return nil }
    var found: [FlowShape.Height] = []
    for rows in spec.rows {
      let room = rows - Self.titleRows - Self.air
      let bands = bands(atRows: rows)
      guard bands >= 1, room <= bands * Self.mostCardRows + Self.leadRows.upperBound else {
        continue
      }
      found.append(
        FlowShape.Height(rows: rows, cost: setter.prices.panelRow * Double(abs(rows - spec.ideal))))
    }
    return found.isEmpty ? nil : found
  }

  private func bands(atRows rows: Int) -> Int {
    let room = rows - Self.titleRows - Self.air - Self.leadRows.lowerBound
    return min(deepest, max(0, room / Self.cardRows))
  }

  func draw(rows: Int) throws(Rejection) -> Fragment {
    let bands = max(1, bands(atRows: rows))
    let shift = slot.place == .foot ? grid.leading * Self.air : .zero
    let box = Rect(
      left: .zero, top: .zero, right: width, bottom: grid.height(ofLines: rows - Self.air))
    var items = [
      PlacedItem(at: .zero, .path(.rect(box), Paint(fill: setter.ink("panel"))))
    ]
    items += try PanelTitle(title: spec.title, note: spec.note, setter: setter).draw(
      width: width, height: grid.leading * Self.titleRows)
    let leads = CardSelection.leading(cards, count: leadCount)
    let rest = cards.indices.filter { !leads.contains($0) }.map { cards[$0] }
    let shown = Array(rest.prefix(bands * across))
    let room = rows - Self.titleRows - Self.air
    // The large figure takes what the cards leave, within its limits.
    let leadRows = min(
      Self.leadRows.upperBound, max(Self.leadRows.lowerBound, room - bands * Self.cardRows))
    let area = Rect(
      left: .zero, top: grid.leading * Self.titleRows, right: width, bottom: box.bottom)
    let split = area.top + grid.leading * leadRows
    let drawing = CardDrawing(setter: setter)
    items += try drawing.leads(
      leads.map { cards[$0] }, in: Rect(left: .zero, top: area.top, right: width, bottom: split))
    items += try drawing.rows(
      Self.split(shown, into: bands, across: across),
      in: Rect(left: .zero, top: split, right: width, bottom: area.bottom))
    // At the foot the blank row parts the panel from the text over it.
    let whole = Fragment(size: box.size, items: items)
    return Fragment(
      size: Size(width: width, height: grid.height(ofLines: rows)),
      items: whole.placed(at: Point(x: .zero, y: shift)))
  }

  /// Rows of cards in their order; a short last row shares the width.
  static func split(_ cards: [NumberCard], into bands: Int, across: Int) -> [[NumberCard]] {
    (0..<bands).map { band in
      Array(cards.dropFirst(band * across).prefix(across))
    }.filter { !$0.isEmpty }
  }
}
