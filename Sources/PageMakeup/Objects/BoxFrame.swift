import DisplayList
import Geometry
import LayoutSpecs

/// A box 围框 round a rectangle: the tint under it and the border inside its edge (NP-10).
struct BoxFrame {
  let spec: BoxSpec
  let setter: TextSetter

  /// What the border takes at each side, with the paper between it and the words.
  var inset: Length {
    switch spec.border {
    case .none: .zero
    case .hairline, .thick: .points(3)
    case .double, .wenwu: .points(5)
    case .meander, .lozenges: .points((unit?.height ?? 0) + 3)
    }
  }

  private var unit: BorderUnit? {
    switch spec.border {
    case .meander: .meander
    case .lozenges: .lozenges
    default: nil
    }
  }

  func draw(_ rect: Rect) -> [PlacedItem] {
    var items: [PlacedItem] = []
    if let tint = spec.tint {
      items.append(PlacedItem(at: .zero, .path(.rect(rect), Paint(fill: setter.ink(tint)))))
    }
    switch spec.border {
    case .none: break
    case .hairline: items.append(line(rect, weight: .millimetres(0.1), inset: .zero))
    case .thick: items.append(line(rect, weight: .millimetres(0.5), inset: .zero))
    case .double:
      items.append(line(rect, weight: .millimetres(0.1), inset: .zero))
      items.append(line(rect, weight: .millimetres(0.1), inset: .points(2)))
    case .wenwu:
      items.append(line(rect, weight: .millimetres(0.7), inset: .zero))
      items.append(line(rect, weight: .millimetres(0.15), inset: .points(3)))
    case .meander, .lozenges:
      if let unit { items.append(ornament(unit, rect)) }
    }
    return items
  }

  /// A line whose outer edge lies so far inside the rectangle.
  private func line(_ rect: Rect, weight: Length, inset: Length) -> PlacedItem {
    let path = Path.rect(rect.inset(by: Insets(all: inset + weight / 2)))
    let stroke = Stroke(ink: setter.lineInk(spec.ink, weight: weight), width: weight)
    return PlacedItem(at: .zero, .path(path, Paint(stroke: stroke)))
  }

  // MARK: Ornaments

  /// All units as one path. Each side takes a whole number of them, so they are stretched a little
  /// along it and never cut.
  private func ornament(_ unit: BorderUnit, _ rect: Rect) -> PlacedItem {
    let height = Length.points(unit.height)
    var elements: [Path.Element] = []
    for side in Side.allCases {
      let length = side.isUpright ? rect.size.height : rect.size.width
      let run = length - height * 2
      let count = max(1, Int((run / height).rounded()))
      let corner = SidePlane(side: side, rect: rect, height: height, step: height, start: .zero)
      elements += corner.path(unit.corner)
      for index in 0..<count {
        let start = height + run.scaled(by: Double(index) / Double(count))
        let end = height + run.scaled(by: Double(index + 1) / Double(count))
        let plane = SidePlane(
          side: side, rect: rect, height: height, step: end - start, start: start)
        elements += plane.path(unit.unit)
      }
    }
    let weight = setter.ornamentWeight(height.scaled(by: unit.weight), ink: spec.ink)
    let stroke = Stroke(ink: setter.ink(spec.ink), width: weight)
    return PlacedItem(at: .zero, .path(Path(elements), Paint(stroke: stroke)))
  }

  private enum Side: CaseIterable {
    case top, right, bottom, left

    var isUpright: Bool { self == .right || self == .left }
  }

  /// The plane of one unit: along the side clockwise, inwards from the edge.
  private struct SidePlane {
    var side: Side
    var rect: Rect
    var height: Length
    var step: Length
    var start: Length

    func path(_ lines: [[(x: Double, y: Double)]]) -> [Path.Element] {
      lines.flatMap { line in
        line.enumerated().map { index, place in
          let point = point(place.x, place.y)
          return index == 0 ? .move(point) : .line(point)
        }
      }
    }

    private func point(_ x: Double, _ y: Double) -> Point {
      let along = start + step.scaled(by: x)
      let inwards = height.scaled(by: y)
      switch side {
      case .top: return Point(x: rect.left + along, y: rect.top + inwards)
      case .right: return Point(x: rect.right - inwards, y: rect.top + along)
      case .bottom: return Point(x: rect.right - along, y: rect.bottom - inwards)
      case .left: return Point(x: rect.left + inwards, y: rect.bottom - along)
      }
    }
  }
}
