/// Spot inks of a file (ISO 19005-2, 6.2.4.4): one name means one ink, and a space of several says
/// what each is.
struct SpotCheck {
  private var known: [String: (alternate: PDFObject, tint: PDFObject)] = [:]

  /// Checks an array that may be a colour space.
  mutating func check(_ array: PDFObject, log: inout PreflightLog) {
    let items = array.items
    guard items.count >= 4, let kind = items[0].name else { return }
    switch kind {
    case "/Separation": checkSeparation(items, log: &log)
    case "/DeviceN": checkMixture(items, log: &log)
    default: break
    }
  }

  private mutating func checkSeparation(_ items: [PDFObject], log: inout PreflightLog) {
    guard let name = items[1].name else { return }
    if name.contains("\u{FFFD}") { log.add("name-not-utf8", name) }
    if ["/All", "/None"].contains(name) { return }
    guard let first = known[name] else {
      known[name] = (items[2], items[3])
      return
    }
    if !first.alternate.isSame(as: items[2]) || !first.tint.isSame(as: items[3]) {
      log.add("spot-differs", String(name.dropFirst()))
    }
  }

  private func checkMixture(_ items: [PDFObject], log: inout PreflightLog) {
    let names = items[1].items.compactMap(\.name)
    if names.count > 32 { log.add("limits", "DeviceN") }
    for name in names where name.contains("\u{FFFD}") { log.add("name-not-utf8", name) }
    let attributes = items.count > 4 ? items[4] : nil
    let process = Set(attributes?["/Process"]?["/Components"]?.items.compactMap(\.name) ?? [])
    let plain: Set<String> = ["/Cyan", "/Magenta", "/Yellow", "/Black", "/None"]
    for name in names where !plain.contains(name) && !process.contains(name) {
      if attributes?["/Colorants"]?[name] == nil {
        log.add("colorant-missing", String(name.dropFirst()))
      }
    }
  }
}

extension PDFObject {
  /// Whether two objects say the same, as far as eight levels and two thousand parts show.
  func isSame(as other: PDFObject) -> Bool {
    var budget = 2000
    return isSame(as: other, depth: 0, budget: &budget)
  }

  private func isSame(as other: PDFObject, depth: Int, budget: inout Int) -> Bool {
    if let number, number == other.number { return true }
    budget -= 1
    guard depth < 8, budget > 0 else { return true }
    if isStream || other.isStream {
      return isStream && other.isStream && hasSameEntries(as: other, depth, &budget)
        && data(.none, limit: 1 << 20) == other.data(.none, limit: 1 << 20)
    }
    if isDictionary { return other.isDictionary && hasSameEntries(as: other, depth, &budget) }
    if isArray {
      let (one, two) = (items, other.items)
      guard other.isArray, one.count == two.count else { return false }
      for (first, second) in zip(one, two) {
        if !first.isSame(as: second, depth: depth + 1, budget: &budget) { return false }
      }
      return true
    }
    return name == other.name && real == other.real && text == other.text && bool == other.bool
  }

  private func hasSameEntries(as other: PDFObject, _ depth: Int, _ budget: inout Int) -> Bool {
    let (one, two) = (entries, other.entries)
    guard one.map(\.key) == two.map(\.key) else { return false }
    for (first, second) in zip(one, two) {
      if !first.value.isSame(as: second.value, depth: depth + 1, budget: &budget) { return false }
    }
    return true
  }
}
