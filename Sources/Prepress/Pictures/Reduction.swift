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
    let columns = (0...newWidth).map { $0 * width / newWidth }
    return [UInt8](unsafeUninitializedCapacity: newWidth * newHeight * channels) { output, count in
      // Sums of one row of the small picture; a grey pixel uses one lane.
      var sums = [SIMD4<UInt32>](repeating: .zero, count: newWidth)
      for row in 0..<newHeight {
        let (top, bottom) = (row * height / newHeight, (row + 1) * height / newHeight)
        for index in sums.indices { sums[index] = .zero }
        pixels.withUnsafeBufferPointer { pixels in
          sums.withUnsafeMutableBufferPointer { sums in
            for y in top..<bottom {
              add(pixels, from: y * width * channels, channels, columns, to: sums)
            }
          }
        }
        for x in 0..<newWidth {
          let area = UInt32((columns[x + 1] - columns[x]) * (bottom - top))
          for channel in 0..<channels {
            output[(row * newWidth + x) * channels + channel] =
              UInt8((sums[x][channel] + area / 2) / area)
          }
        }
      }
      count = newWidth * newHeight * channels
    }
  }

  /// Adds a row of pixels to the sums of the columns that they fall into.
  @inline(__always)
  private static func add(
    _ pixels: UnsafeBufferPointer<UInt8>, from start: Int, _ channels: Int, _ columns: [Int],
    to sums: UnsafeMutableBufferPointer<SIMD4<UInt32>>
  ) {
    for x in sums.indices {
      var sum = SIMD4<UInt32>.zero
      if channels == 4 {
        for place in columns[x]..<columns[x + 1] {
          let from = start + place * 4
          sum &+= SIMD4(
            UInt32(pixels[from]), UInt32(pixels[from + 1]), UInt32(pixels[from + 2]),
            UInt32(pixels[from + 3]))
        }
      } else {
        for place in columns[x]..<columns[x + 1] { sum[0] &+= UInt32(pixels[start + place]) }
      }
      sums[x] &+= sum
    }
  }
}
