/// What a property may hold (XMP specification, chapter 4; ISO 19005-2, 6.6.2.3.3).
struct XMPType {
  private enum Simple {
    case text, integer, real, boolean, date, rational, mimeType, structure, any
  }

  private var order: XMPValue.Order?
  private var simple: Simple
  private var needsLanguage = false

  private static let simples: [String: Simple] = [
    "text": .text, "propername": .text, "agentname": .text, "guid": .text, "renditionclass": .text,
    "uri": .text, "url": .text, "locale": .text, "xpath": .text, "gpscoordinate": .text,
    "beatsplicestretch": .structure, "integer": .integer, "real": .real, "boolean": .boolean,
    "date": .date, "rational": .rational, "mimetype": .mimeType, "struct": .structure,
    "resourceref": .structure, "resourceevent": .structure, "version": .structure,
    "job": .structure, "dimensions": .structure, "thumbnail": .structure, "font": .structure,
    "colorant": .structure, "flash": .structure, "oecf/sfr": .structure, "cfapattern": .structure,
    "devicesettings": .structure, "any": .any,
  ]

  /// Reads a type as the standards write it, such as `bag ProperName` or `Lang Alt`; nil for one
  /// that they do not know.
  init?(_ words: String) {
    var parts = words.lowercased().split(separator: " ").map(String.init)
    if parts == ["lang", "alt"] || parts == ["alt", "lang"] {
      (order, simple, needsLanguage) = (.alt, .text, true)
      return
    }
    // A choice says which values are usual; their type comes last.
    parts.removeAll { ["open", "closed", "choice", "of"].contains($0) }
    let orders: [String: XMPValue.Order] = ["bag": .bag, "seq": .seq, "alt": .alt]
    if let first = parts.first, let order = orders[first] {
      self.order = order
      parts.removeFirst()
    }
    guard parts.count <= 1, let simple = Self.simples[parts.first ?? "text"] else { return nil }
    self.simple = simple
  }

  /// Whether a value is of the type.
  func accepts(_ value: XMPValue) -> Bool {
    guard let order else { return accepts(one: value) }
    guard case .array(let found, let items) = value, found == order else { return false }
    return items.allSatisfy { accepts(one: $0.value) && (!needsLanguage || $0.language != nil) }
  }

  private func accepts(one value: XMPValue) -> Bool {
    if simple == .any { return true }
    if case .structure = value { return simple == .structure }
    guard simple != .structure, case .text(let raw) = value else { return false }
    let text = raw.trimmed
    return switch simple {
    case .integer: Self.isInteger(text[...])
    case .real: Self.isReal(text[...])
    case .boolean: text == "True" || text == "False"
    case .date: Self.isDate(text)
    case .rational:
      text.split(separator: "/", omittingEmptySubsequences: false).map(Self.isInteger) == [
        true, true,
      ]
    case .mimeType: text.split(separator: "/").count == 2
    case .text, .any, .structure: true
    }
  }

  private static func isInteger(_ text: Substring) -> Bool {
    let digits = text.first == "+" || text.first == "-" ? text.dropFirst() : text
    return !digits.isEmpty && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func isReal(_ text: Substring) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let first = parts.first else { return false }
    let whole = first.first == "+" || first.first == "-" ? first.dropFirst() : first
    let digits = [whole] + parts.dropFirst()
    return digits.contains { !$0.isEmpty }
      && digits.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }

  /// `YYYY`, then with month, day, time, each as exact as one likes; a time has its zone.
  private static func isDate(_ text: String) -> Bool {
    let halves = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    let days = halves[0].split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(days.count), zip(days, [4, 2, 2]).allSatisfy({ isNumber($0, $1) })
    else { return false }
    guard halves.count == 2 else { return true }
    guard days.count == 3 else { return false }
    let time = halves[1]
    let zoneStart = time.firstIndex { $0 == "Z" || $0 == "+" || $0 == "-" } ?? time.endIndex
    let zone = time[zoneStart...]
    guard zone == "Z" || zone.isEmpty || isClock(zone.dropFirst(), parts: 2...2) else {
      return false
    }
    return isClock(time[..<zoneStart], parts: 2...3)
  }

  private static func isClock(_ text: Substring, parts: ClosedRange<Int>) -> Bool {
    let fields = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.contains(fields.count) else { return false }
    let seconds = fields.count == 3 ? fields[2].split(separator: ".", maxSplits: 1) : []
    return fields.prefix(2).allSatisfy { isNumber($0, 2) }
      && (fields.count < 3
        || seconds.first.map { isNumber($0, 2) } == true
          && (seconds.count < 2 || seconds[1].utf8.allSatisfy { (0x30...0x39).contains($0) }))
  }

  private static func isNumber(_ text: Substring, _ digits: Int) -> Bool {
    text.utf8.count == digits && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
