import DisplayList
import Geometry
import LayoutSpecs

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

extension MakeupPicture {
  /// An upright picture spans two columns at most, one where it would then be taller than its cap
  /// (AD-7); other pictures the columns that they are given.
  func columns(in slot: ClosedRange<Int>, grid: PageGrid) -> ClosedRange<Int> {
    guard image != nil, ratio < 0.9, slot.count > 1 else { return slot }
    let cap = grid.height(ofLines: max(Self.uprightLines, grid.lines * 2 / 5))
    let span = grid.width(ofColumns: 2).scaled(by: 1 / ratio) <= cap.scaled(by: 1.15) ? 2 : 1
    return slot.lowerBound...(slot.lowerBound + min(span, slot.count) - 1)
  }

  /// Lines of an upright picture on a tabloid page.
  private static let uprightLines = 26
}
