internal import Diagnostics
internal import ReportModel

/// 1-9月份 — a range with a hyphen; the standard wants — or ～. It is shown and never changed.
enum RangeHyphens {
  /// The ranges of numbers before a Han character.
  static func all(in text: Scalars) -> [ProofFind] {
    var result: [ProofFind] = []
    for place in text.indices where text[place] == "-" {
      var start = place
      var end = place + 1
      while start > 0, text[start - 1].isDigit || text[start - 1] == "." { start -= 1 }
      while end < text.count, text[end].isDigit || text[end] == "." { end += 1 }
      let isRange =
        start < place && end > place + 1 && end < text.count && text[end].isHan
        && place - start <= 4 && end - place <= 5
      let isLonger = start > 0 && (text[start - 1] == "-" || text[start - 1].isLatin)
      guard isRange, !isLonger else { continue }
      while end < text.count, "月份日年号个人".unicodeScalars.contains(text[end]) { end += 1 }
      result.append(
        ProofFind(
          kind: .rangeHyphen, range: start..<end, words: nil,
          message: Wording(
            "a range with a hyphen; the standard has — or ～",
            "数值范围用了连字符，标准为一字线或浪纹线")))
    }
    return result
  }
}
