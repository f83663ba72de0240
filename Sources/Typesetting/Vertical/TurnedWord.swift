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
  func item(at y: Int32, extent: Int32, faces: [FontFaceID]) -> PlacedItem {
    let run = PlacedItem(at: .zero, .glyphs(glyphRun(faces)))
    let along = Length(units: Int(y))
    switch posture {
    case .sideways:
      // A quarter turn clockwise: what was up points right, so the baseline lies left of the middle.
      return PlacedItem(
        at: Point(x: -middle, y: along),
        .group(Group(items: [run], transform: .quarterTurnClockwise)))
    case .upright:
      let baseline = Length(units: Int(extent) / 2) + middle + along
      let width = Int(word.width)
      if width <= size.units {
        return PlacedItem(at: Point(x: Length(units: -width / 2), y: baseline), run.item)
      }
      // Three digits are wider than the em and are condensed to it (纵中横).
      let squeeze = Transform(a: Double(size.units) / Double(width))
      return PlacedItem(
        at: Point(x: Length(units: -size.units / 2), y: baseline),
        .group(Group(items: [run], transform: squeeze)))
    }
  }

  private func glyphRun(_ faces: [FontFaceID]) -> GlyphRun {
    var clusters: [GlyphCluster] = []
    for glyph in word.glyphs {
      if glyph.bytes > 0 || clusters.isEmpty {
        clusters.append(GlyphCluster(bytes: Int(glyph.bytes), glyphs: 1))
      } else {
        clusters[clusters.count - 1].glyphs += 1
      }
    }
    return GlyphRun(
      face: word.glyphs.first.map { faces[Int($0.face)] } ?? FontFaceID(rawValue: ""), size: size,
      ink: ink,
      glyphs: word.glyphs.map {
        PlacedGlyph(id: $0.id, x: Length(units: Int($0.x)), y: Length(units: Int($0.y)))
      }, text: text, clusters: clusters, width: Length(units: Int(word.width)))
  }
}
