public import DisplayList
import Geometry

/// A document for a press with one plate, its inks changed by what they print (AD-8): coloured words,
/// rules and hairlines become solid black, tints a light screen. Only what is left, areas and
/// pictures, goes by its lightness: a red headline is black, not a grey of 48 %.
public enum OnePlate {
  /// The document with inks for one plate.
  public static func document(_ document: PagedDocument) -> PagedDocument {
    var plain = document
    for index in plain.pages.indices {
      plain.pages[index].items = items(plain.pages[index].items)
    }
    return plain
  }

  /// Shares of black under a tint.
  private static let tint = 0.05...0.12
  /// A tint has no more of any ink, as layouts have them.
  private static let tintShare = 0.25
  /// Lightness, 0…1, over which a coloured word stands on a dark ground and stays light.
  private static let light = 0.7
  /// Lines up to this one print only in solid black (INK-6); those of charts are wider.
  private static let hairline = Length.millimetres(0.25)
  /// Rules below this are black: as greys they would be rows of dots.
  private static let rule = Length.points(2)
  /// Rules are at least so long.
  private static let shortest = Length.points(60)

  private static func items(_ placed: [PlacedItem]) -> [PlacedItem] {
    placed.map { PlacedItem(at: $0.origin, item($0.item)) }
  }

  private static func item(_ item: DisplayItem) -> DisplayItem {
    switch item {
    case .glyphs(var run):
      run.ink = words(run.ink)
      return .glyphs(run)
    case .path(let path, var paint):
      let isRule = breadth(of: path, paint).map { $0 < rule } ?? false
      paint.fill = paint.fill.map(isRule ? words : area)
      if let stroke = paint.stroke, isRule || stroke.width <= hairline {
        paint.stroke?.ink = words(stroke.ink)
      }
      return .path(path, paint)
    case .image(var image):
      image.substitute = items(image.substitute)
      return .image(image)
    case .group(var group):
      group.items = items(group.items)
      return .group(group)
    case .tag: return item
    }
  }

  /// How thick a rule is, drawn along an axis as a line or a filled bar; nil of anything else, such as
  /// the curves of a chart, which lightness tells apart.
  private static func breadth(of path: Path, _ paint: Paint) -> Length? {
    var points: [Point] = []
    for element in path.elements {
      switch element {
      case .move(let point), .line(let point): points.append(point)
      case .curve: return nil
      case .close: break
      }
    }
    guard let left = points.map(\.x).min(), let right = points.map(\.x).max(),
      let top = points.map(\.y).min(), let bottom = points.map(\.y).max()
    else { return nil }
    let (least, most) = (min(right - left, bottom - top), max(right - left, bottom - top))
    // What is shorter is a mark or a bar of a chart.
    guard most >= shortest else { return nil }
    guard let stroke = paint.stroke else { return (4...5).contains(points.count) ? least : nil }
    return points.count == 2 && least == .zero && paint.fill == nil ? stroke.width : nil
  }

  /// The ink of words, rules and hairlines: solid, unless it is made of black alone or is light.
  private static func words(_ ink: Ink) -> Ink {
    isColoured(ink) && lightness(ink) < light ? .black : ink
  }

  private static func area(_ ink: Ink) -> Ink {
    guard isColoured(ink), max(ink.cyan, ink.magenta, ink.yellow, ink.black) <= tintShare else {
      return ink
    }
    let share = ((1 - lightness(ink)) * 100).rounded() / 100
    return .grey(min(tint.upperBound, max(tint.lowerBound, share)))
  }

  private static func isColoured(_ ink: Ink) -> Bool {
    // A plate of its own is none on this press; marks outside the trim print on every plate.
    ink.spot?.name != SpotInk.all && (ink.cyan > 0 || ink.magenta > 0 || ink.yellow > 0)
  }

  private static func lightness(_ ink: Ink) -> Double {
    let preview = ink.preview
    return
      (0.30 * Double(preview.red) + 0.59 * Double(preview.green)
      + 0.11 * Double(preview.blue)) / 255
  }
}
