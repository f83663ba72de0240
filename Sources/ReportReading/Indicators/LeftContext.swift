/// What stands left of a number in its clause, taken apart: subject, comparison, verb of change,
/// approximation.
struct LeftContext {
  /// What the number says about its subject.
  enum Kind { case plain, change, changeTo, share, ratio }

  /// What is left for the subject.
  var subject: Range<Int>
  /// 同比增长, 比4月份提高, 降至.
  var change = ""
  /// 近, 约, 不低于, 达到.
  var approximate = ""
  /// The statement's kind.
  var kind = Kind.plain
  /// Whether 分别 hands several numbers to several subjects.
  var isDistributed = false
  /// Where the raw words begin.
  var rawStart: Int
  /// 由 or 从 before the number: the old value of a change.
  var isFrom = false
  /// Whether 由 or 从 stands before the number with nothing but a time and words of approximation
  /// between.
  private(set) var opensWithFrom = false
  /// What a ratio compares with.
  var base = ""

  private let text: Scalars
  private let words: SentenceWords
  private let isRelative: Bool

  /// Takes apart `text[range]`; the number begins at the range's end. `isRelative` where it is a
  /// percentage, a fraction or a multiple, which alone can be a ratio.
  init(_ text: Scalars, _ range: Range<Int>, _ words: SentenceWords, isRelative: Bool) {
    self.text = text
    self.words = words
    self.isRelative = isRelative
    subject = range
    rawStart = range.upperBound
    trimEnd(range)
    if !findChange(range) { findShare() }
    if kind == .plain { findFrom() }
    findDistribution()
  }

  /// Words of approximation and empty verbs at the end.
  private mutating func trimEnd(_ range: Range<Int>) {
    var high = range.upperBound
    let low = range.lowerBound
    while high > low {
      if text[high - 1].isSpace {
        high -= 1
      } else if text[high - 1] == "）" || text[high - 1] == ")",
        let open = Brackets.open(of: high - 1, in: text, from: low),
        !text[open..<high].contains("、"), open > low
      {
        // 同比增长（下同）5.8%: what the brackets add is not of the number.
        high = open
      } else if let length = IndicatorWords.approximateBefore.match(
        in: text, endingAt: high, from: low),
        !isInsideWord(high - length, high, low)
      {
        let word = text[(high - length)..<high].string
        if approximate.isEmpty || word.hasPrefix("累计") {
          approximate = word.hasPrefix("累计") ? "累计" : word
        }
        high -= length
        rawStart = high
      } else if let length = IndicatorWords.empty.match(in: text, endingAt: high, from: low),
        IndicatorWords.changesTo.match(in: text, endingAt: high, from: low) == nil,
        !keepsVerb(high, length, low), !isInsideWord(high - length, high, low)
      {
        high -= length
      } else {
        break
      }
    }
    subject = low..<high
  }

  /// 完成 alone before a number stays; 的 stays, for 表示满意的1109人次.
  private func keepsVerb(_ high: Int, _ length: Int, _ low: Int) -> Bool {
    if text[high - 1] == "的" { return true }
    return length == 2 && text.has("完成", at: high - 2) && high - 2 == low
  }

  /// 近 of 附近, 达 of 到达, 约 of 签约, 数 of 总数 are parts of words.
  private func isInsideWord(_ start: Int, _ end: Int, _ low: Int) -> Bool {
    guard start > low else { return false }
    // 话务总数为: 数为 is no word.
    guard end - start == 1 else { return !words.isBoundary(start) }
    return !words.isBoundary(start)
      || Self.partsOfWords.match(in: text, endingAt: end, from: low) != nil
  }

  private static let partsOfWords = Lexicon("附近 签约 反超 违约 解约 改过 总数 户数 人数 件数")

  /// A verb of change at the end, and the comparison before it.
  private mutating func findChange(_ range: Range<Int>) -> Bool {
    let (low, high) = (subject.lowerBound, subject.upperBound)
    if let length = IndicatorWords.changesTo.match(in: text, endingAt: high, from: low) {
      kind = .changeTo
      setChange(verb: high - length, high)
      return true
    }
    if let verb = moreOf(low, high) {
      kind = .change
      setChange(verb: verb, high)
      return true
    }
    guard let length = changeLength(low, high) else { return findComparison(low, high) }
    let verb = high - length
    let comparison = comparisonStart(low, verb)
    if comparison == nil, isNounEnding(verb, high, low) { return false }
    kind = .change
    setChange(verb: comparison ?? verb, high)
    return true
  }

  /// 比上年多争取: 多 or 少 with a verb behind it, behind a comparison.
  private func moreOf(_ low: Int, _ high: Int) -> Int? {
    for place in max(low, high - 4)..<max(low, high) where "多少".unicodeScalars.contains(text[place])
    {
      guard (1...2).contains(high - place - 1), words.isBoundary(place + 1),
        let start = comparisonStart(low, place)
      else { continue }
      return start
    }
    return nil
  }

  private func changeLength(_ low: Int, _ high: Int) -> Int? {
    guard let length = IndicatorWords.changes.match(in: text, endingAt: high, from: low) else {
      return nil
    }
    if length > 1 { return length }
    // One-character verbs want a comparison right before: 比上月多, 较去年少.
    return comparisonStart(low, high - 1) == nil ? nil : length
  }

