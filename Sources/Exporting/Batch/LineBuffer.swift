import Glibc

/// Cuts chunks of bytes into lines, however they come. A line beyond the limit is dropped whole.
struct LineBuffer {
  enum Line {
    case line(ArraySlice<UInt8>, number: Int)
    case tooLong(number: Int)
  }

  /// Longest line in bytes.
  static let limit = 16 << 20

  private var rest: [UInt8] = []
  private var number = 0
  private var isDropping = false

  /// The lines that a chunk ends.
  mutating func take(_ chunk: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var start = chunk.startIndex
    while let end = chunk[start...].firstIndex(of: UInt8(ascii: "\n")) {
      lines.append(ending(with: chunk[start..<end]))
      start = end + 1
    }
    keep(chunk[start...])
    return lines
  }

  /// The last line, where it has no line end.
  mutating func finish() -> Line? {
    rest.isEmpty && !isDropping ? nil : ending(with: [])
  }

  private mutating func ending(with tail: ArraySlice<UInt8>) -> Line {
    number += 1
    keep(tail)
    defer {
      rest = []
      isDropping = false
    }
    return isDropping ? .tooLong(number: number) : .line(rest[...], number: number)
  }

  private mutating func keep(_ bytes: ArraySlice<UInt8>) {
    if isDropping { return }
    if rest.count + bytes.count > Self.limit {
      rest = []
      isDropping = true
    } else {
      rest += bytes
    }
  }
}

extension Descriptor {
  /// What a descriptor has to give, waiting for it; nil at its end.
  static func read(_ descriptor: Int32) -> [UInt8]? {
    let size = 1 << 16
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      var got = -1
      repeat {
        got = Glibc.read(descriptor, buffer.baseAddress, size)
      } while got < 0
        && errno == EINTR
      failed = got < 0
      count = max(0, got)
    }
    return failed || bytes.isEmpty ? nil : bytes
  }
}
