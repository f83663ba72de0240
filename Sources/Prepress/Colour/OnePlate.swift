public import DisplayList
import Geometry

/// A document for a press with one plate, its inks changed by what they print (AD-8): coloured words and
/// hairlines become solid black, tints a light screen. Only what is left, areas and pictures, goes by
/// its lightness: a red headline is black, not a grey of 48 %.
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

  private static func items(_ placed: [PlacedItem]) -> [PlacedItem] {
    placed.map { PlacedItem(at: $0.origin, item($0.item)) }
  }

  private static func item(_ item: DisplayItem) -> DisplayItem {
    switch item {
    case .glyphs(var run):
      run.ink = words(run.ink)
      return .glyphs(run)
    case .path(let path, var paint):
      paint.fill = paint.fill.map(area)
      if let stroke = paint.stroke, stroke.width <= hairline {
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

  /// The ink of words and hairlines: solid, unless it is made of black alone or is light.
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
