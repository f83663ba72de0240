/// The fields that are open at a place of a Word file: each has an instruction, then its result.
struct WordFields {
  private struct Field {
    var instruction = ""
    var isResult = false
    var hasWords = false
    /// The box of a form: whether it is ticked.
    var isTicked: Bool?
    /// The choice of a list.
    var choice: String?
  }

  private var open: [Field] = []
  /// Whether a table of contents was open since this was last cleared.
  var hasContents = false

  /// Whether text here belongs to an instruction and is not shown.
  var isInstruction: Bool { open.contains { !$0.isResult } }

  /// Takes a mark of a field, or a part of its instruction; gives what a field without a result of
  /// its own shows where it ends.
  mutating func take(_ element: WordElement) -> WordFieldWords? {
    var words: WordFieldWords?
    if element.name == "instrText" {
      if !open.isEmpty { open[open.count - 1].instruction += element.text }
    } else {
      switch element.attributes["fldCharType"] {
      case "begin": open.append(Self.field(element))
      case "separate": if !open.isEmpty { open[open.count - 1].isResult = true }
      case "end":
        if let field = open.popLast() { words = Self.words(of: field) }
      default: break
      }
    }
    noteContents()
    return isInstruction ? nil : words
  }

  /// Notes that words of a result are shown.
  mutating func noteWords() {
    for index in open.indices where open[index].isResult { open[index].hasWords = true }
  }

  /// A paragraph ends: a field whose instruction does not end with it is damaged and hides nothing.
  mutating func endParagraph() {
    for index in open.indices { open[index].isResult = true }
  }

  /// Notes whether a table of contents is open here.
  mutating func noteContents() {
    if open.contains(where: { $0.instruction.trimmingSpaces.hasPrefix("TOC") }) {
      hasContents = true
    }
  }

  private static func field(_ element: WordElement) -> Field {
    var field = Field()
    guard let form = element.child("ffData") else { return field }
    if let box = form.child("checkBox") {
      field.isTicked = box.flag("checked") ?? box.flag("default") ?? false
    }
    if let list = form.child("ddList") {
      let entries = list.children.filter { $0.name == "listEntry" }
      let number = (list.value("result") ?? list.value("default")).flatMap { Int($0) } ?? 0
      field.choice = entries.indices.contains(number) ? entries[number].attributes["val"] : nil
    }
    return field
  }

  private static func words(of field: Field) -> WordFieldWords? {
    if field.hasWords { return nil }
    if let isTicked = field.isTicked { return .text(isTicked ? "☑" : "☐") }
    if let choice = field.choice { return .text(choice) }
    let instruction = field.instruction.trimmingSpaces
    let name = instruction.prefix { $0.isLetter }.uppercased()
    switch name {
    case "EQ":
      return EquationField.words(of: String(instruction.dropFirst(2)))
    case "SYMBOL": return symbol(instruction)
    default: return nil
    }
  }

  /// `SYMBOL 254 \f "Wingdings"`.
  private static func symbol(_ instruction: String) -> WordFieldWords? {
    let parts = instruction.split { $0 == " " || $0 == "\"" }
    guard parts.count > 1, let code = UInt32(parts[1]) else { return nil }
    let font = instruction.split(separator: "\\f", maxSplits: 1).dropFirst().first
      .map { $0.split(separator: "\"").first.map(String.init)?.trimmingSpaces ?? "" }
    guard let text = WordSymbols.text(ofCode: code, font: font ?? "") else {
      return .lost(.symbol)
    }
    return .text(text)
  }
}

/// What a field without a result shows.
enum WordFieldWords {
  case text(String)
  /// Characters with their reading, as 拼音指南 once wrote them.
  case reading(base: String, over: String)
  case lost(WordLoss)
}

/// The instructions of EQ fields, as far as papers use them: 带圈字符, 拼音指南, fractions, roots,
/// raised figures, boxes.
struct EquationField {
  private let text: [Character]
  private var place = 0
  private var reading: String?

