/// Whether what a number counts reads as a label without its sentence: a clean noun phrase, or a
/// verb with its object (`发放救助资金`). A panel or a chart rather goes without a number than with
/// words that say nothing or something false.
enum IndicatorLabel {
  /// Fewest characters of a label, quotation marks not counted.
  static let shortest = 2
  /// Characters of a description before 的: `未登记的机井`.
  private static let longestDescription = 8

  /// Judges a label of at most `longest` characters.
  static func isClean(_ label: String, longest: Int) -> Bool {
    let letters = Array(label)
    let length = letters.count { !quotes.contains($0) }
    guard length >= shortest, length <= longest, hasWholeMarks(letters) else { return false }
    return !startsBadly(label) && !endsBadly(label) && !inside.contains { label.contains($0) }
      && !bare.contains(label) && !isPrice(label) && !reachesLate(label) && !saysTime(letters)
      && !repeatsAWord(letters) && !isClause(letters) && !holdsAmount(letters)
  }

  // MARK: Marks

  private static let quotes: Set<Character> = ["“", "”", "‘", "’"]
  private static let marks: Set<Character> = Set(
    "，。；：！？、（）()[]【】《》〈〉〔〕\"'…—,;:!? \u{3000}\u{A0}\n\t")

  /// No mark of a sentence, no bracket; quotation marks in pairs around words.
  private static func hasWholeMarks(_ letters: [Character]) -> Bool {
    guard !letters.contains(where: marks.contains) else { return false }
    var open = 0
    for letter in letters where quotes.contains(letter) {
      open += letter == "“" || letter == "‘" ? 1 : -1
      if open < 0 { return false }
    }
    return open == 0
  }

  // MARK: Words

  private static func startsBadly(_ label: String) -> Bool {
    guard let first = label.first else { return true }
    if LabelWords.starts.contains(where: { label.hasPrefix($0) }) { return true }
    return LabelWords.startLetters.contains(first)
      && !LabelWords.startsOfNouns.contains { label.hasPrefix($0) }
  }

  private static func endsBadly(_ label: String) -> Bool {
    guard let last = label.last else { return true }
    if LabelWords.ends.contains(where: { label.hasSuffix($0) }) { return true }
    return LabelWords.endLetters.contains(last)
      && !LabelWords.endsOfNouns.contains { label.hasSuffix($0) }
  }

  private static var inside: [String] { LabelWords.inside }
  private static var bare: Set<String> { LabelWords.bareVerbs }

  /// `每公斤`, `每立方米`: a price says of what only together with its noun.
  private static func isPrice(_ label: String) -> Bool {
    label.hasPrefix("每") && LabelWords.measures.contains(String(label.dropFirst()))
  }

  /// `楼栋惠及居民`: what reaches whom was put together from two statements.
  private static func reachesLate(_ label: String) -> Bool {
    ["惠及", "涉及", "覆盖居民", "覆盖群众"].contains { label.contains($0) && !label.hasPrefix($0) }
  }

  // MARK: Shapes

  /// `11月20日`, `6点`: a number of the calendar or the clock.
  private static func saysTime(_ letters: [Character]) -> Bool {
    letters.indices.dropLast().contains { place in
      let digit = letters[place]
      return (digit.isNumber && digit.isASCII || LabelWords.hanDigits.contains(digit))
        && LabelWords.timeUnits.contains(letters[place + 1])
    }
  }

  /// `50万元以上的村占比`: a further number is read for the value; 5G基站 has none, and that of
  /// PM2.5平均浓度 is of the name.
  private static func holdsAmount(_ letters: [Character]) -> Bool {
    func isDigit(_ letter: Character) -> Bool { letter.isNumber && letter.isASCII }
    return letters.indices.dropLast().contains { place in
      guard isDigit(letters[place]), LabelWords.amountUnits.contains(letters[place + 1]) else {
        return false
      }
      let name = letters[..<place].last { !isDigit($0) && $0 != "." }
      return !(name.map { $0.isLetter && $0.isASCII } ?? false)
    }
  }

  /// `采纳采纳率`, `问题条条`: a word twice in a row.
  private static func repeatsAWord(_ letters: [Character]) -> Bool {
    let pairs = letters.indices.dropLast(3).contains { place in
      letters[place] == letters[place + 2] && letters[place + 1] == letters[place + 3]
    }
    guard let last = letters.last, letters.count > 2 else { return pairs }
    return pairs || letters[letters.count - 2] == last
  }

  /// `井沿上深深浅浅的绳痕`: a long description, one of a spot, or one that an adverb follows.
  private static func isClause(_ letters: [Character]) -> Bool {
    guard let place = letters.firstIndex(of: "的") else { return false }
    if place > longestDescription || place + 1 == letters.count { return true }
    let isOfASpot = letters[..<place].indices.contains { spot in
      LabelWords.spots.contains(letters[spot]) && (spot == 0 || letters[spot - 1] != "以")
    }
    return isOfASpot || LabelWords.adverbs.contains(letters[place + 1])
  }
}

/// Words that tell a label from a piece of a sentence. Data, not rules.
enum LabelWords {
  private static func list(_ words: String) -> [String] {
    words.split { $0 == " " || $0 == "\n" }.map(String.init)
  }

