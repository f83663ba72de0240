internal import Diagnostics
internal import ReportModel

/// 督促…重点区域。 — a verb that makes somebody do something, and nothing to do.
enum Complements {
  /// The clauses that end with a list of those addressed and name nothing they are to do.
  static func missing(in text: Scalars) -> [ProofFind] {
    var result: [ProofFind] = []
    for sentence in Sentence.searched(text) {
      var place = sentence.range.lowerBound
      while let verb = verbs.first(in: text, place..<sentence.range.upperBound) {
        let object = (verb.place + verb.length)..<end(of: sentence, verb.place)
        place = max(object.upperBound, verb.place + 1)
        if lacksComplement(text, object) {
          let start = sentence.clauseStart(before: verb.place)
          let stop = min(object.upperBound + 1, sentence.range.upperBound)
          result.append(
            ProofFind(
              kind: .incompleteSentence, range: start..<stop, words: nil, message: message))
        }
      }
    }
    return result
  }

  /// Up to the next ； or 。; a comma does not end what somebody is to do.
  private static func end(of sentence: Sentence, _ start: Int) -> Int {
    var place = start
    while place < sentence.range.upperBound {
      if "；。！？;".unicodeScalars.contains(sentence.text[place]) { return place }
      place += 1
    }
    return place
  }

  private static func lacksComplement(_ text: Scalars, _ object: Range<Int>) -> Bool {
    guard object.count >= 6, text[object].contains("、"), !text[object].contains("，") else {
      return false
    }
    return !complements.occurs(in: text, object)
  }

  private static let message = Wording(
    "the verb asks for what is to be done; ask the author",
    "动词缺少补充成分（让谁做什么），请作者补全")
  private static let verbs = Lexicon("督促 责令 敦促 促使 勒令 催促")
  private static let complements = Lexicon(
    """
    落实 整改 做好 完成 开展 加强 履行 进行 执行 消除 配备 建立 健全 完善 整治 处理 办理 解决 提高 提升 采取 安装 清理 拆除 关停 停止 停产 改正 纠正
    限期 加快 尽快 抓好 抓紧 严格 及时 到位 自查 排查 更换 恢复 归还 赔偿 缴纳 补齐 增设 设置 疏通 维修 修复 规范 遵守 参加 接种 佩戴 强化 压实 守住
    扛起 承担 推进 推动 检查 指导 立即 按照 对 把 将 实现 达到 增强 优化 改进 改造 更新 清运 销号 整顿 停业 提供 张贴 公示 履职 尽责 报 交 开工 复工
    投产 签 退 还
    """)
}