  /// The words of an instruction; lost where it is none that one line can say.
  static func words(of instruction: String) -> WordFieldWords {
    var field = EquationField(text: Array(instruction))
    let words = field.sequence(until: []).trimmingSpaces
    if let reading = field.reading, !words.isEmpty { return .reading(base: words, over: reading) }
    return words.isEmpty ? .lost(.formula) : .text(words)
  }

  private init(text: [Character]) { self.text = text }

  private mutating func sequence(until ends: Set<Character>, depth: Int = 0) -> String {
    var words = ""
    while place < text.count, !ends.contains(text[place]) {
      if text[place] == "\\" {
        place += 1
        words += command(depth)
      } else {
        words.append(text[place])
        place += 1
      }
    }
    return words
  }

  /// A command behind its backslash: a letter, options, and arguments in brackets.
  private mutating func command(_ depth: Int) -> String {
    guard place < text.count, depth < 12 else { return "" }
    let name = text[place].lowercased()
    place += 1
    // `\* jc2` and the like say how it looks.
    if name == "*" {
      skipSpaces()
      if place < text.count, text[place] == "\"" {
        place += 1
        while place < text.count, text[place] != "\"" { place += 1 }
        place += 1
      } else {
        while place < text.count, text[place] != " ", text[place] != "\\" { place += 1 }
      }
      skipSpaces()
      return ""
    }
    if "(),;\\".contains(name) { return name }
    var options: [String] = []
    while place < text.count, text[place] != "(" {
      if text[place] == "\\" {
        place += 1
        options.append(
          String(text[place...].prefix { $0.isLetter }).lowercased())
        while place < text.count, text[place] != "(", text[place] != "\\" { place += 1 }
      } else {
        place += 1
      }
    }
    return words(name, options, arguments(depth))
  }

  private mutating func skipSpaces() {
    while place < text.count, text[place] == " " { place += 1 }
  }

  private mutating func arguments(_ depth: Int) -> [String] {
    var arguments: [String] = []
    guard place < text.count, text[place] == "(" else { return [] }
    repeat {
      place += 1
      arguments.append(sequence(until: [",", "，", ";", ")"], depth: depth + 1).trimmingSpaces)
    } while place < text.count && text[place] != ")"
    place += 1
    return arguments
  }

  private mutating func words(
    _ name: String, _ options: [String], _ arguments: [String]
  ) -> String {
    switch name {
    case "f" where arguments.count == 2: return "\(arguments[0])/\(arguments[1])"
    case "r":
      return arguments.count == 2 ? "\(arguments[0])√\(arguments[1])" : "√" + arguments.joined()
    case "s":
      let isRaised = !options.contains { $0.hasPrefix("do") }
      let figures = Scalars(arguments.joined())
      return RaisedFigures.form(of: figures, isRaised: isRaised).string
    case "o": return overstruck(arguments)
    case "b": return "(\(arguments.joined(separator: ",")))"
    case "l": return arguments.joined(separator: ",")
    case "i": return "∫" + arguments.joined(separator: " ")
    case "d": return ""
    default: return arguments.joined(separator: " ")
    }
  }

  /// Characters over each other: a number in a circle, or a character with its reading.
  private mutating func overstruck(_ arguments: [String]) -> String {
    guard arguments.count == 2 else { return arguments.joined() }
    let (first, last) = (arguments[0], arguments[1])
    if ["○", "〇", "◯", "O", "o"].contains(first) {
      if let number = Int(last) { return OrdinalWords.words(number, in: "decimalEnclosedCircle") }
      if let place = "一二三四五六七八九十".firstIndex(
        of: Character(last.prefix(1).isEmpty ? " " : last.prefix(1).description)), last.count == 1
      {
        let number = "一二三四五六七八九十".distance(from: "一二三四五六七八九十".startIndex, to: place) + 1
        return OrdinalWords.words(number, in: "ideographEnclosedCircle")
      }
      return "（\(last)）"
    }
    if ["□", "△", "◇"].contains(first) { return "［\(last)］" }
    if last.unicodeScalars.contains(where: \.isHan), !first.unicodeScalars.contains(where: \.isHan)
    {
      reading = first
      return last
    }
    return first + last
  }
}
