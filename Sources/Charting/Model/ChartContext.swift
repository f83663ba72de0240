import Diagnostics
import DisplayList

/// What one compilation of a chart shares: findings, configuration, parameters, data files.
///
/// A class, because every part of the compiler adds its findings to one list.
final class ChartContext {
  /// The specification as it was read: the tree in which places are looked up.
  let root: SpecValue
  let file: String
  /// The merged configuration: defaults, theme, the specification's own.
  var config: SpecValue
  var problems = Problems()
  /// Values of `params` by name.
  var parameters: [String: DataValue] = [:]
  /// Tables by name: `datasets` and named data.
  var tables: [String: DataTable] = [:]
  /// The rows of local files, given by the caller.
  let files: [String: DataFile]
  /// The pictures of image marks by name, given by the caller.
  var pictures: [String: ImageSource] = [:]
  var locale: TimeFormat.Locale
  /// The width that the figure should have, in points, where one is asked for.
  var figureWidth: Double?
  /// Whether words are set as print wants them.
  var isPrint = false
  /// Whether there is black ink only.
  var isOneColour = false
  private var reported: Set<String> = []
  /// The fields that some channel takes for times.
  private(set) lazy var temporalFields: Set<String> = {
    var found: Set<String> = []
    func visit(_ value: SpecValue) {
      if let field = value["field"]?.text,
        value["type"]?.text == "temporal" || value["timeUnit"] != nil
      {
        found.insert(field)
      }
      for entry in value.map?.entries ?? [] where entry.key != "values" { visit(entry.value) }
      value.list?.forEach(visit)
    }
    visit(root)
    return found
  }()

  init(
    root: SpecValue, file: String, config: SpecValue, files: [String: DataFile],
    locale: TimeFormat.Locale
  ) {
    self.root = root
    self.file = file
    self.config = config
    self.files = files
    self.locale = locale
  }

  /// Adds a finding at a value's place, once.
  func report(_ make: ChartProblems.Finding, at value: SpecValue?) {
    report(make, place: value?.place)
  }

  /// Adds a finding at a place, once.
  func report(_ finding: ChartProblems.Finding, place: SourcePosition?) {
    let path = place.flatMap { SpecPath.find($0, in: root) } ?? "$"
    let key = "\(path) \(finding.message.english)"
    guard reported.insert(key).inserted else { return }
    problems.report(finding.diagnostic(path: path, file: file, place: place))
  }

  /// The words of a value; what is absent is said to be so in the reader's language.
  func words(_ value: DataValue) -> String {
    value == .null && isPrint ? "未填" : value.words
  }

  // MARK: Small values

  /// A constant of a domain: a date as parts or text, a number, a word.
  func datum(_ spec: SpecValue) -> DataValue {
    if let text = spec["expr"]?.text, let expression = expression(text, at: spec) {
      return expression.value(in: ExpressionScope([:], names: parameters))
    }
    if let date = CivilDate.ofParts(spec) { return .date(date.time) }
    return DataValue(spec)
  }

  /// A time unit by name or with parameters.
  func timeUnit(_ spec: SpecValue) -> TimeUnit? {
    let name = spec.text ?? spec["unit"]?.text ?? ""
    guard var unit = TimeUnit(name) else {
      report(ChartProblems.notAmong(name, choices: TimeUnit.names), at: spec)
      return nil
    }
    if let step = spec["step"]?.number { unit.step = max(1, Int(bounded: step)) }
    if spec["binned"]?.flag == true { unit.isBinned = true }
    return unit
  }

  // MARK: Expressions

  /// Parses an expression; nil after reporting what is wrong.
  func expression(_ text: String, at place: SpecValue, inPlot: Bool = false) -> Expression? {
    do throws(ExpressionParser.Mistake) {
      let expression = try ExpressionParser.parse(text)
      return check(expression, at: place, inPlot) ? expression : nil
    } catch {
      report(ChartProblems.badExpression(text, error), at: place)
      return nil
    }
  }

  private func check(_ expression: Expression, at place: SpecValue, _ inPlot: Bool) -> Bool {
    for name in expression.calls
    where !ExpressionFunctions.names.contains(name)
      && !(inPlot && ExpressionFunctions.plotNames.contains(name))
    {
      report(
        ExpressionFunctions.randomNames.contains(name)
          ? ChartProblems.unsupported("\(name)()", Refusals.chance)
          : ChartProblems.unknownFunction(name, known: ExpressionFunctions.names), at: place)
      return false
    }
    let known = ["datum", "parent", "width", "height", "item", "event"] + parameters.keys
    for name in expression.names where !known.contains(name) {
      report(ChartProblems.unknownName(name, known: known.sorted()), at: place)
      return false
    }
    return true
  }

