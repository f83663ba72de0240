package import DisplayList
package import ReportModel

/// Where the blocks of a report stand on a page: the way back from ink to words, for a person who
/// points at either.
package struct PagePlaces {
  /// A rectangle of one block, in points from the trim's corner.
  package struct Place: Hashable, Sendable {
    /// The story of the page, from 0.
    package var story: Int
    /// The block's place in the report that was set.
    package var block: Int
    package var left: Double
    package var top: Double
    package var right: Double
    package var bottom: Double
    /// Whether it is a picture, and not its words.
    package var isPicture: Bool
  }

  /// The words of each block, folded, and how far they have been found.
  private struct Piece {
    var scalars: [UInt32]
    var story: Int
    var owner: Int
    var found = 0
  }

  private var pieces: [Piece]
  private var captions: [String: (story: Int, block: Int)] = [:]
  /// The piece that the last line belonged to.
  private var current: Int?

  /// Prepares the words of reports; `captions` are the blocks of their pictures by their logical names.
  package init(of stories: [(report: Report, captions: [String: Int])]) {
    pieces = []
    for (number, story) in stories.enumerated() {
      pieces += ReportWords.pieces(of: story.report).map {
        Piece(scalars: $0.scalars, story: number, owner: $0.owner)
      }
      captions.merge(story.captions.mapValues { (number, $0) }) { first, _ in first }
    }
  }

  /// The places on the next page; pages are to be asked for in their order, since a paragraph goes on
  /// from page to page.
  package mutating func places(on page: Page) -> [Place] {
    let inks = PageInks(page)
    var places: [Place] = []
    for text in inks.texts where !text.isFurniture {
      let words = FoldedText.scalars(text.words)
      guard let piece = owner(of: words) else { continue }
      let box = text.box.grown(by: text.size * 0.12)
      add(
        Place(
          story: pieces[piece].story, block: pieces[piece].owner, left: box.left, top: box.top,
          right: box.right,
          bottom: box.bottom, isPicture: false), size: text.size, to: &places)
    }
    for (name, box) in inks.placedImages {
      guard let (story, block) = captions[name] else { continue }
      places.append(
        Place(
          story: story, block: block, left: box.left, top: box.top, right: box.right,
          bottom: box.bottom,
          isPicture: true))
    }
    return places
  }

  /// The piece that a line belongs to: the one that the line before belonged to goes on, or the first
  /// whose next words these are, or that has these words anywhere.
  private mutating func owner(of words: [UInt32]) -> Int? {
    guard !words.isEmpty else { return nil }
    if let current, take(words, from: current) { return current }
    // Make-up rarely moves a text far: near ones first, all of them only in a report of a few.
    let near = (current ?? 0)..<min(pieces.count, (current ?? 0) + Self.window)
    let others = pieces.count <= Self.few ? pieces.indices : near
    for piece in Array(near) + Array(others) where take(words, from: piece) {
      current = piece
      return piece
    }
    guard words.count >= Self.distinct, pieces.count <= Self.few else { return nil }
    return pieces.indices.first { Self.place(of: words, in: pieces[$0].scalars, from: 0) != nil }
  }

  /// Fewer characters than this stand in many places.
  private static let distinct = 4
  /// Characters that may stand elsewhere between two lines, as a run-in lead in another face does.
  private static let gap = 2
  private static let window = 200
  private static let few = 2000

  private mutating func take(_ words: [UInt32], from piece: Int) -> Bool {
    let (scalars, start) = (pieces[piece].scalars, pieces[piece].found)
    guard start < scalars.count,
      let place = Self.place(of: words, in: scalars, from: start, most: Self.gap)
    else { return false }
    pieces[piece].found = place + words.count
    return true
  }

  private static func place(
    of words: [UInt32], in scalars: [UInt32], from start: Int, most: Int = .max / 2
  ) -> Int? {
    guard words.count <= scalars.count - start else { return nil }
    return (start...min(scalars.count - words.count, start + most)).first { place in
      scalars[place] == words[0] && scalars[place..<(place + words.count)].elementsEqual(words)
    }
  }

  /// Lines of a block that stand under each other are one rectangle, and so are the runs of a line.
  private func add(_ place: Place, size: Double, to places: inout [Place]) {
    guard let last = places.indices.last, places[last].block == place.block,
      places[last].story == place.story, !places[last].isPicture
    else { return places.append(place) }
    let other = places[last]
    let shared = min(other.right, place.right) - max(other.left, place.left)
    let isUnder =
      shared > 0.3 * min(other.right - other.left, place.right - place.left)
      && place.top < other.bottom + 1.5 * size && place.bottom > other.top
    let isBeside =
      abs(place.top - other.top) < size && place.left < other.right + size
      && place.left >= other.left
    let isOnLastLine =
      place.bottom <= other.bottom + 0.3 * size && place.top >= other.top
      && place.left <= other.right + size && place.right >= other.left
    guard isUnder || isBeside || isOnLastLine else { return places.append(place) }
    places[last].left = min(other.left, place.left)
    places[last].right = max(other.right, place.right)
    places[last].top = min(other.top, place.top)
    places[last].bottom = max(other.bottom, place.bottom)
  }
}
