import Diagnostics

extension ParagraphBuilder {
  /// Adds the Western run at `index` up to the next place where a line may end: a hyphen between
  /// letters, or the end of the run or of the span (LB-7, LB-9).
  mutating func addWesternRun(at index: inout Int, before end: Int) throws(Rejection) {
    var next = index
    while next < end, source.classes[next].isWestern || source.classes[next] == .extend {
      next += 1
      // The letter before a hyphen may stand in the span before (PW-9).
      if source.classes[next - 1] == .hyphen, next > 1, next < end,
        source.classes[next - 2] == .latin, source.classes[next] == .latin
      {
        break
      }
    }
    let range = index..<next
    index = next
    if let hyphenation, try addParts(of: range, hyphenation) { return }
    let seams = omitted.contains(.wholeWords) ? [] : AddressSeams(source.scalars[range]).places
    if !seams.isEmpty { return try addAddress(range, seams) }
    try addWhole(range)
  }

  // LB-7, LB-9: a word stays whole, unless it is wider than the measure.
  private mutating func addWhole(_ range: Range<Int>) throws(Rejection) {
    let word = try voice.word(source.scalars[range], isChinese: false, library: library)
    if word.width > narrowest || omitted.contains(.wholeWords), range.count > 1 {
      try addLetters(range)
      return
    }
    var item = ParagraphItem(width: word.width)
    item.weight = UInt8(clamping: weight(of: range))
    append(
      item, source.classes[range.lowerBound], lastClass(of: range), range, cell: word.width,
      halfShift: 0)
    put(word, range)
  }

  // An address or a long number in the parts that a line may end behind, without a mark of its own.
  private mutating func addAddress(_ range: Range<Int>, _ seams: [AddressSeams.Place])
    throws(Rejection)
  {
    var start = range.lowerBound
    for seam in seams + [AddressSeams.Place(offset: range.count, price: 0)] {
      let end = range.lowerBound + seam.offset
      let before = built.items.count - 1
      let price =
        start > range.lowerBound ? seams.first { $0.offset + range.lowerBound == start } : nil
      try addWhole(start..<end)
      if let price {
        built.items[before].glueKind = .solid
        built.items[before].penalty = price.price
      }
      start = end
    }
  }

  // LB-9: a word in parts, a hyphen behind each of them where a line ends there.
  private mutating func addParts(of range: Range<Int>, _ patterns: HyphenationPatterns)
    throws(Rejection) -> Bool
  {
    guard range.allSatisfy({ source.classes[$0] == .latin }) else { return false }
    let places = patterns.places(in: Array(source.scalars[range]))
    guard !places.isEmpty else { return false }
    let hyphen = try voice.word([0x2D], isChinese: false, library: library)
    built.hyphens[Int(style)] = hyphen
    var start = range.lowerBound
    for end in places.map({ $0 + range.lowerBound }) + [range.upperBound] {
      let part = start..<end
      let word = try voice.word(source.scalars[part], isChinese: false, library: library)
      var item = ParagraphItem(width: word.width)
      item.weight = UInt8(clamping: part.count)
      if end < range.upperBound { item.endWidth = word.width + hyphen.width }
      append(item, .latin, .latin, part, cell: word.width, halfShift: 0)
      let last = built.items.count - 1
      built.contents[last].isHyphenated = end < range.upperBound
      if start > range.lowerBound {
        built.items[last - 1].glueKind = .solid
        built.items[last - 1].penalty = BreakPenalty.hyphen
      }
      put(word, part)
      start = end
    }
    return true
  }

  // Letters and digits count for 单字不成行, marks do not.
  private func weight(of range: Range<Int>) -> Int {
    var weight = 0
    for kind in source.classes[range] where kind == .latin || kind == .digit { weight += 1 }
    return weight
  }

  private func lastClass(of range: Range<Int>) -> CharacterClass {
    for index in range.reversed() where source.classes[index] != .extend {
      return source.classes[index]
    }
    return .latin
  }

  // A word longer than the measure: each letter a box, parted only when nothing else helps (LB-12).
  private mutating func addLetters(_ range: Range<Int>) throws(Rejection) {
    var start = range.lowerBound
    while start < range.upperBound {
      var next = start + 1
      while next < range.upperBound, source.classes[next] == .extend { next += 1 }
      let part = start..<next
      let word = try voice.word(source.scalars[part], isChinese: false, library: library)
      let kind = source.classes[start]
      var item = ParagraphItem(width: word.width)
      item.weight = kind == .latin || kind == .digit ? 1 : 0
      append(item, kind, kind, part, cell: word.width, halfShift: 0)
      if start > range.lowerBound {
        built.items[built.items.count - 2].glueKind = .letter
        built.items[built.items.count - 2].penalty = BreakPenalty.emergency
      }
      put(word, part)
      start = next
    }
  }
}
