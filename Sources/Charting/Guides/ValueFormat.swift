/// How values become words: in marks, tooltips, headers and guides with a format of their own.
struct ValueFormat {
  private let number: NumberFormat?
  private let custom: CustomFormat?
  private let time: TimeFormat?
  private let type: FieldType
  private let locale: TimeFormat.Locale
  /// What stands for a value that is absent.
  private let absent: String

  /// The format of a definition: its own, or the configuration's for its type.
  init(
    _ def: ChannelDef, context: ChartContext, isGuide: Bool, format written: SpecValue? = nil,
    formatType: SpecValue? = nil
  ) {
    let (kindSpec, format) = context.format(
      of: def, written ?? def["format"], formatType ?? def["formatType"])
    let kind = kindSpec?.text
    type = def.type
    locale = context.locale
    absent = context.isPrint && !isGuide ? "" : context.words(.null)
    var number: NumberFormat?
    var time: TimeFormat?
    custom = kind.flatMap {
      CustomFormat(name: $0, pattern: format?.text, locale: context.locale)
    }
    if let kind, custom == nil, kind != "number", kind != "time" {
      context.report(
        ChartProblems.notAmong(kind, choices: ["number", "time"] + CustomFormat.names),
        at: kindSpec)
    }
    let isTime =
      kind == "time" || kind != "number" && (def.type == .temporal || def.timeUnit != nil)
    if isTime {
      let pattern =
        format?.text ?? def.timeUnit?.format(context.locale) ?? context.config["timeFormat"]?.text
        ?? "%b %d, %Y"
      time = TimeFormat(pattern: pattern, locale: context.locale)
    } else if let text = format?.text, custom == nil {
      number = NumberFormat(text)
      if number == nil {
        context.report(
          ChartProblems.badData("\"\(text)\" is not a number format", "“\(text)”不是数字格式"), at: format
        )
      }
    } else if def.type == .quantitative {
      number = NumberFormat(context.config["numberFormat"]?.text ?? "")
    }
    self.number = number
    self.time = time
  }

  /// The words of a value.
  func text(_ value: DataValue) -> String {
    if let custom { return custom.text(value) }
    if let time {
      guard let moment = ExpressionFunctions.time(value) else {
        return value == .null ? absent : "Invalid Date"
      }
      return time.text(moment)
    }
    if let number {
      switch value {
      case .text(let text) where DataValue.text(text).number.isNaN: return text
      case .null: return absent
      default: return number.text(value.number)
      }
    }
    return value == .null ? absent : value.words
  }
}