  /// Conjunctions, adverbs, times and verbs of change: no label begins with one.
  static let starts = list(
    """
    要么 以下 以上 以内 以及 只剩 只有 只能 仅有 仅剩 仅为 最近 近日 近来 目前 如今 现在 后来 随后 然后 当时 大约 约为 不到 不足
    不是 不用 不再 不只 不仅 没有 没人 未能 降至 降到 降为 升至 升到 增至 增到 增加到 减少到 提高到 缩短到 达到 超过 突破 上升 下降
    增长 有的 有人 有些 一共 一直 一度 一下 共有 总共 大概 至少 外出的 才能 可以 能够 可能 应该 愿意 希望 需要 觉得 等等 多年
    去年 今年 明年 前年 昨天 今天 明天 清晨 凌晨 上午 下午 晚上 中午 傍晚 记者 通讯员 本报讯 据 其中 随着 此外 另外 同时 特别是
    尤其 甚至 于是 因此 因为 所以 如果 虽然 但是 不过 而是 无论 即使 听说 说是 算下来 打了 跑了 花了 用了 拿出 扣除 除去 相当于 还有
    地表 同比 环比 进入 开来 来自 集中在 分布在 位于 属于
    """)

  /// Characters no label begins with, save in the words below.
  static let startLetters = Set<Character>(
    "其他她它我你咱俺这那哪谁该某还也才却则而但且或跟把将被让向往如虽是之的了着过里从因由和与同又再就都给为对在到比当要想说看问听")
  /// Nouns and terms that begin with one of them.
  static let startsOfNouns = list(
    """
    其他 还迁 还建 还款 还贷 才艺 把手 将军 被服 被褥 被征 让利 向日葵 往来 过境 过夜 过桥 过路 过街 里程 从业 因病 因灾 和美 和谐 和平 与会 同类 同期
    同步 同业 同城 再生 再就业 再贷款 再担保 再保险 就业 就医 就诊 就餐 就读 就学 就地 就近 都市 给水 给排水 为民 为老 为企 对口 对外 对接 对标 对虾
    在建 在校 在册 在库 在岗 在园 在线 在产 在逃 在编 在职 在馆 在读 在营 在办 在田 在栏 在养 到位 到户 到期 到账 到访 到岗 到馆 到港 比赛 比武 当日
    当年 当期 当月 当地 当季 要素 要点 要件 要闻 看护 看台 问责 问题 问诊 问卷 问询 问政 听讲 听证 听课 我县 我市 我镇 我区 我省 我国 说明
    """)

  /// Words no label ends with.
  static let ends = list(
    """
    以下 以上 以内 一律 统一 只剩 只有 达到 年均 月均 日均 户均 人均 亩均 时候 没有 省下 便宜 说通 上有 里有 中有 的占比 仅有 总共 一共 需要 可以
    能够 可能 应该 全覆盖
    """)
  /// Characters no label ends with, save in the words below.
  static let endLetters = Set<Character>(
    "的了着把将被让使给向在是有和与及或为以约近超达里时之其这那每都也还又再才就共已签等合退涨至到从由较不没要说称")
  /// Nouns that end with one of them.
  static let endsOfNouns = list(
    """
    目的 转让 供给 补给 方向 意向 流向 走向 存在 国有 私有 所有 公有 共有 总和 饱和 普及 行为 签约 节约 合约 履约 预约 违约 邻里 公里 工时 学时 课时
    用时 耗时 历时 首都 归还 偿还 人才 英才 成就 公共 标签 抽签 续签 均等 高等 平等 综合 联合 组合 融合 复合 混合 整合 配合 结合 清退 腾退 辞退 上涨
    报到 签到 迟到 理由 纪要 摘要 需要 小说 职称 送达 再就业 投用 临时 实时 限时 超时 小时 提前 附近 高超 到达 靠近
    """)

  /// Words that make a label a piece of a sentence, wherever they stand.
  static let inside = list(
    """
    没有 不是 就是 才说 要么 而且 但是 因为 所以 如果 什么 怎么 多少 时候 他们 她们 我们 你们 咱们 自家 家里 他家 她家 这 最近 去年 今年 明年 前年 昨天
    清晨 凌晨 上午 下午 一律 不止 不用 可以 能够 能省 年能 月能 天能 还能 也能 就能 才能 给予 把自 把家 手下 记者 要把 想把 逐户 逐一 集中在 已经 正在
    曾经 不只 不仅 每年 每天 只花 年能 了一 打了 跑了 花了 用了 变成 被切
    """)

  /// Verbs that say nothing without their object.
  static let bareVerbs = Set(
    list(
      """
      历时 耗时 持续 涉及 惠及 覆盖 带动 办结 采纳 受理 整改 完成 达到 收集 发放 流转 新建 改造 安装 建成 新增 排查 销号 化解 调解 外出 走访 检查 回访 更换 清理 拆除
      组织 召开 开展 举办 达成 实现 修建 购置 引进 培育 处理 解决 处置 转办 交办 受益 存入 投放 拿到 剩余 剩下 余下 审结 谈成 开来 拥有 增加 减少 占比 共计 合计 总计 其他
      """))

  static let measures = Set(
    list("亩 公斤 吨 立方米 斤 人 户 天 月 年 个 度 次 平方米 千克 公里 件 村 家 米 升 块 亩地 吨水 方 季度 周 人每月 人每年 户每年"))
  static let hanDigits = Set<Character>("一二三四五六七八九十")
  static let amountUnits = Set<Character>("万亿元岁米亩吨斤人户件家个名公千平立小分%％")
  static let timeUnits = Set<Character>("年月日天点")
  static let spots = Set<Character>("上里下边旁")
  static let adverbs = Set<Character>("再又也都就才却还更最正曾已")
}
