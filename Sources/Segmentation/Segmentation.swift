/// A word of a text.
public struct Word: Hashable, Sendable {
  /// Its place, in scalars.
  public let range: Range<Int>
  /// What it is; `other` for what the lexicon lacks.
  public let partOfSpeech: PartOfSpeech
}

/// A text cut into words: of all ways the one whose words together are the most frequent (the
/// maximum-probability path over the words of the lexicon). Runs of digits and of Latin letters are
/// one word each; every other mark and every unknown character stands alone.
public struct Segmentation: Sendable {
  /// The words, in their order; together they are the text.
  public let words: [Word]
  private let starts: [Bool]

  /// What a character costs that the lexicon lacks, in the lexicon's measure.
  private static let unknownCost = 200

  /// Cuts a text.
  public init(_ text: [Unicode.Scalar]) {
    words = Self.path(text)
    var starts = Array(repeating: false, count: text.count + 1)
    for word in words { starts[word.range.lowerBound] = true }
    starts[text.count] = true
    self.starts = starts
  }

  /// Cuts a text.
  public init(_ text: String) { self.init(Array(text.unicodeScalars)) }

  /// Whether a text may be cut before the scalar at a place; true at both ends.
  public func isBoundary(_ place: Int) -> Bool {
    starts.indices.contains(place) && starts[place]
  }

  /// The places between words, in scalars, both ends left out.
  public var cutPoints: [Int] { words.dropFirst().map(\.range.lowerBound) }

  /// The word that holds the scalar at a place; nil outside the text.
  public func word(at place: Int) -> Word? {
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if words[middle].range.upperBound <= place { low = middle + 1 } else { high = middle }
    }
    return low < words.count && words[low].range.contains(place) ? words[low] : nil
  }

  private struct Step {
    var cost = Int.max
    var from = 0
    var partOfSpeech = PartOfSpeech.other
  }

  private static func path(_ text: [Unicode.Scalar]) -> [Word] {
    var steps = Array(repeating: Step(), count: text.count + 1)
    steps[0].cost = 0
    let lexicon = WordLexicon.standard
    for place in text.indices where steps[place].cost < .max {
      func reach(_ end: Int, _ cost: Int, _ part: PartOfSpeech) {
        let total = steps[place].cost + cost
        if total < steps[end].cost {
          steps[end] = Step(cost: total, from: place, partOfSpeech: part)
        }
      }
      let run = runEnd(text, place)
      if run > place {
        reach(run, unknownCost, .other)
        continue
      }
      for entry in lexicon.words(in: text, at: place) {
        reach(place + entry.length, entry.cost, entry.partOfSpeech)
      }
      reach(place + 1, unknownCost, .other)
    }
    return backwards(steps)
  }

  private static func backwards(_ steps: [Step]) -> [Word] {
    var words: [Word] = []
    var end = steps.count - 1
    while end > 0 {
      words.append(Word(range: steps[end].from..<end, partOfSpeech: steps[end].partOfSpeech))
      end = steps[end].from
    }
    return words.reversed()
  }

  /// The end of a run of digits, with points and commas inside, or of Latin letters.
  private static func runEnd(_ text: [Unicode.Scalar], _ start: Int) -> Int {
    var place = start
    while place < text.count, isDigit(text[place]) || isPoint(text, place, start) { place += 1 }
    if place > start { return place }
    while place < text.count, text[place].properties.isAlphabetic, text[place].value < 0x2E80 {
      place += 1
    }
    return place
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
  }

  private static func isPoint(_ text: [Unicode.Scalar], _ place: Int, _ start: Int) -> Bool {
    (text[place] == "." || text[place] == ",") && place > start && place + 1 < text.count
      && isDigit(text[place + 1])
  }
}
