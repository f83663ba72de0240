import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs

/// A quotation lifted out of the story: its words between a large opening mark and the name of the
/// speaker, in a box or between two rules.
struct QuoteObject {
  let text: String
  /// Who said it; empty for none.
  let source: String
  let box: BoxSpec?
  let setter: TextSetter
  let columns: Int

  private var grid: PageGrid { setter.grid }
  private var width: Length { grid.width(ofColumns: columns) }
  private var inset: Length {
    (box.map { BoxFrame(spec: $0, setter: setter).inset } ?? .zero) + .points(4)
  }
  /// Blank row between the quotation and the text.
  private static let air = 1

  /// The height that the words need, and up to two rows more.
  func heights() throws(Rejection) -> [FlowShape.Height] {
    let parts = try set()
    let needed = parts.reduce(inset * 2 + grid.leading) { $0 + $1.size.height }
    let least = Realizer.rows(for: needed, grid: grid) + Self.air
    return (0...2).map { FlowShape.Height(rows: least + $0, cost: 1.5 * Double($0)) }
  }

  func draw(rows: Int) throws(Rejection) -> Fragment {
    let bottom = grid.height(ofLines: max(1, rows - Self.air))
    let frame = Rect(left: .zero, top: .zero, right: width, bottom: bottom)
    var items = box.map { BoxFrame(spec: $0, setter: setter).draw(frame) } ?? rules(frame)
    let parts = try set()
    let used = parts.reduce(Length.zero) { $0 + $1.size.height }
    let gap = max(.zero, bottom - inset * 2 - used) / (parts.count + 1)
    var y = inset + gap
    for part in parts {
      items += part.placed(at: Point(x: inset, y: y))
      y += part.size.height + gap
    }
    return Fragment(
      size: Size(width: width, height: grid.height(ofLines: rows)), items: items)
  }

  private func set() throws(Rejection) -> [Fragment] {
    let inner = width - inset * 2
    var parts = [
      try setter.stack(["“\(text)”"], style: setter.style("pull-quote"), width: inner)
    ]
    if !source.isEmpty {
      parts.append(
        try setter.stack(["——\(source)"], style: setter.style("quote-source"), width: inner))
    }
    return parts
  }

  private func rules(_ frame: Rect) -> [PlacedItem] {
    let words = FurnitureWords(setter: setter)
    let thick = Length.millimetres(0.8)
    return [
      words.rule(
        from: frame.left, to: frame.right, at: thick / 2, weight: thick, ink: "accent"),
      words.rule(
        from: frame.left, to: frame.right, at: frame.bottom, weight: .millimetres(0.15),
        ink: "accent"),
    ]
  }
}
