import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs

/// A picture in its room on a board, the whole of it, as large as the room lets it be, or so much of it as
/// fills the room; a person's outline where the file is missing.
struct BoardPicture {
  let picture: MakeupPicture
  let setter: TextSetter
  var pictures = FrameContent.Pictures.whole

  func draw(in room: Rect) throws(Rejection) -> [PlacedItem] {
    var items = [PlacedItem(at: .zero, .tag(StructureTag(.figure, name: picture.caption)))]
    if let image = picture.image {
      let frame = whole(in: room)
      let placed = PlacedImage(
        image: ImageID(rawValue: image.path), size: frame.size, crop: crop(to: frame.size),
        alternative: picture.caption,
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

  private func crop(to size: Size) -> Crop {
    pictures == .fill ? picture.crop(to: size) : .whole
  }

  /// How much of the picture is cut off, in percent, where anybody would see it.
  func cropping(in room: Rect) -> Diagnostic? {
    guard picture.image != nil else { return nil }
    let crop = crop(to: room.size)
    let percent = Int(((1 - crop.width * crop.height) * 100).rounded())
    return percent > 2 ? MakeupProblems.cropped(picture, percent: percent) : nil
  }

  /// The largest frame of the picture's ratio in the middle of the room, or the room.
  private func whole(in room: Rect) -> Rect {
    if pictures == .fill, picture.image != nil { return room }
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
    let frame = whole(in: room)
    let shown = Double(image.pixelWidth) * crop(to: frame.size).width
    let ppi = Int(shown / (frame.size.width.points / 72))
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
