internal import CZip
internal import Diagnostics

extension ZipArchive {
  /// A container with other bytes for one of its parts; all others stay as they are.
  static func replacing(
    _ part: String, with bytes: [UInt8], in container: [UInt8], file: String
  ) throws(Rejection) -> [UInt8] {
    let whole = UnsafeMutableRawBufferPointer.allocate(byteCount: container.count, alignment: 1)
    let added = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(1, bytes.count), alignment: 1)
    defer {
      whole.deallocate()
      added.deallocate()
    }
    whole.copyBytes(from: container)
    added.copyBytes(from: bytes)
    guard
      let source = zip_source_buffer_create(whole.baseAddress, UInt64(whole.count), 0, nil)
    else { throw Rejection(WordProblems.damaged(file)) }
    // The source outlives the archive, whose bytes it holds when that is closed.
    zip_source_keep(source)
    defer { zip_source_free(source) }
    guard let archive = zip_open_from_source(source, 0, nil) else {
      zip_source_free(source)
      throw Rejection(WordProblems.damaged(file))
    }
    guard
      let data = zip_source_buffer(archive, added.baseAddress, UInt64(bytes.count), 0),
      zip_file_add(archive, part, data, UInt32(ZIP_FL_OVERWRITE)) >= 0,
      zip_close(archive) == 0
    else {
      zip_discard(archive)
      throw Rejection(WordProblems.damaged(file))
    }
    return try all(of: source, file: file)
  }

  private static func all(of source: OpaquePointer, file: String) throws(Rejection) -> [UInt8] {
    var status = zip_stat_t()
    zip_stat_init(&status)
    guard zip_source_stat(source, &status) == 0, zip_source_open(source) == 0 else {
      throw Rejection(WordProblems.damaged(file))
    }
    defer { zip_source_close(source) }
    let size = Int(clamping: status.size)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = max(0, Int(zip_source_read(source, buffer.baseAddress, UInt64(size))))
    }
    guard bytes.count == size else { throw Rejection(WordProblems.damaged(file)) }
    return bytes
  }
}
