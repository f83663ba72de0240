import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import Typesetting

/// A picture with its caption, one object that nothing parts (PG-17): never distorted, cropped within a limit, whole rows high.
struct PictureObject {
  let picture: MakeupPicture
  let spec: PictureSpec
  let setter: TextSetter
  let columns: ClosedRange<Int>
  let place: ObjectPlace
  private let caption: PictureCaption

  init(
    picture: MakeupPicture, spec: PictureSpec, setter: TextSetter, columns: ClosedRange<Int>,
    place: ObjectPlace = .head
  ) throws(Rejection) {
    self.picture = picture
    self.spec = spec
    self.setter = setter
    self.columns = columns
    self.place = place
    caption = try PictureCaption(
      picture.caption, range: picture.range, width: setter.grid.width(ofColumns: columns.count),
      columns: columns.count, least: spec.captionRows, setter: setter)
  }

  private var grid: PageGrid { setter.grid }
  private var width: Length { grid.width(ofColumns: columns.count) }
  private var captionRows: Int { caption.rows(at: place) }

  private var ratio: Double { picture.ratio }

  /// Heights within the crop limit of the picture's own ratio, priced by their distance from it
  /// (product 3.2: 100·(Δ/ideal)²).
  func heights(atMost limit: Int) -> [FlowShape.Height] {
    let chart = picture.chart.flatMap { setter.charts.naturalHeight(of: $0, width: width) }
    let own = chart ?? width.scaled(by: 1 / ratio)
    let give = chart == nil ? spec.crop : ChartSetter.give
    var found: [FlowShape.Height] = []
    for rows in 2...max(2, limit - captionRows) {
      let change = Double(imageHeight(rows: rows).units - own.units) / Double(own.units)
      if abs(change) > give { continue }
      found.append(
        FlowShape.Height(
          rows: rows + captionRows, cost: setter.prices.pictureShape * change * change))
    }
    if !found.isEmpty { return found }
    // A very tall picture: as tall as the page has room for, narrower than its columns, uncropped.
    let rows = max(2, min(limit - captionRows, Int((own / grid.leading).rounded())))
    return [FlowShape.Height(rows: rows + captionRows, cost: 20)]
  }

  private func imageHeight(rows: Int) -> Length { grid.height(ofLines: rows) }

  /// The picture without its caption, from the object's corner.
  func frame(rows: Int) -> Rect {
    let height = imageHeight(rows: max(1, rows - captionRows))
    let top = place == .foot ? grid.leading : .zero
    let own = picture.chart == nil ? height.scaled(by: picture.ratio) : width
    // Beyond what a crop may take, the picture stands in the middle of its columns.
    let wide = width.scaled(by: 1 - spec.crop) > own ? own : width
    return Rect(
      origin: Point(x: (width - wide) / 2, y: top), size: Size(width: wide, height: height))
  }

  /// At the head the air lies under the caption; at the foot one blank row parts the picture from
  /// the text over it and the caption stands on the last line.
  func draw(rows: Int) throws(Rejection) -> Fragment {
    let frame = frame(rows: rows)
    var items: [PlacedItem] = []
    if let image = picture.image {
      let placed = PlacedImage(
        image: ImageID(rawValue: image.path), size: frame.size, crop: picture.crop(to: frame.size),
        alternative: picture.caption,
        substitute: try ArtBox.substitute(
          for: image, label: "", size: frame.size, setter: setter))
      items.append(PlacedItem(at: frame.origin, .image(placed)))
    } else if let chart = picture.chart {
      items += try setter.charts.draw(chart, in: frame)
      items.append(PlacedItem(at: .zero, .tag(StructureTag(.paragraph))))
    } else {
      items += try ArtBox(label: picture.label, setter: setter).draw(frame)
    }
    items += caption.placed(
      under: frame.bottom, foot: grid.height(ofLines: rows), place: place)
    return Fragment(
      size: Size(width: width, height: grid.height(ofLines: rows)), items: items)
  }

  /// Pixels per inch at the size it is drawn; nil for a placeholder and for vector art.
  func resolution(rows: Int) -> Int? {
    guard let image = picture.image, !image.format.isVector else { return nil }
    let size = frame(rows: rows).size
    return Int(Double(image.pixelWidth) * picture.crop(to: size).width / (size.width.points / 72))
  }

  /// The share of the picture that a height cuts off.
  func cut(rows: Int) -> Double {
    guard picture.image != nil else { return 0 }
    let part = picture.crop(to: frame(rows: rows).size)
    return 1 - part.width * part.height
  }
}
