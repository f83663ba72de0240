import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel
import Typesetting

/// 题花 at both sides of a kicker or deck: small figures next to the words and a hairline that runs out
/// from them (NP-10). A line that leaves less than five of its ems at each side stays as it is.
struct TitleOrnament {
  let kind: ArticleDress.Ornament
  let setter: TextSetter

  private enum Shape {
    /// Ems of the line between the words and the first figure, and least ems for all of it.
    static let gap = 1.0
    static let least = 5.0
    /// Figures at each side, and their distance in ems.
    static let figures = 3
    static let pitch = 0.62
    /// Greatest length in ems.
    static let longest = 9.0
  }

  /// The lines as a title block sets them, with the ornament where there is one line with room.
  func flank(
    _ texts: [String], style: NamedStyle, width: Length, range: SourceRange?
  ) throws(Rejection) -> Fragment {
    var fragment = try setter.stack(texts, style: style, width: width, range: range)
    let fitted = try setter.fitted(texts, style: style, width: width, range: range)
    // A dash before the words is a line of its own.
    guard fitted.lines.count == 1, !texts.joined().hasPrefix("—"), let line = fitted.lines.first,
      style.paragraph.alignment == .centred
    else { return fragment }
    let em = fitted.style.size
    let free = (width - line.width) / 2 - em.scaled(by: Shape.gap)
    guard free >= em.scaled(by: Shape.least) else { return fragment }
    let long = min(free, em.scaled(by: Shape.longest))
    let middle = Point(x: width / 2, y: em / 2)
    let near = line.width / 2 + em.scaled(by: Shape.gap)
    for side in [-1.0, 1.0] {
      let plane = Plane(middle: middle, near: near, side: side, em: em)
      fragment.items += draw(on: plane, length: long)
    }
    return fragment
  }

  /// Distances from the words outwards and from the middle of the line upwards, in ems of the line.
  private struct Plane {
    var middle: Point
    var near: Length
    var side: Double
    var em: Length

    func point(_ out: Double, _ up: Double) -> Point {
      Point(
        x: middle.x + (near + em.scaled(by: out)).scaled(by: side),
        y: middle.y - em.scaled(by: up))
    }
  }

  private func draw(on plane: Plane, length: Length) -> [PlacedItem] {
    let ink = setter.ink("accent")
    var items: [PlacedItem] = []
    for number in 0..<Shape.figures {
      let at = Double(number) * Shape.pitch + Shape.pitch / 2
      // Smaller towards the outside.
      let size = 0.24 - 0.05 * Double(number)
      let outline = kind == .lozenges ? lozenge(at, size, plane) : leaves(at, size, plane)
      items.append(PlacedItem(at: .zero, .path(outline, Paint(fill: ink))))
    }
    let start = plane.point(Double(Shape.figures) * Shape.pitch, 0)
    let end = plane.point(length / plane.em, 0)
    let weight = Length.millimetres(0.15)
    let stroke = Stroke(ink: setter.lineInk("accent", weight: weight), width: weight)
    items.append(PlacedItem(at: .zero, .path(.line(from: start, to: end), Paint(stroke: stroke))))
    return items
  }

  private func lozenge(_ at: Double, _ size: Double, _ plane: Plane) -> Path {
    Path([
      .move(plane.point(at - size, 0)), .line(plane.point(at, size)),
      .line(plane.point(at + size, 0)), .line(plane.point(at, -size)), .close,
    ])
  }

  /// 麦穗: a pair of slender leaves that point outwards.
  private func leaves(_ at: Double, _ size: Double, _ plane: Plane) -> Path {
    var elements: [Path.Element] = []
    for up in [1.0, -1.0] {
      // Along the leaf and across it, from its root on the line.
      func point(_ along: Double, _ across: Double) -> Point {
        let long = size * 2.4
        return plane.point(
          at - size + long * (0.82 * along - 0.57 * across),
          up * long * (0.57 * along + 0.82 * across))
      }
      elements += [
        .move(point(0, 0)), .curve(point(0.25, 0.26), point(0.7, 0.2), point(1, 0)),
        .curve(point(0.7, -0.16), point(0.25, -0.14), point(0, 0)), .close,
      ]
    }
    return Path(elements)
  }
}
