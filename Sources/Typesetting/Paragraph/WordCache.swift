import Diagnostics
import Geometry
import LayoutSpecs

/// A shaped stretch of text that is set as one box.
struct SetWord {
  var glyphs: [SetGlyph]
  var width: Int32
  /// Visible clusters, for 单字不成行.
  var clusters: Int
  /// Scalars without a glyph, from the word's start.
  var missing: [Int]
}

/// A word by its characters: up to 16 ASCII characters packed, longer ones as they are.
struct WordKey: Hashable {
  var low: UInt64 = 0
  var high: UInt64 = 0
  var rest: [UInt32] = []
  var isChinese: Bool

  init(_ scalars: ArraySlice<UInt32>, isChinese: Bool) {
    self.isChinese = isChinese
    if scalars.count <= 16, scalars.allSatisfy({ $0 < 0x80 }) {
      for (index, value) in scalars.enumerated() {
        if index < 8 {
          low |= UInt64(value) << UInt64(index * 8)
        } else {
          high |= UInt64(value) << UInt64((index - 8) * 8)
        }
      }
    } else {
      rest = Array(scalars)
    }
  }
}

extension Voice {
  /// A Western word, or a Chinese character with its marks, shaped once.
  func word(_ scalars: ArraySlice<UInt32>, isChinese: Bool, library: GlyphLibrary)
    throws(Rejection) -> SetWord
  {
    let key = WordKey(scalars, isChinese: isChinese)
    if let word = words[key] { return word }
    let word = try shapeWord(scalars, isChinese: isChinese, library: library)
    // Long runs and rare words would make the cache grow with the text.
    if words.count >= 20_000 { words.removeAll(keepingCapacity: true) }
    words[key] = word
    return word
  }

  private func shapeWord(_ scalars: ArraySlice<UInt32>, isChinese: Bool, library: GlyphLibrary)
    throws(Rejection) -> SetWord
  {
    let text = scalars.compactMap { Unicode.Scalar($0) }
    let isNumber =
      halfWidthDigits && !isChinese && text.contains { (0x30...0x39).contains($0.value) }
      && !text.contains { ClassTable.standard[$0.value] == .latin }
    let hasQuotes = !isChinese && text.contains { Self.isCurlyQuote($0) }
    let run = try library.shaper.shape(
      StyledRun(
        scalars: text, role: role, size: size,
        script: isChinese ? .han(library.region) : .latin,
        features: isNumber ? ["hwid"] : hasQuotes ? ["palt"] : []))
    var word = SetWord(glyphs: [], width: 0, clusters: 0, missing: run.missing)
    word.glyphs.reserveCapacity(run.glyphs.count)
    for (index, glyph) in run.glyphs.enumerated() {
      let starts = index == 0 || run.glyphs[index - 1].cluster != glyph.cluster
      var advance = Int32(glyph.advance.units)
      var x = word.width + Int32(glyph.dx.units)
      // MX-5: digits on half-em bodies, also in faces without `hwid`.
      if isNumber, starts, (0x30...0x39).contains(text[glyph.cluster].value) {
        x += (em / 2 - advance) / 2
        advance = em / 2
      }
      if hasQuotes, advance > em * 9 / 10, Self.isCurlyQuote(text[glyph.cluster]),
        let ink = try westernInk(of: text[glyph.cluster], library)
      {
        x += ink.shift
        advance = ink.advance
      }
      let bytes = starts ? clusterBytes(run.glyphs, at: index, text) : 0
      word.glyphs.append(
        SetGlyph(
          id: glyph.id, x: x, y: Int32(glyph.dy.units), face: library.index(of: glyph.face),
          bytes: UInt16(clamping: bytes)))
      word.width += advance
      if starts { word.clusters += 1 }
    }
    return word
  }

  private static func isCurlyQuote(_ scalar: Unicode.Scalar) -> Bool {
    (0x2018...0x201F).contains(scalar.value)
  }

  // MX-8: a Chinese face draws “ ” ’ on a whole em in Western words too; one without proportional
  // forms (`palt`) has them set by their ink.
  private func westernInk(of scalar: Unicode.Scalar, _ library: GlyphLibrary) throws(Rejection) -> (
    shift: Int32, advance: Int32
  )? {
    guard
      let ink = try library.shaper.inkExtent(
        of: scalar, role: role, script: .latin, features: [])
    else { return nil }
    func part(_ share: Double) -> Int32 { Int32((share * Double(em)).rounded()) }
    let side = part(0.06)
    return (side - part(ink.left), part(ink.right - ink.left) + 2 * side)
  }

  // From the cluster's first scalar to the next cluster's.
  private func clusterBytes(_ glyphs: [ShapedGlyph], at index: Int, _ text: [Unicode.Scalar])
    -> Int
  {
    let start = glyphs[index].cluster
    let next = glyphs[index...].first { $0.cluster > start }?.cluster ?? text.count
    let first = index == 0 ? 0 : start
    return text[first..<next].reduce(0) { $0 + UTF8.width($1) }
  }
}
