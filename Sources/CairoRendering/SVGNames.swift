/// The names of surfaces in an SVG file that Cairo wrote. It numbers them over the whole life of a
/// process, so that the same page would have other bytes behind other pages; here they are numbered
/// anew as they come.
enum SVGNames {
  private static let kinds = ["surface", "image", "source"].map { Array($0.utf8) }

  static func renumbered(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var numbers: [[UInt8]: Int] = [:]
    var counts: [Int: Int] = [:]
    var copied = 0
    var place = 0
    while place < bytes.count {
      guard let start = nameStart(bytes, at: place),
        let kind = kinds.firstIndex(where: { bytes[start...].starts(with: $0) })
      else {
        place += 1
        continue
      }
      let first = start + kinds[kind].count
      let last = bytes[first...].firstIndex { !(0x30...0x39).contains($0) } ?? bytes.count
      place = last
      if last == first || last == bytes.count || !isEnd(bytes[last]) { continue }
      let name = Array(bytes[start..<last])
      let number = numbers[name] ?? counts[kind, default: 0]
      if numbers.updateValue(number, forKey: name) == nil { counts[kind, default: 0] += 1 }
      result += bytes[copied..<first]
      result += Array(String(number).utf8)
      copied = last
    }
    return result + bytes[copied...]
  }

  /// Where a name begins behind `#` or `id="`.
  private static func nameStart(_ bytes: [UInt8], at place: Int) -> Int? {
    if bytes[place] == UInt8(ascii: "#") { return place + 1 }
    guard bytes[place] == UInt8(ascii: "i"), bytes[place...].starts(with: "id=\"".utf8) else {
      return nil
    }
    return place + 4
  }

  private static func isEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ")")
  }
}
