import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs

/// Pictures that share one caption 组照: two or three side by side at one height, more as a mosaic whose
/// first picture is the largest (AD-20); cropped alike, within the limit.
struct PictureGroup {
  let pictures: [ImageSource]
  let caption: String
  let spec: PictureSpec
  let setter: TextSetter
  let columns: ClosedRange<Int>
  private let words: PictureCaption
  private let mosaics: [PictureMosaic]

  init(
    pictures: [ImageSource], caption: String, spec: PictureSpec, setter: TextSetter,
    columns: ClosedRange<Int>
  ) throws(Rejection) {
    self.pictures = pictures
    self.caption = caption
    self.spec = spec
    self.setter = setter
    self.columns = columns
    let width = setter.grid.width(ofColumns: columns.count)
    words = try PictureCaption(
      caption, width: width, columns: columns.count, least: spec.captionRows, setter: setter)
    let ratios = pictures.map { Double($0.pixelWidth) / Double(max(1, $0.pixelHeight)) }
    let caps = PictureCaps(grid: setter.pageGrid)
    let found = PictureMosaic.arrangements(of: pictures.count).compactMap {
      PictureMosaic($0, ratios: ratios, width: width, gap: Self.gap)
    }
    let capped = found.filter { mosaic in
      zip(mosaic.frames, ratios).allSatisfy { caps.allows($0.size, ratio: $1) }
    }
    mosaics = capped.isEmpty ? found : capped
  }

  /// Paper between two pictures.
  private static let gap = Length.points(4)
  private var grid: PageGrid { setter.grid }
  private var width: Length { grid.width(ofColumns: columns.count) }
  private var captionRows: Int { words.rows(at: .head) }

  /// The best arrangement for so many rows, and what it costs there; nil where each would crop its
  /// pictures beyond the limit.
  private func choice(rows: Int) -> (mosaic: PictureMosaic, cost: Double)? {
    let height = grid.height(ofLines: max(1, rows - captionRows))
    var best: (mosaic: PictureMosaic, cost: Double)?
    for mosaic in mosaics {
      let change = (height - mosaic.height) / mosaic.height
      let cost = mosaic.cost + setter.prices.pictureShape * change * change
      if abs(change) <= spec.crop, cost < best?.cost ?? .infinity { best = (mosaic, cost) }
    }
    return best
  }

  /// Heights at which no picture is cropped beyond the limit, priced as single pictures are.
  func heights(atMost limit: Int) -> [FlowShape.Height] {
    (2...max(2, limit - captionRows)).compactMap { rows in
      choice(rows: rows + captionRows).map {
        FlowShape.Height(rows: rows + captionRows, cost: $0.cost)
      }
    }
  }

  func draw(rows: Int) throws(Rejection) -> Fragment {
    let height = grid.height(ofLines: max(1, rows - captionRows))
    guard let mosaic = choice(rows: rows)?.mosaic ?? mosaics.first else {
      return Fragment(size: Size(width: width, height: grid.height(ofLines: rows)))
    }
    let factor = height / mosaic.height
    var items: [PlacedItem] = []
    for (image, frame) in zip(pictures, mosaic.frames) {
      let top = frame.top.scaled(by: factor)
      let bottom = frame.bottom == mosaic.height ? height : frame.bottom.scaled(by: factor)
      let size = Size(width: frame.size.width, height: bottom - top)
      let ratio = Double(image.pixelWidth) / Double(max(1, image.pixelHeight))
      let placed = PlacedImage(
        image: ImageID(rawValue: image.path), size: size, crop: Self.crop(ratio: ratio, to: size),
        alternative: caption,
        substitute: try ArtBox.substitute(for: image, label: "", size: size, setter: setter))
      items.append(PlacedItem(at: Point(x: frame.left, y: top), .image(placed)))
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
