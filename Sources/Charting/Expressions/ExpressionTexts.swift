extension ExpressionFunctions {
  /// Functions of texts.
  static func texts(_ name: String, _ values: [DataValue]) -> DataValue? {
    let text = values.first?.words ?? ""
    func word(_ place: Int) -> String { place < values.count ? values[place].words : "" }
    func number(_ place: Int, _ fallback: Int) -> Int {
      guard place < values.count, values[place].number.isFinite else { return fallback }
      return Int(max(-1e9, min(1e9, values[place].number)))
    }
    switch name {
    case "upper": return .text(text.uppercased())
    case "lower": return .text(text.lowercased())
    case "trim": return .text(text.trimmingBlank())
    case "split":
      let separator = word(1)
      if separator.isEmpty { return .list(text.map { .text(String($0)) }) }
      return .list(pieces(of: text, at: separator).map { .text($0) })
    case "replace":
      guard let range = text.firstRange(of: word(1)), !word(1).isEmpty else { return .text(text) }
      return .text(text.replacingCharacters(in: range, with: word(2)))
    case "slice", "substring":
      return slice(
        values.first ?? .null, from: number(1, 0), to: values.count > 2 ? number(2, 0) : nil)
    case "indexof", "lastindexof": return index(values, last: name == "lastindexof")
    case "pad":
      let missing = min(10_000, number(1, 0)) - text.count
      guard missing > 0 else { return .text(text) }
      let fill = String(repeating: values.count > 2 ? word(2) : " ", count: missing)
      return .text(values.count > 3 && word(3) == "left" ? fill + text : text + fill)
    case "truncate":
      let limit = number(1, text.count)
      let mark = values.count > 3 ? word(3) : "…"
      return .text(text.count <= limit ? text : text.prefix(max(0, limit - mark.count)) + mark)
    case "test": return .flag(word(1).contains(text))
    case "regexp": return .text(text)
    default: return nil
    }
  }

  private static func pieces(of text: String, at separator: String) -> [String] {
    var pieces: [String] = []
    var rest = text[...]
    while let range = rest.firstRange(of: separator) {
      pieces.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return pieces + [String(rest)]
  }

  private static func slice(_ value: DataValue, from start: Int, to end: Int?) -> DataValue {
    func cut<Items: Collection>(_ items: Items) -> Items.SubSequence {
      let count = items.count
      let low = max(0, min(count, start < 0 ? count + start : start))
      let high = max(low, min(count, end.map { $0 < 0 ? count + $0 : $0 } ?? count))
      return items.dropFirst(low).prefix(high - low)
    }
    if case .list(let items) = value { return .list(Array(cut(items))) }
    return .text(String(cut(value.words)))
  }

  private static func index(_ values: [DataValue], last: Bool) -> DataValue {
    guard values.count > 1 else { return .number(-1) }
    if case .list(let items) = values[0] {
      let place =
        last
        ? items.lastIndex { Expression.equal($0, values[1]) }
        : items.firstIndex { Expression.equal($0, values[1]) }
      return .number(Double(place ?? -1))
    }
    let (text, part) = (values[0].words, values[1].words)
    let ranges = text.ranges(of: part)
    guard let range = last ? ranges.last : ranges.first else { return .number(-1) }
    return .number(Double(text.distance(from: text.startIndex, to: range.lowerBound)))
  }
}

extension String {
  /// The text with one range exchanged.
  fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + self[range.upperBound...]
  }
}
