/// A format that a chart names by `formatType`: one of ours, or a function that expressions know,
/// called with the value and the format as Vega-Lite calls the functions that programs register.
struct CustomFormat: Hashable, Sendable {
  private enum Kind: Hashable, Sendable {
    case chinese(ChineseFormat)
    case function(String, argument: String?)
  }

  private let kind: Kind
  private let locale: TimeFormat.Locale

  /// What may be named besides `number` and `time`.
  static let names = ChineseFormat.names + ExpressionFunctions.names

  init?(name: String, pattern: String?, locale: TimeFormat.Locale) {
    self.locale = locale
    if let own = ChineseFormat(name: name, pattern: pattern) {
      kind = .chinese(own)
    } else if name != "time", ExpressionFunctions.names.contains(name) {
      kind = .function(name, argument: pattern)
    } else {
      return nil
    }
  }

  /// The words of a value.
  func text(_ value: DataValue) -> String {
    switch kind {
    case .chinese(let own): return own.text(value)
    case .function(let name, let argument):
      let values = [value] + (argument.map { [.text($0)] } ?? [])
      return ExpressionFunctions.call(name, values, locale: locale).words
    }
  }
}

extension ChartContext {
  /// The kind and pattern of a definition's words: its own, or for amounts without any those of the
  /// configuration, where it allows kinds that programs register.
  func format(
    of def: ChannelDef, _ format: SpecValue?, _ kind: SpecValue?
  ) -> (kind: SpecValue?, format: SpecValue?) {
    guard format == nil, kind == nil, config["customFormatTypes"]?.flag == true else {
      return (kind, format)
    }
    let key = def.type == .quantitative ? "numberFormat" : "timeFormat"
    guard def.type == .quantitative || def.type == .temporal && def.timeUnit == nil,
      let own = config[key + "Type"]
    else { return (nil, nil) }
    return (own, config[key])
  }
}