  /// A value that may be an expression of the parameters.
  func resolved(_ spec: SpecValue) -> SpecValue {
    guard let source = spec["expr"] ?? spec["signal"], let text = source.text,
      !text.contains("datum"), let expression = expression(text, at: source)
    else { return spec }
    return SpecValue(
      data: expression.value(in: ExpressionScope([:], names: parameters)), at: spec.place)
  }

  /// A scope over a row of a table.
  func scope(_ table: DataTable, _ row: DataTable.Row) -> ExpressionScope {
    ExpressionScope(
      field: { table.accessor($0)(row) }, datum: { table.record(row) }, names: parameters,
      locale: locale)
  }
}

extension SpecValue {
  /// A value that came out of an expression.
  init(data value: DataValue, at place: SourcePosition?) {
    switch value {
    case .null: self.init(.null, at: place)
    case .flag(let flag): self.init(.flag(flag), at: place)
    case .number(let number), .date(let number): self.init(.number(number), at: place)
    case .text(let text): self.init(.text(text), at: place)
    case .list(let items): self.init(.list(items.map { SpecValue(data: $0, at: place) }), at: place)
    case .map(let map):
      let entries = map.sorted { $0.key < $1.key }
        .map { SpecMap.Entry(key: $0.key, value: SpecValue(data: $0.value, at: place)) }
      self.init(.map(SpecMap(entries)), at: place)
    }
  }
}

extension Expression {
  /// The functions it calls.
  var calls: [String] {
    switch self {
    case .literal, .name: []
    case .member(let a, let b): a.calls + b.calls
    case .call(let name, let arguments): [name] + arguments.flatMap(\.calls)
    case .unary(_, let one): one.calls
    case .binary(_, let a, let b): a.calls + b.calls
    case .conditional(let a, let b, let c): a.calls + b.calls + c.calls
    case .list(let items): items.flatMap(\.calls)
    case .map(let entries): entries.sorted { $0.key < $1.key }.flatMap(\.value.calls)
    }
  }

  /// The names it refers to.
  var names: [String] {
    switch self {
    case .literal: []
    case .name(let name): [name]
    case .member(let a, let b): a.names + b.names
    case .call(_, let items), .list(let items): items.flatMap(\.names)
    case .unary(_, let one): one.names
    case .binary(_, let a, let b): a.names + b.names
    case .conditional(let a, let b, let c): a.names + b.names + c.names
    case .map(let entries): entries.sorted { $0.key < $1.key }.flatMap(\.value.names)
    }
  }
}

extension CivilDate {
  /// A date as a map of parts: `{"year": 2024, "month": "mar", "date": 1}`; nil for any other value.
  static func ofParts(_ spec: SpecValue) -> CivilDate? {
    guard let map = spec.map, !map.entries.isEmpty, map.keys.allSatisfy(partKeys.contains) else {
      return nil
    }
    let quarter = part(map, "quarter", 1)
    var date = CivilDate(year: part(map, "year", 2012))
    date.month = part(map, "month", quarter * 3 - 2)
    date.day = part(map, "date", 1)
    date.hour = part(map, "hours", 0)
    date.minute = part(map, "minutes", 0)
    date.second = part(map, "seconds", 0)
    date.millisecond = part(map, "milliseconds", 0)
    if map["month"]?.text != nil || map["day"]?.text != nil { date.readNames(map) }
    if map["day"]?.number != nil { date.day = 1 + part(map, "day", 0) % 7 }
    return date
  }

  private static let partKeys: Set<String> = [
    "year", "quarter", "month", "date", "day", "hours", "minutes", "seconds", "milliseconds",
    "utc",
  ]

  /// A whole number of a map, held to what a calendar can reckon with.
  private static func part(_ map: SpecMap, _ key: String, _ fallback: Int) -> Int {
    guard let number = map[key]?.number, number.isFinite else { return fallback }
    return Int(max(-400_000, min(400_000, number)))
  }

  private mutating func readNames(_ map: SpecMap) {
    if let name = map["month"]?.text, let time = DateParser.time("\(name) 1 2012") {
      month = CivilDate(time).month
    }
    let days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
    if let name = map["day"]?.text?.lowercased(),
      let place = days.firstIndex(where: { name.hasPrefix($0) })
    {
      day = place + 1
    }
  }
}
