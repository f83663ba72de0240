/// Sentences that say what the tables of a bulletin show, for an editor to take or to change. Each carries
/// a mark, so that none goes out unread; only what can be counted is said, and nothing is foretold.
struct CaseProposals {
  let now: CaseStatistics
  let before: CaseStatistics?
  let period: CasePeriod

  /// What stands before every proposed paragraph.
  static let mark = "【建议稿】"
  /// What explains the mark.
  static let note = "注：标有“\(mark)”的段落由表中数字拟写，请核改后去掉标记。"

  /// Most names that are listed.
  private static let listed = 3

  var categories: String? { groups(now.categories, before?.categories, "从诉求类别看") }
  var sources: String? { groups(now.sources, before?.sources, "从受理渠道看") }

  /// The first of a table with their share, and what moved most.
  private func groups(
    _ groups: [CaseStatistics.Group], _ earlier: [CaseStatistics.Group]?, _ opening: String
  ) -> String? {
    guard groups.count > 1, let first = groups.first else { return nil }
    // Equal numbers are named together or not at all.
    var top = Array(groups.prefix(Self.listed))
    let next = groups.dropFirst(top.count).first?.count
    if next == top.last?.count { top.removeAll { $0.count == next } }
    if top.isEmpty { top = [first] }
    let sum = top.reduce(0) { $0 + $1.count }
    let share = CaseRate(sum, of: now.count).text
    let names = top.map { "\($0.name)\($0.count)件" }.joined(separator: "、")
    let place = top.count == 1 ? "，居首位，占\(share)" : "，居前\(top.count)位，合占\(share)"
    // Of all that there is, no first few can be named.
    var text = "\(Self.mark)\(opening)，\(names)" + (top.count < groups.count ? place : "")
    if let earlier, !earlier.isEmpty {
      let moves = groups.map { group in
        (group.name, group.count - (earlier.first { $0.name == group.name }?.count ?? 0))
      }
      text += most(moves.filter { $0.1 > 0 }, "增加") + most(moves.filter { $0.1 < 0 }, "减少")
    }
    return text + "。"
  }

  /// What moved most, where it is one alone.
  private func most(_ moves: [(name: String, by: Int)], _ verb: String) -> String {
    guard let most = moves.map({ abs($0.by) }).max() else { return "" }
    let names = moves.filter { abs($0.by) == most }.map(\.name)
    guard names.count == 1 else { return "" }
    return "；比\(period.chinesePrevious)\(verb)最多的是\(names[0])，\(verb)\(most)件"
  }

  /// The best and the last of the units, ties together.
  var units: String? {
    guard now.completion.whole > 0, now.units.count > 1,
      let best = now.units.compactMap(\.completion.tenths).max(),
      let last = now.units.compactMap(\.completion.tenths).min()
    else { return nil }
    func names(_ tenths: Int) -> [String] {
      now.units.filter { $0.completion.tenths == tenths }.map(\.name)
    }
    let opening = "\(Self.mark)从承办单位看，"
    if best == last { return "\(opening)各单位办结率均为\(CaseRate.text(tenths: best))%。" }
    let top = names(best)
    let firsts = top.count > Self.listed ? "\(top.count)个单位" : top.joined(separator: "、")
    let place = top.count > 1 ? "并列第一" : "居第一位"
    return "\(opening)\(firsts)办结率\(CaseRate.text(tenths: best))%，\(place)；"
      + "\(names(last).prefix(Self.listed).joined(separator: "、"))最低，为\(CaseRate.text(tenths: last))%。"
  }
}
