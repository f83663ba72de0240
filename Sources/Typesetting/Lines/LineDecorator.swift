import DisplayList
import Geometry
import LayoutSpecs

/// A box of a line with its place, for what is drawn beside characters.
struct MarkedBox {
  var index: Int
  var x: Int32
  var width: Int32
  var content: BoxContent
}

/// What the decorator knows of a style.
struct DecorationLook {
  var emphasis: Emphasis
  /// Dots besides a line (IM-3).
  var isDotted: Bool
  var size: Length
  var ink: Ink
  /// Bottom of the em box under the baseline.
  var bottom: Length
  /// Top of the em box above the baseline.
  var top: Length
}

/// Draws emphasis dots, name lines and boxes, dashes without a slit and ruby (part 6).
struct LineDecorator {
  let looks: [DecorationLook]
  /// Ruby of boxes, by index.
  let ruby: [Int: Ruby]
  /// Boxes whose two dashes need a stroke between them, with its place and thickness.
  let bridges: [Int: DashBridge]
  let faces: [FontFaceID]
  /// Dots stand at the right of a vertical line, name lines at its left (IM-1, IM-3).
  let isVertical: Bool

  /// What is drawn for the boxes of a line, in their order.
  func items(for boxes: [MarkedBox]) -> [PlacedItem] {
    var items: [PlacedItem] = []
    var index = 0
    while index < boxes.count {
      let box = boxes[index]
      if let ruby = ruby[box.index] { items += draw(ruby, box) }
      if let bridge = bridges[box.index], !isVertical {
        items.append(bridge.item(in: box, ink: looks[Int(box.content.style)].ink))
      }
      let look = looks[Int(box.content.style)]
      switch look.emphasis {
      case .none: index += 1
      case .dots:
        items += dots(under: box, look)
        index += 1
      case .properName, .bookTitle, .deceased, .struck:
        // One unbroken line per name: all neighbours of its style.
        var end = index
        while end < boxes.count, boxes[end].content.style == box.content.style { end += 1 }
        let last = boxes[end - 1]
        let stretch = Int(box.x)..<Int(last.x + last.width)
        items.append(nameMark(stretch, look))
        for other in boxes[index..<end].dropFirst() {
          if let ruby = ruby[other.index] { items += draw(ruby, other) }
        }
        if look.isDotted { for other in boxes[index..<end] { items += dots(under: other, look) } }
        index = end
      }
    }
    return items
  }

  private func draw(_ ruby: Ruby, _ box: MarkedBox) -> [PlacedItem] {
    isVertical ? ruby.items(beside: box, faces: faces) : ruby.items(over: box, faces: faces)
  }

  // IM-1: no dot under marks and spaces.
  private func takesDot(_ kind: CharacterClass) -> Bool {
    switch kind {
    case .han, .nonStarter, .latin, .digit, .postfix, .prefix, .latinPostfix: true
    default: false
    }
  }

  // IM-1: centred under each character, within a quarter em of it, so that even a newspaper's line
  // gap holds them and no line moves (IM-2); a Western word has one under each of its letters. Beyond a
  // name line (IM-3), and in vertical lines beyond the sounds, which stand on the same side.
  private func dots(under box: MarkedBox, _ look: DecorationLook) -> [PlacedItem] {
    guard takesDot(box.content.kind) else { return [] }
    let isWord = box.content.kind.isWestern
    let count = isWord ? max(1, Int(box.content.glyphs.count)) : 1
    let radius = look.size.scaled(by: 0.07)
    var off = look.size.scaled(by: 0.14)
    var width = Int(box.width)
    if let ruby = ruby[box.index] {
      if isVertical { off = off + ruby.reach }
      if !isVertical, ruby.spelling == .zhuyin { width = ruby.base.units }
    }
    if look.emphasis != .dots, !isVertical { off = off + look.size.scaled(by: 0.12) }
    return (0..<count).map { number in
      let centre = Int(box.x) + width * (2 * number + 1) / (2 * count)
      let along = Length(units: centre)
      let place =
        isVertical
        ? Point(x: look.size / 2 + off, y: along) : Point(x: along, y: look.bottom + off)
      return PlacedItem(at: place, .path(.disc(radius), Paint(fill: look.ink)))
    }
  }

