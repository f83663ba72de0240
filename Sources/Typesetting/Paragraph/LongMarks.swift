import Diagnostics
import Geometry
import LayoutSpecs

extension Voice {
  /// A pair —— or …… on exactly two ems: one glyph where the face has it, else two on an em each.
  func long(_ scalars: ArraySlice<UInt32>, kind: CharacterClass, library: GlyphLibrary)
    throws(Rejection) -> SetWord
  {
    var key = WordKey([], isChinese: true)
    key.low = UInt64(scalars.first ?? 0)
    key.high = 2
    if let word = words[key] { return word }
    let word = try shapeLong(scalars, kind: kind, library: library)
    words[key] = word
    return word
  }

  private func shapeLong(_ scalars: ArraySlice<UInt32>, kind: CharacterClass, library: GlyphLibrary)
    throws(Rejection) -> SetWord
  {
    let text = scalars.compactMap { Unicode.Scalar($0) }
    let run = try library.shaper.shape(
      StyledRun(scalars: text, role: role, size: size, script: .han(library.region)))
    var word = SetWord(glyphs: [], width: 2 * em, clusters: 1, missing: run.missing)
    guard let scalar = scalars.first else { return word }
    if run.glyphs.count == 1, let glyph = run.glyphs.first {
      let bytes = text.reduce(0) { $0 + UTF8.width($1) }
      word.glyphs = [
        SetGlyph(
          id: glyph.id, x: (2 * em - Int32(glyph.advance.units)) / 2 + Int32(glyph.dx.units),
          y: Int32(glyph.dy.units), face: library.index(of: glyph.face), bytes: UInt16(bytes))
      ]
    } else {
      let one = try self.glyph(scalar, kind)
      let bytes = UInt16(UTF8.width(text[0]))
      guard one.state == .set else { return word }
      for number in 0..<Int32(2) {
        word.glyphs.append(
          SetGlyph(
            id: one.id, x: one.x + number * em, y: one.y, face: one.face, bytes: bytes))
      }
    }
    return word
  }
}
