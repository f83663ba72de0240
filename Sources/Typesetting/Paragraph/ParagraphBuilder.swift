import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs

/// Turns spans into boxes, glue and penalties: one box a character, word or pair of dashes.
struct ParagraphBuilder {
  let library: GlyphLibrary
  let profile: CompositionProfile
  let rules: LineEdgeRules
  let widths: PunctuationWidths
  /// Words wider than this may be broken between letters when nothing else helps.
  let narrowest: Int32
  /// Patterns, where words may be hyphenated (LB-9).
  let hyphenation: HyphenationPatterns?
  /// Rules left out on purpose.
  let omitted: OmittedRules

  var source: SourceText
  var built = BuiltParagraph()
  var voice: Voice
  var style: UInt16 = 0
  var em: Int32
  /// Ems and extra spacing of each style.
  var ems: [Int32] = []
  var tracking: Int32 = 0
  /// What stood between the last box and the next.
  var pending = Pending()
  /// The last mark's shape, for the pair that may follow.
  var lastShape: MarkShape?
  /// Sentence marks in a row so far (LB-14).
  var stopsInRow = 0

  struct Pending {
    var hasSpace = false
    var isLineEnd = false
    var isFixed = false
    var allowsBreak = false
    var isForced = false
    var count = 0
  }

  init(
    _ spans: [TextSpan], library: GlyphLibrary, profile: CompositionProfile, rules: LineEdgeRules,
    narrowest: Int32, hyphenation: HyphenationPatterns?, omitted: OmittedRules = [],
    fallback: CharacterStyle
  ) {
    self.library = library
    self.profile = profile
    self.rules = rules
    self.narrowest = narrowest
    self.hyphenation = hyphenation
    widths = PunctuationWidths(profile, library.direction)
    self.omitted = omitted
    source = SourceText(spans, omitting: omitted)
    voice = library.voice(of: source.styles.first ?? fallback)
    em = voice.em
  }

  /// Builds the paragraph; a role without a face is a rejection, a missing character is not.
  mutating func build() throws(Rejection) -> BuiltParagraph {
    let count = source.scalars.count
    built.items.reserveCapacity(count)
    built.contents.reserveCapacity(count)
    built.glyphs.reserveCapacity(count)
    built.text.reserveCapacity(count * 3)
    built.styles = source.styles
    built.spaces = Array(repeating: nil, count: source.styles.count * 2)
    built.hyphens = Array(repeating: nil, count: source.styles.count)
    built.notes.normalised = source.normalised
    ems = source.styles.map { Int32(truncatingIfNeeded: max(1, $0.size.units)) }
    var index = 0
    for (number, end) in source.ends.enumerated() {
      style = UInt16(truncatingIfNeeded: number)
      voice = library.voice(of: source.styles[number])
      em = voice.em
      tracking = Int32((source.styles[number].tracking * Double(em)).rounded())
      while index < end { try add(at: &index, before: end) }
    }
    if !omitted.isEmpty { applyOmissions() }
    return built
  }

  private mutating func add(at index: inout Int, before end: Int) throws(Rejection) {
    let kind = source.classes[index]
    switch kind {
    case .han:
      try addCharacter(at: &index, kind, before: end)
      try addHanRun(at: &index, before: end)
    case .nonStarter, .prefix, .postfix, .wideSpace:
      try addCharacter(at: &index, kind, before: end)
    case .open, .close, .pause, .stop, .link, .middle, .slash:
      try addMark(at: index, kind)
      index += 1
    case .longDash, .ellipsis:
      try addLong(at: &index, kind, before: end)
    case .space, .noBreakSpace, .zeroWidthBreak, .lineSeparator, .ignorable:
      noteSpace(kind, source.scalars[index])
      index += 1
    case .extend:
      // A mark without a base is set by itself.
      try addCharacter(at: &index, kind, before: end)
    default:
      if library.direction == .vertical {
        try addTurnedRun(at: &index, before: end)
      } else {
        try addWesternRun(at: &index, before: end)
      }
    }
  }

  private mutating func noteSpace(_ kind: CharacterClass, _ value: UInt32) {
    switch kind {
    case .space:
      pending.hasSpace = true
      pending.count += 1
      pending.isLineEnd = value == 0x0A || value == 0x0D || pending.isLineEnd
    case .noBreakSpace:
      pending.hasSpace = true
      pending.isFixed = true
      pending.count += 1
    case .zeroWidthBreak: pending.allowsBreak = true
    case .lineSeparator: pending.isForced = true
    default: break
    }
  }

  // MARK: - Boxes

  private mutating func addCharacter(at index: inout Int, _ kind: CharacterClass, before end: Int)
    throws(Rejection)
  {
    var next = index + 1
    while next < end, source.classes[next] == .extend { next += 1 }
    let value = source.scalars[index]
    if next == index + 1 {
      let glyph = try voice.glyph(value, kind)
      if glyph.state != .complex {
        var item = ParagraphItem(width: glyph.cell)
        if kind == .wideSpace {
          item.endWidth = 0
          item.weight = 0
        }
        let ruby = source.ruby.isEmpty ? nil : try ruby(at: index)
        var shift: Int32 = 0
        switch ruby?.spelling {
        case .pinyin:
          item.width = max(item.width, (ruby?.word.width ?? 0) + em / 4)
          shift = (item.width - glyph.cell) / 2
        case .zhuyin where library.direction == .horizontal:
          item.width += ruby?.word.width ?? 0
        default: break
        }
        if kind != .wideSpace { item.endWidth = item.width }
        append(item, kind, kind, index..<next, cell: item.width, halfShift: 0)
        put(glyph, value, at: index, shift: shift)
        if let ruby { built.ruby[built.items.count - 1] = ruby }
        index = next
        return
      }
    }
    let word = try voice.word(source.scalars[index..<next], isChinese: true, library: library)
    append(
      ParagraphItem(width: word.width), kind, kind, index..<next, cell: word.width, halfShift: 0)
    put(word, index..<next)
    index = next
  }

