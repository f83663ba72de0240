/// The lines of a Markdown text as they are handed to the parser: what Chinese writers and other
/// programs type beyond CommonMark is settled first, line by line, outside of code.
struct MarkdownSource {
  /// The text in UTF-8, one line for each of the file.
  private(set) var bytes: [UInt8] = []
  /// Lines whose formulas became one line of text.
  private(set) var formulas: [Int] = []
  private var fence: Character?
  private var isFormula = false

  /// `lines` are those of the file; nil for one that is no text (front matter, notes).
  init(_ lines: [String?]) {
    for (index, line) in lines.enumerated() {
      bytes += Array((line.map { settled($0, number: index + 1) } ?? "").utf8)
      bytes.append(0x0A)
    }
  }

  private mutating func settled(_ line: String, number: Int) -> String {
    let text = line.trimmingSpaces
    if let mark = text.first, mark == "`" || mark == "~",
      text.hasPrefix(String(repeating: mark, count: 3))
    {
      if fence == nil { fence = mark } else if fence == mark { fence = nil }
      return line
    }
    if fence != nil { return line }
    if let formula = formula(text, number) { return formula }
    if Self.isDirective(text) { return "" }
    return StarPairs.tagged(inlineFormulas(Self.plainLabel(line), number))
  }

  /// `[TOC]`, `::: tip`, `{: .left}`: for the program that shows the text.
  private static func isDirective(_ text: String) -> Bool {
    if ["[TOC]", "[[TOC]]", "[toc]", "[[toc]]"].contains(text) { return true }
    if text.hasPrefix(":::"), !text.unicodeScalars.contains(where: \.isHan) { return true }
    return text.hasPrefix("{:") && text.hasSuffix("}") && text.count < 80
  }

  /// `[注]: 数据来自…` is words in brackets, not the address of a link.
  private static func plainLabel(_ line: String) -> String {
    let text = line.trimmingSpaces
    guard text.hasPrefix("["), !text.hasPrefix("[^"), let end = text.firstRange(of: "]:") else {
      return line
    }
    let address = text[end.upperBound...].prefix { $0 != "\"" && $0 != "'" && $0 != "(" }
    guard address.unicodeScalars.contains(where: \.isHan), !address.contains("/"),
      !address.contains(".")
    else { return line }
    return line.replacing("[", with: "\\[", maxReplacements: 1)
  }

  /// A line of a formula between `$$`; nil where there is none.
  private mutating func formula(_ text: String, _ number: Int) -> String? {
    if isFormula {
      guard text.hasSuffix("$$") else { return text.isEmpty ? "" : TeXLine.escaped(text) }
      isFormula = false
      return TeXLine.escaped(String(text.dropLast(2)))
    }
    guard text.hasPrefix("$$") else { return nil }
    formulas.append(number)
    let rest = text.dropFirst(2)
    if rest.count >= 2, rest.hasSuffix("$$") { return TeXLine.escaped(String(rest.dropLast(2))) }
    isFormula = true
    return TeXLine.escaped(String(rest))
  }

  /// `$…$` in running text, where what stands between can only be a formula.
  private mutating func inlineFormulas(_ line: String, _ number: Int) -> String {
    guard line.contains("$"), !line.contains("`") else { return line }
    let parts = line.split(separator: "$", omittingEmptySubsequences: false)
    guard parts.count > 2 else { return line }
    var result = String(parts[0])
    var index = 1
    while index < parts.count {
      let inner = parts[index]
      let isFormula =
        index + 1 < parts.count && inner.contains { "\\^_=".contains($0) }
        && inner.first?.isWhitespace == false && inner.last?.isWhitespace == false
      if isFormula {
        formulas.append(number)
        result += TeXLine.escaped(String(inner)) + parts[index + 1]
        index += 2
      } else {
        result += "$" + inner
        index += 1
      }
    }
    return result
  }
}

