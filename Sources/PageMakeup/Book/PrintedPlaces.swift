package import DisplayList
package import Geometry

/// Where words stand on finished pages: how an index and a card find the sentence they speak of.
/// Furniture and whatever else is an artifact is left out.
package struct PrintedPlaces {
  /// A place of the text.
  package struct Place: Hashable, Sendable {
    /// The page, counted as the pages that were given.
    package var page: Int
    /// The top of its line, from the trim's top.
    package var top: Length
    /// Which sentence of the page it stands in, from 1: one more than full stops before it.
    package var sentence: Int
  }

  private var scalars: [UInt32] = []
  private var places: [Place] = []
  private var starts: [UInt32: [Int]] = [:]

  private static let stops: Set<UInt32> = Set("。！？!?".unicodeScalars.map(\.value))

  /// Reads pages; their places count from `first`.
  package init(_ pages: [Page], from first: Int = 0) {
    for (number, page) in pages.enumerated() {
      var place = Place(page: first + number, top: .zero, sentence: 1)
      // What leads to a sentence is not the sentence.
      for segment in page.segments where segment.tag != nil && segment.tag?.kind != .link {
        add(segment.items, isTurned: false, at: &place)
      }
    }
    for (index, scalar) in scalars.enumerated() { starts[scalar, default: []].append(index) }
  }

  private mutating func add(_ items: [PlacedItem], isTurned: Bool, at place: inout Place) {
    for placed in items {
      switch placed.item {
      case .glyphs(let run):
        // Words of a turned group have no height of their own: the page's top serves.
        place.top = isTurned ? .zero : max(.zero, placed.origin.y - run.size)
        for scalar in FoldedText.scalars(run.text) {
          scalars.append(scalar)
          places.append(place)
          if Self.stops.contains(scalar) { place.sentence += 1 }
        }
      case .group(let group): add(group.items, isTurned: true, at: &place)
      case .path, .image, .tag: continue
      }
    }
  }

  /// Fewest characters that tell one sentence from another.
  private static let distinct = 8

  /// Where a sentence starts; one that is not printed whole, as where a note or a picture stands inside,
  /// is known by its first half, or by what is left of it.
  package func place(of sentence: String) -> Place? {
    var wanted = FoldedText.scalars(sentence)[...]
    while !wanted.isEmpty {
      if let found = occurrences(of: wanted).first { return places[found] }
      if wanted.count <= Self.distinct { return nil }
      wanted = wanted.prefix(max(Self.distinct, wanted.count / 2))
    }
    return nil
  }

  /// The places of a name, one a page; those inside longer names that were looked for before do not
  /// count: `taken` keeps them.
  package func places(of name: String, taken: inout Set<Int>) -> [Place] {
    let wanted = FoldedText.scalars(name)
    var found: [Place] = []
    for start in occurrences(of: wanted[...]) where !taken.contains(start) {
      taken.formUnion(start..<(start + wanted.count))
      if found.last?.page != places[start].page { found.append(places[start]) }
    }
    return found
  }

  private func occurrences(of wanted: ArraySlice<UInt32>) -> [Int] {
    guard let first = wanted.first else { return [] }
    return (starts[first] ?? []).filter {
      $0 + wanted.count <= scalars.count
        && scalars[$0..<($0 + wanted.count)].elementsEqual(wanted)
    }
  }
}