  // What follows an ideograph is mostly another: nothing stands between the two, so it needs none of
  // the questions that other boxes ask.
  private mutating func addHanRun(at index: inout Int, before end: Int) throws(Rejection) {
    while index < end, source.classes[index] == .han {
      if !source.ruby.isEmpty, source.ruby[index] != nil { return }
      if index + 1 < end, source.classes[index + 1] == .extend { return }
      let value = source.scalars[index]
      let glyph = try voice.glyph(value, .han)
      guard glyph.state == .set else { return }
      var item = ParagraphItem(width: glyph.cell)
      item.glue = tracking
      built.items.append(item)
      let textStart = built.text.count
      Self.encode(value, into: &built.text)
      let textEnd = built.text.count
      let number = Int32(truncatingIfNeeded: built.glyphs.count)
      built.glyphs.append(
        SetGlyph(
          id: glyph.id, x: glyph.x, y: glyph.y, face: glyph.face,
          bytes: UInt16(truncatingIfNeeded: textEnd - textStart)))
      let place = Int32(truncatingIfNeeded: index)
      built.contents.append(
        BoxContent(
          glyphs: number..<number &+ 1,
          text: Int32(truncatingIfNeeded: textStart)..<Int32(truncatingIfNeeded: textEnd),
          scalars: place..<place &+ 1, style: style, kind: .han, cell: glyph.cell, halfShift: 0))
      index += 1
    }
  }

  private mutating func addMark(at index: Int, _ kind: CharacterClass) throws(Rejection) {
    let value = source.scalars[index]
    let glyph = try voice.glyph(value, kind)
    guard let shape = widths.shape(of: kind, value) else { return }
    var item = ParagraphItem(width: scaled(shape.width), endWidth: scaled(shape.end))
    item.startTrim = scaled(shape.startTrim)
    item.squeeze = scaled(shape.left + shape.right)
    item.squeezeStep = shape.step
    item.hang = scaled(shape.hang)
    item.weight = 0
    append(
      item, kind, kind, index..<index + 1, cell: glyph.cell, halfShift: glyph.halfShift,
      shape: shape)
    put(glyph, value, at: index)
  }

  // —— and …… are one box of two ems (LB-5); a lone … or a third — is a box of its own.
  private mutating func addLong(at index: inout Int, _ kind: CharacterClass, before end: Int)
    throws(Rejection)
  {
    let value = source.scalars[index]
    let isPair =
      index + 1 < source.scalars.count && source.scalars[index + 1] == value
      && source.classes[index + 1] == kind && value != 0x2E3A
    guard isPair, index + 1 < end, !omitted.contains(.longPairs) else {
      // The halves of a pair in two colours: two boxes that nothing parts.
      try addMark(at: index, kind)
      index += 1
      return
    }
    let word = try voice.long(
      source.scalars[index..<index + 2], kind: kind, library: library)
    var item = ParagraphItem(width: word.width)
    item.weight = 0
    append(
      item, kind, kind, index..<index + 2, cell: word.width, halfShift: 0,
      shape: widths.shape(of: kind, value))
    put(word, index..<index + 2)
    if kind == .longDash, word.glyphs.count == 2,
      let bridge = try voice.dashBridge(library: library)
    {
      built.bridges[built.items.count - 1] = bridge
    }
    index += 2
  }

  func scaled(_ share: Int32) -> Int32 { share * em / MarkShape.em }

  // MARK: - Glyphs and text

  mutating func put(
    _ glyph: CharacterGlyph, _ value: UInt32, at index: Int, shift: Int32 = 0
  ) {
    let start = built.text.count
    Self.encode(value, into: &built.text)
    if glyph.state == .missing {
      noteMissing(index)
    } else {
      built.glyphs.append(
        SetGlyph(
          id: glyph.id, x: glyph.x + shift, y: glyph.y, face: glyph.face,
          bytes: UInt16(truncatingIfNeeded: built.text.count - start)))
    }
    close(start)
  }

  mutating func put(_ word: SetWord, _ range: Range<Int>) {
    let start = built.text.count
    for value in source.scalars[range] { Self.encode(value, into: &built.text) }
    built.glyphs.append(contentsOf: word.glyphs)
    for index in word.missing { noteMissing(range.lowerBound + index) }
    close(start)
  }

  private mutating func close(_ textStart: Int) {
    let last = built.contents.count - 1
    built.contents[last].glyphs =
      built.contents[last].glyphs.lowerBound..<Int32(built.glyphs.count)
    built.contents[last].text = Int32(textStart)..<Int32(built.text.count)
  }

  mutating func noteMissing(_ index: Int) {
    if let scalar = Unicode.Scalar(source.scalars[index]) {
      built.missing.append(MissingCharacter(scalar: scalar, offset: index))
    }
  }

  @inline(__always) static func encode(_ value: UInt32, into text: inout [UInt8]) {
    if value < 0x80 {
      text.append(UInt8(truncatingIfNeeded: value))
    } else if value >= 0x800, value < 0x10000 {
      text.append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
      text.append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
      text.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
    } else if let scalar = Unicode.Scalar(value) {
      text.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
    }
  }
}
