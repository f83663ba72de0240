/// Where a Western word may be hyphenated (LB-9), by Liang's patterns as TeX distributions and
/// Debian's `hyphen-*` packages hold them.
///
/// The engine reads no files: the caller hands the text of a pattern file over. Lines that begin
/// with `%`, and the settings at the head of a dictionary file, are skipped.
public struct HyphenationPatterns: Hashable, Sendable {
  private var patterns: [[UInt32]: [UInt8]] = [:]
  private var longest = 0
  /// Fewest letters before and behind a hyphen.
  public var leftMinimum = 2
  /// Fewest letters behind a hyphen.
  public var rightMinimum = 3

  /// Reads patterns such as `.ach4` and `hy3ph`, parted by white space.
  public init(_ text: String) {
    for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("%") {
      for word in line.split(separator: " ") where word.contains(where: \.isNumber) {
        add(word.unicodeScalars)
      }
    }
  }

  private mutating func add(_ pattern: Substring.UnicodeScalarView) {
    var letters: [UInt32] = []
    var values: [UInt8] = [0]
    for scalar in pattern {
      switch scalar.value {
      case 0x30...0x39: values[values.count - 1] = UInt8(scalar.value - 0x30)
      case 0x2E: letters.append(0x2E); values.append(0)
      default:
        guard scalar.properties.isAlphabetic else { return }
        letters.append(scalar.value)
        values.append(0)
      }
    }
    patterns[letters] = values
    longest = max(longest, letters.count)
  }

  /// The places in a word, counted in scalars, before which a hyphen may stand, rising.
  public func places(in word: [UInt32]) -> [Int] {
    guard word.count >= leftMinimum + rightMinimum, longest > 0 else { return [] }
    let letters = [0x2E] + word.map(Self.lowercase) + [0x2E]
    var values = [UInt8](repeating: 0, count: letters.count + 1)
    for start in letters.indices {
      for length in 1...min(longest, letters.count - start) {
        guard let pattern = patterns[Array(letters[start..<start + length])] else { continue }
        for (offset, value) in pattern.enumerated() {
          values[start + offset] = max(values[start + offset], value)
        }
      }
    }
    // values[i] stands before letters[i]; the word begins at letter 1.
    return (leftMinimum...(word.count - rightMinimum)).filter { !values[$0 + 1].isMultiple(of: 2) }
  }

  private static func lowercase(_ value: UInt32) -> UInt32 {
    (0x41...0x5A).contains(value) ? value + 0x20 : value
  }
}
