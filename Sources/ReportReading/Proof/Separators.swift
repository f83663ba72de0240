internal import Diagnostics
internal import ReportModel

/// 村社区书记 — two kinds of places run together without 、.
enum Separators {
  /// The places, where no name stands before them.
  static func missing(in text: Scalars) -> [ProofFind] {
    var result: [ProofFind] = []
    var place = 0
    while let found = pairs.first(in: text, place..<text.count) {
      place = found.place + found.length
      guard isFree(text, found.place) else { continue }
      var end = place
      while end < text.count, end < place + 2, text[end].isHan { end += 1 }
      result.append(
        ProofFind(
          kind: .missingSeparator, range: found.place..<end, words: nil,
          message: Wording(
            "two kinds of places without 、 between them", "两类名称之间可能缺少顿号")))
    }
    return result
  }

  /// A list or clause begins here, or a number or 各 stands before: no village's name.
  private static func isFree(_ text: Scalars, _ place: Int) -> Bool {
    guard place > 0 else { return true }
    let before = text[place - 1]
    return Marks.clause.contains(before) || Marks.opening.contains(before)
      || "各和与及个名对向由在到".unicodeScalars.contains(before)
  }

  private static let pairs = Lexicon("村社区 镇街道 乡镇街道 村居社区 县街道 村居委")
}
