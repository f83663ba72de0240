import Geometry

/// How columns share the width of a table.
enum ColumnWidths {
  /// The stretches of a cell that no line may part: letters and figures with the marks in them, dates
  /// as `2031年5月6日` and codes as `2031－0456`.
  static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for character in text {
      let isDatePart = "年月日号时分－".contains(character) && (word.last?.isNumber ?? false)
      if character.isASCII, !character.isWhitespace {
        // Behind 年 or 月 a date goes on with its next number only.
        if !(word.last?.isASCII ?? true), !character.isNumber {
          words.append(word)
          word = ""
        }
        word.append(character)
      } else if isDatePart {
        word.append(character)
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    return (word.isEmpty ? words : words + [word]).flatMap(parts)
  }

  /// Longest address that is kept whole, in characters.
  private static let longest = 24

  /// A long address of the web by its parts, as lines part it; anything else as it is.
  private static func parts(_ word: String) -> [String] {
    guard word.count > longest, word.contains("/"), word.contains(where: \.isLetter) else {
      return [word]
    }
    var parts = [""]
    var isBehind = false
    for character in word {
      if isBehind, character.isLetter || character.isNumber { parts.append("") }
      parts[parts.count - 1].append(character)
      isBehind = character == "/"
    }
    return parts
  }

  /// Widths of the columns: natural ones grow in proportion; where they do not fit, all have what
  /// keeps their figures and words whole, and share the rest by what more they would like. Where not
  /// even that fits, the narrow ones keep theirs and the wide ones share what is left.
  static func share(
    _ width: Length, among natural: [Length], least: [Length]
  ) -> [Length] {
    let total = natural.reduce(.zero, +)
    guard total.units > 0 else { return natural }
    if total <= width {
      return natural.map { $0.scaled(by: width / total) }
    }
    let spare = width - least.reduce(.zero, +)
    if spare >= .zero {
      let wish = total - least.reduce(.zero, +)
      return zip(natural, least).map { $1 + spare.scaled(by: ($0 - $1) / wish) }
    }
    var widths = natural
    var open = Set(natural.indices)
    var left = width
    var settled = true
    repeat {
      settled = true
      let fair = left / max(1, open.count)
      for index in natural.indices where open.contains(index) && natural[index] <= fair {
        open.remove(index)
        left -= natural[index]
        settled = false
      }
    } while !settled && !open.isEmpty
    let wide = natural.indices.filter { open.contains($0) }
    let wideTotal = wide.reduce(Length.zero) { $0 + natural[$1] }
    for index in wide { widths[index] = left.scaled(by: natural[index] / wideTotal) }
    return widths
  }
}
