import DisplayList
import Geometry

/// Pinyin over a character (RU-1): half the size, centred on its base, never parted from it.
struct Ruby {
  var word: SetWord
  var text: String
  var size: Length
  var ink: Ink
  /// The ruby's baseline above the base's.
  var rise: Length

  func item(over box: MarkedBox, faces: [FontFaceID]) -> PlacedItem {
    let origin = Int(box.x) + (Int(box.width) - Int(word.width)) / 2
    var clusters: [GlyphCluster] = []
    for glyph in word.glyphs {
      if glyph.bytes > 0 || clusters.isEmpty {
        clusters.append(GlyphCluster(bytes: Int(glyph.bytes), glyphs: 1))
      } else {
        clusters[clusters.count - 1].glyphs += 1
      }
    }
    let face = word.glyphs.first.map { faces[Int($0.face)] } ?? FontFaceID(rawValue: "")
    let run = GlyphRun(
      face: face, size: size, ink: ink,
      glyphs: word.glyphs.map {
        PlacedGlyph(id: $0.id, x: Length(units: Int($0.x)), y: Length(units: Int($0.y)))
      }, text: text, clusters: clusters, width: Length(units: Int(word.width)))
    return PlacedItem(at: Point(x: Length(units: origin), y: -rise), .glyphs(run))
  }
}
