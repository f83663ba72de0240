/// What is said of a measure anywhere in a chart: its name, its unit, its format. Labels at marks,
/// axes and legends all ask here, so that none scales or rounds what another does not.
struct MeasureWords {
  let def: ChannelDef
  let context: ChartContext

  /// The title as written, at the channel or at its axis.
  var title: String? { def["title"]?.text ?? def["axis"]?["title"]?.text }

  /// The number format that the author asks for, at the axis or at the channel.
  var format: ValueFormat? {
    let axis = def["axis"]
    let written = axis?["format"] ?? def["format"]
    let kind = axis?["formatType"] ?? def["formatType"]
    guard written?.text != nil || kind != nil else { return nil }
    return ValueFormat(def, context: context, isGuide: false, format: written, formatType: kind)
  }

  /// Whether some words name 万 or 亿 as the unit already: the measure's title or field, or the
  /// chart's own title. Numbers are not scaled a second time then.
  var isScaled: Bool {
    [title, def.field].contains { ChineseScale.isScaled($0) }
      || context.headWords.contains { ChineseScale.namesUnit($0) }
  }

  /// The unit that values are written in.
  func scale(for values: [Double]) -> ChineseScale {
    isScaled ? ChineseScale(divisor: 1, unit: "") : ChineseScale.one(for: values)
  }

  /// As many decimals for all as the most exact value has, two at most; more where values would
  /// vanish or look alike, six at most.
  static func places(_ values: [Double]) -> Int {
    let exact = values.map(Self.decimals).max() ?? 0
    var places = min(exact, 2)
    while places < min(exact, 6), !tells(values, apart: places) { places += 1 }
    return places
  }

  /// Whether so many decimals show two figures of every value and keep different ones different.
  private static func tells(_ values: [Double], apart places: Int) -> Bool {
    var factor = 1.0
    for _ in 0..<places { factor *= 10 }
    var seen: [Double: Double] = [:]
    for value in values {
      let rounded = (value * factor).rounded()
      if value != 0, rounded.magnitude < 10, decimals(value) > places { return false }
      if let other = seen[rounded], other != value { return false }
      seen[rounded] = value
    }
    return true
  }

  /// The decimals of a value without the noise of binary fractions.
  private static func decimals(_ value: Double) -> Int {
    var scaled = value.magnitude
    for places in 0..<9 {
      if (scaled - scaled.rounded()).magnitude <= 1e-9 * max(1, scaled) { return places }
      scaled *= 10
    }
    return 9
  }
}

extension ChartContext {
  /// The words over the chart: title and subtitle.
  var headWords: [String] {
    let title = root["title"]
    let parts = title?.map == nil ? [title] : [title?["text"], title?["subtitle"]]
    return parts.flatMap { GuideStyle.lines($0) ?? [] }.filter { !$0.isEmpty }
  }
}

extension ChineseScale {
  /// Whether words name 万 or 亿 as a unit: in brackets or after 单位. A place or a sum in a
  /// sentence does not.
  static func namesUnit(_ words: String) -> Bool {
    if let unit = words.range(of: "单位") { return isScaled(String(words[unit.upperBound...])) }
    var rest = words[...]
    while let open = rest.firstIndex(where: { $0 == "（" || $0 == "(" }) {
      rest = rest[rest.index(after: open)...]
      let inner = rest.prefix { $0 != "）" && $0 != ")" }
      if inner.count <= 6, isScaled(String(inner)) { return true }
    }
    return false
  }
}

extension String {
  /// Where some words stand; the engine has no Foundation.
  fileprivate func range(of words: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      let rest = self[start...]
      if rest.hasPrefix(words) { return start..<index(start, offsetBy: words.count) }
      start = index(after: start)
    }
    return nil
  }
}
