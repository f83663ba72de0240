import Diagnostics
import Geometry
import LayoutSpecs

extension ParagraphBuilder {
  /// The sounds of the character at a scalar; nil where it has none.
  mutating func ruby(at index: Int) throws(Rejection) -> Ruby? {
    guard let text = source.ruby[index] else { return nil }
    let isZhuyin = text.unicodeScalars.contains { Self.isZhuyin($0.value) }
    let ruby = isZhuyin ? try zhuyin(text) : try pinyin(text)
    let scalars = Array(text.unicodeScalars)
    for place in ruby.word.missing where place < scalars.count {
      built.missing.append(MissingCharacter(scalar: scalars[place], offset: index))
    }
    return ruby
  }

  private static func isZhuyin(_ value: UInt32) -> Bool {
    (0x3105...0x312F).contains(value) || (0x31A0...0x31BF).contains(value)
  }

  /// Shaped at half the size.
  private func pinyin(_ text: String) throws(Rejection) -> Ruby {
    var look = source.styles[Int(style)]
    look.size = Length(units: look.size.units / 2)
    let word = try library.voice(of: look).word(
      text.unicodeScalars.map(\.value)[...], isChinese: false, library: library)
    let metrics = try library.shaper.metrics(of: look.role)
    let base = source.styles[Int(style)].size
    // Set on the em box: its descent and a sixteenth of an em above the base.
    let rise = base.scaled(by: metrics.emTop + 0.0625) + look.size.scaled(by: 0.25)
    return Ruby(
      spelling: .pinyin, word: word, text: text, size: look.size, ink: look.ink, rise: rise,
      base: base, middle: base.scaled(by: (metrics.emTop + metrics.emBottom) / 2))
  }

  /// Signs one under the other, three tenths of the base each, in the middle of its em box; the tone
  /// at the right of the last, the light tone on top.
  private func zhuyin(_ text: String) throws(Rejection) -> Ruby {
    let look = source.styles[Int(style)]
    let size = look.size.scaled(by: 0.3)
    let metrics = try library.shaper.metrics(of: look.role)
    let middle = look.size.scaled(by: (metrics.emTop + metrics.emBottom) / 2)
    let scalars = Array(text.unicodeScalars)
    let run = try library.shaper.shape(
      StyledRun(scalars: scalars, role: look.role, size: size, script: .han(library.region)))
    var word = SetWord(
      glyphs: [], width: Int32(look.size.scaled(by: Ruby.zhuyinShare).units), clusters: 0,
      missing: run.missing)
    let signs = scalars.filter { Self.isZhuyin($0.value) }.count
    var baseline = -middle - size * signs / 2 + size.scaled(by: metrics.emTop)
    for glyph in run.glyphs {
      let scalar = scalars[glyph.cluster]
      var x = (size - glyph.advance) / 2
      var y = baseline
      if Self.isZhuyin(scalar.value) {
        baseline = baseline + size
      } else if scalar == "\u{02D9}" {
        y = y - size.scaled(by: 0.5)
      } else {
        x = size.scaled(by: 1.25) - glyph.advance / 2
        y = y - size.scaled(by: 1.3)
      }
      word.glyphs.append(
        SetGlyph(
          id: glyph.id, x: Int32((x + glyph.dx).units), y: Int32((y + glyph.dy).units),
          face: library.index(of: glyph.face), bytes: UInt16(UTF8.width(scalar))))
    }
    word.clusters = word.glyphs.count
    return Ruby(
      spelling: .zhuyin, word: word, text: text, size: size, ink: look.ink, rise: .zero,
      base: look.size, middle: middle)
  }
}
