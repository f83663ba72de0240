import DisplayList
import Geometry
import LayoutSpecs

/// One thing on a page of a make-up program, from the trim's corner.
enum PageElement {
  case shape(Path, Paint)
  case picture(Rect, ImageID, Crop, alternative: String)
  /// A drawing of many parts, by its number.
  case drawing(Int, Rect, alternative: String)
  case text(TextBox)
}

/// A frame and the text that begins, goes on or stands alone in it.
struct TextBox {
  var rect: Rect
  /// Number of the text.
  var story: Int
  /// From the frame's top to its first baseline.
  var firstBaseline: Length
}

/// A text as a make-up program holds it.
struct FramedStory {
  var paragraphs: [FramedParagraph] = []
  var isVertical = false
}

/// A paragraph and what it has otherwise than its style.
struct FramedParagraph {
  /// The layout's style; nil for words that no style of the layout sets.
  var style: String?
  var alignment: Alignment?
  /// Distance of its baselines.
  var leading: Length
  /// What the first line stands lower than its leading says.
  var before: Length = .zero
  /// Whether it stands in one line or lines ended by hand, without any indent.
  var isDisplay = false
  var spans: [FramedSpan]

  var text: String { spans.map(\.text).joined() }
}

/// Words of one look in a paragraph.
struct FramedSpan {
  var text: String
  var face: FontFaceID
  var size: Length
  var ink: Ink
  /// Space after each character in ems.
  var tracking = 0.0
  var emphasis = Emphasis.none
  var isDotted = false
  var rise: Length = .zero
  var ruby: String?
  /// The character style; nil for the paragraph's own look.
  var style: String?
}

extension Path {
  /// The least rectangle round its points; nil for a path without any.
  var bounds: Rect? {
    var points: [Point] = []
    for element in elements {
      switch element {
      case .move(let point), .line(let point): points.append(point)
      case .curve(let one, let two, let end): points += [one, two, end]
      case .close: break
      }
    }
    guard let left = points.map(\.x).min(), let right = points.map(\.x).max(),
      let top = points.map(\.y).min(), let bottom = points.map(\.y).max()
    else { return nil }
    return Rect(left: left, top: top, right: right, bottom: bottom)
  }

  /// The path under a map that neither turns nor mirrors.
  func mapped(_ map: PlainMap) -> Path {
    Path(
      elements.map { element in
        switch element {
        case .move(let point): .move(map.point(point))
        case .line(let point): .line(map.point(point))
        case .curve(let one, let two, let end):
          .curve(map.point(one), map.point(two), map.point(end))
        case .close: .close
        }
      })
  }
}

/// A map that moves and enlarges, and does nothing else.
struct PlainMap {
  var scale = 1.0
  var origin = Point.zero

  func point(_ point: Point) -> Point {
    scale == 1
      ? point + origin
      : Point(x: origin.x + point.x.scaled(by: scale), y: origin.y + point.y.scaled(by: scale))
  }

  func moved(to corner: Point) -> PlainMap { PlainMap(scale: scale, origin: point(corner)) }

  /// The map of a group's inside; nil where it is turned, stretched or cut.
  func inside(_ group: Group) -> PlainMap? {
    let own = group.transform
    guard group.clip == nil, own.b == 0, own.c == 0, own.a == own.d, own.a > 0 else { return nil }
    return PlainMap(scale: scale * own.a, origin: point(Point(x: own.tx, y: own.ty)))
  }
}
