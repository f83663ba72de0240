/// The lists of a Word file: the ordinals that a word processor shows and the text does not hold.
struct WordNumbering {
  private struct Level {
    var format = "decimal"
    var text = ""
    var start = 1
    /// `tab`, `space` or `nothing` behind the label.
    var suffix = "tab"
    /// Whether the numbers of all levels are written as 1, 2, 3.
    var isLegal = false
    /// The level whose use starts this one anew; nil for any higher one, 0 for none.
    var restart: Int?
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

  /// What stands before a paragraph of a list.
  struct Label {
    /// The ordinal, with what parts it from the text behind.
    var text: String
    var isBullet = false
  }

  private var lists: [String: List] = [:]
  private var counts: [String: [Int: Int]] = [:]

  /// `styles` gives the list that a style of lists stands for.
  init(_ root: WordElement?, styles: WordStyles? = nil) {
    guard let root else { return }
    var abstract: [String: [Int: Level]] = [:]
    var linked: [String: String] = [:]
    for element in root.children where element.name == "abstractNum" {
      guard let id = element.attributes["abstractNumId"] else { continue }
      abstract[id] = Self.levels(of: element)
      linked[id] = element.value("numStyleLink")
    }
    for element in root.children where element.name == "num" {
      guard let id = element.attributes["numId"], let base = element.value("abstractNumId") else {
        continue
      }
      var levels = abstract[base] ?? [:]
      if levels.isEmpty, let style = linked[base], let list = styles?.paragraph(style).format.list,
        let own = root.children.first(where: {
          $0.name == "num" && $0.attributes["numId"] == list
        })?.value("abstractNumId")
      {
        levels = abstract[own] ?? [:]
      }
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
        format: format(of: child), text: child.value("lvlText") ?? "",
        start: start(child.value("start")) ?? 1, suffix: child.value("suff") ?? "tab",
        isLegal: child.flag("isLgl") ?? false,
        restart: child.value("lvlRestart").flatMap { Int($0) }, style: child.value("pStyle"))
    }
    return levels
  }

  /// The number format; newer ones stand beside what older programs show instead.
  private static func format(of level: WordElement) -> String {
    let choice = level.child("AlternateContent")?.child("Choice")?.child("numFmt")
    let found = choice ?? level.child("numFmt")
    guard let name = found?.attributes["val"] else { return "decimal" }
    guard name == "custom" else { return name }
    // `001, 002, 003, ...` counts with so many digits.
    let digits = found?.attributes["format"]?.prefix { $0.isNumber }.count ?? 0
    return digits > 1 ? "decimal/\(min(digits, 9))" : "decimal"
  }

  /// A list has nine levels; nil for a number that Word would not write.
  private static func level(_ text: String?) -> Int? {
    text.flatMap { Int($0) }.flatMap { (0...8).contains($0) ? $0 : nil }
  }

  private static func start(_ text: String?) -> Int? {
    text.flatMap { Int($0) }.map { min(32_767, max(0, $0)) }
  }

  /// What stands before the next paragraph of a list. A style names its list; the list says by its
  /// styles which level that is, unless the paragraph or its style does.
  mutating func label(of format: WordFormat, style: String?) -> Label? {
    guard let id = format.list, id != "0", let found = lists[id] else { return nil }
    let levels = found.levels
    let named = style.flatMap { style in
      levels.sorted { $0.key < $1.key }.first { $0.value.style == style }?.key
    }
    let number = format.listLevel ?? named ?? format.styleLevel ?? 0
    guard let level = levels[number] else { return nil }
    if level.format == "bullet" { return Label(text: "", isBullet: true) }
    count(number, of: id, found)
    if level.format == "none", !level.text.contains("%") {
      return level.text.isEmpty
        ? nil : Label(text: level.text + Self.gap(behind: level.text, level))
    }
    let counted = counts[found.base] ?? [:]
    var text = level.text
    for number in 0...8 where text.contains("%\(number + 1)") {
      guard let other = levels[number] else { continue }
      let format = level.isLegal && number < 9 ? "decimal" : other.format
      text = text.replacing(
        "%\(number + 1)", with: OrdinalWords.words(counted[number] ?? other.start, in: format))
    }
    return text.isEmpty ? nil : Label(text: text + Self.gap(behind: text, level))
  }

  private mutating func count(_ number: Int, of id: String, _ list: List) {
    var counted = counts[list.base] ?? [:]
    if lists[id]?.restarts.remove(number) != nil { counted[number] = nil }
    counted[number] = counted[number].map { $0 + 1 } ?? list.levels[number]?.start ?? 1
    for deeper in counted.keys where deeper > number {
      switch list.levels[deeper]?.restart {
      case 0: break
      case let limit? where number >= limit: break
      default: counted[deeper] = nil
      }
    }
    // A level that was passed over has begun.
    for higher in 0..<number where counted[higher] == nil {
      counted[higher] = list.levels[higher]?.start
    }
    counts[list.base] = counted
  }

  /// What parts a label from its text: the tab of a list is a gap, except behind a mark that has a
  /// gap of its own. A figure is never glued to the next.
  private static func gap(behind label: String, _ level: Level) -> String {
    guard let last = label.unicodeScalars.last, !last.isSpace else { return "" }
    if "、，。．：；）】〕》＞".unicodeScalars.contains(last) { return "" }
    if last.value < 0x80 || last.digitValue != nil { return " " }
    let isGlued = level.suffix == "nothing" || OrdinalWords.isEnclosed(last)
    return isGlued ? "" : "\u{3000}"
  }
}
