import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs

/// 报眼: the box beside the name plate, with a title, some lines, and a QR code at its right.
struct Ear {
  let spec: BoxSpec
  let setter: TextSetter

  func draw(_ facts: MakeupFacts, in box: Rect) throws(Rejection) -> [PlacedItem] {
    let frame = BoxFrame(spec: spec, setter: setter)
    var items = frame.draw(box)
    let pad = frame.inset + .points(3)
    var inside = box.inset(by: Insets(all: pad))
    if let matrix = facts.matrix {
      let side = min(inside.size.height, inside.size.width * 2 / 5)
      let room = Rect(
        left: inside.right - side, top: inside.top, right: inside.right, bottom: inside.bottom)
      items += try CodeBlock(matrix: matrix, caption: facts[.codeCaption], setter: setter)
        .draw(in: room)
      inside = Rect(
        left: inside.left, top: inside.top, right: room.left - .points(4), bottom: inside.bottom)
    }
    return items + (try words(facts[.ear] ?? "", in: inside))
  }

  /// The first line is the title; the lines are spread over the height.
  private func words(_ text: String, in room: Rect) throws(Rejection) -> [PlacedItem] {
    let lines = text.split(separator: "|").map(String.init)
    guard let title = lines.first else { return [] }
    var parts = [
      try setter.stack([title], style: setter.style("ear-title"), width: room.size.width)
    ]
    if lines.count > 1 {
      parts.append(
        try setter.stack(
          Array(lines.dropFirst()), style: setter.style("ear-line"), width: room.size.width))
    }
    let used = parts.reduce(Length.zero) { $0 + $1.size.height }
    let gap = max(.zero, room.size.height - used) / (parts.count + 1)
    var y = room.top + gap
    var items: [PlacedItem] = []
    for part in parts {
      items += part.placed(at: Point(x: room.left, y: y))
      y += part.size.height + gap
    }
    return items
  }
}
