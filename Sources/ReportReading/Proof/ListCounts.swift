internal import Diagnostics
import Notations
internal import ReportModel

/// 环保、应急、城建3条工作线 — a list that a number counts, with another number of things.
enum ListCounts {
  /// The lists whose length cannot be the number behind them.
  static func mismatches(in text: Scalars) -> [ProofFind] {
    var result: [ProofFind] = []
    for sentence in Sentence.searched(text) {
      var place = sentence.range.lowerBound
      while place < sentence.range.upperBound {
        if let find = find(at: place, sentence) { result.append(find) }
        place += 1
      }
    }
    return result
  }

  private static func find(at start: Int, _ sentence: Sentence) -> ProofFind? {
    let text = sentence.text
    guard let (count, end) = number(text, start, limit: sentence.range.upperBound),
      end < sentence.range.upperBound, units.contains(text[end])
    else { return nil }
    var high = start
    let low = sentence.clauseStart(before: start)
    let isOpen = high > low && text[high - 1] == "等"
    if isOpen { high -= 1 }
    guard let parts = parts(text, low..<high), parts >= 3 || (parts == 2 && count == 3) else {
      return nil
    }
    let isWrong = isOpen ? parts > count : parts != count && abs(parts - count) <= 2
    guard isWrong else { return nil }
    return ProofFind(
      kind: .countMismatch, range: low..<(end + 1), words: nil,
      message: Wording(
        "the list has \(parts) things, the number says \(count)",
        "列举了\(parts)项，数字为\(count)"))
  }

  /// A number from 2 to 20, in digits or characters.
  private static func number(_ text: Scalars, _ start: Int, limit: Int) -> (Int, Int)? {
    var end = start
    let isDigits = text[start].isDigit
    guard isDigits || HanNumerals.all.contains(text[start]) else { return nil }
    if start > 0,
      text[start - 1].isDigit || HanNumerals.all.contains(text[start - 1])
        || text[start - 1] == "第" || text[start - 1] == "."
    {
      return nil
    }
    while end < limit, isDigits ? text[end].isDigit : HanNumerals.all.contains(text[end]) {
      end += 1
    }
    let value =
      isDigits
      ? Int(text[start..<end].string.halfWidthDigits) : HanNumerals.value(text[start..<end])
    guard let value, (2...20).contains(value) else { return nil }
    return (value, end)
  }

  /// How many things a list has; nil where it is none: no 、, a number inside, 的 at its end.
  private static func parts(_ text: Scalars, _ range: Range<Int>) -> Int? {
    guard let last = text[range].last, last.isHan || Marks.closing.contains(last), last != "的",
      !text[range].contains(where: { $0.isDigit }), text[range].contains("、")
    else { return nil }
    let pieces = text[range].split { $0 == "、" || $0 == "和" }
    return pieces.dropFirst().allSatisfy { $0.count <= 10 } ? pieces.count : nil
  }

  private static let units = ScalarSet("个项条张本类种")
}
