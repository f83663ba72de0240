extension ChartContext {
  /// A test: an expression, or a predicate such as `{"field": "a", "oneOf": [1, 2]}`, joined by
  /// `and`, `or`, `not`.
  func predicate(_ spec: SpecValue) -> Expression? {
    if let text = spec.text { return expression(text, at: spec) }
    if let flag = spec.flag { return .literal(.flag(flag)) }
    for (key, sign) in [("and", "&&"), ("or", "||")] {
      if let items = spec[key]?.list {
        let parts = items.compactMap { predicate($0) }
        guard let first = parts.first, parts.count == items.count else { return nil }
        return parts.dropFirst().reduce(first) { .binary(sign, $0, $1) }
      }
    }
    if let inner = spec["not"] { return predicate(inner).map { .unary("!", $0) } }
    guard spec["param"] == nil else {
      report(ChartProblems.unsupported("param"), at: spec["param"])
      return nil
    }
    guard let field = spec["field"]?.text else {
      report(ChartProblems.missingKey("field"), at: spec)
      return nil
    }
    return comparison(of: field, spec)
  }

  private func comparison(of field: String, _ spec: SpecValue) -> Expression? {
    var subject = Expression.member(.name("datum"), .literal(.text(field)))
    var convert: (DataValue) -> DataValue = { $0 }
    if let unitSpec = spec["timeUnit"], let unit = timeUnit(unitSpec) {
      // Times are compared as the starts of their units.
      subject = .call("timeUnit:\(unitSpec.text ?? unit.name)", [subject])
      convert = { unit.start(of: $0) }
    }
    func constant(_ spec: SpecValue) -> Expression {
      let value = convert(datum(spec))
      if case .date(let time) = value { return .literal(.number(time)) }
      return .literal(value)
    }
    let isDate: (SpecValue) -> Bool = { CivilDate.ofParts($0) != nil }
    let times: (Expression, Bool) -> Expression = { $1 ? .call("time", [$0]) : $0 }
    for (key, sign) in [("equal", "==="), ("lt", "<"), ("lte", "<="), ("gt", ">"), ("gte", ">=")] {
      if let value = spec[key] {
        return .binary(sign, times(subject, isDate(value)), constant(value))
      }
    }
    if let choices = spec["oneOf"]?.list {
      return choices.reduce(.literal(.flag(false))) {
        .binary("||", $0, .binary("===", times(subject, isDate($1)), constant($1)))
      }
    }
    if let ends = spec["range"]?.list, ends.count == 2 {
      let timed = times(subject, isDate(ends[0]) || isDate(ends[1]))
      let low: Expression =
        ends[0].isNull ? .literal(.flag(true)) : .binary(">=", timed, constant(ends[0]))
      let high: Expression =
        ends[1].isNull ? .literal(.flag(true)) : .binary("<=", timed, constant(ends[1]))
      return .binary("&&", low, high)
    }
    if let valid = spec["valid"]?.flag {
      let test = Expression.binary(
        "&&", .call("isValid", [subject]), .call("isFinite", [.unary("+", subject)]))
      return valid ? test : .unary("!", test)
    }
    report(ChartProblems.missingKey("equal"), at: spec)
    return nil
  }
}

extension TimeUnit {
  /// The start of the unit that a value means: a time, or the number of a month, day or hour.
  fileprivate func start(of value: DataValue) -> DataValue {
    guard case .number(let number) = value, parts.count == 1 else {
      return .number(ExpressionFunctions.time(value).map { floor($0) } ?? .nan)
    }
    var date = CivilDate(year: smallest == .year ? Int(bounded: number) : 2012)
    switch smallest {
    case .month: date.month = Int(bounded: number)
    case .quarter: date.month = Int(bounded: number) * 3 - 2
    case .date: date.day = Int(bounded: number)
    case .hours: date.hour = Int(bounded: number)
    default: break
    }
    return .number(date.time)
  }
}
