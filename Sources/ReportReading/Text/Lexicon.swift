/// A list of words that can be looked up at a place of a text, longest first.
struct Lexicon: Sendable {
  private var forward: [Unicode.Scalar: [Scalars]] = [:]
  private var backward: [Unicode.Scalar: [Scalars]] = [:]

  /// The words of a string, parted by blanks or line ends.
  init(_ words: String) {
    self.init(words.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
  }

  /// The words of a list.
  init(_ words: [String]) {
    for word in words {
      let scalars = Scalars(word)
      guard let first = scalars.first, let last = scalars.last else { continue }
      forward[first, default: []].append(scalars)
      backward[last, default: []].append(scalars)
    }
    for key in forward.keys { forward[key]?.sort { $0.count > $1.count } }
    for key in backward.keys { backward[key]?.sort { $0.count > $1.count } }
  }

  /// The length of the longest word that starts at a place; nil when none does.
  func match(in text: Scalars, at place: Int, limit: Int = .max) -> Int? {
    guard place >= 0, place < text.count, let words = forward[text[place]] else { return nil }
    return words.first { place + $0.count <= limit && text.has($0, at: place) }?.count
  }

  /// The length of the longest word that ends before a place; nil when none does.
  func match(in text: Scalars, endingAt place: Int, from floor: Int = 0) -> Int? {
    guard place > floor, place <= text.count, let words = backward[text[place - 1]] else {
      return nil
    }
    return words.first { place - $0.count >= floor && text.has($0, at: place - $0.count) }?.count
  }

  /// The first place in a range where a word stands, and the word's length.
  func first(in text: Scalars, _ range: Range<Int>) -> (place: Int, length: Int)? {
    for place in range {
      if let length = match(in: text, at: place, limit: range.upperBound) { return (place, length) }
    }
    return nil
  }

  /// The last place in a range where a word stands, and the word's length.
  func last(in text: Scalars, _ range: Range<Int>) -> (place: Int, length: Int)? {
    for place in range.reversed() {
      if let length = match(in: text, at: place, limit: range.upperBound) { return (place, length) }
    }
    return nil
  }

  /// Whether a word stands anywhere in a range.
  func occurs(in text: Scalars, _ range: Range<Int>) -> Bool { first(in: text, range) != nil }

  /// Whether a word stands anywhere.
  func occurs(in text: Scalars) -> Bool { occurs(in: text, 0..<text.count) }

  /// Whether the whole text is a word of the list.
  func contains(_ text: Scalars) -> Bool {
    match(in: text, at: 0).map { $0 == text.count } ?? false
  }
}
