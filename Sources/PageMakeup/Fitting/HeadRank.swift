import LayoutSpecs
import ReportModel

/// The head that a story takes on a page of several (AD-2): its style, whose sizes bound it, so that
/// no head is larger than that of a weightier story wherever the two stand.
struct HeadRank: Hashable {
  /// 1 is the lead, the only story of the highest importance; the others follow by importance.
  var level = 1
  /// A story of few characters at the foot of the order.
  var isBrief = false
  /// Every other story of a level, whose face changes with its neighbours (AD-16).
  var isTurned = false

  var isLead: Bool { level == 1 }

  /// Characters up to which a story is a brief.
  static let brief = 200

  /// The headline's style: the layout's own for the level, else the nearest above it.
  func style(in sheet: StyleSheet) -> String {
    if isBrief, sheet["headline-brief"] != nil { return "headline-brief" }
    if isLead { return "headline" }
    let own = (2...level).reversed().map { "headline-\($0)" }.first { sheet[$0] != nil }
    guard let own else { return "headline" }
    return isTurned && sheet["\(own)-turn"] != nil ? "\(own)-turn" : own
  }

  /// What the ranks go by.
  struct Story {
    var importance: Int
    var characters: Int
    /// Whether it was begun on an earlier page: its head is a reminder (AD-24).
    var isContinued = false
  }

  /// The ranks of the stories of a page, in their order. Where all are of one importance the first of
  /// the plan leads, since somebody has put it there.
  static func ranks(of stories: [Story]) -> [HeadRank] {
    guard stories.count > 1 else { return stories.map { _ in HeadRank() } }
    let own = stories.indices.filter { !stories[$0].isContinued }
    let weights = Set(own.map { stories[$0].importance }).sorted(by: >)
    let tops = own.filter { stories[$0].importance == weights.first }
    let lead = tops.count == 1 || weights.count == 1 ? tops.first : nil
    let others = Set(own.filter { $0 != lead }.map { stories[$0].importance }).sorted(by: >)
    var counts: [Int: Int] = [:]
    return stories.indices.map { index in
      if index == lead { return HeadRank() }
      let story = stories[index]
      if story.isContinued { return HeadRank(level: 3) }
      let place = others.firstIndex(of: story.importance) ?? 0
      let isLast = place == others.count - 1
      var rank = HeadRank(
        level: place + 2, isBrief: isLast && story.characters <= brief)
      counts[rank.level, default: 0] += 1
      rank.isTurned = counts[rank.level, default: 0].isMultiple(of: 2)
      return rank
    }
  }
}
