internal import ReportModel

/// The words that must be printed with a number.
extension SentenceReader {
  /// What must be printed with the value.
  func qualifiers(
    _ token: NumberToken, _ context: LeftContext, _ left: Range<Int>,
    _ indicator: inout FoundIndicator
  ) -> [String] {
    var result: [String] = []
    let isGoal =
      indicator.modality == .goal && IndicatorWords.changes.contains(Scalars(context.change))
    if token.style == .doubling {
      indicator.kind = .change
      let words = sentence.text[token.range].string
      result.append(doublingComparison(left) + words)
      return result
    }
    if !context.change.isEmpty, !isGoal { result.append(context.change) }
    if !context.approximate.isEmpty { result.append(context.approximate) }
    if result.isEmpty, nouns.opensWithTotal(left) {
      result.append("累计")
    }
    if result.isEmpty, let kept = Self.kept.first(where: { indicator.subject.hasPrefix($0) }),
      indicator.subject.count > kept.count + 1, !Self.goesOn(indicator.subject, behind: kept),
      !indicator.subject.hasPrefix(kept + "的")
    {
      indicator.subject.removeFirst(kept.count)
      result.append(kept)
    }
    if result.isEmpty, token.after.isEmpty, isEstimate(left) { result.append("预计") }
    if !token.after.isEmpty { result.append(token.after) }
    return result
  }

  /// 占总投资30.29亿元的59.85%: the amount is what the share is of.
  func isWhole(_ place: Int) -> Bool {
    guard place + 1 < tokens.count, !tokens[place].isPercent, tokens[place + 1].isPercent else {
      return false
    }
    let (own, next) = (tokens[place].range, tokens[place + 1].range)
    return next.lowerBound == own.upperBound + 1 && text[own.upperBound] == "的"
      && text[sentence.clauseStart(before: own.lowerBound)..<own.lowerBound].contains("占")
  }

  /// 预计地区生产总值完成214.6亿元: said of the number itself.
  private func isEstimate(_ left: Range<Int>) -> Bool {
    guard let place = sentence.text.first(of: "预计", in: left) else { return false }
    return place == sentence.clauseStart(before: place)
  }

  private func doublingComparison(_ left: Range<Int>) -> String {
    guard let found = IndicatorWords.comparisons.first(in: sentence.text, left) else { return "" }
    return sentence.text[found.place..<left.upperBound].string
  }

  /// 新建、改建, 新建和维修: two verbs share the noun.
  private static func goesOn(_ subject: String, behind verb: String) -> Bool {
    let next = Scalars(subject).dropFirst(verb.unicodeScalars.count).first
    return next.map("、和与及并".unicodeScalars.contains) == true
  }

  static let kept = ["净增", "再建", "新认定", "新建"]
}
