import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import Typesetting

/// Sets the words of charts and tells how wide they are.
///
/// A class, because it remembers lines: the words of axes come again in every cell of a facet.
final class ChartTypesetter {
  /// The faces of ordinary and of bold words.
  struct Roles: Hashable, Sendable {
    var regular: FontRole = "hei"
    var bold: FontRole = "hei-bold"
  }

  /// A line set at its natural width.
  struct Line {
    var items: [PlacedItem]
    var width: Double
  }

  private let composer: Composer
  private let shaper: any TextShaper
  let roles: Roles
  private var lines: [Key: Line] = [:]
  private(set) var missing: [Unicode.Scalar] = []
  private(set) var failure: Rejection?

  private struct Key: Hashable {
    var text: String
    var size: Double
    var isBold: Bool
    var ink: Ink
  }

  init(shaper: any TextShaper, roles: Roles) {
    self.shaper = shaper
    self.roles = roles
    var profile = CompositionProfile()
    profile.scheme = .lineEndHalf
    composer = Composer(shaper: shaper, profile: profile)
  }

  /// One line of text.
  func line(_ text: String, size: Double, isBold: Bool, ink: Ink = .black) -> Line {
    let key = Key(text: text, size: size, isBold: isBold, ink: ink)
    if let known = lines[key] { return known }
    let line = set(text, size: size, isBold: isBold, ink: ink)
    lines[key] = line
    return line
  }

  /// No letter is larger than a sheet; a line of text has 32 bits for its width.
  private static func type(_ size: Double) -> Double { min(4000, size) }

  private func set(_ text: String, size: Double, isBold: Bool, ink: Ink) -> Line {
    guard !text.isEmpty, size > 0 else { return Line(items: [], width: 0) }
    let style = CharacterStyle(
      role: isBold ? roles.bold : roles.regular, size: .points(Self.type(size)), ink: ink)
    do throws(Rejection) {
      let paragraph = ParagraphStyle(character: style, alignment: .left, firstLineIndent: 0)
      let composed = try composer.compose(
        [TextSpan(text, style)], style: paragraph, measures: LineMeasures(.millimetres(5000)))
      for found in composed.missing where !missing.contains(found.scalar) {
        missing.append(found.scalar)
      }
      guard let line = composed.lines.first else { return Line(items: [], width: 0) }
      let items = line.items.map { item in
        PlacedItem(at: Point(x: item.origin.x + line.indent, y: item.origin.y), item.item)
      }
      return Line(items: items, width: (line.indent + line.width).points)
    } catch {
      failure = error
      return Line(items: [], width: 0)
    }
  }

  /// A text broken to a width by the rules of Chinese composition: no line starts with a closing
  /// mark, words and numbers stay whole.
  func wrapped(_ words: String, size: Double, isBold: Bool, width: Double) -> [String] {
    guard line(words, size: size, isBold: isBold).width > width else { return [words] }
    let style = CharacterStyle(
      role: isBold ? roles.bold : roles.regular, size: .points(Self.type(size)))
    let paragraph = ParagraphStyle(
      character: style, alignment: .left, firstLineIndent: 0, isHeading: true)
    do throws(Rejection) {
      let composed = try composer.compose(
        [TextSpan(words, style)], style: paragraph, measures: LineMeasures(.points(width)))
      let scalars = Array(words.unicodeScalars)
      return composed.lines.map { line in
        let part = scalars[line.range.clamped(to: 0..<scalars.count)]
        var text = String.UnicodeScalarView()
        text.append(contentsOf: part)
        return String(text).trimmingBlank()
      }
    } catch {
      failure = error
      return [words]
    }
  }

  /// The width of the widest line of a text.
  func width(_ text: SceneText) -> Double {
    text.lines.map { line(limited($0, text), size: text.size, isBold: text.isBold).width }.max()
      ?? 0
  }

  /// The height of a text.
  func height(_ text: SceneText) -> Double {
    text.size + Double(max(0, text.lines.count - 1)) * pitch(text)
  }

  /// The distance of its lines.
  func pitch(_ text: SceneText) -> Double { text.lineHeight > 0 ? text.lineHeight : text.size + 2 }

