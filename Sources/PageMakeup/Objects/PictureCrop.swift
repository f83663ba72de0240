import DisplayList
import Geometry

extension MakeupPicture {
  /// Width by height of the file; a placeholder is three by two.
  var ratio: Double {
    guard let image else { return 1.5 }
    return Double(image.pixelWidth) / Double(image.pixelHeight)
  }

  /// The part that fills a frame, taken about the focus as far as the picture reaches.
  func crop(to size: Size) -> Crop {
    let wanted = Double(size.width.units) / Double(size.height.units)
    if wanted > ratio {
      let height = ratio / wanted
      let y = min(1 - height, max(0, focus.y - height / 2))
      return Crop(x: 0, y: y, width: 1, height: height)
    }
    let width = wanted / ratio
    let x = min(1 - width, max(0, focus.x - width / 2))
    return Crop(x: x, y: 0, width: width, height: 1)
  }
}
