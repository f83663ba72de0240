import Diagnostics
import Geometry
import LayoutSpecs

extension ParagraphBuilder {
  /// VT-1: two or three digits stand upright in one em, so do single letters and the letters of
  /// acronyms; longer numbers and words lie on their side.
  mutating func addTurnedRun(at index: inout Int, before end: Int) throws(Rejection) {
    var next = index
    while next < end, source.classes[next].isWestern || source.classes[next] == .extend {
      next += 1
    }
    let range = index..<next
    index = next
    let kinds = source.classes[range]
    let digits = kinds.allSatisfy { $0 == .digit }
    if range.count == 1 || digits && range.count <= 3 {
      try addTurned(range, .upright)
    } else if isAcronym(range) {
      for letter in range {
        try addTurned(letter..<letter + 1, .upright)
        if letter > range.lowerBound { fasten() }
      }
    } else {
      try addTurned(range, .sideways)
    }
  }

  // GDP, but not GDPs or G20: all capitals, at most four.
  private func isAcronym(_ range: Range<Int>) -> Bool {
    range.count <= 4 && source.scalars[range].allSatisfy { (0x41...0x5A).contains($0) }
  }

  private mutating func fasten() {
    let last = built.items.count - 2
    built.items[last].glueKind = .solid
    built.items[last].penalty = BreakPenalty.emergency
  }

  private mutating func addTurned(_ range: Range<Int>, _ posture: TurnedWord.Posture)
    throws(Rejection)
  {
    let word = try voice.word(source.scalars[range], isChinese: false, library: library)
    let metrics = try library.shaper.metrics(of: voice.role)
    let size = voice.size
    var item = ParagraphItem(width: posture == .upright ? em : word.width)
    item.weight = UInt8(clamping: range.count)
    // Upright text takes no gap: it fills its em like a Chinese character.
    let kind: CharacterClass = posture == .upright ? .han : .latin
    append(item, kind, kind, range, cell: item.width, halfShift: 0)
    let start = built.text.count
    for value in source.scalars[range] { Self.encode(value, into: &built.text) }
    built.contents[built.contents.count - 1].text = Int32(start)..<Int32(built.text.count)
    for index in word.missing { noteMissing(range.lowerBound + index) }
    let look = source.styles[Int(style)]
    built.turned[built.items.count - 1] = TurnedWord(
      word: word, text: String(decoding: built.text[start...], as: UTF8.self), size: size,
      ink: look.ink, posture: posture,
      middle: size.scaled(by: (metrics.emTop + metrics.emBottom) / 2))
  }
}
