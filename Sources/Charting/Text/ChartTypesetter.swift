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
