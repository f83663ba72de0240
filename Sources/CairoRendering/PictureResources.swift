/// The pictures in the resources of pages. Cairo 1.16 names a picture there as often as the page shows
/// it, and a dictionary with a key twice is no PDF.
enum PictureResources {
  private static let start = Array("/XObject <<".utf8)

  /// The file with blanks in the place of names that stand there already, so that every other byte
  /// stays where it is.
  static func withoutRepeats(_ bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    var place = 0
    while let sign = bytes[place...].firstIndex(of: start[0]) {
      place = sign + 1
      guard bytes[sign...].starts(with: start) else { continue }
      place = sign + start.count
      var known: Set<[UInt8]> = []
      while let entry = entry(in: bytes, at: place) {
        if !known.insert(Array(bytes[entry])).inserted {
          for index in entry { result[index] = UInt8(ascii: " ") }
        }
        place = entry.upperBound
      }
    }
    return result
  }

  /// ` /x6 6 0 R` at a place.
  private static func entry(in bytes: [UInt8], at place: Int) -> Range<Int>? {
    var end = place
    func skip(_ isWanted: (UInt8) -> Bool) -> Int {
      let first = end
      while end < bytes.count, isWanted(bytes[end]) { end += 1 }
      return end - first
    }
    func skip(_ word: String) -> Bool {
      guard bytes[end...].starts(with: word.utf8) else { return false }
      end += word.utf8.count
      return true
    }
    let isDigit: (UInt8) -> Bool = { (0x30...0x39).contains($0) }
    guard skip({ $0 <= 32 }) > 0 else { return nil }
    let start = end
    guard skip("/x"), skip(isDigit) > 0, skip(" "), skip(isDigit) > 0, skip(" 0 R") else {
      return nil
    }
    return start..<end
  }
}
