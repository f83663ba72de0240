/// The lists of a Word file: the ordinals that a word processor shows and the text does not hold.
struct WordNumbering {
  private struct Level {
    var format = "decimal"
    var text = ""
    var start = 1
  }

  private var lists: [String: [Int: Level]] = [:]
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
      for change in element.children where change.name == "lvlOverride" {
        guard let number = change.attributes["ilvl"].flatMap({ Int($0) }) else { continue }
        levels.merge(Self.levels(of: change)) { $1 }
        if let start = change.value("startOverride").flatMap({ Int($0) }) {
          levels[number]?.start = start
        }
      }
      lists[id] = levels
    }
  }

  private static func levels(of element: WordElement) -> [Int: Level] {
    var levels: [Int: Level] = [:]
    for child in element.children where child.name == "lvl" {
      guard let number = child.attributes["ilvl"].flatMap({ Int($0) }) else { continue }
      levels[number] = Level(
        format: child.value("numFmt") ?? "decimal", text: child.value("lvlText") ?? "",
        start: child.value("start").flatMap { Int($0) } ?? 1)
    }
    return levels
  }

  /// What stands before the next paragraph of a list: an ordinal, or nothing and a bullet.
  mutating func label(of list: (id: String, level: Int)) -> (text: String, isBullet: Bool)? {
    guard let levels = lists[list.id], let level = levels[list.level] else { return nil }
    if level.format == "bullet" { return ("", true) }
    if level.format == "none" { return nil }
    var counted = counts[list.id] ?? [:]
    counted[list.level] = counted[list.level].map { $0 + 1 } ?? level.start
    for deeper in counted.keys where deeper > list.level { counted[deeper] = nil }
    counts[list.id] = counted
    var text = level.text
    for (number, other) in levels where text.contains("%\(number + 1)") {
      let count = counted[number] ?? other.start
      text = text.replacing("%\(number + 1)", with: Self.words(count, in: other.format))
    }
    return (text, false)
  }

  private static func words(_ number: Int, in format: String) -> String {
    switch format {
    case "chineseCounting", "chineseCountingThousand", "chineseLegalSimplified",
      "ideographDigital", "taiwaneseCountingThousand", "japaneseCounting":
      return han(number)
    case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
      return (1...20).contains(number)
        ? Unicode.Scalar(0x2460 + UInt32(number) - 1).map { String(Character($0)) } ?? ""
        : "\(number)"
    case "lowerLetter", "upperLetter":
      let first: UInt8 = format == "lowerLetter" ? 0x61 : 0x41
      return String(Character(Unicode.Scalar(first + UInt8(max(0, number - 1) % 26))))
    default: return "\(number)"
    }
  }

  /// 1 to 99 in Chinese, as heads are numbered.
  private static func han(_ number: Int) -> String {
    let digits = Array("〇一二三四五六七八九")
    guard (1...99).contains(number) else { return "\(number)" }
    let (tens, ones) = (number / 10, number % 10)
    let head = tens == 0 ? "" : tens == 1 ? "十" : "\(digits[tens])十"
    return head + (ones == 0 ? "" : String(digits[ones]))
  }
}
