public import DisplayList
import Geometry

/// Arranges the pages of a document on sheets: display list to display list.
public struct Imposer: Sendable {
  private let scheme: ImpositionScheme

  /// Makes an imposer for a scheme.
  public init(_ scheme: ImpositionScheme) { self.scheme = scheme }

  /// The document whose pages are the sheets. Each page is cut at its trim; pages of one document
  /// are as large as the first.
  public func impose(_ document: PagedDocument) -> PagedDocument {
    guard let first = document.pages.first else { return document }
    var imposed = document
    if case .tiles(let size, let overlap) = scheme {
      imposed.pages = document.pages.flatMap { tiles(of: $0, size: size, overlap: overlap) }
      return imposed
    }
    let cell = first.trim
    imposed.pages = scheme.sides(of: document.pages.count).map { places in
      let columns = (places.map(\.column).max() ?? 0) + 1
      let rows = (places.map(\.row).max() ?? 0) + 1
      let labels = places.compactMap { place in place.page.map { document.pages[$0].label } }
      return Page(
        label: labels.filter { !$0.isEmpty }.joined(separator: "+"),
        trim: Size(width: cell.width * columns, height: cell.height * rows),
        items: places.flatMap { item($0, of: document, cell: cell) })
    }
    return imposed
  }

  private func item(_ place: Placement, of document: PagedDocument, cell: Size) -> [PlacedItem] {
    guard let number = place.page else { return [] }
    let page = document.pages[number]
    let origin = Point(x: cell.width * place.column + place.shift, y: cell.height * place.row)
    // The clip stays with the sheet's half while the page moves under it.
    let clip = Path.rect(
      Rect(origin: Point(x: -place.shift, y: .zero), size: page.trim))
    return [PlacedItem(at: origin, .group(Group(items: page.items, clip: clip)))]
  }

  private func tiles(of page: Page, size: Size, overlap: Length) -> [Page] {
    let columns = Self.starts(page.trim.width, size.width, overlap)
    let rows = Self.starts(page.trim.height, size.height, overlap)
    return rows.enumerated().flatMap { row, y in
      columns.enumerated().map { column, x in
        let extent = Size(
          width: min(size.width, page.trim.width - x),
          height: min(size.height, page.trim.height - y))
        let window = Path.rect(Rect(origin: Point(x: x, y: y), size: extent))
        let group = Group(items: page.items, clip: window)
        return Page(
          label: "\(page.label)\(page.label.isEmpty ? "" : "-")\(row + 1).\(column + 1)",
          trim: extent, items: [PlacedItem(at: Point(x: -x, y: -y), .group(group))])
      }
    }
  }

  /// Where tiles begin so that they cover a length, each over the last by the overlap.
  private static func starts(_ whole: Length, _ tile: Length, _ overlap: Length) -> [Length] {
    let step = tile - overlap
    guard step > .zero, whole > tile else { return [.zero] }
    var starts = [Length.zero]
    while let last = starts.last, last + tile < whole { starts.append(last + step) }
    return starts
  }
}
