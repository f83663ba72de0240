import ReportModel

/// A block's text cut where what is marked in it begins and ends.
struct MarkedText {
  /// A stretch without a change.
  enum Piece {
    /// Characters and what is said of them.
    case text(String, marks: [TextMark], isLead: Bool)
    /// The place of a note of the block.
    case note(Int)
  }

  let pieces: [Piece]

  init(_ block: ReportBlock) {
    let characters = Array(block.text)
    let count = characters.count
    var cuts: Set<Int> = [0, count, min(block.runInLead, count)]
    for mark in block.marks {
      cuts.insert(min(mark.range.lowerBound, count))
      cuts.insert(min(mark.range.upperBound, count))
    }
    for note in block.notes { cuts.insert(min(max(0, note.offset), count)) }
    let places = cuts.sorted()
    var found: [Piece] = []
    for (index, start) in places.enumerated() {
      for (number, note) in block.notes.enumerated()
      where min(max(0, note.offset), count) == start { found.append(.note(number)) }
      guard index + 1 < places.count else { break }
      let end = places[index + 1]
      let marks = block.marks.filter { $0.range.lowerBound <= start && $0.range.upperBound >= end }
      found.append(
        .text(String(characters[start..<end]), marks: marks, isLead: end <= block.runInLead))
    }
    pieces = found
  }
}
