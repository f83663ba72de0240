import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs

/// A picture between the paragraphs of a paged document: the whole of it, as wide as the measure where
/// its height allows, else narrower and in the middle, its caption under it. It is never cropped and
/// never blown up until its pixels show; a width of its own is kept up to the measure.
struct PagePicture {
  let picture: MakeupPicture
  let setter: TextSetter
  let measure: Length
  /// Greatest height of the image.
  let limit: Length

  private var leading: Length { setter.grid.leading }
  private var air: Length { leading.scaled(by: 0.4) }

  /// Pixels per inch under which a picture is made no larger.
  private static let coarsest = 100.0

  /// The image at its own ratio.
  private var size: Size {
    if let chart = picture.chart {
      let own = setter.charts.naturalHeight(of: chart, width: measure) ?? measure * 5 / 8
      return Size(width: measure, height: min(own, limit))
    }
    var width = min(measure, limit.scaled(by: picture.ratio))
    if let own = picture.width {
      width = min(width, own)
    } else if let image = picture.image, !image.format.isVector {
      width = min(width, .points(Double(image.pixelWidth) / Self.coarsest * 72))
    }
    return Size(width: width, height: width.scaled(by: 1 / picture.ratio))
  }

  /// The picture in whole rows, with air over and under it.
  func draw() throws(Rejection) -> (fragment: Fragment, rows: Int) {
    let size = size
    let frame = Rect(origin: Point(x: (measure - size.width) / 2, y: air), size: size)
    var items: [PlacedItem] = []
    if let image = picture.image {
      let placed = PlacedImage(
        image: ImageID(rawValue: image.path), size: size, alternative: picture.caption,
        substitute: try ArtBox.substitute(for: image, label: "", size: size, setter: setter))
      items.append(PlacedItem(at: frame.origin, .image(placed)))
    } else if let chart = picture.chart {
      items += try setter.charts.draw(chart, in: frame)
      items.append(PlacedItem(at: .zero, .tag(StructureTag(.paragraph))))
    }
    var foot = frame.bottom
    if !picture.caption.isEmpty {
      let words = try setter.stack(
        [picture.caption], style: setter.style("caption"), width: measure, range: picture.range)
      items += words.placed(at: Point(x: .zero, y: foot + .points(3)))
      foot += words.size.height + .points(3)
    }
    let rows = max(1, ((foot + air).units + leading.units - 1) / leading.units)
    return (Fragment(size: Size(width: measure, height: leading * rows), items: items), rows)
  }

  /// What is said of too few pixels (INK-5).
  var finding: Diagnostic? {
    guard let image = picture.image, !image.format.isVector else { return nil }
    let ppi = Int(Double(image.pixelWidth) / (size.width.points / 72))
    return ppi < Int(Self.coarsest) + 50 ? MakeupProblems.lowResolution(picture, ppi: ppi) : nil
  }
}