  /// A line cut to its limit.
  func limited(_ line: String, _ text: SceneText) -> String {
    guard text.limit > 0, width(of: line, text) > text.limit else { return line }
    var part = line
    while !part.isEmpty, width(of: part + "…", text) > text.limit { part.removeLast() }
    return part + "…"
  }

  private func width(of line: String, _ text: SceneText) -> Double {
    self.line(line, size: text.size, isBold: text.isBold).width
  }

  /// The box of a text about its anchor, turned.
  func box(_ text: SceneText) -> Box { flat(text).turned(by: text.angle).moved(text.x, text.y) }

  /// The text's own frame, turned with it: slanted words whose boxes meet need not touch.
  func frame(_ text: SceneText, grownBy margin: Double) -> TurnedFrame {
    TurnedFrame(flat(text).grown(by: margin), by: text.angle, at: (text.x, text.y))
  }

  private func flat(_ text: SceneText) -> Box {
    let (width, height) = (width(text), height(text))
    let left = text.align == "center" ? -width / 2 : text.align == "right" ? -width : 0
    let top = TextPlacing.top(text.baseline, size: text.size, height: height)
    return Box(left: left, top: top, right: left + width, bottom: top + height)
  }
}

/// Where a text stands about its anchor.
enum TextPlacing {
  /// From the anchor to the top of the first line's em box.
  static func top(_ baseline: String, size: Double, height: Double) -> Double {
    switch baseline {
    case "top", "line-top": 0
    case "middle": -height / 2
    case "bottom", "line-bottom": -height
    default: -size * 0.88
    }
  }
}

/// A box in chart units.
struct Box: Hashable, Sendable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  func moved(_ x: Double, _ y: Double) -> Box {
    Box(left: left + x, top: top + y, right: right + x, bottom: bottom + y)
  }

  func union(_ other: Box) -> Box {
    Box(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }

  func grown(by margin: Double) -> Box {
    Box(left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin)
  }

  func overlaps(_ other: Box) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  func contains(_ other: Box) -> Bool {
    left <= other.left && top <= other.top && right >= other.right && bottom >= other.bottom
  }

  /// The upright box round this one turned about the origin.
  func turned(by degrees: Double) -> Box {
    guard degrees != 0 else { return self }
    let corners = TurnedFrame(self, by: degrees, at: (0, 0)).corners
    return Box(
      left: corners.map(\.x).min() ?? 0, top: corners.map(\.y).min() ?? 0,
      right: corners.map(\.x).max() ?? 0, bottom: corners.map(\.y).max() ?? 0)
  }
}

/// A box turned about an anchor.
struct TurnedFrame: Hashable, Sendable {
  /// A corner in chart units.
  struct Corner: Hashable, Sendable {
    var x: Double
    var y: Double
  }

  /// The four corners in their order round the frame.
  let corners: [Corner]

  init(_ box: Box, by degrees: Double, at anchor: (x: Double, y: Double)) {
    let radians = degrees * Elementary.pi / 180
    let (c, s) = degrees == 0 ? (1, 0) : (Elementary.cos(radians), Elementary.sin(radians))
    corners = [
      (box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom),
    ].map { Corner(x: anchor.x + $0.0 * c - $0.1 * s, y: anchor.y + $0.0 * s + $0.1 * c) }
  }

  /// Whether two frames share some ground: no side of either has all of the other beyond it.
  func meets(_ other: TurnedFrame) -> Bool { !isParted(from: other) && !other.isParted(from: self) }

  private func isParted(from other: TurnedFrame) -> Bool {
    corners.indices.contains { number in
      let (a, b) = (corners[number], corners[(number + 1) % corners.count])
      let (nx, ny) = (b.y - a.y, a.x - b.x)
      func reach(_ frame: TurnedFrame) -> ClosedRange<Double> {
        let along = frame.corners.map { $0.x * nx + $0.y * ny }
        return (along.min() ?? 0)...(along.max() ?? 0)
      }
      let (own, theirs) = (reach(self), reach(other))
      return own.upperBound <= theirs.lowerBound || theirs.upperBound <= own.lowerBound
    }
  }
}
