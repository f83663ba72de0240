public import Diagnostics

extension TableArrangement {
  /// What can be asked for, in front matter under `table:` or as `table.hide`, with its Chinese name.
  public static let keys: [(key: String, name: String)] = [
    ("columns", "列"), ("hide", "隐藏"), ("widths", "列宽"), ("where", "筛选"), ("sort", "排序"),
    ("group", "分组"), ("subtotals", "小计"), ("total", "合计"), ("since", "上期"), ("key", "主键"),
  ]

  /// The entries of front matter that ask for an arrangement: those named `table.hide` or `表格.隐藏`,
  /// and those that follow an empty `table:`. A name that is no wish, dotted or set in under `table:`,
  /// is a problem.
  public static func entries(
    of metadata: [ReportMetadata], into problems: inout Problems
  ) -> [ReportMetadata] {
    var found: [ReportMetadata] = []
    var isOpen = false
    for entry in metadata {
      if ["table", "表格"].contains(entry.key), entry.value.isEmpty {
        isOpen = true
        continue
      }
      let parts = entry.key.split(separator: ".", maxSplits: 1)
      let isDotted = parts.count == 2 && ["table", "表格"].contains(parts[0])
      let key = String(isDotted ? parts[1] : parts.first ?? "")
      let isSetIn = isOpen && entry.range.start.column > 1
      if isDotted || isOpen, let known = known(key) {
        found.append(ReportMetadata(key: known, value: entry.value, range: entry.range))
      } else if isDotted || isSetIn {
        problems.report(unknownWish(key, at: entry.range))
      } else {
        isOpen = false
      }
    }
    return found
  }

  /// The name of a wish by either of its names.
  public static func known(_ key: String) -> String? {
    keys.first { $0.key == key || $0.name == key }?.key
  }

  /// A wish that is none.
  public static func unknownWish(_ key: String, at range: SourceRange) -> Diagnostic {
    let names = keys.map { "\($0.key) \($0.name)" }.joined(separator: ", ")
    return Diagnostic(
      .error, "table.unknown-wish",
      Wording("a table cannot be asked for \"\(key)\"", "对表格没有“\(key)”这种要求"), at: range,
      hints: [Wording("what can be asked: \(names)", "可写：\(names)")])
  }

  /// Reads entries by their keys: lists are parted by commas.
  ///
  ///     columns: 镇, 户数=总户数     where: 户数>=20, 镇=东镇|西镇
  ///     sort: 户数 降, 镇            widths: 备注 12
  public init?(_ entries: [ReportMetadata], into problems: inout Problems) {
    guard let first = entries.first else { return nil }
    self.init(range: first.range)
    var widths: [(String, Double)] = []
    for entry in entries {
      let items = Self.list(entry.value)
      switch entry.key {
      case "columns": columns = items.map(Self.column)
      case "hide": hidden = items
      case "where":
        for item in items {
          if let filter = Self.filter(item) {
            filters.append(filter)
          } else {
            problems.report(Self.unclear(item, at: entry.range))
          }
        }
      case "sort": sort = items.map(Self.sortKey)
      case "group": group = items.first
      case "subtotals": hasSubtotals = Self.isYes(entry.value)
      case "total": hasTotal = Self.isYes(entry.value)
      case "key": identity = items
      case "widths":
        for item in items {
          let words = item.split(whereSeparator: { $0.isWhitespace || $0 == "=" })
          guard words.count == 2, let width = Double(words[1]), (1...200).contains(width) else {
            problems.report(Self.unclear(item, at: entry.range))
            continue
          }
          widths.append((String(words[0]), width))
        }
      default: break
      }
    }
    self.widths = widths.map { Column(name: $0.0, width: $0.1) }
  }

  private static func list(_ value: String) -> [String] {
    var value = trimmed(value)[...]
    if value.first == "[", value.last == "]" { value = value.dropFirst().dropLast() }
    return value.split { ",，、;；".contains($0) }.map { trimmed($0) }.filter { !$0.isEmpty }
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    var text = text[...]
    while text.first?.isWhitespace ?? false { text = text.dropFirst() }
    while text.last?.isWhitespace ?? false { text = text.dropLast() }
    return String(text)
  }

  private static func column(_ item: String) -> Column {
    let parts = item.split(separator: "=", maxSplits: 1)
    guard parts.count == 2 else { return Column(name: item) }
    return Column(name: trimmed(parts[0]), title: trimmed(parts[1]))
  }

  private static func sortKey(_ item: String) -> Key {
    for (word, isDescending) in [("降", true), ("desc", true), ("升", false), ("asc", false)]
    where item.hasSuffix(" " + word) {
      return Key(column: trimmed(item.dropLast(word.count)), isDescending: isDescending)
    }
    return Key(column: item)
  }

  private static func filter(_ item: String) -> Filter? {
    let signs: [(String, Filter.Relation)] = [
      (">=", .atLeast), ("≥", .atLeast), ("<=", .atMost), ("≤", .atMost), ("!=", .unequal),
      ("≠", .unequal), ("=", .equal), (">", .greater), ("<", .less), ("~", .contains),
      ("含", .contains),
    ]
    for (sign, relation) in signs {
      let parts = split(item, at: sign)
      guard parts.count == 2, !parts[0].isEmpty else { continue }
      let values = parts[1].split(separator: "|").map { trimmed($0) }
      return Filter(column: trimmed(parts[0]), relation: relation, values: values)
    }
    return nil
  }

  private static func split(_ item: String, at sign: String) -> [Substring] {
    let characters = Array(item)
    let mark = Array(sign)
    guard characters.count >= mark.count else { return [] }
    for place in 0...(characters.count - mark.count)
    where Array(characters[place..<(place + mark.count)]) == mark {
      return [
        Substring(String(characters[..<place])),
        Substring(String(characters[(place + mark.count)...])),
      ]
    }
    return []
  }

  private static func isYes(_ value: String) -> Bool {
    ["yes", "true", "是", "有", "要"].contains(trimmed(value).lowercased())
  }

  private static func unclear(_ item: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "table.unclear",
      Wording("\"\(item)\" is no condition on a table", "看不懂对表格的要求“\(item)”"), at: range,
      hints: [
        Wording(
          "write where: 户数>=20, widths: 备注 12", "写法如 筛选: 户数>=20，列宽: 备注 12")
      ])
  }
}

extension Report {
  /// The report with its tables as an arrangement asks. Where there are several tables it is for those
  /// that have all columns it names, or for all where none has.
  public func arranged(_ arrangement: TableArrangement, into problems: inout Problems) -> Report {
    var report = self
    let fitting = tables.indices.filter { arrangement.fits(tables[$0]) }
    for index in fitting.isEmpty ? Array(tables.indices.prefix(1)) : fitting {
      report.tables[index] = arrangement.applied(to: tables[index], into: &problems)
    }
    return report
  }
}
