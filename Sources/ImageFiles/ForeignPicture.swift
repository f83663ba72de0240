internal import CGdkPixbuf
public import Diagnostics

/// Pictures in the formats of telephones, scanners and the web (WebP, HEIC, AVIF, TIFF, BMP, GIF), read
/// by gdk-pixbuf and handed on as PNG, so that every later stage knows two formats of pixels.
///
/// The size is judged before a pixel is decoded, the stored turn is undone, of moving pictures the
/// first frame is taken. A format without a loader on the machine is refused by its name.
public enum ForeignPicture {
  /// Endings of the files that are read, beside those of JPEG, PNG and SVG.
  public static let endings = [
    ".webp", ".heic", ".heif", ".avif", ".tif", ".tiff", ".bmp", ".gif",
  ]

  /// The name of the format, where it is one of these.
  public static func format(of bytes: [UInt8]) -> String? {
    func has(_ word: String, at offset: Int) -> Bool {
      bytes.count >= offset + word.utf8.count && bytes[offset...].starts(with: word.utf8)
    }
    if has("RIFF", at: 0), has("WEBP", at: 8) { return "WebP" }
    if has("GIF8", at: 0) { return "GIF" }
    if has("BM", at: 0), bytes.count > 26 { return "BMP" }
    if bytes.starts(with: [0x49, 0x49, 0x2A, 0]) || bytes.starts(with: [0x4D, 0x4D, 0, 0x2A]) {
      return "TIFF"
    }
    guard has("ftyp", at: 4) else { return nil }
    if ["avif", "avis"].contains(where: { has($0, at: 8) }) { return "AVIF" }
    let brands = ["heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1"]
    return brands.contains { has($0, at: 8) } ? "HEIC" : nil
  }

  /// The picture as PNG; nil for bytes of any other format, which are left as they are.
  public static func png(path: String, bytes: [UInt8]) throws(Rejection) -> [UInt8]? {
    guard let format = format(of: bytes) else { return nil }
    if bytes.count > ImageLimits.bytes {
      throw Rejection(ImageProblems.fileTooLarge(path, limit: ImageLimits.bytes))
    }
    let loader = PixbufLoader()
    guard let picture = loader.decode(bytes) else {
      if let size = loader.refused {
        throw Rejection(
          ImageProblems.tooManyPixels(path, width: size.width, height: size.height))
      }
      throw Rejection(ImageProblems.unread(path, format: format, reason: loader.reason))
    }
    defer { g_object_unref(UnsafeMutableRawPointer(picture)) }
    guard let upright = gdk_pixbuf_apply_embedded_orientation(picture) else {
      throw Rejection(ImageProblems.broken(path, reason: "no memory"))
    }
    defer { g_object_unref(UnsafeMutableRawPointer(upright)) }
    guard let file = save(upright) else {
      throw Rejection(ImageProblems.broken(path, reason: "no memory"))
    }
    return file
  }

  private static func save(_ picture: OpaquePointer) -> [UInt8]? {
    var buffer: UnsafeMutablePointer<gchar>?
    var size: gsize = 0
    guard gdk_pixbuf_save_to_bufferv(picture, &buffer, &size, "png", nil, nil, nil) != 0,
      let buffer
    else { return nil }
    defer { g_free(buffer) }
    return UnsafeRawBufferPointer(start: buffer, count: Int(size)).map { $0 }
  }
}

/// One run of gdk-pixbuf's incremental loader, which says how large a picture is before it decodes it.
private final class PixbufLoader {
  /// Width and height of a picture beyond the limits.
  private(set) var refused: (width: Int, height: Int)?
  /// Why nothing was read.
  private(set) var reason = ""

  /// The pixels, owned by the caller.
  func decode(_ bytes: [UInt8]) -> OpaquePointer? {
    guard let loader = gdk_pixbuf_loader_new() else { return nil }
    defer { g_object_unref(loader) }
    let judge:
      @convention(c) (UnsafeMutablePointer<GdkPixbufLoader>?, gint, gint, gpointer?) -> Void =
        { loader, width, height, own in
          guard let loader, let own else { return }
          let (wide, high) = (Int(width), Int(height))
          guard
            max(wide, high) > ImageLimits.side || wide * high > ImageLimits.pixels
              || wide * high == 0
          else { return }
          Unmanaged<PixbufLoader>.fromOpaque(own).takeUnretainedValue().refused = (wide, high)
          gdk_pixbuf_loader_set_size(loader, 0, 0)
        }
    g_signal_connect_data(
      loader, "size-prepared", unsafeBitCast(judge, to: GCallback.self),
      Unmanaged.passUnretained(self).toOpaque(), nil, GConnectFlags(rawValue: 0))
    var error: UnsafeMutablePointer<GError>?
    let isWritten = gdk_pixbuf_loader_write(loader, bytes, gsize(bytes.count), &error) != 0
    note(&error)
    let isClosed = gdk_pixbuf_loader_close(loader, &error) != 0
    note(&error)
    guard refused == nil, isWritten, isClosed, let picture = gdk_pixbuf_loader_get_pixbuf(loader)
    else { return nil }
    g_object_ref(UnsafeMutableRawPointer(picture))
    return picture
  }

  private func note(_ error: inout UnsafeMutablePointer<GError>?) {
    guard let found = error else { return }
    if reason.isEmpty, let words = found.pointee.message { reason = String(cString: words) }
    g_error_free(found)
    error = nil
  }
}