/// A formula of TeX as one line of text.
enum TeXLine {
  private static let signs: [String: String] = [
    "times": "×", "div": "÷", "cdot": "·", "pm": "±", "mp": "∓", "leq": "≤", "le": "≤",
    "geq": "≥", "ge": "≥", "neq": "≠", "ne": "≠", "approx": "≈", "equiv": "≡", "infty": "∞",
    "sum": "∑", "prod": "∏", "int": "∫", "partial": "∂", "nabla": "∇", "in": "∈", "notin": "∉",
    "subset": "⊂", "cup": "∪", "cap": "∩", "forall": "∀", "exists": "∃", "rightarrow": "→",
    "to": "→", "leftarrow": "←", "Rightarrow": "⇒", "leftrightarrow": "↔", "ldots": "…",
    "cdots": "…", "dots": "…", "circ": "°", "degree": "°", "angle": "∠", "perp": "⊥",
    "parallel": "∥", "therefore": "∴", "because": "∵", "sim": "∼", "propto": "∝", "prime": "′",
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε",
    "zeta": "ζ", "eta": "η", "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ",
    "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "φ",
    "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ",
    "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ",
    "Omega": "Ω", "quad": " ", "qquad": " ", ",": " ", ";": " ", ":": " ", "!": "", " ": " ",
    "%": "%", "$": "$", "{": "{", "}": "}", "_": "_", "&": "&", "#": "#", "\\": "; ",
    "left": "", "right": "", "displaystyle": "", "limits": "", "big": "", "Big": "",
  ]
  /// Commands that say how their argument looks.
  private static let looks: Set<String> = [
    "text", "mathrm", "mathbf", "mathit", "mathbb", "mathcal", "operatorname", "boldsymbol",
    "textbf", "bar", "hat", "vec", "overline", "underline", "tilde", "dot", "mbox",
  ]

  /// The formula as text, its signs safe from Markdown.
  static func escaped(_ formula: String) -> String {
    var reader = Reader(text: Array(formula))
    return reader.sequence(until: nil).map { character in
      "\\`*_{}[]<>#|~".contains(character) ? "\\\(character)" : String(character)
    }.joined()
  }

  private struct Reader {
    let text: [Character]
    var place = 0
    var depth = 0

    mutating func sequence(until end: Character?) -> String {
      var words = ""
      depth += 1
      defer { depth -= 1 }
      while place < text.count, text[place] != end {
        words += part()
      }
      if place < text.count { place += 1 }
      return words
    }

    /// A group in braces, a command, or one character.
    private mutating func part() -> String {
      let character = text[place]
      place += 1
      guard depth < 40 else { return String(character) }
      switch character {
      case "{": return sequence(until: "}")
      case "\\": return command()
      case "^", "_":
        let scalars = Scalars(argument())
        let form = RaisedFigures.form(of: scalars, isRaised: character == "^")
        if form != scalars || scalars.isEmpty { return form.string }
        if scalars.string == "°" || scalars.string == "′" { return scalars.string }
        return "\(character)" + (scalars.count == 1 ? scalars.string : "(\(scalars.string))")
      case "&": return " "
      default: return String(character)
      }
    }

    private mutating func argument() -> String {
      while place < text.count, text[place] == " " { place += 1 }
      return place < text.count ? part() : ""
    }

    private mutating func command() -> String {
      guard place < text.count else { return "" }
      var name = String(text[place])
      place += 1
      if name.first?.isLetter == true {
        while place < text.count, text[place].isLetter, text[place].isASCII {
          name.append(text[place])
          place += 1
        }
      }
      switch name {
      case "frac", "dfrac", "tfrac":
        let (above, below) = (argument(), argument())
        return "\(grouped(above))/\(grouped(below))"
      case "sqrt":
        var degree = ""
        if place < text.count, text[place] == "[" {
          place += 1
          degree = sequence(until: "]")
        }
        return "\(degree)√\(grouped(argument()))"
      case "begin", "end":
        _ = argument()
        return ""
      default: break
      }
      if looks.contains(name) { return argument() }
      if let sign = signs[name] { return sign }
      return name
    }

    private func grouped(_ text: String) -> String {
      text.count <= 1 || text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." }
        ? text : "(\(text))"
    }
  }
}
