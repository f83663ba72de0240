internal import CZlib

/// Packs bytes as zlib does.
public enum Deflater {
  /// A level at which fonts, contents and profiles are within a few percent of the smallest size at
  /// less than half the time.
  private static let level: Int32 = 4

  /// The packed bytes; nil where zlib has no memory.
  public static func pack(_ bytes: [UInt8]) -> [UInt8]? {
    var size = compressBound(uLong(bytes.count))
    var isPacked = false
    let packed = [UInt8](unsafeUninitializedCapacity: Int(size)) { buffer, count in
      isPacked = compress2(buffer.baseAddress, &size, bytes, uLong(bytes.count), level) == Z_OK
      count = isPacked ? Int(size) : 0
    }
    return isPacked ? packed : nil
  }
}
