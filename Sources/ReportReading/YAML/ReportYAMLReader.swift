internal import Diagnostics
internal import Geometry
internal import ReportModel

/// Builds a report from the nodes of a report file; goes on as far as it can and collects what is
/// wrong.
struct ReportYAMLReader {
  /// What was found.
  var problems = Problems()
  private let file: String
  private var source = ""

  /// Prepares a file.
  init(file: String) { self.file = file }

  /// The report; to be used only when no problem is an error.
  mutating func report(_ root: YAMLField) -> Report {
    guard let record = YAMLRecord(root, keys: ReportFileKeys.file, into: &problems) else {
      return Report(source: file)
    }
    if let format = record.field("format"), format.int != 1 {
      problems.report(ReadingProblems.yamlFormat(format.range))
    }
    source = record.field("source") == nil ? file : record.string("source", into: &problems)
    var report = Report(source: source)
    report.metadata = list(record, "metadata") { $0.metadata($1) }
    report.tables = list(record, "tables") { $0.table($1) }
    report.figures = list(record, "figures") { $0.figure($1) }
    let (tables, figures) = (report.tables.count, report.figures.count)
    report.blocks = list(record, "blocks") { $0.block($1, tables: tables, figures: figures) }
    let blocks = report.blocks.count
    report.indicators = list(record, "indicators") { $0.indicator($1, blocks: blocks) }
    report.flags = list(record, "flags") { $0.flag($1, blocks: blocks) }
    if let field = record.field("panel") { report.panel = panel(field) }
    return report
  }

  private mutating func panel(_ field: YAMLField) -> PanelChoice {
    let text = field.elements.map { "[" + $0.map { $0.string ?? "" }.joined(separator: ",") + "]" }
    guard let choice = PanelChoice(text ?? field.string ?? "") else {
      problems.report(
        ReadingProblems.yamlType(
          "true, false or places of indicators such as [3, 1, 7]",
          "true、false 或指标序号如 [3, 1, 7]", field.range))
      return .automatic
    }
    return choice
  }

  mutating func list<Element>(
    _ record: YAMLRecord, _ key: String, _ read: (inout ReportYAMLReader, YAMLField) -> Element?
  ) -> [Element] {
    guard let field = record.field(key) else { return [] }
    guard let elements = field.elements else {
      problems.report(ReadingProblems.yamlType("a list", "列表", field.range))
      return []
    }
    var result: [Element] = []
    for element in elements {
      if let value = read(&self, element) { result.append(value) }
    }
    return result
  }

  private mutating func metadata(_ field: YAMLField) -> ReportMetadata? {
    guard let record = YAMLRecord(field, keys: ReportFileKeys.metadata, into: &problems) else {
      return nil
    }
    return ReportMetadata(
      key: record.string("key", into: &problems), value: record.string("value", into: &problems),
      range: range(record, line: 1))
  }

  private mutating func block(_ field: YAMLField, tables: Int, figures: Int) -> ReportBlock? {
    guard let record = YAMLRecord(field, keys: ReportFileKeys.block, into: &problems) else {
      return nil
    }
    var text = record.string("text", into: &problems)
    let notes = notes(record, &text)
    let lead = record.string("lead", into: &problems)
    if let place = record.field("lead"), !text.hasPrefix(lead) {
      problems.report(ReadingProblems.yamlLead(place.range))
    }
    let lines = record.ints("lines", into: &problems)
    var block = ReportBlock(
      role: record.choice("role", ReportRole.body, into: &problems), text: text,
      runInLead: lead.count, lines: lines,
      confidence: record.value("confidence", "a number", "数", into: &problems) { $0.double } ?? 1,
      alternative: record.field("or") == nil
        ? nil : record.choice("or", ReportRole.body, into: &problems),
      isConfirmed: record.value("confirmed", "true or false", "true 或 false", into: &problems) {
        $0.bool
      } ?? false, joins: list(record, "joins") { $0.join($1) },
      table: reference(record, "table", tables), figure: reference(record, "figure", figures),
      marks: list(record, "marks") { $0.mark($1, length: text.count) }, notes: notes,
      range: range(record, line: lines.first ?? 1))
    if record.field("was") != nil { block.original = record.string("was", into: &problems) }
    return block
  }

  private mutating func mark(_ field: YAMLField, length: Int) -> TextMark? {
    guard let record = YAMLRecord(field, keys: ReportFileKeys.mark, into: &problems)
    else { return nil }
    let first = record.int("from", into: &problems) ?? 0
    let last = record.int("to", into: &problems) ?? 0
    guard first >= 1, first <= last, last <= length else {
      problems.report(ReadingProblems.yamlMark(field.range, length: length))
      return nil
    }
    return TextMark(
      (first - 1)..<last, record.choice("as", TextMark.Kind.strong, into: &problems),
      reading: record.string("reading", into: &problems))
  }

