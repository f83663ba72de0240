internal import Diagnostics
internal import ReportModel

/// 后八里沟村 and 后八村 — one place under a full and a short name in one paragraph.
enum NameForms {
  /// The short names that have a longer form in the same paragraph.
  static func pairs(in text: Scalars) -> [ProofFind] {
    var result: [ProofFind] = []
    var seen: Set<String> = []
    for place in text.indices {
      guard let suffix = suffixes.match(in: text, at: place), place >= 2 else { continue }
      let start = place - 2
      let stop = place + suffix
      guard isBounded(text, start), text[start..<place].allSatisfy({ $0.isHan }),
        common.match(in: text, at: start) != 2
      else { continue }
      let short = text[start..<stop].string
      guard seen.count < 200, seen.insert(short).inserted else { continue }
      let head = Scalars(text[start..<place])
      if let long = longForm(text, head, Scalars(text[place..<stop])) {
        result.append(
          ProofFind(
            kind: .nameForms, range: start..<stop, words: "\(text[long].string) / \(short)",
            message: Wording(
              "one name in two forms? \(text[long].string) and \(short)",
              "同一名称有两种写法？\(text[long].string)、\(short)")))
      }
    }
    return result
  }

  private static func isBounded(_ text: Scalars, _ start: Int) -> Bool {
    guard start > 0 else { return true }
    return Marks.clause.contains(text[start - 1]) || Marks.opening.contains(text[start - 1])
      || Marks.closing.contains(text[start - 1])
  }

  /// The head, one to three further characters, the same ending.
  private static func longForm(_ text: Scalars, _ head: Scalars, _ suffix: Scalars) -> Range<Int>? {
    for place in text.indices where text[place] == head[0] && text.has(head, at: place) {
      for further in 1...3 {
        let end = place + head.count + further
        guard end + suffix.count <= text.count, text.has(suffix, at: end) else { continue }
        let middle = text[(place + head.count)..<end]
        let isName = middle.allSatisfy { $0.isHan && !joints.contains($0) }
        if isName, suffixes.first(in: text, (place + head.count)..<end) == nil {
          return place..<(end + suffix.count)
        }
      }
    }
    return nil
  }

  private static let suffixes = Lexicon("村 社区 小区 街道")
  private static let joints = ScalarSet("的和与及等在了是为到对将把被由")
  private static let common = Lexicon(
    """
    行政 自然 示范 重点 中心 试点 美丽 先进 城市 农村 新型 老旧 居民 全部 部分 所有 辖区 街道 周边 城中 易地 安置 高档 智慧 文明 平安 和美 贫困 乡镇
    各个 其他 下辖 相关 有关 两个 三个 驻地 全县 全镇 全市
    """)
}
