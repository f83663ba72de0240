import ImageFiles

/// Makes pictures smaller by averaging areas, so that no pixel is dropped and none is read twice.
enum Reduction {
  /// The picture with fewer pixels; 1-bit art is never reduced, since averaging would make it grey.
  static func reduce(_ picture: RawPicture, by factor: Double) -> RawPicture {
    guard factor > 1, picture.layout != .bitmap else { return picture }
    let width = max(1, Int((Double(picture.width) / factor).rounded()))
    let height = max(1, Int((Double(picture.height) / factor).rounded()))
    guard width < picture.width || height < picture.height else { return picture }
    var small = picture
    (small.width, small.height) = (width, height)
    let channels = picture.layout == .grey ? 1 : 4
    small.pixels = average(
      picture.pixels, picture.width, picture.height, channels, to: width, height)
    small.alpha = picture.alpha.map {
      average($0, picture.width, picture.height, 1, to: width, height)
    }
    return small
  }

  private static func average(
    _ pixels: [UInt8], _ width: Int, _ height: Int, _ channels: Int, to newWidth: Int,
    _ newHeight: Int
  ) -> [UInt8] {
    var output = [UInt8](repeating: 0, count: newWidth * newHeight * channels)
    // Sums of one row of the small picture.
    var sums = [UInt32](repeating: 0, count: newWidth * channels)
    let columns = (0...newWidth).map { $0 * width / newWidth }
    for row in 0..<newHeight {
      let (top, bottom) = (row * height / newHeight, (row + 1) * height / newHeight)
      for index in sums.indices { sums[index] = 0 }
      pixels.withUnsafeBufferPointer { pixels in
        for y in top..<bottom {
          for x in 0..<newWidth {
            for place in columns[x]..<columns[x + 1] {
              let from = (y * width + place) * channels
              for channel in 0..<channels {
                sums[x * channels + channel] += UInt32(pixels[from + channel])
              }
            }
          }
        }
      }
      for x in 0..<newWidth {
        let count = UInt32((columns[x + 1] - columns[x]) * (bottom - top))
        for channel in 0..<channels {
          let sum = sums[x * channels + channel]
          output[(row * newWidth + x) * channels + channel] = UInt8((sum + count / 2) / count)
        }
      }
    }
    return output
  }
}
