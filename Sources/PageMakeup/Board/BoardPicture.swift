import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs

/// A picture that fills its room on a board; a person's outline where the file is missing.
struct BoardPicture {
  let picture: MakeupPicture
  let setter: TextSetter

  func draw(in room: Rect) throws(Rejection) -> [PlacedItem] {
    var items = [PlacedItem(at: .zero, .tag(StructureTag(.figure, name: picture.caption)))]
    if let image = picture.image {
      let placed = PlacedImage(
        image: ImageID(rawValue: image.path), size: room.size, crop: picture.crop(to: room.size),
        alternative: picture.caption,
        substitute: try ArtBox.substitute(
          for: image, label: "", size: room.size, setter: setter))
      items.append(PlacedItem(at: room.origin, .image(placed)))
    } else if let chart = picture.chart {
      items += try setter.charts.draw(chart, in: room)
    } else {
      items += outline(in: room)
    }
    return items
  }

  /// What is said of too few pixels (INK-5).
  func finding(in room: Rect) -> Diagnostic? {
    guard let image = picture.image, !image.format.isVector else { return nil }
    let part = picture.crop(to: room.size)
    let ppi = Int(Double(image.pixelWidth) * part.width / (room.size.width.points / 72))
    if ppi >= PictureChecks.wanted { return nil }
    return ppi <= PictureChecks.tooCoarse
      ? MakeupProblems.tooCoarse(picture, ppi: ppi)
      : MakeupProblems.lowResolution(picture, ppi: ppi)
  }

  /// Head and shoulders on a tint.
  private func outline(in room: Rect) -> [PlacedItem] {
    let grey = setter.ink("grey")
    let stroke = Stroke(ink: grey, width: .millimetres(0.15))
    let side = min(room.size.width, room.size.height)
    let middle = room.left + room.size.width / 2
    let radius = side.scaled(by: 0.17)
    let crown = room.bottom - side.scaled(by: 0.86)
    let head = Rect(
      left: middle - radius, top: crown, right: middle + radius, bottom: crown + radius * 2)
    let half = side.scaled(by: 0.34)
    let neck = head.bottom + radius / 3
    let shoulders = Path([
      .move(Point(x: middle - half, y: room.bottom)),
      .curve(
        Point(x: middle - half, y: neck + radius), Point(x: middle - half / 2, y: neck),
        Point(x: middle, y: neck)),
      .curve(
        Point(x: middle + half / 2, y: neck), Point(x: middle + half, y: neck + radius),
        Point(x: middle + half, y: room.bottom)),
      .close,
    ])
    return [
      PlacedItem(
        at: .zero, .path(.rect(room), Paint(fill: setter.ink("tint"), stroke: stroke))),
      PlacedItem(at: .zero, .path(.roundedRect(head, radius: radius), Paint(fill: grey))),
      PlacedItem(at: .zero, .path(shoulders, Paint(fill: grey))),
    ]
  }
}
