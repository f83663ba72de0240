internal import Segmentation

/// Finds the words of a heading, so that its lines end between them (PG-13): those of the lexicon as they
/// stand in the text, and compounds of our own list that no line should part.
struct WordSegmenter {
  /// How a place between two characters may be used.
  enum Seam: UInt8, Sendable {
    /// Between two known words.
    case open
    /// Beside a character that no word explains: perhaps inside a name.
    case doubtful
    /// Before a character that the word list does not explain: more often the noun that the words
    /// before it describe, 闲置|农房, than the beginning of something new.
    case beforeUnknown
    /// Inside a word, a name or a short quotation.
    case closed
  }

  private let scalars: [UInt32]
  private let classes: [CharacterClass]
  private var seams: [Seam]

  /// The seams of a text; entry i stands before scalar i.
  static func seams(_ scalars: [UInt32], _ classes: [CharacterClass]) -> [Seam] {
    var segmenter = WordSegmenter(scalars: scalars, classes: classes)
    segmenter.segment()
    segmenter.closeNumbers()
    segmenter.closeWrittenNumbers()
    segmenter.closeQuotations()
    return segmenter.seams
  }

  private init(scalars: [UInt32], classes: [CharacterClass]) {
    self.scalars = scalars
    self.classes = classes
    seams = Array(repeating: .open, count: scalars.count + 1)
  }

  // The cheapest way through each run of ideographs: a known word costs one, a loose character more.
  private mutating func segment() {
    var start = 0
    while start < scalars.count {
      guard classes[start] == .han else {
        start += 1
        continue
      }
      var end = start
      while end < scalars.count, classes[end] == .han { end += 1 }
      segment(start..<end)
      start = end
    }
  }

  private mutating func segment(_ range: Range<Int>) {
    let count = range.count
    let known = Set(
      Segmentation(scalars[range].compactMap(Unicode.Scalar.init)).words.map(\.range))
    var best = [Double](repeating: .infinity, count: count + 1)
    var from = [Int](repeating: 0, count: count + 1)
    best[0] = 0
    for end in 1...count {
      for length in 1...min(max(WordList.longest, WordLexicon.longest), end) {
        let word = Array(scalars[range.lowerBound + end - length..<range.lowerBound + end])
        let cost: Double
        if length == 1 {
          cost = Self.functionWords.contains(word[0]) ? 1 : 1.8
        } else if known.contains(end - length..<end) || WordList.words.contains(word) {
          cost = 1
        } else {
          continue
        }
        if best[end - length] + cost < best[end] {
          best[end] = best[end - length] + cost
          from[end] = end - length
        }
      }
    }
    markWords(range, from)
  }

  private mutating func markWords(_ range: Range<Int>, _ from: [Int]) {
    var end = range.count
    var next: Range<Int>?
    while end > 0 {
      let word = range.lowerBound + from[end]..<range.lowerBound + end
      if word.count > 1 {
        for place in word.dropFirst() { seams[place] = .closed }
      }
      if let next { seams[word.upperBound] = seam(between: word, and: next) }
      next = word
      end = from[end]
    }
  }

  private func seam(between word: Range<Int>, and next: Range<Int>) -> Seam {
    // A loose character before a place's or body's suffix is a part of its name: 邹城|市.
    if next.count == 1, word.count == 1, Self.suffixes.contains(scalars[next.lowerBound]) {
      return .closed
    }
    func isLoose(_ word: Range<Int>) -> Bool {
      word.count == 1 && !Self.functionWords.contains(scalars[word.lowerBound])
    }
    if isLoose(word), isLoose(next) { return .closed }
    return isLoose(next) ? .beforeUnknown : isLoose(word) ? .doubtful : .open
  }

  // A number and its measure word are one word: 2022年|高质量.
  private mutating func closeNumbers() {
    for index in scalars.indices.dropFirst()
    where classes[index - 1] == .digit && Self.measures.contains(scalars[index]) {
      seams[index] = .closed
      if [.doubtful, .beforeUnknown].contains(seams[index + 1]) { seams[index + 1] = .open }
    }
  }

  // So is a number in Chinese with its measure word: 三百八十六名|学生. Two numerals alone may belong to two
  // words: 统一|百姓.
  private mutating func closeWrittenNumbers() {
    var start = 0
    while start < scalars.count {
      var end = start
      while end < scalars.count, Self.numerals.contains(scalars[end]) { end += 1 }
      if end - start >= 3 {
        for place in start + 1..<end { seams[place] = .closed }
        if end < scalars.count, Self.measures.contains(scalars[end]) {
          seams[end] = .closed
          if [.doubtful, .beforeUnknown].contains(seams[end + 1]) { seams[end + 1] = .open }
        }
      }
      start = max(end, start + 1)
    }
  }

  // A quoted name or a title of at most twelve characters stays on one line.
  private mutating func closeQuotations() {
    var open: [Int] = []
    for index in scalars.indices {
      if classes[index] == .open { open.append(index) }
      guard classes[index] == .close, let start = open.popLast(), index - start <= 13 else {
        continue
      }
      for place in start + 1...index { seams[place] = .closed }
    }
  }

  private static let numerals: Set<UInt32> = Set(
    "〇零一二三四五六七八九十百千万亿两".unicodeScalars.map(\.value))
  /// Characters that end no heading line (PG-13; 及 and 第 by custom).
  static let noEnd: Set<UInt32> = Set("和与及第为在对向把被将以从".unicodeScalars.map(\.value))
  /// Characters that start no heading line (PG-13; 地 and 了 by custom).
  static let noStart: Set<UInt32> = Set("的得地了着过们等之".unicodeScalars.map(\.value))

  private static let functionWords: Set<UInt32> = Set(
    "的得地了着过和与及在为是不有将把被对向从以到让使给同跟或而并也都就还又再更最很新大小多少上下中内外前后这那各每本我他她它你".unicodeScalars
      .map(\.value))
  private static let measures: Set<UInt32> = Set(
    "年月日时分秒元人个万亿户家项名条件次种处座级届期号倍亩吨岁天周批套台辆所间张份位".unicodeScalars.map(\.value))
  private static let suffixes: Set<UInt32> = Set(
    "省市县区镇乡村街路桥山河江湖海岛港园院校馆厅局部委办厂店社队组站".unicodeScalars.map(\.value))
}