  /// 高于全县平均水平0.6个百分点, 比去年0.6 — a comparison without a verb at the end.
  private mutating func findComparison(_ low: Int, _ high: Int) -> Bool {
    for word in ["高于", "低于", "优于", "快于", "好于"] {
      if let place = text.first(of: word, in: low..<high), high - place <= 14 {
        kind = .change
        setChange(verb: place, high)
        return true
      }
    }
    return false
  }

  private mutating func setChange(verb: Int, _ high: Int) {
    var words = Brackets.plain(Scalars(text[verb..<high].trimmed)).string
    if words.hasSuffix("了") { words.removeLast() }
    change = words
    rawStart = min(rawStart, verb)
    subject = subject.lowerBound..<verb
  }

  private func comparisonStart(_ low: Int, _ verb: Int) -> Int? {
    for start in max(low, verb - 16)..<max(low, verb) {
      guard IndicatorWords.comparisons.match(in: text, at: start, limit: verb) != nil else {
        continue
      }
      if text[start] == "比", start > low, Self.notComparison.contains(text[start - 1]) { continue }
      if text[start] == "比", Self.nouns.match(in: text, at: start) != nil { continue }
      if text[start] == "与", text.first(of: "比", in: start..<verb) == nil { continue }
      if text[start] == "较", start > low, text[start - 1] == "比" { continue }
      return start
    }
    return nil
  }

  private static let notComparison = ScalarSet("占对评环同之相")
  private static let nouns = Lexicon("比重 比例 比率 比赛 比武 比值")

  /// 新增, 增收 and 提升 open nouns; a verb of change alone at the start of its clause is a change.
  private func isNounEnding(_ verb: Int, _ high: Int, _ low: Int) -> Bool {
    let word = text[verb..<high].string
    return ["增收", "节约", "节省", "加快", "提前", "扩大", "净增加"].contains(word)
      || (word == "增加" && verb > low && text[verb - 1] == "新")
      || (["增幅", "涨幅"].contains(word) && verb > low)
  }

  /// 占总量的, 占比.
  private mutating func findShare() {
    let (low, high) = (subject.lowerBound, subject.upperBound)
    if isRelative, let equal = text.first(of: "是", in: low..<high), high > equal + 1,
      text[high - 1] == "的"
    {
      kind = .ratio
      base = text[(equal + 1)..<(high - 1)].string
      subject = low..<equal
      return
    }
    guard let found = IndicatorWords.shares.first(in: text, low..<high),
      found.place == low || text[found.place] == "占"
    else { return }
    if Self.landWords.match(in: text, at: found.place) != nil { return }
    kind = .share
    subject = low..<found.place
    // 约占全村耕地面积的九成: said of the share.
    if let length = IndicatorWords.approximateBefore.match(
      in: text, endingAt: found.place, from: low), words.isBoundary(found.place - length)
    {
      if approximate.isEmpty { approximate = text[(found.place - length)..<found.place].string }
      subject = low..<(found.place - length)
    }
    rawStart = min(rawStart, found.place)
    var to = high
    if to > found.place, text[to - 1] == "的" { to -= 1 }
    // 占总投资30.29亿元的.
    if let amount = text[found.place..<to].firstIndex(where: \.isDigit) { to = amount }
    base = text[found.place..<to].string
  }

  private static let landWords = Lexicon("占地 占用 占道")

  private mutating func findFrom() {
    let (low, high) = (subject.lowerBound, subject.upperBound)
    for word in ["由", "从"] where word == "从" || !isComposed {
      guard let place = text.first(of: word, in: low..<high), high - place <= 10,
        words.word(at: place)?.range.count == 1
      else { continue }
      opensWithFrom = true
      guard place > low else {
        subject = low..<low
        isFrom = true
        return
      }
      let rest = text[(place + 1)..<high]
      let isTime =
        rest.isEmpty || rest.contains { $0.isDigit } || rest.count <= 4
        || rest.last == "的"
          && (rest.count <= 5 || rest.contains { "年月周季期".unicodeScalars.contains($0) })
      if isTime {
        isFrom = true
        subject = low..<place
        return
      }
    }
  }

  /// 由26幢多层住宅组成: 由 names what it is made of.
  private var isComposed: Bool {
    var end = subject.upperBound
    while end < text.count, !Marks.strongClause.contains(text[end]) { end += 1 }
    return ["组成", "构成"].contains { text.has($0, at: end - 2) }
  }

  private mutating func findDistribution() {
    let high = subject.upperBound
    if text.has("分别", at: high - 2), high - 2 >= subject.lowerBound {
      isDistributed = true
      subject = subject.lowerBound..<(high - 2)
    } else if let words = change.range(of: "分别") {
      isDistributed = true
      change.removeSubrange(words)
    } else if let place = text.first(of: "分别", in: subject.upperBound..<rawStart) {
      isDistributed = place >= subject.upperBound
    } else if let place = text.first(of: "分别", in: subject), (1...4).contains(high - place - 2),
      place > subject.lowerBound
    {
      // 二氧化硫和化学需氧量分别削减: any verb between.
      isDistributed = true
      subject = subject.lowerBound..<place
    }
  }
}
