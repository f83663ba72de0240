import DisplayList
import Geometry

/// Western text in a vertical line (VT-1): upright in one em, or on its side.
struct TurnedWord {
  /// How it stands.
  enum Posture { case upright, sideways }

  var word: SetWord
  var text: String
  var size: Length
  var ink: Ink
  var posture: Posture
  /// Middle of the em box above the baseline.
  var middle: Length

  /// The word in a box that begins at `y` in its column; x is measured from the column's middle.
  func items(at y: Int32, extent: Int32, faces: [FontFaceID]) -> [PlacedItem] {
    let runs = word.runs(text, size: size, ink: ink, faces: faces)
      .map { PlacedItem(at: .zero, .glyphs($0)) }
    let along = Length(units: Int(y))
    switch posture {
    case .sideways:
      // A quarter turn clockwise: what was up points right, so the baseline lies left of the middle.
      return [
        PlacedItem(
          at: Point(x: -middle, y: along),
          .group(Group(items: runs, transform: .quarterTurnClockwise)))
      ]
    case .upright:
      let baseline = Length(units: Int(extent) / 2) + middle + along
      let width = Int(word.width)
      if width <= size.units {
        let place = Point(x: Length(units: -width / 2), y: baseline)
        return runs.map { PlacedItem(at: place, $0.item) }
      }
      // Three digits are wider than the em and are condensed to it (纵中横).
      let squeeze = Transform(a: Double(size.units) / Double(width))
      return [
        PlacedItem(
          at: Point(x: Length(units: -size.units / 2), y: baseline),
          .group(Group(items: runs, transform: squeeze)))
      ]
    }
  }
}
