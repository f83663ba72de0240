import DisplayList
import Geometry

extension SetWord {
  /// The word as runs of one face each, all measured from the word's origin: a fallback face may
  /// have given some of its glyphs.
  func runs(_ text: String, size: Length, ink: Ink, faces: [FontFaceID]) -> [GlyphRun] {
    let bytes = Array(text.utf8)
    var runs: [GlyphRun] = []
    var taken = 0
    var index = 0
    while index < glyphs.count {
      let face = glyphs[index].face
      let start = taken
      var placed: [PlacedGlyph] = []
      var clusters: [GlyphCluster] = []
      while index < glyphs.count, glyphs[index].face == face {
        let glyph = glyphs[index]
        placed.append(
          PlacedGlyph(
            id: glyph.id, x: Length(units: Int(glyph.x)), y: Length(units: Int(glyph.y))))
        if glyph.bytes > 0 || clusters.isEmpty {
          clusters.append(GlyphCluster(bytes: Int(glyph.bytes), glyphs: 1))
        } else {
          clusters[clusters.count - 1].glyphs += 1
        }
        taken = min(bytes.count, taken + Int(glyph.bytes))
        index += 1
      }
      runs.append(
        GlyphRun(
          face: faces[Int(face)], size: size, ink: ink, glyphs: placed,
          text: String(decoding: bytes[start..<taken], as: UTF8.self), clusters: clusters,
          width: Length(units: Int(width))))
    }
    return runs
  }
}