  private func nameMark(_ stretch: Range<Int>, _ look: DecorationLook) -> PlacedItem {
    // The break between two neighbouring names (IM-3); the mark ends with its boxes, so it never
    // reaches into a gap beside Western text (MX-7).
    // A box needs none: its sides stand on the edges of the em, clear of the first stroke.
    let inset = look.emphasis == .deceased ? .zero : look.size.scaled(by: 0.06)
    let left = Length(units: stretch.lowerBound) + inset
    let width = Length(units: stretch.count) - 2 * inset
    let stroke = Stroke(ink: look.ink, width: look.size.scaled(by: 0.05))
    let paint = Paint(stroke: stroke)
    if isVertical { return besideName(left, width, look, paint) }
    let under = Point(x: left, y: look.bottom + look.size.scaled(by: 0.1))
    switch look.emphasis {
    case .bookTitle:
      return PlacedItem(at: under, .path(.wave(width: width, em: look.size), paint))
    case .deceased:
      let margin = look.size.scaled(by: 0.02)
      let box = Rect(
        left: .zero, top: -look.top - margin, right: width, bottom: look.bottom + margin)
      return PlacedItem(at: Point(x: left, y: .zero), .path(.rect(box), paint))
    case .struck:
      // Through the middle of the em box, from end to end.
      let middle = Point(
        x: Length(units: stretch.lowerBound), y: (look.bottom - look.top) / 2)
      let whole = Point(x: Length(units: stretch.count), y: .zero)
      return PlacedItem(at: middle, .path(.line(from: .zero, to: whole), paint))
    default:
      return PlacedItem(
        at: under, .path(.line(from: .zero, to: Point(x: width, y: .zero)), paint))
    }
  }
}

extension LineDecorator {
  private func besideName(
    _ top: Length, _ height: Length, _ look: DecorationLook, _ paint: Paint
  ) -> PlacedItem {
    let half = look.size / 2
    let beside = Point(x: -half - look.size.scaled(by: 0.1), y: top)
    switch look.emphasis {
    case .bookTitle:
      return PlacedItem(
        at: beside, .path(Path.wave(width: height, em: look.size).transposed, paint))
    case .deceased:
      let box = Rect(left: -half, top: .zero, right: half, bottom: height)
      return PlacedItem(at: Point(x: .zero, y: top), .path(.rect(box), paint))
    case .struck:
      return PlacedItem(
        at: Point(x: .zero, y: top),
        .path(.line(from: .zero, to: Point(x: .zero, y: height)), paint))
    default:
      return PlacedItem(
        at: beside, .path(.line(from: .zero, to: Point(x: .zero, y: height)), paint))
    }
  }
}

extension Path {
  /// The path with its axes changed.
  var transposed: Path {
    func turn(_ point: Point) -> Point { Point(x: point.y, y: point.x) }
    return Path(
      elements.map { element in
        switch element {
        case .move(let point): .move(turn(point))
        case .line(let point): .line(turn(point))
        case .curve(let a, let b, let c): .curve(turn(a), turn(b), turn(c))
        case .close: .close
        }
      })
  }

  /// A round dot about the origin.
  static func disc(_ radius: Length) -> Path {
    let square = Rect(left: -radius, top: -radius, right: radius, bottom: radius)
    return roundedRect(square, radius: radius)
  }

  /// A wavy line of whole waves, each about half an em long.
  static func wave(width: Length, em: Length) -> Path {
    let count = max(1, Int((width / em * 2).rounded()))
    let height = em.scaled(by: 0.06)
    var elements: [Element] = [.move(.zero)]
    for number in 0..<count * 2 {
      let from = width.scaled(by: Double(number) / Double(count * 2))
      let to = width.scaled(by: Double(number + 1) / Double(count * 2))
      let y = number.isMultiple(of: 2) ? -height : height
      let third = (to - from) / 3
      elements.append(
        .curve(Point(x: from + third, y: y), Point(x: to - third, y: y), Point(x: to, y: .zero)))
    }
    return Path(elements)
  }
}
