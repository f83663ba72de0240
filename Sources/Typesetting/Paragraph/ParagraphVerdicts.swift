extension ParagraphBuilder {
  /// Whether a line may end before the scalar at `index`: the class table, and the few cases that
  /// need more than two neighbours.
  mutating func verdict(_ before: CharacterClass, _ first: CharacterClass, at index: Int)
    -> LineEdgeRules.Verdict
  {
    let verdict = rules.between(before, first)
    if before == .han, first == .han, !pending.isFixed, rules.relaxed.isEmpty { return verdict }
    if verdict == .never { return .never }
    if !rules.relaxed.isEmpty, rules.relaxed.contains(source.scalars[index]) { return .allowed }
    if pending.isFixed { return .forbidden }
    if pending.allowsBreak { return .allowed }
    if before == .link || before == .hyphen || before == .stop || first == .digit || first == .stop
    {
      if let special = numberVerdict(before, first, at: index) { return special }
    }
    if first == .latinOpen, !pending.hasSpace, startsNoteMark(at: index) { return .forbidden }
    if pending.hasSpace, before.isWestern, first.isWestern {
      return spaceVerdict(before, first, at: index)
    }
    if isHalfOfPair(before, first, at: index) { return .never }
    if verdict == .dear { return .allowed }
    return verdict
  }

  // LB-7, LB-8: ranges, a full-width decimal point, 第 before a number.
  private func numberVerdict(_ before: CharacterClass, _ first: CharacterClass, at index: Int)
    -> LineEdgeRules.Verdict?
  {
    guard let last = built.contents.last else { return nil }
    let start = Int(last.scalars.lowerBound)
    // LB-9: only a hyphen between letters ends a line, whatever spans they stand in (PW-9).
    if before == .hyphen, first == .latin, !pending.hasSpace {
      let place = Int(last.scalars.upperBound) - 2
      return place >= 0 && source.classes[place] == .latin ? nil : .forbidden
    }
    let isAfterDigit = start > 0 && source.classes[start - 1] == .digit
    if before == .link, first == .digit, !pending.hasSpace {
      return isAfterDigit ? .dear : .allowed
    }
    if before == .stop, first == .digit, source.scalars[start] == 0xFF0E, isAfterDigit {
      return .forbidden
    }
    if first == .digit, before == .han, source.scalars[Int(last.scalars.upperBound) - 1] == 0x7B2C {
      return .costly
    }
    return nil
  }

  // LB-9 at a typed space; LB-8: 5 km, 1 000.
  private func spaceVerdict(_ before: CharacterClass, _ first: CharacterClass, at index: Int)
    -> LineEdgeRules.Verdict
  {
    switch first {
    case .latinClose, .latinPostfix: return .forbidden
    default: break
    }
    if before == .latinOpen { return .forbidden }
    if before == .digit, first == .digit { return .forbidden }
    if before == .digit, first == .latin, startsUnit(at: index) { return .forbidden }
    return .allowed
  }

  // LB-10: [1] right behind the text it belongs to is a note mark; ① may be anything.
  private func startsNoteMark(at index: Int) -> Bool {
    guard source.scalars[index] == 0x5B else { return false }
    var place = index + 1
    while place < source.scalars.count, source.classes[place] == .digit { place += 1 }
    return place > index + 1 && place < source.scalars.count && source.scalars[place] == 0x5D
  }

  private static let units: Set<String> = [
    "km", "m", "cm", "mm", "nm", "kg", "g", "mg", "t", "L", "l", "ml", "mL", "s", "ms", "min", "h",
    "W", "kW", "MW", "GW", "kWh", "MWh", "V", "kV", "A", "mA", "Hz", "kHz", "MHz", "GHz", "Pa",
    "kPa",
    "MPa", "J", "kJ", "MJ", "K", "KB", "MB", "GB", "TB", "dB", "ha", "m2", "m3", "km2", "ppm", "pH",
  ]

  private func startsUnit(at index: Int) -> Bool {
    var name = ""
    var place = index
    while place < source.scalars.count, source.classes[place].isWestern, name.count < 4 {
      if let scalar = Unicode.Scalar(source.scalars[place]), source.classes[place] != .latinClose {
        name.unicodeScalars.append(scalar)
      }
      place += 1
    }
    return Self.units.contains(name)
  }

  // Two dashes in two spans are still one pair (LB-5, PW-9).
  private func isHalfOfPair(_ before: CharacterClass, _ first: CharacterClass, at index: Int)
    -> Bool
  {
    guard before == first, before == .longDash || before == .ellipsis, !pending.hasSpace,
      let last = built.contents.last, last.scalars.count == 1,
      source.scalars[index] == source.scalars[Int(last.scalars.lowerBound)]
    else { return false }
    // An odd run: the box before is whole only if an even number of dashes stands before it.
    var count = 0
    var place = index - 1
    while place >= 0, source.scalars[place] == source.scalars[index], place > index - 64 {
      count += 1
      place -= 1
    }
    return count % 2 == 1 && source.scalars[index] != 0x2E3A
  }
}
