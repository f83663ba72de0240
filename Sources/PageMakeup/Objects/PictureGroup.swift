import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs

/// Pictures side by side that share one caption 组照: all of one height, widths in the proportion of
/// their ratios, so that together they fill the columns; cropped alike, within the limit.
struct PictureGroup {
  let pictures: [ImageSource]
  let caption: String
  let spec: PictureSpec
  let setter: TextSetter
  let columns: ClosedRange<Int>
  private let words: PictureCaption

  init(
    pictures: [ImageSource], caption: String, spec: PictureSpec, setter: TextSetter,
    columns: ClosedRange<Int>
  ) throws(Rejection) {
    self.pictures = pictures
    self.caption = caption
    self.spec = spec
    self.setter = setter
    self.columns = columns
    words = try PictureCaption(
      caption, width: setter.grid.width(ofColumns: columns.count), columns: columns.count,
      least: spec.captionRows, setter: setter)
  }

  /// Paper between two pictures.
  private static let gap = Length.points(4)
  private var grid: PageGrid { setter.grid }
  private var width: Length { grid.width(ofColumns: columns.count) }
  private var captionRows: Int { words.rows(at: .head) }

  private var ratios: [Double] {
    pictures.map { Double($0.pixelWidth) / Double(max(1, $0.pixelHeight)) }
  }

  /// Width that the pictures share, without the gaps.
  private var room: Length { width - Self.gap * max(0, pictures.count - 1) }

  /// Heights at which no picture is cropped beyond the limit, priced as single pictures are.
  func heights(atMost limit: Int) -> [FlowShape.Height] {
    let own = room.scaled(by: 1 / max(0.1, ratios.reduce(0, +)))
    var found: [FlowShape.Height] = []
    for rows in 2...max(2, limit - captionRows) {
      let change = (grid.height(ofLines: rows) - own) / own
      if abs(change) > spec.crop { continue }
      found.append(
        FlowShape.Height(
          rows: rows + captionRows, cost: setter.prices.pictureShape * change * change))
    }
    return found
  }

  func draw(rows: Int) throws(Rejection) -> Fragment {
    let height = grid.height(ofLines: max(1, rows - captionRows))
    let total = ratios.reduce(0, +)
    var items: [PlacedItem] = []
    var share = 0.0
    for (number, image) in pictures.enumerated() {
      // Edges are shares of the whole, so that rounding never leaves a slit at the right.
      let left = room.scaled(by: share / total) + Self.gap * number
      share += ratios[number]
      let right = room.scaled(by: share / total) + Self.gap * number
      let size = Size(width: right - left, height: height)
      let placed = PlacedImage(
        image: ImageID(rawValue: image.path), size: size,
        crop: Self.crop(ratio: ratios[number], to: size), alternative: caption,
        substitute: try ArtBox.substitute(for: image, label: "", size: size, setter: setter))
      items.append(PlacedItem(at: Point(x: left, y: .zero), .image(placed)))
    }
    items += words.placed(under: height, foot: grid.height(ofLines: rows), place: .head)
    return Fragment(
      size: Size(width: width, height: grid.height(ofLines: rows)), items: items)
  }

  /// The part about the middle that fills a size.
  private static func crop(ratio: Double, to size: Size) -> Crop {
    let wanted = size.width / size.height
    if wanted > ratio {
      return Crop(x: 0, y: (1 - ratio / wanted) / 2, width: 1, height: ratio / wanted)
    }
    return Crop(x: (1 - wanted / ratio) / 2, y: 0, width: wanted / ratio, height: 1)
  }
}
