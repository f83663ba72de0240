internal import Diagnostics
internal import ReportModel

/// Reads the indicators of a report (step P6): numbers of running text with subject, unit,
/// qualifier, period and rank. Table cells stay in their tables.
struct IndicatorExtractor {
  private let source: SourceText
  private let passages: [Passage]

  /// Prepares a report's paragraphs.
  init(_ source: SourceText, _ passages: [Passage]) {
    self.source = source
    self.passages = passages
  }

  /// The indicators, in reading order.
  func indicators(into problems: inout Problems) -> [ReportIndicator] {
    var rules = PeriodRules(passages)
    var memory = SubjectMemory()
    var result: [ReportIndicator] = []
    for passage in passages {
      if passage.role == .h1 || passage.role == .slogan { rules.take(head: passage.paragraph.text) }
      if passage.role == .subhead { rules.take(subhead: passage.paragraph.text) }
      guard passage.role.isText || passage.role == .editorNote else { continue }
      if passage.paragraph.text.count > ReadingLimits.searchedParagraph {
        problems.report(
          ReadingProblems.paragraphTooLong(
            passage.paragraph.range(in: source), limit: ReadingLimits.searchedParagraph))
        continue
      }
      result += read(passage, &rules, &memory)
    }
    return result
  }

  private func read(
    _ passage: Passage, _ rules: inout PeriodRules, _ memory: inout SubjectMemory
  ) -> [ReportIndicator] {
    memory.beginParagraph(topic: topic(passage))
    rules.beginParagraph()
    var result: [ReportIndicator] = []
    let speech = Speech.ranges(passage.paragraph.text)
    for sentence in Sentence.searched(passage.paragraph.text) {
      let spans = PeriodScanner(sentence).spans()
      rules.take(spans, sentence: sentence)
      var reader = SentenceReader(
        sentence, periods: spans, rules: rules, memory: memory, speech: speech)
      reader.read()
      memory = reader.memory
      rules.leave(spans, sentence: sentence)
      result += models(reader.found, sentence, passage)
    }
    return result
  }

  /// The kind a run-in lead names, 物业管理类; empty when it names none.
  private func topic(_ passage: Passage) -> String {
    let lead = passage.paragraph.text[..<passage.runIn]
    guard let end = lead.firstIndex(of: "类"), end >= 2, end <= 10 else { return "" }
    return lead[...end].string
  }

  /// The old value of a change goes into the change.
  private func models(
    _ found: [FoundIndicator], _ sentence: Sentence, _ passage: Passage
  ) -> [ReportIndicator] {
    let text = passage.paragraph.text
    var result: [ReportIndicator] = []
    var former: FoundIndicator?
    for (place, item) in found.enumerated() {
      if item.isFormer, place + 1 < found.count {
        former = item
        continue
      }
      var indicator = model(item, sentence, passage)
      if let old = former {
        indicator.from = FormerValue(
          value: old.value, unit: old.unit, period: old.period, raw: text[old.raw].string)
      }
      former = nil
      result.append(indicator)
    }
    return result
  }

  private func model(
    _ found: FoundIndicator, _ sentence: Sentence, _ passage: Passage
  ) -> ReportIndicator {
    let text = passage.paragraph.text
    return ReportIndicator(
      kind: found.kind, subject: found.subject, value: found.value, unit: found.unit,
      qualifier: found.qualifiers.joined(separator: "；"), period: found.period,
      rank: found.rank, modality: found.modality, confidence: found.confidence,
      sentence: sentence.string, raw: text[found.raw].string, block: passage.block,
      range: passage.paragraph.range(found.raw, in: source))
  }
}
