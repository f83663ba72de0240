internal import CSPNG
import Glibc

/// Writes small PNG pictures of three bytes a pixel by libspng: ink maps and soft proofs.
public enum PNGWriter {
  /// The bytes of the file; nil where the pixels are not as many as the size says, or memory is
  /// short. What is read again at once is not packed.
  public static func file(
    width: Int, height: Int, pixels: [UInt8], dpi: Double, isPacked: Bool = true
  ) -> [UInt8]? {
    guard pixels.count == width * height * 3,
      let context = spng_ctx_new(Int32(SPNG_CTX_ENCODER.rawValue))
    else { return nil }
    defer { spng_ctx_free(context) }
    var head = spng_ihdr()
    head.width = UInt32(clamping: width)
    head.height = UInt32(clamping: height)
    head.bit_depth = 8
    head.color_type = UInt8(SPNG_COLOR_TYPE_TRUECOLOR.rawValue)
    let metre = UInt32(max(0, min(dpi, 1e6)) / 0.0254 + 0.5)
    var size = spng_phys(ppu_x: metre, ppu_y: metre, unit_specifier: 1)
    let steps = [
      spng_set_option(context, SPNG_ENCODE_TO_BUFFER, 1),
      spng_set_option(context, SPNG_IMG_COMPRESSION_LEVEL, isPacked ? 6 : 0),
      isPacked
        ? 0
        : spng_set_option(
          context, SPNG_FILTER_CHOICE, Int32(SPNG_DISABLE_FILTERING.rawValue)),
      spng_set_ihdr(context, &head), spng_set_phys(context, &size),
      spng_encode_image(
        context, pixels, pixels.count, Int32(SPNG_FMT_PNG.rawValue),
        Int32(SPNG_ENCODE_FINALIZE.rawValue)),
    ]
    guard steps.allSatisfy({ $0 == 0 }) else { return nil }
    var (count, status) = (0, Int32(0))
    guard let file = spng_get_png_buffer(context, &count, &status), status == 0 else { return nil }
    defer { free(file) }
    return Array(UnsafeRawBufferPointer(start: file, count: count))
  }
}
