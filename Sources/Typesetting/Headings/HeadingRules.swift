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
      let (end, start) = (Int(content.scalars.upperBound) - 1, Int(next.scalars.lowerBound))
      let last = source.scalars[end]
      let seam = seams[start]
      // 成为 may end a line and 地区 start one: the rule is for 为 and 地 that are words themselves.
      let endsBadly = WordSegmenter.noEnd.contains(last) && seams[end] != .closed
      let startsBadly =
        WordSegmenter.noStart.contains(source.scalars[start]) && seams[start + 1] != .closed
      if seam == .closed || endsBadly || startsBadly {
        built.items[index].penalty = HeadingPenalty.insideWord
      } else if content.kind == .pause || content.kind == .stop {
        built.items[index].penalty = HeadingPenalty.behindPause
      } else if last == 0x7684 {
        built.items[index].penalty = HeadingPenalty.behindAttribute
      } else {
        built.items[index].penalty =
          switch seam {
          case .beforeUnknown: HeadingPenalty.beforeUnknown
          case .doubtful: HeadingPenalty.doubtful
          default: HeadingPenalty.betweenWords
          }
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
  /// Behind a comma.
  static let behindPause: Int32 = 10
  /// Behind the 的 that ends a long attribute.
  static let behindAttribute: Int32 = 160
  /// Between two words of one half: halves of unlike length are better than a half that is parted.
  static let betweenWords: Int32 = 250
  /// Beside a character that the word list does not explain.
  static let doubtful: Int32 = 350
  /// Before one.
  static let beforeUnknown: Int32 = 450
  /// Inside a word: only where a word is longer than the line.
  static let insideWord: Int32 = 100_000
}
