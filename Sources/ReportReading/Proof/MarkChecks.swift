internal import Diagnostics
import Notations
internal import ReportModel

/// Marks that no printed Chinese text has: straight quotes and half-width marks between Chinese
/// characters, quotes without their partner, marks set twice.
enum MarkChecks {
  /// The finds of a paragraph; English sentences, times, decimals and addresses are left alone.
  static func all(in text: Scalars) -> [ProofFind] {
    straightQuotes(text) + halfWidth(text) + doubled(text) + unpaired(text)
  }

  private static func find(
    _ kind: ProofFlag.Kind, _ range: Range<Int>, _ english: String, _ chinese: String
  ) -> ProofFind {
    ProofFind(kind: kind, range: range, words: nil, message: Wording(english, chinese))
  }

  // MARK: Straight quotes

  /// 他说"三张清单"很好: a pair of straight quotes that a Chinese character touches.
  private static func straightQuotes(_ text: Scalars) -> [ProofFind] {
    let places = text.indices.filter { text[$0] == "\"" || text[$0] == "＂" }
    var finds: [ProofFind] = []
    var place = 0
    while place < places.count {
      let open = places[place]
      let close = place + 1 < places.count ? places[place + 1] : open
      if touchesHan(text, open) || touchesHan(text, close) {
        finds.append(
          find(
            .straightQuotes, open..<(close + 1), "straight quotes in Chinese text: write “ and ”",
            "中文中用了直引号，应为“ ”"))
      }
      place += 2
    }
    return finds
  }

  private static func touchesHan(_ text: Scalars, _ place: Int) -> Bool {
    let (before, after) = neighbours(text, place)
    return before?.isHan == true || after?.isHan == true
  }

  private static func neighbours(
    _ text: Scalars, _ place: Int
  ) -> (Unicode.Scalar?, Unicode.Scalar?) {
    (place > 0 ? text[place - 1] : nil, place + 1 < text.count ? text[place + 1] : nil)
  }

  // MARK: Half-width marks

  private static let halfWidthMarks = ScalarSet(",.;:!?()")
  private static let fullWidth: [Unicode.Scalar: String] = [
    ",": "，", ".": "。", ";": "；", ":": "：", "!": "！", "?": "？", "(": "（", ")": "）",
  ]

  /// A half-width mark between Chinese characters, or behind one at the end.
  private static func halfWidth(_ text: Scalars) -> [ProofFind] {
    text.indices.compactMap { place in
      guard halfWidthMarks.contains(text[place]), let right = fullWidth[text[place]] else {
        return nil
      }
      let (before, after) = neighbours(text, place)
      let isHanBefore = before.map { $0.isHan || Marks.closing.contains($0) && $0 != ")" } ?? false
      let isHanAfter = after.map { $0.isHan || Marks.opening.contains($0) && $0 != "(" } ?? true
      let isWrong: Bool =
        switch text[place] {
        case "(": isHanBefore && after?.isHan == true
        case ")":
          before?.isHan == true && (after.map { $0.isHan || Marks.clause.contains($0) } ?? true)
        default: isHanBefore && isHanAfter
        }
      guard isWrong else { return nil }
      let mark = String(Character(text[place]))
      return find(
        .halfWidthMark, place..<(place + 1),
        "half-width \(mark) in Chinese text: write \(right)", "中文中用了半角“\(mark)”，应为“\(right)”")
    }
  }

  // MARK: Doubled and unpaired marks

  private static let doublable = ScalarSet("，。；：、")

  private static func doubled(_ text: Scalars) -> [ProofFind] {
    text.indices.dropLast().compactMap { place in
      let next = text[place + 1]
      guard doublable.contains(text[place]), doublable.contains(next),
        place == 0 || !doublable.contains(text[place - 1])
      else { return nil }
      // 。。。 for …… is a mark of its own.
      return find(
        .doubledMark, place..<(place + 2), "two marks in a row", "标点重复或连用")
    }
  }

  private static let pairs: [Unicode.Scalar: Unicode.Scalar] = [
    "”": "“", "’": "‘", "》": "《", "）": "（", "】": "【", "」": "「", "』": "『", "〉": "〈", "〕": "〔",
  ]
  private static let openings = ScalarSet("“‘《（【「『〈〔")

  /// A mark without its partner. A quotation that opens the paragraph may run on into the next.
  private static func unpaired(_ text: Scalars) -> [ProofFind] {
    var open: [(mark: Unicode.Scalar, place: Int)] = []
    var finds: [ProofFind] = []
    for place in text.indices {
      if openings.contains(text[place]) {
        open.append((text[place], place))
      } else if let partner = pairs[text[place]] {
        if open.last?.mark == partner {
          open.removeLast()
        } else if text[place] != "’", !isNumbering(text, place) {
          finds.append(lone(text, place))
        }
      }
    }
    for rest in open where rest.place > 0 && rest.mark != "‘" {
      finds.append(lone(text, rest.place))
    }
    return finds.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// 1） and 一） number a list.
  private static func isNumbering(_ text: Scalars, _ place: Int) -> Bool {
    guard text[place] == "）", place > 0 else { return false }
    let before = text[place - 1]
    return before.isDigit || before.isLatin || HanNumerals.all.contains(before)
  }

  private static func lone(_ text: Scalars, _ place: Int) -> ProofFind {
    let mark = String(Character(text[place]))
    return find(
      .unpairedMark, max(0, place - 4)..<min(text.count, place + 5),
      "\(mark) has no partner", "“\(mark)”不成对")
  }
}
