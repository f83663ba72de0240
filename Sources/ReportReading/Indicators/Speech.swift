/// What is said in quotation marks: its numbers are a speaker's, not the report's.
enum Speech {
  /// Longest quotation without a mark of a clause that may be a name.
  private static let longestName = 30

  /// The utterances of a paragraph, marks included. A quotation that holds no clause is a name
  /// (`“五位一体”`). One that never closes runs to the end where it opens the paragraph, as speech of
  /// several paragraphs is set; elsewhere its mark is a slip and says nothing.
  static func ranges(_ text: Scalars) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var open: Int?
    for place in text.indices {
      switch text[place] {
      case "“", "「": if open == nil { open = place }
      case "”", "」":
        if let start = open, isUtterance(text[(start + 1)..<place]) {
          result.append(start..<(place + 1))
        }
        open = nil
      default: break
      }
    }
    if open == 0 { result.append(0..<text.count) }
    // 叶知秋：…, 记者：…: all that stands behind the name.
    if let colon = speaker(text) { return [(colon + 1)..<text.count] }
    return result
  }

  /// The colon behind the name of who speaks in an interview; nil for any other paragraph.
  private static func speaker(_ text: Scalars) -> Int? {
    guard let colon = text.prefix(5).firstIndex(where: { $0 == "：" || $0 == ":" }), colon >= 2,
      text.count > colon + 10, text[..<colon].allSatisfy(\.isHan)
    else { return nil }
    let name = Scalars(text[..<colon])
    return name == Scalars("记者") || colon <= 3 && DocumentWords.familyNames.contains(name[0])
      ? colon : nil
  }

  private static func isUtterance(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    words.count > longestName || words.contains { Marks.strongClause.contains($0) }
  }
}
