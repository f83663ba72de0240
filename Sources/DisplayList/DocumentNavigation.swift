public import Geometry

/// A height on a page of a document.
public struct PagePlace: Hashable, Sendable {
  /// The page, from 0.
  public var page: Int
  /// From the trim's top.
  public var top: Length

  /// Makes a place; the top of a page without a height.
  public init(page: Int, top: Length = .zero) {
    self.page = page
    self.top = top
  }
}

/// A line of the outline that readers of PDF files show beside the pages.
public struct OutlineEntry: Hashable, Sendable {
  /// Its words.
  public var title: String
  /// Depth, from 1.
  public var level: Int
  /// Where it leads.
  public var place: PagePlace

  /// Makes a line.
  public init(title: String, level: Int, place: PagePlace) {
    self.title = title
    self.level = level
    self.place = place
  }
}

/// A rectangle of a page that leads to a place.
public struct PageLink: Hashable, Sendable {
  /// What is to be clicked, from the trim's top left corner.
  public var box: Rect
  /// Where it leads.
  public var place: PagePlace
  /// The words in it.
  public var words: String

  /// Makes a link.
  public init(box: Rect, place: PagePlace, words: String) {
    self.box = box
    self.place = place
    self.words = words
  }
}

extension PagedDocument {
  /// Whether a reader of the file can do more than turn pages.
  public var hasNavigation: Bool { !outline.isEmpty || !destinations.isEmpty }

  /// The links of each page, one for every stretch that a link tag opens, in their order; nil for a
  /// stretch whose name names no place, or that draws no words.
  public var links: [[PageLink?]] {
    pages.map { page in
      page.segments.filter { $0.tag?.kind == .link }.map { segment in
        guard let place = destinations[segment.tag?.name ?? ""] else { return nil }
        var box: Rect?
        var words = ""
        for placed in segment.items {
          guard case .glyphs(let run) = placed.item else { continue }
          words += run.text
          let part = Rect(
            left: placed.origin.x, top: placed.origin.y - run.size.scaled(by: Self.ascent),
            right: placed.origin.x + run.width,
            bottom: placed.origin.y + run.size.scaled(by: Self.descent))
          box = box.map { $0.joined(with: part) } ?? part
        }
        return box.map { PageLink(box: $0, place: place, words: words) }
      }
    }
  }

  /// What a Han character takes over and under the baseline, in shares of its size.
  private static let ascent = 0.88
  private static let descent = 0.14
}

extension Rect {
  /// The least rectangle that holds both.
  fileprivate func joined(with other: Rect) -> Rect {
    Rect(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }
}
