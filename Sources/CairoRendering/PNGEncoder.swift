internal import CPangoCairo
import Diagnostics

/// Writes PNG files of pages.
///
/// Cairo's own writer tries all filters on each row and packs hard: 190 ms for a page at 96 dpi.
/// Rows as differences from the row above and the lightest packing take 30 ms, and since most of a
/// page is paper the file is no larger. A page without colour is written as grey, a third of it.
struct PNGEncoder {
  private let raster: PageRaster
  private let dpi: Double

  init(_ raster: PageRaster, dpi: Double) {
    self.raster = raster
    self.dpi = dpi
  }

  /// The bytes of the file.
  func encode() throws(Rejection) -> [UInt8] {
    let channels = isGrey ? 1 : 3
    let size = number(raster.width) + number(raster.height)
    let perMetre = number(Int((dpi / 0.0254).rounded()))
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    append("IHDR", size + [8, channels == 1 ? 0 : 2, 0, 0, 0], to: &file)
    append("pHYs", perMetre + perMetre + [1], to: &file)
    append("IDAT", try pack(channels: channels), to: &file)
    append("IEND", [], to: &file)
    return file
  }

  private var isGrey: Bool {
    let pixels = raster.bytes
    for y in 0..<raster.height {
      let start = y * raster.stride
      for place in stride(from: start, to: start + raster.width * 4, by: 4)
      where pixels[place] != pixels[place + 1] || pixels[place] != pixels[place + 2] {
        return false
      }
    }
    return true
  }

  /// Filters and deflates row by row, so that no second copy of the page is made.
  private func pack(channels: Int) throws(Rejection) -> [UInt8] {
    let pixels = raster.bytes
    var deflater = try Deflater()
    var above = [UInt8](repeating: 0, count: raster.width * channels)
    var row = [UInt8](repeating: 2, count: 1 + raster.width * channels)
    for y in 0..<raster.height {
      var place = y * raster.stride
      var index = 0
      while index < above.count {
        for channel in 0..<channels {
          // Blue comes first in memory, red in the file.
          let value = pixels[place + (channels == 3 ? 2 - channel : 0)]
          row[1 + index] = value &- above[index]
          above[index] = value
          index += 1
        }
        place += 4
      }
      try deflater.add(row, isLast: y == raster.height - 1)
    }
    return deflater.output
  }

  private func append(_ name: String, _ content: [UInt8], to file: inout [UInt8]) {
    let body = Array(name.utf8) + content
    file += number(content.count)
    file += body
    file += number(Int(crc32(0, body, uInt(body.count))))
  }

  private func number(_ value: Int) -> [UInt8] {
    stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}

/// zlib's compressor with one owner.
private struct Deflater: ~Copyable {
  private let stream: UnsafeMutablePointer<z_stream>
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  private(set) var output: [UInt8] = []

  init() throws(Rejection) {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let status = deflateInit_(stream, 1, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    if status != Z_OK {
      stream.deallocate()
      throw Rejection(RenderingProblems.failed("zlib \(status)"))
    }
    self.stream = stream
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
  }

  mutating func add(_ bytes: [UInt8], isLast: Bool) throws(Rejection) {
    var input = bytes
    let status = input.withUnsafeMutableBufferPointer { input in
      stream.pointee.next_in = input.baseAddress
      stream.pointee.avail_in = uInt(input.count)
      return drain(isLast ? Z_FINISH : Z_NO_FLUSH)
    }
    if status != Z_OK && status != Z_STREAM_END {
      throw Rejection(RenderingProblems.failed("zlib \(status)"))
    }
  }

  private mutating func drain(_ flush: Int32) -> Int32 {
    var status = Z_OK
    repeat {
      buffer.withUnsafeMutableBufferPointer { buffer in
        stream.pointee.next_out = buffer.baseAddress
        stream.pointee.avail_out = uInt(buffer.count)
        status = deflate(stream, flush)
      }
      output += buffer[0..<buffer.count - Int(stream.pointee.avail_out)]
    } while stream.pointee.avail_out == 0 && status == Z_OK
    // Nothing was left to write when the last piece had filled the buffer to its end.
    return status == Z_BUF_ERROR && flush == Z_NO_FLUSH ? Z_OK : status
  }
}
