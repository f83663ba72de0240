import ReportModel

/// What indicators of one chart are called, and whether they are of a kind.
enum IndicatorNames {
  /// Words by which a sentence says that it goes through the parts of something.
  private static let listing = ["看，", "分别", "包括", "依次", "构成", "相加", "其余"]

  /// Whether a number's subject can be the name of a bar.
  static func isName(_ indicator: ReportIndicator) -> Bool {
    indicator.isCertain && indicator.isPresentable(longest: IndicatorCharts.longestName)
  }

  /// The first of each subject.
  static func distinct(_ found: [ReportIndicator]) -> [ReportIndicator] {
    var seen: Set<String> = []
    return found.filter { seen.insert($0.subject).inserted }
  }

  /// The sentences of indicators, each once.
  static func sources(_ group: [ReportIndicator]) -> [ChartSuggestion.Source] {
    var found: [ChartSuggestion.Source] = []
    for indicator in group where !found.contains(where: { $0.sentence == indicator.sentence }) {
      found.append(.init(sentence: indicator.sentence, range: indicator.range))
    }
    return found
  }

  /// The names without what all have in common, and with the words that say that a number is not
  /// exact: `征询率（不低于）`.
  static func short(_ group: [ReportIndicator]) -> [String] {
    let start = commonStart(group.map(\.subject)).count
    return group.map { indicator in
      let name = String(indicator.subject.dropFirst(start))
      let words = indicator.qualifiers.approximations
      return words.isEmpty ? name : "\(name)（\(words.joined())）"
    }
  }

  /// The characters that all names start with, where every name goes on for two more at least.
  static func commonStart(_ names: [String]) -> String {
    guard names.count > 1, let first = names.first else { return "" }
    let letters = Array(first)
    var count = 0
    let rest = names.dropFirst().map(Array.init)
    while count < letters.count,
      rest.allSatisfy({ $0.count > count && $0[count] == letters[count] })
    {
      count += 1
    }
    let least = names.map(\.count).min() ?? 0
    return count >= 2 && least >= count + 2 ? String(letters.prefix(count)) : ""
  }

  private static func commonEnd(_ names: [String]) -> String {
    let turned = names.map { Array($0.reversed()) }
    guard let first = turned.first else { return "" }
    var count = 0
    while count < first.count, turned.allSatisfy({ $0.count > count && $0[count] == first[count] })
    {
      count += 1
    }
    return String(first.prefix(count).reversed())
  }

  /// Whether a number is part of the one before it: the sentence says `其中` in front of it.
  static func isSubset(_ indicator: ReportIndicator) -> Bool {
    guard let own = range(of: indicator.raw, in: indicator.sentence) else { return false }
    let before = indicator.sentence[..<own]
    let clause = before.split { "，；。".contains($0) }.last ?? ""
    return clause.contains("其中") || indicator.subject.hasPrefix("其中")
  }

  private static func range(of part: String, in text: String) -> String.Index? {
    var place = text.startIndex
    while place < text.endIndex {
      if text[place...].hasPrefix(part) { return place }
      place = text.index(after: place)
    }
    return nil
  }

  /// Whether things are of a kind: the sentence lists them, or their names end alike. A common unit
  /// is not enough: branches and grids are both counted in 个.
  static func areAlike(_ group: [ReportIndicator]) -> Bool {
    guard let sentence = group.first?.sentence else { return false }
    return listing.contains { sentence.contains($0) } || commonEnd(group.map(\.subject)).count >= 2
  }

  /// A caption that names what is shown: what the names have in common, or the first of them.
  static func caption(_ group: [ReportIndicator], unit: String) -> String {
    let names = group.map(\.subject)
    let period = group.first?.period ?? ""
    let common = commonStart(names) + commonEnd(names)
    let what =
      common.count >= 2 ? "各类\(common)" : "\(names.first ?? "")等 \(names.count) 项"
    return "\(period)\(what)（\(unit)）"
  }
}
