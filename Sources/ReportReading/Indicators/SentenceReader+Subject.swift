internal import ReportModel

/// What a number is about.
extension SentenceReader {
  /// The subject, from the noun on the right, the words on the left, or the memory.
  mutating func subject(
    _ token: NumberToken, _ context: LeftContext, _ noun: Range<Int>, _ unit: String
  ) -> String {
    let own = nouns(context)
    switch context.kind {
    case .change, .changeTo: return changed(own, token, noun, unit)
    case .share: return share(own, context)
    case .ratio: return (own.isEmpty ? memory.last : own) + "与" + context.base + "之比"
    case .plain: return plain(own, token, context, noun, unit)
    }
  }

  private func nouns(_ context: LeftContext) -> String {
    LeftNoun(sentence.text, periods).subject(context.subject)
  }

  private mutating func changed(
    _ own: String, _ token: NumberToken, _ noun: Range<Int>, _ unit: String
  ) -> String {
    if unit == "位" || unit == "个位次" || unit == "位次" || unit == "个名次" {
      return (own.isEmpty ? memory.last : own) + "名次"
    }
    if !noun.isEmpty { return sentence.text[noun].string }
    if own.isEmpty { return memory.last }
    if ["增幅", "增速", "降幅", "涨幅"].contains(own) { return memory.last + own }
    memory.take(own, unit: unit, isNoun: unit != "%" && !unit.hasSuffix("百分点"))
    return own
  }

  private mutating func share(_ own: String, _ context: LeftContext) -> String {
    let base = own.isEmpty ? memory.last : own
    if !own.isEmpty { memory.take(own, unit: "%", isNoun: false) }
    let words = Scalars(context.base)
    let isWhole = words.hasPrefix("占比") || words.hasPrefix("比重") || words.hasPrefix("占总")
    return base + (isWhole || words.count > 6 || words.count < 2 ? "占比" : context.base)
  }

  private mutating func plain(
    _ own: String, _ token: NumberToken, _ context: LeftContext, _ noun: Range<Int>, _ unit: String
  ) -> String {
    if !noun.isEmpty { return counted(own, token, noun, unit) }
    var subject = own
    var isNoun = !token.isPercent
    if subject.isEmpty {
      let known = memory.noun(unit: unit)
      subject = known.isEmpty ? memory.last : known
    } else if let listed = sum(subject) {
      subject = listed
      isNoun = false
    } else if !token.isPercent, endsWithAction(subject) {
      let known = SubjectMemory.head(memory.noun(unit: unit))
      subject += known
      isNoun = !known.isEmpty
    } else if token.isPercent, subject.unicodeScalars.count <= 3, !memory.head.isEmpty {
      subject = memory.head + subject
    } else if IndicatorWords.scores.contains(Scalars(subject).suffixScore) {
      subject = Contest.scored(subject, in: sentence, LeftNoun(sentence.text, periods))
    }
    memory.take(subject, unit: unit, isNoun: isNoun)
    return subject
  }

  /// 251个网格: the noun on the right; with its modifier when the left ends with 的.
  private mutating func counted(
    _ own: String, _ token: NumberToken, _ noun: Range<Int>, _ unit: String
  ) -> String {
    var subject = sentence.text[noun].string
    if token.isPercent || token.unit.isEmpty {
      subject += "占比"
    } else if own.hasSuffix("的") {
      subject = (own.unicodeScalars.count > 5 ? own : String(own.dropLast())) + subject
    } else if subject.unicodeScalars.count <= 2, own.isVerb {
      subject = own + subject
    }
    memory.take(subject, unit: unit, isNoun: true)
    return subject
  }

  /// 三类合计, 三类相加: the last subjects of that number.
  private func sum(_ subject: String) -> String? {
    let scalars = Scalars(subject)
    guard let first = scalars.first, let count = HanNumerals.digit(first), count > 1,
      scalars.contains("合计") || scalars.contains("相加") || scalars.contains("共"),
      memory.plain.count >= count
    else { return nil }
    return memory.plain.suffix(count).joined(separator: "、") + subject
  }

  private func endsWithAction(_ subject: String) -> Bool {
    let scalars = Scalars(subject)
    return IndicatorWords.actions.match(in: scalars, endingAt: scalars.count) != nil
  }

  /// What must be printed with the value.
  func qualifiers(
    _ token: NumberToken, _ context: LeftContext, _ left: Range<Int>,
    _ indicator: inout FoundIndicator
  ) -> [String] {
    var result: [String] = []
    let isGoal = rules.isPlan && Scalars(sentence.string).contains("目标")
    if token.style == .doubling {
      indicator.kind = .change
      let words = sentence.text[token.range].string
      result.append(doublingComparison(left) + words)
      return result
    }
    if !context.change.isEmpty, !isGoal { result.append(context.change) }
    if !context.approximate.isEmpty { result.append(context.approximate) }
    if result.isEmpty, LeftNoun(sentence.text, periods).opensWithTotal(left) {
      result.append("累计")
    }
    if result.isEmpty, let kept = Self.kept.first(where: { indicator.subject.hasPrefix($0) }),
      indicator.subject.count > kept.count + 1
    {
      indicator.subject.removeFirst(kept.count)
      result.append(kept)
    }
    if !token.after.isEmpty { result.append(token.after) }
    return result
  }

  private func doublingComparison(_ left: Range<Int>) -> String {
    guard let found = IndicatorWords.comparisons.first(in: sentence.text, left) else { return "" }
    return sentence.text[found.place..<left.upperBound].string
  }

  private static let kept = ["净增", "再建", "新认定", "新建"]
}

/// Units of measures: their numbers have the subject on the left.
enum Measures {
  /// Whether a unit measures and does not count.
  static func contains(_ unit: String) -> Bool {
    let scalars = Scalars(unit)
    guard let last = scalars.last else { return true }
    if unit.hasPrefix("万") || unit.hasPrefix("亿") { return !counted.contains(last) }
    return measured.contains(last) || scalars.contains("/") || scalars.contains("／")
  }

  private static let counted = ScalarSet("人户个家件次株棵辆条处头只羽")
  private static let measured = ScalarSet("元亩米里吨斤克升分倍%度时")
}

extension String {
  /// Whether it is two characters or fewer, so that it can only be a verb before a counted noun.
  var isVerb: Bool { unicodeScalars.count <= 2 }
}

extension Scalars {
  /// The longest score word at the end.
  var suffixScore: Scalars {
    guard let length = IndicatorWords.scores.match(in: self, endingAt: count) else { return [] }
    return Scalars(self[(count - length)...])
  }
}
