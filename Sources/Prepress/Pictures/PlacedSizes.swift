public import DisplayList
import Geometry

/// The largest size at which each picture of a document stands, in points of the whole picture.
public struct PlacedSizes {
  /// By name; pictures that stand on no page are left out.
  public private(set) var sizes: [ImageID: (width: Double, height: Double)] = [:]

  /// Measures a document.
  public init(of document: PagedDocument) {
    for page in document.pages { add(page.items, scale: (1, 1)) }
  }

  private mutating func add(_ items: [PlacedItem], scale: (Double, Double)) {
    for placed in items {
      switch placed.item {
      case .image(let image):
        let width = image.size.width.points / image.crop.width * scale.0
        let height = image.size.height.points / image.crop.height * scale.1
        let known = sizes[image.image] ?? (0, 0)
        sizes[image.image] = (max(known.width, width), max(known.height, height))
      case .group(let group):
        let map = group.transform
        let across = (map.a * map.a + map.b * map.b).squareRoot()
        let down = (map.c * map.c + map.d * map.d).squareRoot()
        add(group.items, scale: (scale.0 * across, scale.1 * down))
      case .glyphs, .path, .tag: break
      }
    }
  }
}
