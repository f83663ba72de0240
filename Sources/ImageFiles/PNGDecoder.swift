internal import CSPNG
import Diagnostics

/// Decodes PNG files of every kind for print (ISO 15948) by libspng, keeping 1-bit art 1-bit and
/// the profile.
final class PNGDecoder {
  /// Most bytes of one chunk that is no pixels, such as a profile, and of all of them.
  private static let chunkLimit = 16 << 20

  private let path: String
  private let context: OpaquePointer
  private let head: spng_ihdr

  /// Opens a file; `bytes` must stay where they are while the decoder lives.
  private init(path: String, bytes: UnsafeRawBufferPointer) throws(Rejection) {
    guard let context = spng_ctx_new(0) else {
      throw Rejection(ImageProblems.broken(path, reason: "no memory"))
    }
    self.path = path
    self.context = context
    var head = spng_ihdr()
    let steps = [
      spng_set_image_limits(context, UInt32(ImageLimits.side), UInt32(ImageLimits.side)),
      spng_set_chunk_limits(context, Self.chunkLimit, Self.chunkLimit),
      spng_set_crc_action(
        context, Int32(SPNG_CRC_ERROR.rawValue), Int32(SPNG_CRC_ERROR.rawValue)),
      spng_set_png_buffer(context, bytes.baseAddress, bytes.count),
      spng_get_ihdr(context, &head),
    ]
    self.head = head
    for status in steps { try check(status) }
  }

  deinit { spng_ctx_free(context) }

  /// The pixels of a file.
  static func decode(path: String, bytes: [UInt8]) throws(Rejection) -> RawPicture {
    // The closure cannot say what it throws, so it returns it.
    let result = bytes.withUnsafeBytes { buffer -> Result<RawPicture, Rejection> in
      do throws(Rejection) {
        let decoder = try PNGDecoder(path: path, bytes: buffer)
        return .success(try decoder.picture())
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private func check(_ status: Int32) throws(Rejection) {
    if status == SPNG_IO_EOF.rawValue { throw Rejection(ImageProblems.truncated(path)) }
    if status != 0 {
      let reason = spng_strerror(status).map { String(cString: $0) } ?? "\(status)"
      throw Rejection(ImageProblems.broken(path, reason: reason))
    }
  }

  private func picture() throws(Rejection) -> RawPicture {
    let (width, height) = (Int(head.width), Int(head.height))
    let kind = spng_color_type(UInt32(head.color_type))
    let isGrey = kind == SPNG_COLOR_TYPE_GRAYSCALE || kind == SPNG_COLOR_TYPE_GRAYSCALE_ALPHA
    var clear = spng_trns()
    let isClear =
      kind == SPNG_COLOR_TYPE_GRAYSCALE_ALPHA || kind == SPNG_COLOR_TYPE_TRUECOLOR_ALPHA
      || spng_get_trns(context, &clear) == 0
    let profile = profile()
    if isGrey, !isClear, head.bit_depth == 1 {
      return RawPicture(
        width: width, height: height, layout: .bitmap, pixels: try pixels(SPNG_FMT_PNG),
        profile: profile)
    }
    if isGrey, !isClear, head.bit_depth <= 8 {
      return RawPicture(
        width: width, height: height, layout: .grey, pixels: try pixels(SPNG_FMT_G8),
        profile: profile)
    }
    var all = try pixels(SPNG_FMT_RGBA8)
    let alpha = isClear ? stride(from: 3, to: all.count, by: 4).map { all[$0] } : nil
    if isGrey {
      all = stride(from: 0, to: all.count, by: 4).map { all[$0] }
    } else {
      all.withUnsafeMutableBufferPointer { all in
        for start in stride(from: 0, to: all.count, by: 4) {
          (all[start], all[start + 2], all[start + 3]) = (all[start + 2], all[start], 255)
        }
      }
    }
    return RawPicture(
      width: width, height: height, layout: isGrey ? .grey : .color, pixels: all, alpha: alpha,
      profile: profile)
  }

  private func profile() -> [UInt8]? {
    var profile = spng_iccp()
    guard spng_get_iccp(context, &profile) == 0, let bytes = profile.profile else { return nil }
    return Array(UnsafeRawBufferPointer(start: bytes, count: Int(profile.profile_len)))
  }

  private func pixels(_ format: spng_format) throws(Rejection) -> [UInt8] {
    var count = 0
    try check(spng_decoded_image_size(context, Int32(format.rawValue), &count))
    var status: Int32 = 0
    let pixels = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      status = spng_decode_image(
        context, buffer.baseAddress, count, Int32(format.rawValue),
        Int32(SPNG_DECODE_TRNS.rawValue))
      filled = status == 0 ? count : 0
    }
    try check(status)
    return pixels
  }
}
