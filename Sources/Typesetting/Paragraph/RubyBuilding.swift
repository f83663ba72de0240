import Diagnostics
import Geometry
import LayoutSpecs

extension ParagraphBuilder {
  /// The pinyin over the character at a scalar, shaped at half the size; nil where it has none.
  func ruby(at index: Int) throws(Rejection) -> Ruby? {
    guard let text = source.ruby[index] else { return nil }
    var look = source.styles[Int(style)]
    look.size = Length(units: look.size.units / 2)
    let word = try library.voice(of: look).word(
      text.unicodeScalars.map(\.value)[...], isChinese: false, library: library)
    let metrics = try library.shaper.metrics(of: look.role)
    // Set on the em box: its descent and a sixteenth of an em above the base.
    let rise =
      source.styles[Int(style)].size.scaled(by: metrics.emTop + 0.0625)
      + look.size.scaled(by: 0.25)
    return Ruby(word: word, text: text, size: look.size, ink: look.ink, rise: rise)
  }
}
