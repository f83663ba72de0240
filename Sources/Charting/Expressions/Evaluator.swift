/// What an expression sees.
struct ExpressionScope {
  /// Reads a field of the datum.
  var field: (String) -> DataValue
  /// The whole datum.
  var datum: () -> [String: DataValue]
  /// Names besides `datum`: parameters, `width`, `height`, `parent`.
  var names: [String: DataValue] = [:]
  /// What a scale of the plot makes of a value, and the width of its bands; where there is a plot.
  var scale: ((String, DataValue) -> DataValue)?
  var bandwidth: ((String) -> DataValue)?
  /// Names of months and days in formats.
  var locale: TimeFormat.Locale = .english

  init(
    field: @escaping (String) -> DataValue, datum: @escaping () -> [String: DataValue],
    names: [String: DataValue] = [:], locale: TimeFormat.Locale = .english
  ) {
    self.field = field
    self.datum = datum
    self.names = names
    self.locale = locale
  }

  /// A scope whose datum is a map, such as the ticks of an axis.
  init(_ record: [String: DataValue], names: [String: DataValue] = [:]) {
    self.init(field: { record[$0] ?? .null }, datum: { record }, names: names)
  }
}

extension Expression {
  /// The value in a scope. Wrong types give null or NaN, as in the original language; names and
  /// functions were checked before.
  func value(in scope: ExpressionScope) -> DataValue {
    switch self {
    case .literal(let value): return value
    case .name(let name):
      return name == "datum" ? .map(scope.datum()) : scope.names[name] ?? .null
    case .member(let base, let key):
      if base == .name("datum") { return scope.field(key.value(in: scope).words) }
      let owner = base.value(in: scope)
      return owner.member(key.value(in: scope).words)
    case .call(let name, let arguments):
      if name == "if", arguments.count == 3 {
        return arguments[arguments[0].value(in: scope).isTrue ? 1 : 2].value(in: scope)
      }
      if name == "scale", arguments.count == 2, let scale = scope.scale {
        return scale(arguments[0].value(in: scope).words, arguments[1].value(in: scope))
      }
      if name == "bandwidth", arguments.count == 1, let bandwidth = scope.bandwidth {
        return bandwidth(arguments[0].value(in: scope).words)
      }
      return ExpressionFunctions.call(
        name, arguments.map { $0.value(in: scope) }, locale: scope.locale)
    case .unary(let sign, let one): return Self.unary(sign, one.value(in: scope))
    case .binary(let sign, let left, let right):
      let a = left.value(in: scope)
      if sign == "&&" { return a.isTrue ? right.value(in: scope) : a }
      if sign == "||" { return a.isTrue ? a : right.value(in: scope) }
      return Self.binary(sign, a, right.value(in: scope))
    case .conditional(let test, let yes, let no):
      return test.value(in: scope).isTrue ? yes.value(in: scope) : no.value(in: scope)
    case .list(let items): return .list(items.map { $0.value(in: scope) })
    case .map(let entries): return .map(entries.mapValues { $0.value(in: scope) })
    }
  }

  private static func unary(_ sign: String, _ value: DataValue) -> DataValue {
    switch sign {
    case "!": .flag(!value.isTrue)
    case "-": .number(-value.number)
    case "~": .number(Double(~whole(value)))
    default: .number(value.number)
    }
  }

  private static func whole(_ value: DataValue) -> Int32 {
    let number = value.number
    guard number.isFinite, number.magnitude < 9e15 else { return 0 }
    return Int32(truncatingIfNeeded: Int(number))
  }

  private static func binary(_ sign: String, _ a: DataValue, _ b: DataValue) -> DataValue {
    switch sign {
    case "+":
      if isWords(a) || isWords(b) { return .text(a.words + b.words) }
      return .number(a.number + b.number)
    case "-": return .number(a.number - b.number)
    case "*": return .number(a.number * b.number)
    case "/": return .number(a.number / b.number)
    case "%": return .number(a.number.truncatingRemainder(dividingBy: b.number))
    case "==": return .flag(looselyEqual(a, b))
    case "!=": return .flag(!looselyEqual(a, b))
    case "===": return .flag(equal(a, b))
    case "!==": return .flag(!equal(a, b))
    case "<":
      return .flag(
        compare(a, b) {
          $0 < $1
        } words: {
          $0 < 0
        })
    case ">":
      return .flag(
        compare(a, b) {
          $0 > $1
        } words: {
          $0 > 0
        })
    case "<=":
      return .flag(
        compare(a, b) {
          $0 <= $1
        } words: {
          $0 <= 0
        })
    case ">=":
      return .flag(
        compare(a, b) {
          $0 >= $1
        } words: {
          $0 >= 0
        })
    case "&": return .number(Double(whole(a) & whole(b)))
    case "|": return .number(Double(whole(a) | whole(b)))
    case "^": return .number(Double(whole(a) ^ whole(b)))
    case "<<": return .number(Double(whole(a) << (whole(b) & 31)))
    case ">>", ">>>": return .number(Double(whole(a) >> (whole(b) & 31)))
    default: return .null
    }
  }

  private static func isWords(_ value: DataValue) -> Bool {
    switch value {
    case .text, .list, .map: true
    default: false
    }
  }

  /// Equality without conversion.
  static func equal(_ a: DataValue, _ b: DataValue) -> Bool {
    switch (a, b) {
    case (.number(let x), .number(let y)), (.date(let x), .date(let y)): x == y
    default: a == b
    }
  }

  /// Equality that takes texts for numbers where the other side is one.
  static func looselyEqual(_ a: DataValue, _ b: DataValue) -> Bool {
    switch (a, b) {
    case (.null, .null): true
    case (.null, _), (_, .null): false
    case (.text(let x), .text(let y)): x == y
    case (.list, _), (.map, _), (_, .list), (_, .map): a == b
    default: a.number == b.number
    }
  }

  private static func compare(
    _ a: DataValue, _ b: DataValue, _ numbers: (Double, Double) -> Bool, words: (Int) -> Bool
  ) -> Bool {
    if case .text = a, case .text = b { return words(DataValue.order(a, b)) }
    return numbers(a.number, b.number)
  }
}
