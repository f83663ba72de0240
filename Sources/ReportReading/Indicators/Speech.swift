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
    return result
  }

  private static func isUtterance(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    words.count > longestName || words.contains { Marks.strongClause.contains($0) }
  }
}
