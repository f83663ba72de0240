import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs

/// A headline on a picture 压图, on a plate along the picture's head or foot. The plate makes the ground
/// calm whatever the picture shows, and its contrast with the words is checked (NP-9, INK-2).
struct PictureHead {
  let text: String
  let setter: TextSetter
  /// Name of the plate's ink.
  var plate = "black"
  /// Head or foot of the picture.
  var place = ObjectPlace.foot

  /// Least ratio of the lighter to the darker, as for readable text on a screen.
  static let leastContrast = 4.5
  /// Ink under reversed type (INK-2).
  private static let leastGround = 0.7

  /// The words on their plate, from the picture's corner.
  func draw(on picture: Size) throws(Rejection) -> [PlacedItem] {
    let style = setter.style("picture-head")
    let pad = Length.points(6)
    let words = try setter.stack([text], style: style, width: picture.width - pad * 2)
    let height = words.size.height + pad * 2
    let top = place == .head ? Length.zero : picture.height - height
    let ground = setter.ink(plate)
    let band = Rect(
      origin: Point(x: .zero, y: top), size: Size(width: picture.width, height: height))
    return [PlacedItem(at: .zero, .path(.rect(band), Paint(fill: ground)))]
      + words.placed(at: Point(x: pad, y: top + pad))
  }

  /// The finding about words that are hard to read on their plate; nil where all is well.
  var finding: Diagnostic? {
    let words = setter.style("picture-head").paragraph.character.ink
    if Self.isReadable(words, on: setter.ink(plate)) { return nil }
    return MakeupProblems.lowContrast(text, ink: plate)
  }

  /// Contrast of the inks, and enough ink under reversed type.
  static func isReadable(_ words: Ink, on ground: Ink) -> Bool {
    let (a, b) = (luminance(words), luminance(ground))
    let contrast = (max(a, b) + 0.05) / (min(a, b) + 0.05)
    let strongest = max(ground.cyan, ground.magenta, ground.yellow, ground.black)
    return contrast >= leastContrast && (a < b || strongest >= leastGround)
  }

  /// Relative luminance of an ink's preview; the square is near enough to the curve of a screen.
  private static func luminance(_ ink: Ink) -> Double {
    let preview = ink.preview
    func linear(_ value: Int) -> Double { Double(value * value) / (255 * 255) }
    return 0.2126 * linear(preview.red) + 0.7152 * linear(preview.green)
      + 0.0722 * linear(preview.blue)
  }
}
