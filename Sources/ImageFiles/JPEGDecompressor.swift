internal import CTurboJPEG
import Diagnostics

/// A libturbojpeg decompressor with one owner.
struct JPEGDecompressor: ~Copyable {
  private let handle: tjhandle
  private let path: String

  init(path: String) throws(Rejection) {
    guard let handle = tjInitDecompress() else {
      throw Rejection(ImageProblems.broken(path, reason: "no decoder"))
    }
    self.handle = handle
    self.path = path
  }

  deinit { tjDestroy(handle) }

  /// Decodes into pixels of a format at a size that must be one of the library's scales.
  func decode(
    _ bytes: [UInt8], width: Int, height: Int, format: TJPF, flags: Int32 = 0
  ) throws(Rejection) -> [UInt8] {
    let size = format == TJPF_GRAY ? 1 : 4
    var failed = false
    let pixels = [UInt8](unsafeUninitializedCapacity: width * height * size) { buffer, count in
      let result = tjDecompress2(
        handle, bytes, UInt(bytes.count), buffer.baseAddress, Int32(width), 0, Int32(height),
        Int32(format.rawValue), flags | TJFLAG_LIMITSCANS)
      failed = result != 0 && !isHarmless
      count = failed ? 0 : width * height * size
    }
    if failed { throw Rejection(problem) }
    return pixels
  }

  /// Junk between segments is skipped by every decoder; all other warnings mean lost pixels.
  private var isHarmless: Bool {
    tjGetErrorCode(handle) == TJERR_WARNING.rawValue && reason.contains("extraneous bytes")
  }

  private var problem: Diagnostic {
    reason.contains("remature end")
      ? ImageProblems.truncated(path) : ImageProblems.broken(path, reason: reason)
  }

  private var reason: String {
    tjGetErrorStr2(handle).map { String(cString: $0) } ?? "unknown reason"
  }
}

/// Finds damage in a JPEG file.
enum JPEGCheck {
  /// Decodes the file at an eighth of its size: all of its data is read, few pixels are computed.
  static func check(_ header: ImageHeader, path: String, bytes: [UInt8]) throws(Rejection) {
    let decompressor = try JPEGDecompressor(path: path)
    let format = header.components == 4 ? TJPF_CMYK : TJPF_GRAY
    _ = try decompressor.decode(
      bytes, width: (header.storedWidth + 7) / 8, height: (header.storedHeight + 7) / 8,
      format: format, flags: TJFLAG_FASTDCT | TJFLAG_FASTUPSAMPLE)
  }
}
