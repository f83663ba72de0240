extension ParagraphBuilder {
  /// PG-13: in a heading a line ends between words; a typed space between two halves is the best
  /// place, and is an em wide where the halves share a line.
  mutating func applyHeadingRules() {
    let seams = WordSegmenter.seams(source.scalars, source.classes)
    for index in built.items.indices.dropLast() {
      // A break by the editor's hand stays.
      if built.items[index].penalty == BreakPenalty.forced { continue }
      let content = built.contents[index]
      let next = built.contents[index + 1]
      let isHalf = built.items[index].glueKind == .wordSpace && content.kind.isIdeographic
      if isHalf {
        widenSpace(index)
        continue
      }
      guard built.items[index].penalty < BreakPenalty.emergency else { continue }
      let last = source.scalars[Int(content.scalars.upperBound) - 1]
      let first = source.scalars[Int(next.scalars.lowerBound)]
      let seam = seams[Int(next.scalars.lowerBound)]
      if seam == .closed || WordSegmenter.noEnd.contains(last)
        || WordSegmenter.noStart.contains(first)
      {
        built.items[index].penalty = HeadingPenalty.insideWord
      } else if content.kind == .pause || content.kind == .stop || last == 0x7684 {
        built.items[index].penalty = HeadingPenalty.behindPause
      } else {
        built.items[index].penalty =
          seam == .doubtful ? HeadingPenalty.doubtful : HeadingPenalty.betweenWords
      }
    }
  }

  private mutating func widenSpace(_ index: Int) {
    let em = ems[Int(built.contents[index].style)]
    built.items[index].glue += em - em / 4
    built.items[index].glueShrink = em / 2
    built.items[index].glueStretch = em
    built.items[index].penalty = 0
  }
}

/// Prices of line ends in headings.
enum HeadingPenalty {
  /// Behind a comma, or behind the 的 that ends a long attribute.
  static let behindPause: Int32 = 10
  /// Between two words of one half.
  static let betweenWords: Int32 = 100
  /// Beside a character that the word list does not explain.
  static let doubtful: Int32 = 400
  /// Inside a word: only where a word is longer than the line.
  static let insideWord: Int32 = 100_000
}
