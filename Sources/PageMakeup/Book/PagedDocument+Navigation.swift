import DisplayList
import Geometry

extension PagedDocument {
  /// Finds the places that links name by their words, and lists the heads of a document of several pages
  /// for a reader's side panel.
  mutating func addNavigation() {
    let names = pages.flatMap(\.items).compactMap { placed -> String? in
      guard case .tag(let tag) = placed.item, tag.kind == .link else { return nil }
      return tag.name
    }
    if !names.isEmpty {
      let text = PrintedPlaces(pages)
      // Words of a head may stand in the text before it.
      let heads = heads.map { (words: FoldedText.scalars($0.title), place: $0.place) }
      for name in Set(names) {
        let words = FoldedText.scalars(name)
        destinations[name] =
          heads.first { $0.words == words }?.place
          ?? text.place(of: name).map { PagePlace(page: $0.page, top: $0.top) }
      }
    }
    if pages.count > 1 { outline = heads }
  }

  /// The heads as they are printed; neighbouring lines of one head are one.
  private var heads: [OutlineEntry] {
    var found: [OutlineEntry] = []
    for (number, page) in pages.enumerated() {
      for segment in page.segments {
        guard let tag = segment.tag, tag.kind == .heading else { continue }
        var (words, top) = ("", Length?.none)
        for placed in segment.items {
          guard case .glyphs(let run) = placed.item else { continue }
          words += run.text
          top = top ?? max(.zero, placed.origin.y - run.size)
        }
        guard !words.isEmpty else { continue }
        let level = min(max(1, tag.level), (found.last?.level ?? 0) + 1)
        found.append(
          OutlineEntry(
            title: words, level: level, place: PagePlace(page: number, top: top ?? .zero)))
      }
    }
    return found
  }
}
