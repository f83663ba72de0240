internal import CWordList

/// What kind of word it is, by its letter in the lexicon.
public enum PartOfSpeech: UInt8, Hashable, Sendable {
  /// Nouns: common, of persons, places, bodies, other names.
  case noun = 0x6E, person = 0x52, place = 0x53, body = 0x54, name = 0x5A
  /// A verb, and a verb that stands as a noun (工作, 建设).
  case verb = 0x76, verbNoun = 0x4E
  /// Adjective, adverb, time, numeral, numeral with its classifier, classifier.
  case adjective = 0x61, adverb = 0x64, time = 0x74, numeral = 0x6D, counted = 0x4D,
    classifier = 0x71
  /// Preposition, conjunction, particle, pronoun, locality, attribute (大型).
  case preposition = 0x70, conjunction = 0x63, particle = 0x75, pronoun = 0x72, locality = 0x66,
    attribute = 0x62
  /// Idiom, phrase, abbreviation, space (上空), state (满满).
  case idiom = 0x69, phrase = 0x6C, abbreviation = 0x6A, space = 0x73, state = 0x7A
  /// Anything else, and what is in no list.
  case other = 0x78

  /// Whether it names a thing.
  public var isNominal: Bool {
    switch self {
    case .noun, .person, .place, .body, .name, .verbNoun, .abbreviation, .space: true
    default: false
    }
  }
}

/// A word of the lexicon at a place of a text.
public struct LexiconEntry: Hashable, Sendable {
  /// Characters.
  public let length: Int
  /// −ln of its share of a large corpus, in twelfths: the rarer, the more.
  public let cost: Int
  /// What it is.
  public let partOfSpeech: PartOfSpeech
}

/// The 100,000 words that Chinese prose uses most, with frequency and part of speech (Debian's
/// python3-jieba, prepared by `.bootstrap/words`). It lies in the program itself: nothing is loaded.
public struct WordLexicon: Sendable {
  /// The lexicon.
  public static let standard = WordLexicon()

  /// Most characters of a word that is looked for.
  public static let longest = 8

  private nonisolated(unsafe) let groups: UnsafePointer<Group>
  private nonisolated(unsafe) let rest: UnsafePointer<UInt16>
  private nonisolated(unsafe) let costs: UnsafePointer<UInt8>
  private nonisolated(unsafe) let kinds: UnsafePointer<UInt8>
  private let groupCount: Int
  private let wordCount: Int

  /// The words of one first character and one length: where they and their characters begin.
  private struct Group {
    var first: UInt16
    var length: UInt16
    var word: UInt32
    var rest: UInt32
  }

  private init() {
    let base = banxin_word_list()
    let header = base.assumingMemoryBound(to: UInt32.self)
    groupCount = Int(UInt32(littleEndian: header[1]))
    wordCount = Int(UInt32(littleEndian: header[2]))
    let restCount = Int(UInt32(littleEndian: header[3]))
    let table = base + 16
    groups = table.assumingMemoryBound(to: Group.self)
    let letters = table + groupCount * MemoryLayout<Group>.stride
    rest = letters.assumingMemoryBound(to: UInt16.self)
    let costBytes = letters + restCount * 2
    costs = costBytes.assumingMemoryBound(to: UInt8.self)
    kinds = (costBytes + wordCount).assumingMemoryBound(to: UInt8.self)
  }

  /// The words that start at a place of a text, the shortest first.
  public func words(
    in text: [Unicode.Scalar], at place: Int, limit: Int = .max
  ) -> [LexiconEntry] {
    guard place >= 0, place < text.count, let first = UInt16(exactly: text[place].value) else {
      return []
    }
    var result: [LexiconEntry] = []
    var group = firstGroup(of: first)
    let room = min(min(limit, text.count) - place, Self.longest)
    while group < groupCount, groups[group].first == first, Int(groups[group].length) <= room {
      if let word = word(of: group, in: text, at: place) {
        result.append(
          LexiconEntry(
            length: Int(groups[group].length), cost: Int(costs[word]),
            partOfSpeech: PartOfSpeech(rawValue: kinds[word]) ?? .other))
      }
      group += 1
    }
    return result
  }

  /// The entry of a whole word; nil when it is in no list.
  public func entry(_ word: String) -> LexiconEntry? {
    let text = Array(word.unicodeScalars)
    return words(in: text, at: 0).last { $0.length == text.count }
  }

  /// The first group of a character, by bisection.
  private func firstGroup(of first: UInt16) -> Int {
    var (low, high) = (0, groupCount)
    while low < high {
      let middle = (low + high) / 2
      if groups[middle].first < first { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The word of a group that stands at a place, by bisection; nil when none does.
  private func word(of group: Int, in text: [Unicode.Scalar], at place: Int) -> Int? {
    let start = groups[group]
    let length = Int(start.length) - 1
    let end = group + 1 < groupCount ? Int(groups[group + 1].word) : wordCount
    var (low, high) = (0, end - Int(start.word))
    while low < high {
      let middle = (low + high) / 2
      let order = compare(Int(start.rest) + middle * length, text, place + 1, length)
      if order == 0 { return Int(start.word) + middle }
      if order < 0 { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  private func compare(_ at: Int, _ text: [Unicode.Scalar], _ place: Int, _ length: Int) -> Int {
    for offset in 0..<length {
      let difference = Int(rest[at + offset]) - Int(text[place + offset].value)
      if difference != 0 { return difference }
    }
    return 0
  }
}
