internal import CZip
internal import Diagnostics

/// Files in one ZIP container, made in memory; the same files are the same bytes.
enum ZipContainer {
  /// Packs parts in their order, dated 1980, the first day that a container knows; `stored` ones are not
  /// compressed.
  static func bytes(
    of parts: [(name: String, bytes: [UInt8])], stored: Set<String> = []
  ) throws(Rejection) -> [UInt8] {
    guard let source = zip_source_buffer_create(nil, 0, 0, nil) else { throw failed }
    // The source outlives the archive, whose bytes it holds when that is closed.
    zip_source_keep(source)
    defer { zip_source_free(source) }
    guard let archive = zip_open_from_source(source, Int32(ZIP_TRUNCATE), nil) else {
      zip_source_free(source)
      throw failed
    }
    // What is added has to stay until the archive is closed.
    var kept: [UnsafeMutableRawBufferPointer] = []
    defer { for buffer in kept { buffer.deallocate() } }
    for part in parts {
      let buffer = UnsafeMutableRawBufferPointer.allocate(
        byteCount: max(1, part.bytes.count), alignment: 1)
      kept.append(buffer)
      buffer.copyBytes(from: part.bytes)
      guard
        let data = zip_source_buffer(archive, buffer.baseAddress, UInt64(part.bytes.count), 0)
      else {
        zip_discard(archive)
        throw failed
      }
      let index = zip_file_add(archive, part.name, data, UInt32(ZIP_FL_ENC_UTF_8))
      guard index >= 0, zip_file_set_dostime(archive, UInt64(index), 0, firstDay, 0) == 0 else {
        zip_discard(archive)
        throw failed
      }
      if stored.contains(part.name) {
        zip_set_file_compression(archive, UInt64(index), Int32(ZIP_CM_STORE), 0)
      }
    }
    guard zip_close(archive) == 0 else {
      zip_discard(archive)
      throw failed
    }
    return try all(of: source)
  }

  /// 1980-01-01 as a container writes it.
  private static let firstDay: UInt16 = 1 << 5 | 1

  private static func all(of source: OpaquePointer) throws(Rejection) -> [UInt8] {
    var status = zip_stat_t()
    zip_stat_init(&status)
    guard zip_source_stat(source, &status) == 0, zip_source_open(source) == 0 else { throw failed }
    defer { zip_source_close(source) }
    let size = Int(clamping: status.size)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = max(0, Int(zip_source_read(source, buffer.baseAddress, UInt64(size))))
    }
    guard bytes.count == size else { throw failed }
    return bytes
  }

  private static var failed: Rejection {
    Rejection(
      Diagnostic(
        .error, "word.unpacked", Wording("the file could not be packed", "文件打包失败"),
        hints: [Wording("free some memory and try again", "请释放内存后重试")]))
  }
}
