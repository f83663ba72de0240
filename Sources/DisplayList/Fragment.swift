public import Geometry

/// A set piece of a page: a paragraph's lines, a chart, a card. Its origin is its top left corner.
public struct Fragment: Hashable, Sendable {
  /// Extent.
  public var size: Size
  /// From the top to the first baseline, where it has one.
  public var baseline: Length?
  /// What is drawn, placed from the fragment's corner.
  public var items: [PlacedItem]

  /// Makes a fragment.
  public init(size: Size, baseline: Length? = nil, items: [PlacedItem] = []) {
    self.size = size
    self.baseline = baseline
    self.items = items
  }

  /// The items moved so that the fragment's corner lies at a point.
  public func placed(at origin: Point) -> [PlacedItem] {
    items.map { PlacedItem(at: $0.origin + origin, $0.item) }
  }
}
