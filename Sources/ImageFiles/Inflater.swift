internal import CZlib

/// Undoes zlib's packing within a limit: what a foreign file unpacks to is not for it to say.
public enum Inflater {
  /// The bytes, nil where the data are broken from the start or more than `limit`.
  ///
  /// A stream that breaks off later gives what was read, as PDF readers do.
  public static func unpack(_ packed: [UInt8], limit: Int) -> [UInt8]? {
    guard !packed.isEmpty else { return [] }
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    defer { stream.deallocate() }
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit_(stream, ZLIB_VERSION, size) == Z_OK else { return nil }
    defer { inflateEnd(stream) }
    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: min(max(packed.count * 4, 1 << 12), 1 << 20))
    var input = packed
    let isWhole = input.withUnsafeMutableBufferPointer { input in
      stream.pointee.next_in = input.baseAddress
      stream.pointee.avail_in = uInt(input.count)
      return drain(stream, into: &output, chunk: &chunk, limit: limit)
    }
    return isWhole ? output : nil
  }

  private static func drain(
    _ stream: UnsafeMutablePointer<z_stream>, into output: inout [UInt8], chunk: inout [UInt8],
    limit: Int
  ) -> Bool {
    while true {
      let status = chunk.withUnsafeMutableBufferPointer { chunk in
        stream.pointee.next_out = chunk.baseAddress
        stream.pointee.avail_out = uInt(chunk.count)
        return inflate(stream, Z_NO_FLUSH)
      }
      output += chunk[0..<chunk.count - Int(stream.pointee.avail_out)]
      if output.count > limit { return false }
      switch status {
      case Z_OK: continue
      case Z_STREAM_END: return true
      default: return !output.isEmpty
      }
    }
  }
}
