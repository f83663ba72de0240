import Notations

/// The lists of a Word file: the ordinals that a word processor shows and the text does not hold.
struct WordNumbering {
  private struct Level {
    var format = "decimal"
    var text = ""
    var start = 1
    /// The style whose paragraphs are numbered by it.
    var style: String?
  }

  /// A list of the file: several may count on together.
  private struct List {
    var base: String
    var levels: [Int: Level]
    /// Levels that start anew with the first paragraph of this list.
    var restarts: Set<Int>
  }

  private var lists: [String: List] = [:]
  private var counts: [String: [Int: Int]] = [:]

  init(_ root: WordElement?) {
    guard let root else { return }
    var abstract: [String: [Int: Level]] = [:]
    for element in root.children where element.name == "abstractNum" {
      guard let id = element.attributes["abstractNumId"] else { continue }
      abstract[id] = Self.levels(of: element)
    }
    for element in root.children where element.name == "num" {
      guard let id = element.attributes["numId"], let base = element.value("abstractNumId") else {
        continue
      }
      var levels = abstract[base] ?? [:]
      var restarts: Set<Int> = []
      for change in element.children where change.name == "lvlOverride" {
        guard let number = Self.level(change.attributes["ilvl"]) else { continue }
        levels.merge(Self.levels(of: change)) { $1 }
        if let start = Self.start(change.value("startOverride")) {
          levels[number]?.start = start
          restarts.insert(number)
        }
      }
      lists[id] = List(base: base, levels: levels, restarts: restarts)
    }
  }

  private static func levels(of element: WordElement) -> [Int: Level] {
    var levels: [Int: Level] = [:]
    for child in element.children where child.name == "lvl" {
      guard let number = level(child.attributes["ilvl"]) else { continue }
      levels[number] = Level(
        format: child.value("numFmt") ?? "decimal", text: child.value("lvlText") ?? "",
        start: start(child.value("start")) ?? 1, style: child.value("pStyle"))
    }
    return levels
  }

  /// A list has nine levels; nil for a number that Word would not write.
  private static func level(_ text: String?) -> Int? {
    text.flatMap { Int($0) }.flatMap { (0...8).contains($0) ? $0 : nil }
  }

  private static func start(_ text: String?) -> Int? {
    text.flatMap { Int($0) }.map { min(32_767, max(0, $0)) }
  }

  /// What stands before the next paragraph of a list: an ordinal, or nothing and a bullet.
  ///
  /// A style names its list and leaves the level to the list.
  mutating func label(
    of list: (id: String, level: Int), style: String?
  ) -> (text: String, isBullet: Bool)? {
    guard let found = lists[list.id] else { return nil }
    let levels = found.levels
    let named = style.flatMap { style in levels.first { $0.value.style == style }?.key }
    let number = list.level == 0 ? named ?? 0 : list.level
    guard let level = levels[number] else { return nil }
    if level.format == "bullet" { return ("", true) }
    if level.format == "none" { return nil }
    var counted = counts[found.base] ?? [:]
    if lists[list.id]?.restarts.remove(number) != nil { counted[number] = nil }
    counted[number] = counted[number].map { $0 + 1 } ?? level.start
    for deeper in counted.keys where deeper > number { counted[deeper] = nil }
    counts[found.base] = counted
    var text = level.text
    for number in 0...8 where text.contains("%\(number + 1)") {
      guard let other = levels[number] else { continue }
      let count = counted[number] ?? other.start
      text = text.replacing("%\(number + 1)", with: Self.words(count, in: other.format))
    }
    return (text, false)
  }

  private static func words(_ number: Int, in format: String) -> String {
    switch format {
    case "chineseCounting", "chineseCountingThousand", "chineseLegalSimplified",
      "taiwaneseCountingThousand", "japaneseCounting":
      return HanNumeral.ordinal(number)
    case "ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand":
      return HanNumeral.row("\(max(0, number))")
    case "lowerRoman": return roman(number).lowercased()
    case "upperRoman": return roman(number)
    case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
      return (1...20).contains(number)
        ? Unicode.Scalar(0x2460 + UInt32(number) - 1).map { String(Character($0)) } ?? ""
        : "\(number)"
    case "lowerLetter", "upperLetter":
      let first: UInt8 = format == "lowerLetter" ? 0x61 : 0x41
      let place = max(0, number - 1)
      // Behind z comes aa, behind zz aaa.
      return String(
        repeating: Character(Unicode.Scalar(first + UInt8(place % 26))), count: place / 26 + 1)
    default: return "\(number)"
    }
  }

  private static func roman(_ number: Int) -> String {
    guard (1...3999).contains(number) else { return "\(number)" }
    let signs: [(Int, String)] = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
      (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var (rest, text) = (number, "")
    for (value, sign) in signs {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }
}
