public import ImageFiles

/// How much ink lies on a page: its four plates as tones, summed (INK-4, `tac-over-limit`).
public struct InkCoverage: Hashable, Sendable {
  /// Pixels in a row.
  public let width: Int
  /// Rows.
  public let height: Int
  /// Sum of the inks of each pixel, in 255ths of a plate.
  private let sums: [UInt16]
  private let dpi: Double

  /// The heaviest pixel, in percent.
  public let maximum: Double
  /// The heaviest mean over any square of 15 mm² (GWG 2015, 4.24), in percent.
  public let heaviestSquare: Double
  /// Where that square is, in mm from the page's top left corner.
  public let place: (x: Double, y: Double)
  /// Mean of each plate over the page, in percent.
  public let means: [Double]

  /// Sums the plates of drawings in the colours of `PlateDocuments`: four bytes a pixel, blue, green,
  /// red, unused; nil where their sizes differ.
  public init?(colors: PixelImage, black: PixelImage, dpi: Double) {
    let count = colors.width * colors.height
    guard colors.width == black.width, colors.bytes.count == count * 4,
      black.bytes.count == count * 4
    else { return nil }
    func plate(_ image: PixelImage, _ channel: Int) -> [UInt8] {
      image.bytes.withUnsafeBufferPointer { bytes in
        [UInt8](unsafeUninitializedCapacity: count) { buffer, written in
          for pixel in 0..<count { buffer[pixel] = bytes[pixel * 4 + channel] }
          written = count
        }
      }
    }
    self.init(
      plates: [plate(colors, 2), plate(colors, 1), plate(colors, 0), plate(black, 0)],
      width: colors.width, height: colors.height, dpi: dpi)
  }

  /// Sums the plates, each one byte a pixel with 255 for no ink; nil where their sizes differ.
  public init?(plates: [[UInt8]], width: Int, height: Int, dpi: Double) {
    let count = width * height
    guard count > 0, plates.allSatisfy({ $0.count == count }) else { return nil }
    self.width = width
    self.height = height
    self.dpi = dpi
    var sums = [UInt16](repeating: 0, count: count)
    var means: [Double] = []
    for plate in plates {
      var total = 0
      sums.withUnsafeMutableBufferPointer { sums in
        plate.withUnsafeBufferPointer { plate in
          for pixel in 0..<count {
            let ink = 255 - plate[pixel]
            sums[pixel] += UInt16(ink)
            total += Int(ink)
          }
        }
      }
      means.append(Double(total) / Double(count) / 2.55)
    }
    self.sums = sums
    self.means = means
    maximum = Double(sums.max() ?? 0) / 2.55
    let side = max(1, Int((15.0.squareRoot() / 25.4 * dpi).rounded()))
    let worst = Self.heaviest(sums, width: width, height: height, side: side)
    heaviestSquare = worst.mean / 2.55
    place = (Double(worst.x) / dpi * 25.4, Double(worst.y) / dpi * 25.4)
  }

  /// Means of all squares by sums over rows and columns, without looking at a pixel twice.
  private static func heaviest(
    _ sums: [UInt16], width: Int, height: Int, side: Int
  ) -> (mean: Double, x: Int, y: Int) {
    let side = min(side, min(width, height))
    var worst = (sum: -1, x: 0, y: 0)
    sums.withUnsafeBufferPointer { sums in
      var columns = [Int32](repeating: 0, count: width)
      columns.withUnsafeMutableBufferPointer { columns in
        for y in 0..<height {
          for x in 0..<width { columns[x] += Int32(sums[y * width + x]) }
          if y >= side {
            for x in 0..<width { columns[x] -= Int32(sums[(y - side) * width + x]) }
          }
          guard y >= side - 1 else { continue }
          var sum = columns[0..<side].reduce(0) { $0 + Int($1) }
          for x in side...width {
            if sum > worst.sum { worst = (sum, x - side, y - side + 1) }
            if x < width { sum += Int(columns[x]) - Int(columns[x - side]) }
          }
        }
      }
    }
    return (Double(max(worst.sum, 0)) / Double(side * side), worst.x, worst.y)
  }

  /// The page as a map of heat: white for bare paper, blue to yellow up to the limit, red above it.
  public func heatMap(limit: Double) -> [UInt8] {
    sums.flatMap { sum -> [UInt8] in
      let share = Double(sum) / 2.55 / limit
      if share <= 0 { return [255, 255, 255] }
      if share > 1 { return [200, 0, 0] }
      let part = share < 0.5 ? share * 2 : share * 2 - 1
      let (from, to) =
        share < 0.5
        ? ((225.0, 236.0, 250.0), (60.0, 120.0, 200.0))
        : ((60.0, 120.0, 200.0), (255.0, 200.0, 40.0))
      func mix(_ a: Double, _ b: Double) -> UInt8 { UInt8(a + (b - a) * part) }
      return [mix(from.0, to.0), mix(from.1, to.1), mix(from.2, to.2)]
    }
  }

  /// Whether two pages carry the same ink everywhere.
  public static func == (a: InkCoverage, b: InkCoverage) -> Bool {
    a.width == b.width && a.height == b.height && a.sums == b.sums
  }

  /// Hashes what `==` compares.
  public func hash(into hasher: inout Hasher) { hasher.combine(sums) }
}
