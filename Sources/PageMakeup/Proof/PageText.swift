import DisplayList
import Geometry

/// The text of a page as it is painted, with the place of each character: how a proof finds the words
/// that a finding speaks of. Lines follow each other without a break, as the columns of a story do.
struct PageText {
  private var characters: [Character] = []
  /// Origin of the run that each character stands in, and how far into the run it is.
  private var places: [Point] = []

  init(_ items: [PlacedItem]) {
    add(items, at: .zero)
  }

  private mutating func add(_ items: [PlacedItem], at corner: Point) {
    for placed in items {
      switch placed.item {
      case .glyphs(let run): add(run, at: placed.origin + corner)
      case .group(let group): add(group.items, at: placed.origin + corner)
      default: break
      }
    }
  }

  private mutating func add(_ run: GlyphRun, at origin: Point) {
    let text = run.text.filter { !$0.isWhitespace }
    let count = max(1, text.count)
    for (index, character) in text.enumerated() {
      characters.append(character)
      // Near enough for a mark: the share of the run's width.
      places.append(Point(x: origin.x + run.width * index / count, y: origin.y))
    }
  }

  /// Where a text starts; looked for behind the opening of the paragraph it stands in.
  func place(of text: String, after opening: String) -> Point? {
    let start = index(of: opening.filter { !$0.isWhitespace }, from: 0) ?? 0
    // Two forms of a name are given as `one/other`: the first that is found is marked.
    let forms = [Substring(text)] + text.split(separator: "/")
    for form in forms {
      if let found = index(of: form.filter { !$0.isWhitespace }, from: start) {
        return places[found]
      }
    }
    return nil
  }

  private func index(of text: String, from start: Int) -> Int? {
    let wanted = Array(text)
    guard let first = wanted.first, wanted.count <= characters.count - start else { return nil }
    for index in start...(characters.count - wanted.count)
    where characters[index] == first
      && characters[index..<(index + wanted.count)].elementsEqual(wanted)
    {
      return index
    }
    return nil
  }
}
