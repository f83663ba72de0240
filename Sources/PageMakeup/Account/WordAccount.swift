/// The account of words: what a report says against what the pages print. Every text of the report is
/// found on the paper once, its lines in their order; what is not found is lost, and what is printed
/// again is doubled.
///
/// The words are compared, not the ways by which they came there, so that no stage can vouch for
/// itself. Time is in proportion to the length of both.
struct WordAccount {
  private var printed: PrintedText
  /// The longer stretches first: two letters stand everywhere in a text of an alphabet, and eight hardly
  /// anywhere but in their own word.
  private var chains: [StretchChains]
  private var singles: StretchChains
  private let pieces: [ReportPiece]

  /// A text, or a part of it, that is not where it should be.
  struct Finding: Hashable {
    /// The piece, counted from 0.
    var piece: Int
    /// Its words, a line at most.
    var words: String
    /// How many characters of the piece are concerned.
    var count: Int
  }

  init(_ printed: PrintedText, pieces: [ReportPiece]) {
    self.printed = printed
    self.pieces = pieces
    chains = [8, 4, 2].map { StretchChains(of: printed.scalars, length: $0) }
    singles = StretchChains(of: printed.scalars, length: 1)
  }

  // MARK: Lost

  /// The pieces that are lost in whole or in part. First those that stand there whole are set aside;
  /// then long ones are looked for, so that a cell is not found in a sentence; then what is too short
  /// to be known by its neighbours, such as the last character of a line and cells of one figure, which
  /// only have to be there as often.
  mutating func lost() -> [Finding] {
    var whole = WholeTexts(pieces)
    let found = whole.take(from: &printed)
    let order = pieces.indices.filter { !found.contains($0) }.sorted {
      let (one, other) = (pieces[$0].scalars.count, pieces[$1].scalars.count)
      return one == other ? $0 < $1 : one > other
    }
    var gaps: [Int: [Range<Int>]] = [:]
    for index in order { gaps[index] = take(pieces[index].scalars) }
    return pieces.indices.compactMap { index in
      let text = pieces[index].scalars
      let missing = (gaps[index] ?? []).filter {
        !settles(text[$0])
      }
      if missing.isEmpty { return nil }
      return Finding(
        piece: index, words: Self.words(missing.map { FoldedText.string(text[$0]) }),
        count: missing.reduce(0) { $0 + $1.count })
    }
  }

  /// Whether the characters of a short gap are left over elsewhere, runs of their own before others.
  private mutating func settles(_ text: ArraySlice<UInt32>) -> Bool {
    guard text.count <= Self.shortGap else { return false }
    for scalar in text {
      let places = singles.places(
        of: StretchChains.key([scalar]), in: printed, most: Self.reach)
      guard let place = places.first(where: printed.opensRun) ?? places.first else { return false }
      printed.take(place..<(place + 1))
    }
    return true
  }

  /// Longest stretch of a text that is not looked for as a whole: of repeated characters and names
  /// spaced by hand it is not sure which print they are.
  private static let shortGap = 3

  /// Finds a text on the paper, line by line, and returns what is not there.
  private mutating func take(_ text: [UInt32]) -> [Range<Int>] {
    var missing: [Range<Int>] = []
    var index = 0
    var next = 0
    while index < text.count {
      if let match = match(text, from: index, near: next) {
        printed.take(match)
        index += match.count
        next = match.upperBound
        continue
      }
      if let last = missing.last, last.upperBound == index {
        missing[missing.count - 1] = last.lowerBound..<(index + 1)
      } else {
        missing.append(index..<(index + 1))
      }
      index += 1
    }
    return missing
  }

  /// The stretch of free print that goes on with a text: right behind the last one where it fits, or
  /// the longest of the first that open alike.
  private mutating func match(_ text: [UInt32], from index: Int, near next: Int) -> Range<Int>? {
    let left = text.count - index
    var best = next..<next
    if next > 0 {
      best = next..<(next + length(text, index, at: next))
      if best.count >= min(Self.sure, left) { return best }
    }
    var rank = best.isEmpty ? 0 : best.count * 4 + 3
    for place in candidates(text, index) {
      let count = length(text, index, at: place)
      let own = count * 4 + (printed.opensRun(place) ? 2 : 0) + (place >= next ? 1 : 0)
      guard own > rank else { continue }
      rank = own
      best = place..<(place + count)
      if count == left, printed.opensRun(place) { break }
    }
    // A single character of a line that goes on is a chance likeness.
    return best.count >= min(2, left) && !best.isEmpty ? best : nil
  }

  /// So many characters behind the last line are the next line.
  private static let sure = 4
  /// How many places are compared before the best of them is taken.
  private static let reach = 48

  /// Free places where a text may go on, in their order: those of the longest stretch that stands
  /// anywhere.
  private mutating func candidates(_ text: [UInt32], _ index: Int) -> [Int] {
    for number in chains.indices where index + chains[number].length <= text.count {
      let key = StretchChains.key(text[index..<(index + chains[number].length)])
      let places = chains[number].places(of: key, in: printed, most: Self.reach)
      if !places.isEmpty { return places }
    }
    return []
  }

  private func length(_ text: [UInt32], _ index: Int, at place: Int) -> Int {
    var count = 0
    while index + count < text.count, place + count < printed.scalars.count,
      printed.scalars[place + count] == text[index + count], printed.isFree(place + count)
    {
      count += 1
    }
    return count
  }

  // MARK: Doubled

  /// Texts that are printed once more than they were written; asked after `lost`.
  func doubled() -> [Finding] {
    let rest = printed.rest.filter { $0.count >= Self.leastDoubled }
    if rest.isEmpty { return [] }
    var openings: [UInt64: [(piece: Int, place: Int)]] = [:]
    for (number, piece) in pieces.enumerated() where !piece.mayRepeat {
      let text = piece.scalars
      for place in text.indices.dropLast() {
        openings[StretchChains.key(text[place...(place + 1)]), default: []].append((number, place))
      }
    }
    var found: [Int: [Range<Int>]] = [:]
    for stretch in rest {
      guard let piece = piece(saying: stretch, openings) else { continue }
      found[piece, default: []].append(stretch)
    }
    return found.keys.sorted().map { piece in
      let ranges = found[piece] ?? []
      return Finding(
        piece: piece, words: Self.words(ranges.map { FoldedText.string(printed.scalars[$0]) }),
        count: ranges.reduce(0) { $0 + $1.count })
    }
  }

  /// A few words may stand in a card or a quotation as well; a line of text may not.
  private static let leastDoubled = 16

  private func piece(
    saying stretch: Range<Int>, _ openings: [UInt64: [(piece: Int, place: Int)]]
  ) -> Int? {
    let scalars = printed.scalars
    let key = StretchChains.key(scalars[stretch.lowerBound...(stretch.lowerBound + 1)])
    return openings[key]?.first { piece, place in
      let text = pieces[piece].scalars
      return place + stretch.count <= text.count
        && text[place..<(place + stretch.count)].elementsEqual(scalars[stretch])
    }?.piece
  }

  /// Most words that a finding repeats.
  private static let shown = 24

  private static func words(_ parts: [String]) -> String {
    let all = parts.joined(separator: "…")
    return all.count > shown ? all.prefix(shown) + "…" : all
  }
}
