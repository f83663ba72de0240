internal import ReportModel
internal import Segmentation

/// Run-in leads (step P4): the first sentence of a paragraph, 4 to 22 characters, that names the
/// measure or topic of the paragraph. Siblings vote: it counts where most paragraphs of a section
/// have one, or three in a row, of about one length; or where the input format set it in bold. A
/// sentence that tells something is no lead.
enum RunInLeads {
  private static let lengths = 4...22
  /// So many in a row are leads, whatever else stands in the section.
  private static let leastRow = 3

  /// The length of a paragraph's candidate with its full stop, nil when it has none.
  static func candidate(_ element: Element) -> Int? {
    let (text, shape) = (element.text, element.shape)
    var start = 0
    if let ordinal = shape.ordinal {
      if ordinal == .spoken { return nil }
      start = shape.ordinalLength
    }
    var commas = 0
    var place = start
    while place < text.count, place - start <= lengths.upperBound {
      let scalar = text[place]
      if scalar == "。" {
        let isLead = lengths.contains(place - start) && place + 4 < text.count
        return isLead && !isTelling(text, start..<place) ? place + 1 : nil
      }
      if scalar == "；" || scalar == "：" || scalar == "！" || scalar == "？" { return nil }
      if scalar.isDigit { return nil }
      if scalar == "，" { commas += 1 }
      if commas > 1 { return nil }
      place += 1
    }
    return nil
  }

  /// The lengths of the run-in leads of all elements, 0 where there is none.
  static func lengths(_ elements: [Element], _ roles: [ReportRole]) -> [Int] {
    var result = Array(repeating: 0, count: elements.count)
    var section: [Int] = []
    var isUnderHead = false
    func vote() {
      // Without a head over them, opening sentences name no topics of a section; numbers may.
      let isParallel = isParallel(section.map { elements[$0] })
      let chosen = chosen(
        section.map { place in
          isUnderHead || isParallel || elements[place].shape.ordinal != nil
            ? candidate(elements[place]) : nil
        })
      for (place, length) in zip(section, chosen) {
        let bold = boldLength(elements[place])
        result[place] = bold > 0 ? bold : length
      }
      section = []
    }
    for place in elements.indices {
      if roles[place].headLevel != nil || roles[place] == .attachmentTitle {
        vote()
        isUnderHead = true
      } else if roles[place] == .body || roles[place] == .list {
        section.append(place)
      }
    }
    vote()
    return result
  }

  /// 统筹规划。 整合资源。 强化安全。: every paragraph of a text without heads opens with a verb and its
  /// object, all of about one length and none with a comma.
  private static func isParallel(_ section: [Element]) -> Bool {
    guard section.count >= leastRow else { return false }
    var isShort = false
    let sizes = section.map { element -> Int in
      guard let length = candidate(element), !element.text[..<length].contains("，"),
        let first = Segmentation(Scalars(element.text[..<(length - 1)])).words.first,
        first.partOfSpeech == .verb || first.partOfSpeech == .verbNoun
      else { return 0 }
      // 建好队伍: with one character for a verb, all are of one length.
      if first.range.count != 2 { isShort = true }
      return length
    }
    guard let least = sizes.min(), let most = sizes.max() else { return false }
    return least > 0 && most - least <= (isShort ? 0 : 2)
  }

  // MARK: Vote

  /// The lengths of the leads among the candidates of a section, 0 for none.
  private static func chosen(_ candidates: [Int?]) -> [Int] {
    let sizes = candidates.compactMap { $0 }.sorted()
    guard sizes.count >= 2 else { return candidates.map { _ in 0 } }
    let middle = sizes[sizes.count / 2]
    let parallel = candidates.map { length -> Int in
      guard let length, length <= middle * 2, length * 2 >= middle else { return 0 }
      return length
    }
    let count = parallel.count { $0 > 0 }
    if count >= 2, count * 2 >= candidates.count { return parallel }
    return rows(parallel)
  }

  /// Only those that stand in a row of three or more.
  private static func rows(_ lengths: [Int]) -> [Int] {
    var result = lengths
    var start = 0
    for place in 0...lengths.count where place == lengths.count || lengths[place] == 0 {
      if place - start < leastRow {
        for short in start..<place { result[short] = 0 }
      }
      start = place + 1
    }
    return result
  }

  // MARK: Words

  /// Whether a sentence tells of something that happened instead of naming a topic.
  private static func isTelling(_ text: Scalars, _ range: Range<Int>) -> Bool {
    let words = Scalars(text[range])
    guard let first = words.first, let last = words.last else { return true }
    return first == "“" || tellingEnds.contains(last) || telling.occurs(in: words)
  }

  private static let tellingEnds = ScalarSet("了着过呢吧啊吗的")
  private static let telling = Lexicon(
    """
    的时候 时候 了 已 正在 曾 没有 还没 不只 不是 不仅 并非 更进一步 却 也 就是 还是 还有 他 她 它 我们 我家 你 这 那 谁 什么 怎么 有人 有的 一天 那天 当天 清晨
    上午 下午 晚上 中午 是一 是实 是个 记者 走进 看到 来到 一样 很 仿佛 好像 像是 之后 以后 以前 从前 如今 原来 其实 不过 但 才能 只有 因为 所以 自己
    """)

  /// A bold start that ends with a full stop, colon or label bracket.
  private static func boldLength(_ element: Element) -> Int {
    let bold = element.paragraph.first.boldPrefix
    guard bold > 0, bold < element.text.count, bold <= 40 else { return 0 }
    if let last = element.text[..<bold].last, "。：:！？】".unicodeScalars.contains(last) {
      return bold
    }
    return 0
  }
}
