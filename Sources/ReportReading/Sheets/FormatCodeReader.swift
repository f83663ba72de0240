/// Takes a format code apart, character by character.
struct FormatCodeReader {
  private typealias Piece = FormatSection.Piece

  private let code: [Character]
  private var place = 0
  private var pieces: [FormatSection.Piece] = []
  private var condition: FormatSection.Condition?
  private var numerals = 0
  private var isChinese = false
  /// Whether something in brackets was read, such as a colour, which says nothing of the form.
  private var hasBracket = false

  init(_ code: String) { self.code = Array(code) }

  mutating func sections() -> [FormatSection] {
    var sections: [FormatSection] = []
    while place < code.count {
      let character = code[place]
      if character == ";" {
        place += 1
        sections.append(finished())
      } else {
        read(character)
      }
    }
    sections.append(finished())
    return Array(sections.prefix(4))
  }

  private mutating func finished() -> FormatSection {
    defer {
      pieces = []
      condition = nil
      numerals = 0
      isChinese = false
      hasBracket = false
    }
    if pieces.isEmpty, hasBracket { pieces = [.general] }
    return FormatSection(
      pieces: pieces, condition: condition, numerals: numerals, isChinese: isChinese)
  }

  private mutating func read(_ character: Character) {
    if take(["general", "g/通用格式"]) { return pieces.append(.general) }
    if let names = noon() { return pieces.append(.noon(names.0, names.1)) }
    if take(["e+", "e-"]) { return pieces.append(.power) }
    place += 1
    switch character {
    case "\"": words(pieces: quoted())
    // Chinese programs write ! where others write a backslash.
    case "\\", "!":
      if place < code.count { words(pieces: String(code[place])) }
      place += 1
    case "_":
      // As wide as the next character: a blank, which falls away at the ends.
      words(pieces: " ")
      place += 1
    case "*": place += 1
    case "[": bracket()
    case "0", "#", "?": pieces.append(.digit(character))
    case ".": point()
    case ",": pieces.append(.comma)
    case "%": pieces.append(.percent)
    case "/": pieces.append(isInDate ? .words("/") : .slash)
    case "@": pieces.append(.text)
    default:
      if let part = Self.part(character) {
        date(part, character)
      } else {
        words(pieces: String(character))
      }
    }
  }

  private mutating func words(pieces text: String) {
    if case .words(let before) = pieces.last {
      pieces[pieces.count - 1] = .words(before + text)
    } else {
      pieces.append(.words(text))
    }
  }

  /// Takes one of several words, in any case.
  private mutating func take(_ words: [String]) -> Bool {
    for word in words where has(word) {
      place += word.count
      return true
    }
    return false
  }

  private func has(_ word: String) -> Bool {
    guard place + word.count <= code.count else { return false }
    return String(code[place..<(place + word.count)]).lowercased() == word
  }

  private mutating func noon() -> (String, String)? {
    for (word, names) in [
      ("am/pm", ("AM", "PM")), ("a/p", ("A", "P")), ("上午/下午", ("上午", "下午")),
    ] where has(word) {
      place += word.count
      return names
    }
    return nil
  }

  private mutating func quoted() -> String {
    let start = place
    while place < code.count, code[place] != "\"" { place += 1 }
    defer { place += 1 }
    return String(code[start..<min(place, code.count)])
  }

  private var isInDate: Bool {
    pieces.contains {
      switch $0 {
      case .date, .elapsed: true
      default: false
      }
    }
  }

  /// A point behind seconds is followed by their parts.
  private mutating func point() {
    guard case .date(.second, _) = pieces.last else { return pieces.append(.point) }
    let start = place
    while place < code.count, code[place] == "0" { place += 1 }
    pieces.append(.fraction(place - start))
  }

  private static func part(_ character: Character) -> FormatSection.DatePart? {
    switch character {
    case "y", "Y", "e": .year
    case "m", "M": .month
    case "d", "D": .day
    case "a", "A": .weekday
    case "h", "H": .hour
    case "s", "S": .second
    default: nil
    }
  }

  private mutating func date(_ part: FormatSection.DatePart, _ character: Character) {
    var count = 1
    while place < code.count, code[place].lowercased() == character.lowercased() {
      count += 1
      place += 1
    }
    switch (part, count) {
    case (.weekday, ..<3): words(pieces: String(repeating: character, count: count))
    case (.day, 3...): pieces.append(.date(.weekday, count: -count))
    case (.year, _) where character == "e": pieces.append(.date(.year, count: 4))
    default: pieces.append(.date(part, count: count))
    }
  }

  /// `[h]`, `[>=5]`, `[DBNum1]`, `[$¥-804]`; colours say nothing on paper.
  private mutating func bracket() {
    hasBracket = true
    let start = place
    while place < code.count, code[place] != "]" { place += 1 }
    let body = String(code[start..<min(place, code.count)])
    place += 1
    let lower = body.lowercased()
    if let first = lower.first, lower.allSatisfy({ $0 == first }), "hms".contains(first) {
      let part: FormatSection.DatePart = first == "h" ? .hour : first == "m" ? .minute : .second
      pieces.append(.elapsed(part, count: lower.count))
    } else if lower.hasPrefix("dbnum") {
      numerals = Int(lower.dropFirst(5)) ?? 0
    } else if body.hasPrefix("$") {
      locale(body.dropFirst())
    } else if let sign = ["<=", ">=", "<>", "<", ">", "="].first(where: body.hasPrefix),
      let limit = Double(String(body.dropFirst(sign.count)).trimmingSpaces)
    {
      condition = FormatSection.Condition(sign: sign, limit: limit)
    }
  }

  /// A currency sign, and the language of names; F800 and F400 are the system's long date and time.
  private mutating func locale(_ body: Substring) {
    let mark = body.firstIndex(of: "-") ?? body.endIndex
    if mark > body.startIndex { words(pieces: String(body[..<mark])) }
    let language = body[mark...].dropFirst().uppercased()
    isChinese = isChinese || ["804", "0804", "ZH-CN", "404", "C04"].contains(language)
    let system =
      language.hasSuffix("F800") || language == "X-SYSDATE"
      ? "yyyy\"年\"m\"月\"d\"日\""
      : language.hasSuffix("F400") || language == "X-SYSTIME" ? "h:mm:ss" : nil
    guard let system else { return }
    // What stands behind it is what other systems would show.
    while place < code.count, code[place] != ";" { place += 1 }
    var reader = FormatCodeReader(system)
    pieces += reader.sections()[0].pieces
  }
}
