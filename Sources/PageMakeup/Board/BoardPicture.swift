import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs

/// A picture in its room on a board, the whole of it, as large as the room lets it be; a person's
/// outline where the file is missing.
struct BoardPicture {
  let picture: MakeupPicture
  let setter: TextSetter

  func draw(in room: Rect) throws(Rejection) -> [PlacedItem] {
    var items = [PlacedItem(at: .zero, .tag(StructureTag(.figure, name: picture.caption)))]
    if let image = picture.image {
      let frame = whole(in: room)
      let placed = PlacedImage(
        image: ImageID(rawValue: image.path), size: frame.size, alternative: picture.caption,
        substitute: try ArtBox.substitute(
          for: image, label: "", size: frame.size, setter: setter))
      items.append(PlacedItem(at: frame.origin, .image(placed)))
    } else if let chart = picture.chart {
      items += try setter.charts.draw(chart, in: room)
    } else {
      items += outline(in: room)
    }
    return items
  }

  /// The largest frame of the picture's ratio in the middle of the room.
  private func whole(in room: Rect) -> Rect {
    let width = min(room.size.width, room.size.height.scaled(by: picture.ratio))
    let height = min(room.size.height, room.size.width.scaled(by: 1 / picture.ratio))
    return Rect(
      origin: Point(
        x: room.left + (room.size.width - width) / 2,
        y: room.top + (room.size.height - height) / 2),
      size: Size(width: width, height: height))
  }

  /// What is said of too few pixels (INK-5).
  func finding(in room: Rect) -> Diagnostic? {
    guard let image = picture.image, !image.format.isVector else { return nil }
    let ppi = Int(Double(image.pixelWidth) / (whole(in: room).size.width.points / 72))
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
