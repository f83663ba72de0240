/// Parses expressions by precedence.
struct ExpressionParser {
  /// What is wrong with an expression.
  struct Mistake: Error, Hashable {
    var english: String
    var chinese: String
  }

  private var lexer: ExpressionLexer
  private var token: ExpressionToken = .end
  private var depth = 0
  private var operators = 0

  private static let levels: [String: Int] = [
    "||": 1, "&&": 2, "|": 3, "^": 4, "&": 5, "==": 6, "!=": 6, "===": 6, "!==": 6, "<": 7,
    ">": 7, "<=": 7, ">=": 7, "<<": 8, ">>": 8, ">>>": 8, "+": 9, "-": 9, "*": 10, "/": 10,
    "%": 10,
  ]

  /// Parses a whole text.
  static func parse(_ text: String) throws(Mistake) -> Expression {
    var parser = ExpressionParser(lexer: ExpressionLexer(text))
    try parser.advance()
    let expression = try parser.conditional()
    guard parser.token == .end else { throw parser.unexpected() }
    return expression
  }

  private init(lexer: ExpressionLexer) { self.lexer = lexer }

  private mutating func advance() throws(Mistake) {
    guard let next = lexer.next() else {
      throw Mistake(english: "an unknown character", chinese: "无法识别的字符")
    }
    token = next
  }

  private func unexpected() -> Mistake {
    let word: String =
      switch token {
      case .number(let number): NumberText.plain(number)
      case .text(let text): "\"\(text)\""
      case .name(let name): name
      case .sign(let sign): sign
      case .end: "the end"
      }
    return Mistake(english: "\(word) is not expected here", chinese: "此处不应出现 \(word)")
  }

  private mutating func take(_ sign: String) throws(Mistake) -> Bool {
    guard token == .sign(sign) else { return false }
    try advance()
    return true
  }

  private mutating func expect(_ sign: String) throws(Mistake) {
    guard try take(sign) else { throw unexpected() }
  }

  private mutating func conditional() throws(Mistake) -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth < 200 else { throw Mistake(english: "nested too deeply", chinese: "嵌套过深") }
    let test = try binary(1)
    guard try take("?") else { return test }
    let yes = try conditional()
    try expect(":")
    return .conditional(test, yes, try conditional())
  }

  private mutating func binary(_ least: Int) throws(Mistake) -> Expression {
    var left = try unary()
    while case .sign(let sign) = token, let level = Self.levels[sign], level >= least {
      try advance()
      try count()
      let right = try binary(level + 1)
      left = .binary(sign, left, right)
    }
    return left
  }

  /// A long sum, or a long chain of members, is as deep as it is long, and is worked out by going
  /// down.
  private mutating func count() throws(Mistake) {
    operators += 1
    guard operators <= 500 else { throw Mistake(english: "too long", chinese: "过长") }
  }

  private mutating func unary() throws(Mistake) -> Expression {
    if case .sign(let sign) = token, ["-", "+", "!", "~"].contains(sign) {
      depth += 1
      defer { depth -= 1 }
      guard depth < 200 else { throw Mistake(english: "nested too deeply", chinese: "嵌套过深") }
      try advance()
      return .unary(sign, try unary())
    }
    return try postfix()
  }

  private mutating func postfix() throws(Mistake) -> Expression {
    var base = try primary()
    while true {
      if try take(".") {
        guard case .name(let name) = token else { throw unexpected() }
        try advance()
        try count()
        base = .member(base, .literal(.text(name)))
      } else if try take("[") {
        let key = try conditional()
        try expect("]")
        try count()
        base = .member(base, key)
      } else if case .name(let name) = base, try take("(") {
        base = .call(name, try arguments(until: ")"))
      } else {
        return base
      }
    }
  }

  private mutating func arguments(until close: String) throws(Mistake) -> [Expression] {
    var items: [Expression] = []
    if try take(close) { return items }
    repeat { items.append(try conditional()) } while try take(",")
    try expect(close)
    return items
  }

  private mutating func primary() throws(Mistake) -> Expression {
    switch token {
    case .number(let number):
      try advance()
      return .literal(.number(number))
    case .text(let text):
      try advance()
      return .literal(.text(text))
    case .name(let name):
      try advance()
      switch name {
      case "true": return .literal(.flag(true))
      case "false": return .literal(.flag(false))
      case "null", "undefined": return .literal(.null)
      case "NaN": return .literal(.number(.nan))
      case "PI": return .literal(.number(.pi))
      case "E": return .literal(.number(2.718281828459045))
      case "LN2": return .literal(.number(0.6931471805599453))
      case "LN10": return .literal(.number(2.302585092994046))
      case "SQRT2": return .literal(.number(1.4142135623730951))
      case "Infinity": return .literal(.number(.infinity))
      default: return .name(name)
      }
    case .sign("("):
      try advance()
      let inner = try conditional()
      try expect(")")
      return inner
    case .sign("["):
      try advance()
      return .list(try arguments(until: "]"))
    case .sign("{"): return try map()
    default: throw unexpected()
    }
  }

  private mutating func map() throws(Mistake) -> Expression {
    try advance()
    var entries: [String: Expression] = [:]
    if try take("}") { return .map(entries) }
    repeat {
      switch token {
      case .name(let name), .text(let name):
        try advance()
        try expect(":")
        entries[name] = try conditional()
      default: throw unexpected()
      }
    } while try take(",")
    try expect("}")
    return .map(entries)
  }
}
