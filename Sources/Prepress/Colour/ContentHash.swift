/// A name for content: the same bytes, the same name, on every machine.
enum ContentHash {
  /// A UUID of version 8 (RFC 9562) from two passes of FNV-1a.
  static func uuid(of bytes: [UInt8]) -> String {
    let high = fnv(bytes, seed: 0xcbf2_9ce4_8422_2325)
    let low = fnv(bytes, seed: 0x8422_2325_cbf2_9ce4)
    var octets = (0..<8).map { UInt8(truncatingIfNeeded: high >> (56 - 8 * $0)) }
    octets += (0..<8).map { UInt8(truncatingIfNeeded: low >> (56 - 8 * $0)) }
    octets[6] = octets[6] & 0x0F | 0x80
    octets[8] = octets[8] & 0x3F | 0x80
    let digits = octets.map { InkSyntax.hex($0).lowercased() }
    let groups = [digits[0..<4], digits[4..<6], digits[6..<8], digits[8..<10], digits[10..<16]]
    return groups.map { $0.joined() }.joined(separator: "-")
  }

  /// Eight bytes a step: the pass is over a whole file.
  private static func fnv(_ bytes: [UInt8], seed: UInt64) -> UInt64 {
    var hash = seed
    bytes.withUnsafeBytes { buffer in
      let words = buffer.count / 8
      for index in 0..<words {
        let word = buffer.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self)
        hash = (hash ^ UInt64(littleEndian: word)) &* 0x0000_0100_0000_01b3
        hash ^= hash >> 29
      }
      for index in words * 8..<buffer.count {
        hash = (hash ^ UInt64(buffer[index])) &* 0x0000_0100_0000_01b3
      }
    }
    return hash
  }
}
