internal import CZip
internal import Diagnostics

/// A ZIP container in memory, read part by part within limits; nothing of it is ever put on a disk.
final class ZipArchive {
  /// Most parts of a container.
  static let entryLimit = 10_000
  /// Most bytes of one part when unpacked.
  static let partLimit = 64 << 20
  /// Most times that a part may grow when unpacked, from one mebibyte on.
  static let ratioLimit = 200

  private let file: String
  private let archive: OpaquePointer
  /// Parts by their names in lower case; some programs write `\\` for `/`, and names in other cases.
  private var places: [String: UInt64] = [:]
  /// libzip reads from it as long as the archive is open.
  private let buffer: UnsafeMutableRawBufferPointer

  /// Opens a container; a damaged one, too many parts and names that lead out of it are refused.
  init(_ bytes: [UInt8], file: String) throws(Rejection) {
    self.file = file
    buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
    buffer.copyBytes(from: bytes)
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard
      let source = zip_source_buffer_create(buffer.baseAddress, UInt64(buffer.count), 0, &error)
    else {
      buffer.deallocate()
      throw Rejection(WordProblems.damaged(file))
    }
    guard let archive = zip_open_from_source(source, Int32(ZIP_RDONLY), &error) else {
      zip_source_free(source)
      buffer.deallocate()
      throw Rejection(WordProblems.damaged(file))
    }
    self.archive = archive
    let count = Int(zip_get_num_entries(archive, 0))
    guard count <= Self.entryLimit else {
      throw Rejection(WordProblems.tooManyParts(file, count: count, limit: Self.entryLimit))
    }
    for index in 0..<count {
      let stored = zip_get_name(archive, UInt64(index), 0).map { String(cString: $0) } ?? ""
      let name = stored.replacing("\\", with: "/")
      let parts = name.split(separator: "/", omittingEmptySubsequences: false)
      if name.hasPrefix("/") || parts.contains("..") {
        throw Rejection(WordProblems.unsafeName(file, name: name))
      }
      let key = name.lowercased()
      if places[key] == nil { places[key] = UInt64(index) }
    }
  }

  deinit {
    zip_discard(archive)
    buffer.deallocate()
  }

  /// The unpacked bytes of a part; nil where there is none of that name.
  func part(_ name: String) throws(Rejection) -> [UInt8]? {
    let exact = zip_name_locate(archive, name, 0)
    guard let index = exact >= 0 ? UInt64(exact) : places[name.lowercased()] else { return nil }
    var status = zip_stat_t()
    zip_stat_init(&status)
    guard zip_stat_index(archive, index, 0, &status) == 0 else {
      throw Rejection(WordProblems.damaged(file))
    }
    let size = Int(clamping: status.size)
    let ratio = size / max(1, Int(clamping: status.comp_size))
    guard size <= Self.partLimit, size < 1 << 20 || ratio <= Self.ratioLimit else {
      throw Rejection(WordProblems.bomb(file, part: name, limit: Self.partLimit))
    }
    guard let open = zip_fopen_index(archive, index, 0) else {
      throw Rejection(WordProblems.damaged(file))
    }
    defer { zip_fclose(open) }
    // One byte more is asked for, so that a part that lies about its size is noticed.
    var got = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
      while got <= size {
        let read = zip_fread(open, buffer.baseAddress.map { $0 + got }, UInt64(size + 1 - got))
        if read < 0 { got = -1 }
        if read <= 0 { break }
        got += Int(read)
      }
      count = max(0, got)
    }
    guard got == size else { throw Rejection(WordProblems.damaged(file)) }
    return bytes
  }
}
