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
      StyledRun(
        scalars: text, role: role, size: size, script: .han(library.region),
        direction: library.direction))
    var word = SetWord(glyphs: [], width: 2 * em, clusters: 1, missing: run.missing)
    guard let scalar = scalars.first else { return word }
    let isVertical = library.direction == .vertical
    if run.glyphs.count == 1, let glyph = run.glyphs.first {
      let along = isVertical ? glyph.dy : glyph.dx
      let across = isVertical ? glyph.dx : glyph.dy
      let bytes = text.reduce(0) { $0 + UTF8.width($1) }
      word.glyphs = [
        SetGlyph(
          id: glyph.id, x: (2 * em - Int32(glyph.advance.units)) / 2 + Int32(along.units),
          y: Int32(across.units), face: library.index(of: glyph.face), bytes: UInt16(bytes))
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

  /// The stroke that makes two dashes one; nil where the face has no dash.
  func dashBridge(library: GlyphLibrary) throws(Rejection) -> DashBridge? {
    let dash = try glyph(0x2014, .longDash)
    guard dash.state == .set,
      let ink = try library.shaper.inkExtent(
        of: "—", role: role, script: .han(library.region), features: [])
    else { return nil }
    func part(_ share: Double) -> Int32 { Int32((share * Double(em)).rounded()) }
    return DashBridge(
      left: dash.x + part(ink.left), right: em + dash.x + part(ink.right),
      top: part(ink.top) - dash.y, bottom: part(ink.bottom) - dash.y)
  }
}
