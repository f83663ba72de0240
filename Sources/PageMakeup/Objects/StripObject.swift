import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel

/// The strip of public-service lines at the foot: own box, labelled, whole rows high (NP-14).
struct StripObject {
  let title: String
  let lines: [String]
  let spec: StripSpec
  let setter: TextSetter
  let width: Length
  let range: SourceRange?

  private var grid: PageGrid { setter.grid }

  /// A strip stands under one blank row that parts it from the columns.
  static let air = 1

  func heights() -> [FlowShape.Height] {
    spec.rows.map {
      FlowShape.Height(
        rows: $0 + Self.air, cost: setter.prices.stripRow * Double(abs($0 - spec.ideal)))
    }
  }

  func draw(rows: Int) throws(Rejection) -> Fragment {
    let top = grid.leading * Self.air
    let box = Rect(
      left: .zero, top: top, right: width, bottom: grid.height(ofLines: rows))
    let frame = BoxFrame(spec: spec.box, setter: setter)
    var items = frame.draw(box)
    items += try CornerLabel(text: spec.label, ink: spec.box.ink, setter: setter).draw(in: box)
    items += try words(in: box.inset(by: Insets(top: frame.inset, bottom: frame.inset)))
    return Fragment(size: Size(width: width, height: box.bottom), items: items)
  }

  /// Title above, lines below, spread over the height.
  private func words(in box: Rect) throws(Rejection) -> [PlacedItem] {
    var parts: [Fragment] = []
    // The corner says it already.
    if title.filter({ !$0.isWhitespace }) != spec.label {
      parts.append(
        try setter.stack([title], style: setter.style("strip-title"), width: width, range: range))
    }
    let style = setter.style("strip-line")
    let room = Int(width / style.paragraph.character.size) - 4
    for text in Self.shared(lines, room: room) {
      parts.append(try setter.stack([text], style: style, width: width, range: range))
    }
    let used = parts.reduce(Length.zero) { $0 + $1.size.height }
    let gap = max(.zero, box.size.height - used) / (parts.count + 1)
    var items: [PlacedItem] = []
    var y = box.top + gap
    for part in parts {
      items += part.placed(at: Point(x: .zero, y: y))
      y += part.size.height + gap
    }
    return items
  }

  /// Short lines share a line of the strip, two ems apart, where so many characters hold them; of two
  /// lines each keeps its own.
  static func shared(_ lines: [String], room: Int) -> [String] {
    var result: [String] = []
    for line in lines {
      if let last = result.last, last.count + line.count + 3 <= room,
        result.count > 1 || lines.count > 2
      {
        result[result.count - 1] = last + "\u{3000}\u{3000}" + line
      } else {
        result.append(line)
      }
    }
    return result
  }
}