  private mutating func join(_ field: YAMLField) -> ReportJoin? {
    guard
      let record = YAMLRecord(field, keys: ReportFileKeys.join, into: &problems)
    else { return nil }
    return ReportJoin(
      fromLine: record.int("from", into: &problems) ?? 0,
      toLine: record.int("to", into: &problems) ?? 0,
      glue: record.string("glue", into: &problems), rule: record.string("rule", into: &problems),
      offset: record.int("at", into: &problems) ?? 0)
  }

  private mutating func figure(_ field: YAMLField) -> ReportFigure? {
    guard let record = YAMLRecord(field, keys: ReportFileKeys.figure, into: &problems) else {
      return nil
    }
    let path = record.field("path") == nil ? nil : record.string("path", into: &problems)
    var figure = ReportFigure(
      kind: record.choice("kind", ReportFigure.Kind.picture, into: &problems), path: path,
      chart: record.field("chart") == nil ? nil : record.string("chart", into: &problems),
      caption: record.string("caption", into: &problems), range: range(record, line: 1))
    figure.focus = record.value(
      "focus", "a point such as 30x60, in hundredths", "形如 30x60 的点（百分数）", into: &problems
    ) { $0.string.flatMap { FocusPoint($0) } }
    figure.width = record.value(
      "width", "a width in millimetres", "以毫米计的宽度", into: &problems
    ) { $0.string.flatMap(Double.init).flatMap { ReportFigure.widths.contains($0) ? $0 : nil } }
    figure.isOverText = record.string("over-text", into: &problems) == "true"
    return figure
  }

  private mutating func indicator(_ field: YAMLField, blocks: Int) -> ReportIndicator? {
    guard let record = YAMLRecord(field, keys: ReportFileKeys.indicator, into: &problems) else {
      return nil
    }
    func string(_ key: String, _ reader: inout ReportYAMLReader) -> String {
      record.string(key, into: &reader.problems)
    }
    return ReportIndicator(
      kind: record.choice("kind", ReportIndicator.Kind.quantity, into: &problems),
      subject: string("subject", &self), value: string("value", &self),
      unit: string("unit", &self), qualifier: string("qualifier", &self),
      period: string("period", &self), rank: IndicatorRank(string("rank", &self)),
      from: record.field("from").flatMap { former($0) },
      modality: record.field("modality") == nil
        ? .fact : record.choice("modality", Modality.fact, into: &problems),
      confidence: record.value("confidence", "a number", "数", into: &problems) { $0.double } ?? 1,
      sentence: string("sentence", &self), raw: string("raw", &self),
      block: reference(record, "block", blocks) ?? 0, range: range(record, line: 1))
  }

  private mutating func former(_ field: YAMLField) -> FormerValue? {
    guard let record = YAMLRecord(field, keys: ReportFileKeys.former, into: &problems) else {
      return nil
    }
    return FormerValue(
      value: record.string("value", into: &problems), unit: record.string("unit", into: &problems),
      period: record.string("period", into: &problems), raw: record.string("raw", into: &problems))
  }

  private mutating func flag(_ field: YAMLField, blocks: Int) -> ProofFlag? {
    guard let record = YAMLRecord(field, keys: ReportFileKeys.flag, into: &problems) else {
      return nil
    }
    return ProofFlag(
      kind: record.choice("kind", ProofFlag.Kind.missingSeparator, into: &problems),
      text: record.string("text", into: &problems),
      message: Wording(
        record.string("message", into: &problems), record.string("message-zh", into: &problems)),
      block: reference(record, "block", blocks) ?? 0, range: range(record, line: 1))
  }

  private mutating func reference(_ record: YAMLRecord, _ key: String, _ count: Int) -> Int? {
    guard let value = record.int(key, into: &problems), let field = record.field(key) else {
      return nil
    }
    if value < 0 || value >= count {
      problems.report(ReadingProblems.yamlReference(key, value, count, field.range))
      return nil
    }
    return value
  }

  /// `3:1-3:16`; the first place of `line` when it is not given.
  mutating func range(_ record: YAMLRecord, line: Int) -> SourceRange {
    let fallback = SourceRange(file: source, line: line)
    guard let field = record.field("at") else { return fallback }
    let numbers = (field.string ?? "").split { $0 == ":" || $0 == "-" }.compactMap { Int($0) }
    guard numbers.count == 4 else {
      problems.report(
        ReadingProblems.yamlType("a range such as 3:1-3:16", "形如 3:1-3:16 的范围", field.range))
      return fallback
    }
    return SourceRange(
      file: source, start: SourcePosition(line: numbers[0], column: numbers[1]),
      end: SourcePosition(line: numbers[2], column: numbers[3]))
  }
}
