import Glibc

/// A font file mapped into memory with its character table hidden.
///
/// Cairo 1.16 searches that table from its start for every glyph that it embeds, to guess a
/// character for it. The clusters of a run say what it stands for, so the guess is never needed,
/// costs a third of the time of a page, and is wrong where characters share a glyph (戈 and its
/// radical). Only the name of the table is changed, in a private page of memory.
final class MappedFontFile {
  /// The first byte.
  let base: UnsafeMutablePointer<UInt8>
  /// Length of the file.
  let count: Int

  init?(path: String, index: Int) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_size > 12 else { return nil }
    let size = Int(status.st_size)
    let place = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE, file, 0)
    guard let place, place != MAP_FAILED else { return nil }
    base = place.assumingMemoryBound(to: UInt8.self)
    count = size
    hideTable("cmap", ofFont: index)
  }

  deinit { munmap(base, count) }

  /// Renames a table in the directory of a font; a file without it is left as it is.
  private func hideTable(_ name: String, ofFont index: Int) {
    let isCollection = tag(at: 0) == "ttcf"
    let start = isCollection ? number(4, at: 12 + 4 * index) : 0
    let entries = number(2, at: start + 4)
    for entry in 0..<entries {
      let offset = start + 12 + 16 * entry
      if tag(at: offset) == name { base[offset] = UInt8(ascii: "x") }
    }
  }

  private func tag(at offset: Int) -> String {
    guard offset >= 0, offset + 4 <= count else { return "" }
    return String(decoding: UnsafeBufferPointer(start: base + offset, count: 4), as: UTF8.self)
  }

  private func number(_ size: Int, at offset: Int) -> Int {
    guard offset >= 0, offset + size <= count else { return 0 }
    return (0..<size).reduce(0) { $0 << 8 | Int(base[offset + $1]) }
  }
}
