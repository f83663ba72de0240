import Segmentation

/// Words of a text that another text has in other form, or lacks, or has besides.
public struct WordEdit: Hashable, Sendable {
  /// The place in the old text, in characters; empty where words were added.
  public let old: Range<Int>
  /// The place in the new text, in characters; empty where words were taken out.
  public let new: Range<Int>
  /// The words of the old text.
  public let oldWords: String
  /// The words of the new text.
  public let newWords: String
}

/// The edits that lead from one text to another, in whole words: a figure is not taken apart.
enum WordDifference {
  static func edits(from old: String, to new: String) -> [WordEdit] {
    if old == new { return [] }
    let (one, other) = (tokens(of: old), tokens(of: new))
    let pairs = CommonOrder.pairs(one, other)
    var edits: [WordEdit] = []
    var places = (old: 0, new: 0)
    var starts = (old: 0, new: 0)
    func add(upTo end: (old: Int, new: Int)) {
      let gone = one[places.old..<end.old].joined()
      let come = other[places.new..<end.new].joined()
      if !gone.isEmpty || !come.isEmpty {
        edits.append(
          WordEdit(
            old: starts.old..<(starts.old + gone.count),
            new: starts.new..<(starts.new + come.count),
            oldWords: gone, newWords: come))
      }
      starts = (starts.old + gone.count, starts.new + come.count)
    }
    for pair in pairs {
      add(upTo: pair)
      let count = one[pair.old].count
      starts = (starts.old + count, starts.new + count)
      places = (pair.old + 1, pair.new + 1)
    }
    add(upTo: (one.count, other.count))
    return edits
  }

  /// The words of a text, none of which parts a character.
  private static func tokens(of text: String) -> [String] {
    let scalars = text.unicodeScalars
    var tokens: [String] = []
    var start = scalars.startIndex
    var count = 0
    for place in Segmentation(text).cutPoints {
      let end = scalars.index(start, offsetBy: place - count)
      // A mark that joins the character before it makes no place of its own.
      guard end.samePosition(in: text) != nil else { continue }
      tokens.append(String(scalars[start..<end]))
      start = end
      count = place
    }
    if start < scalars.endIndex { tokens.append(String(scalars[start...])) }
    return tokens
  }
}
