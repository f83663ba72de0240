internal import Diagnostics
internal import ReportModel

/// Figures that do not go together: parts greater than their whole, one thing with two values, a
/// jump of 万 and 亿, a ranking out of its order. Each is right or silent.
enum FigureChecks {
  /// The finds of a paragraph.
  static func all(in text: Scalars) -> [ProofFind] {
    Sentence.searched(text).flatMap { sentence -> [ProofFind] in
      let figures = figures(of: sentence)
      return parts(figures, sentence) + order(figures, sentence)
    } + partsAcross(text)
  }

  /// A counted or measured number of a sentence, exact as written.
  private struct Figure {
    var value: Double
    var unit: String
    var decimals: Int
    var range: Range<Int>
    /// The words of its clause before it.
    var clause: String
  }

  private static func figures(of sentence: Sentence) -> [Figure] {
    let blocked = sentence.names() + PeriodScanner(sentence).spans().map(\.range)
    return NumberScanner(sentence, blocked: blocked).tokens().compactMap { token in
      guard token.after.isEmpty, token.style == .digits, let value = Double(token.value) else {
        return nil
      }
      let start = sentence.clauseStart(before: token.range.lowerBound)
      let clause = sentence.text[start..<token.range.lowerBound].string
      guard !vague.contains(where: { clause.hasSuffix($0) }) else { return nil }
      return Figure(
        value: value, unit: token.unit,
        decimals: token.value.split(separator: ".").dropFirst().first?.count ?? 0,
        range: token.range, clause: clause)
    }
  }

  private static let vague = ["近", "约", "超", "逾", "超过", "突破", "不少于", "不低于"]

  // MARK: 其中

  /// 收入386240元，其中发包148600元，光伏96340元: the parts behind 其中 against the number before.
  private static func parts(_ figures: [Figure], _ sentence: Sentence) -> [ProofFind] {
    guard let word = sentence.text.first(of: "其中", in: sentence.range),
      let place = figures.lastIndex(where: { $0.range.upperBound <= word })
    else { return [] }
    let whole = figures[place]
    // 8件信访件和4件问题均已办结，其中…: of both together.
    if place > 0, figures[place - 1].unit == whole.unit,
      !sentence.text[figures[place - 1].range.upperBound..<whole.range.lowerBound].contains("，")
    {
      return []
    }
    let behind = figures.filter { $0.range.lowerBound > word }
    return judge(whole, behind, sentence, from: word).map { [$0] } ?? []
  }

  /// A sentence that opens with 其中 divides the first number of the one before.
  private static func partsAcross(_ text: Scalars) -> [ProofFind] {
    let sentences = Sentence.searched(text)
    return zip(sentences, sentences.dropFirst()).compactMap { before, sentence in
      guard text.has("其中", at: sentence.range.lowerBound),
        let first = figures(of: before).first(where: { !$0.unit.hasSuffix("%") })
      else { return nil }
      return judge(first, figures(of: sentence), sentence, from: sentence.range.lowerBound)
    }
  }

  /// Parts of the whole's unit up to the first other number: greater than the whole is wrong; less is
  /// wrong only where the list says that it is whole (其余, 其他).
  private static func judge(
    _ whole: Figure, _ behind: [Figure], _ sentence: Sentence, from start: Int
  ) -> ProofFind? {
    let text = sentence.text
    var parts: [Figure] = []
    for figure in behind {
      let low = parts.last?.range.upperBound ?? start
      let gap = text[low..<max(low, figure.range.lowerBound)].string
      if figure.unit != whole.unit || gap.contains("；") || gap.contains("其中") && !parts.isEmpty {
        break
      }
      if changes.contains(where: { figure.clause.contains($0) }) { break }
      parts.append(figure)
    }
    guard parts.count >= 2 else { return nil }
    let sum = parts.map(\.value).reduce(0, +)
    let slack =
      parts.contains { $0.decimals > 0 } ? Double(parts.count + 1) * power(whole.decimals) : 0
    let isClosed = parts.last.map { rest in
      ["其余", "其他", "其它", "剩余"].contains { rest.clause.contains($0) }
    }
    // People and households may be of several kinds at once: 其中女性60人、党员55人.
    if isClosed != true, overlapping.contains(whole.unit) { return nil }
    let isWrong = sum > whole.value + slack || isClosed == true && sum < whole.value - slack
    guard isWrong, let end = parts.last?.range.upperBound else { return nil }
    return ProofFind(
      kind: .sumMismatch, range: start..<end, words: nil,
      message: Wording(
        "the parts add up to \(words(sum)), the whole says \(words(whole.value))",
        "其中各项合计\(words(sum))，总数为\(words(whole.value))"))
  }

  private static let overlapping: Set<String> = ["人", "名", "位", "户", "家", "人次", "万人", "万户"]
  private static let changes = [
    "增长", "增加", "减少", "下降", "提高", "上升", "比", "较", "人均", "户均", "平均", "累计",
  ]

  private static func power(_ decimals: Int) -> Double {
    (0..<decimals).reduce(1) { share, _ in share / 10 }
  }

  static func words(_ value: Double) -> String {
    let scaled = (value * 100).rounded()
    guard scaled.magnitude < 1e15 else { return "\(value)" }
    let whole = Int(scaled)
    let rest = whole % 100
    if rest == 0 { return String(whole / 100) }
    let digits = rest < 10 ? "0\(rest)" : String(rest)
    return "\(whole / 100)." + (rest % 10 == 0 ? String(digits.dropLast()) : digits)
  }

  // MARK: Order

  private static let orderWords = Lexicon("由高到低 从高到低 由多到少 从多到少 居前三位 居前五位 前三位 前五位 前三名 前五名 数量前三")

  /// A list said to go from the highest to the lowest that does not.
  private static func order(_ figures: [Figure], _ sentence: Sentence) -> [ProofFind] {
    guard let word = orderWords.first(in: sentence.text, sentence.range) else { return [] }
    let behind = figures.filter { $0.range.lowerBound >= word.place }
    guard let unit = behind.first?.unit else { return [] }
    let run = behind.prefix { $0.unit == unit }
    guard run.count >= 3,
      let slip = zip(run, run.dropFirst()).first(where: { $0.value < $1.value }),
      let low = run.first?.range.lowerBound, let high = run.last?.range.upperBound
    else { return [] }
    // Rising throughout is another order, and no slip.
    if zip(run, run.dropFirst()).allSatisfy({ $0.value <= $1.value }) { return [] }
    return [
      ProofFind(
        kind: .rankingOrder, range: low..<high, words: nil,
        message: Wording(
          "said to go from the highest down, but \(words(slip.1.value)) stands behind \(words(slip.0.value))",
          "称由高到低，\(words(slip.1.value))却排在\(words(slip.0.value))之后"))
    ]
  }
}
