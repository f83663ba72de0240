/// Numbers that are no quantities: telephone numbers, dates, times, years, codes.
extension SpokenText {
  // MARK: Telephone numbers and codes

  /// 0000－1234567, 13800000000, 400-100-2000, 12345热线: digit by digit, 1 as 幺.
  func telephone(at start: Int) -> Reading? {
    guard let (groups, end) = groups(from: start), groups.joined().count >= 3 else { return nil }
    guard looksLikeTelephone(groups) || isNamedTelephone(groups, start, end) else { return nil }
    var words = groups.map(HanNumber.telephone).joined(separator: "、")
    var after = end
    if has("转", at: end), let inner = SpokenNumber(text, at: end + 1) {
      words += "转" + HanNumber.telephone(inner.whole)
      after = inner.end
    }
    return (words, after)
  }

  /// Digits in groups with single dashes between them.
  private func groups(from start: Int) -> (groups: [String], end: Int)? {
    var groups: [String] = []
    var place = start
    while place < text.count, text[place].isSpokenDigit {
      var digits = ""
      while place < text.count, let digit = text[place].spokenDigit {
        digits.append(digit)
        place += 1
      }
      groups.append(digits)
      guard isDash(place) else { break }
      place += 1
    }
    let isDecimal = place + 1 < text.count && text[place] == "." && text[place + 1].isSpokenDigit
    return groups.isEmpty || isDecimal ? nil : (groups, place)
  }

  private func looksLikeTelephone(_ groups: [String]) -> Bool {
    switch groups.map(\.count) {
    case [11]: groups[0].first == "1" && "3456789".contains(groups[0].dropFirst().first ?? "0")
    case [3, 7], [3, 8], [4, 7], [4, 8]: groups[0].first == "0"
    case [3, 3, 4]: groups[0] == "400" || groups[0] == "800"
    case [3, 4, 4]: groups[0].first == "1"
    default: false
    }
  }

  private func isNamedTelephone(_ groups: [String], _ start: Int, _ end: Int) -> Bool {
    if groups.count > 1, groups.contains(where: { $0.count < 3 }) { return false }
    var after = end
    while after < text.count, "”’》」".contains(text[after]) { after += 1 }
    if SpokenWords.hotlines.contains(where: { has($0, at: after) }) { return true }
    // 热线受理1350件 counts calls.
    if isCounted(at: end) { return false }
    return isNear(SpokenWords.telephones, before: start, within: 8)
  }

  private func isCounted(at place: Int) -> Bool {
    place < text.count
      && (text[place] == "%" || text[place] == "万" || text[place] == "余"
        || SpokenWords.pairs.contains { has($0, at: place) })
  }

  /// Whether one of the words begins within so many characters before a place, in the same clause.
  private func isNear(_ words: [String], before place: Int, within reach: Int) -> Bool {
    var start = place
    while start > 0, place - start < reach, !"，。；！？".contains(text[start - 1]) { start -= 1 }
    let part = String(text[start..<place])
    return words.contains { part.contains($0) }
  }

  /// Codes, rooms, model numbers, numbers with leading zeros: digit by digit.
  func digitRow(at start: Int) -> Reading? {
    guard let number = SpokenNumber(text, at: start), number.fraction == nil else { return nil }
    let digits = number.whole
    let isLong = digits.count >= 3
    let hasZeros = digits.count > 1 && digits.first == "0"
    let isModel = isLong && start > 0 && text[start - 1].isSpokenLetter
    let isRoom = isLong && SpokenWords.rows.contains { has($0, at: number.end) }
    let isCode =
      isLong && !isCounted(at: number.end) && isNear(SpokenWords.codes, before: start, within: 6)
    let isDecade =
      ["60", "70", "80", "90", "00"].contains(digits) && has("后", at: number.end)
    guard hasZeros || isModel || isRoom || isCode || isDecade || digits.count > HanNumber.most
    else { return nil }
    return (HanNumber.row(digits), number.end)
  }

  // MARK: Dates and times

  /// 2031-05-20, 2031/5/20, 2031.5.20, 2031-05.
  func date(at start: Int) -> Reading? {
    guard let year = digits(at: start), isYear(year.text), year.end < text.count,
      "-/.－".contains(text[year.end]), let month = digits(at: year.end + 1),
      let monthValue = Int(month.text), (1...12).contains(monthValue), month.text.count <= 2
    else { return nil }
    let words = HanNumber.year(year.text) + "年" + HanNumber.cardinal(month.text) + "月"
    if month.end < text.count, text[month.end] == text[year.end],
      let day = digits(at: month.end + 1), let value = Int(day.text), (1...31).contains(value),
      day.text.count <= 2
    {
      return (words + HanNumber.cardinal(day.text) + "日", day.end)
    }
    // 2031-05 alone; 2031.5 is a decimal and 2031-5 may be a range.
    guard month.text.count == 2, "-－".contains(text[year.end]), !has("年", at: month.end) else {
      return nil
    }
    return (words, month.end)
  }

  /// 2031年, 2029—2031年, 2029、2030年: the digits of years one by one.
  func years(at start: Int) -> Reading? {
    guard let year = digits(at: start), isYear(year.text) else { return nil }
    if has("年", at: year.end) || has("〕", at: year.end) || has("学年", at: year.end) {
      return (HanNumber.year(year.text), year.end)
    }
    guard year.end < text.count, let next = digits(at: year.end + 1), isYear(next.text),
      has("年", at: next.end)
    else { return nil }
    if isDash(year.end) {
      return (HanNumber.year(year.text) + "到" + HanNumber.year(next.text), next.end)
    }
    return "、至到和与".contains(text[year.end]) ? (HanNumber.year(year.text), year.end) : nil
  }

  /// 8:30 is 八点三十分; 3∶5∶2 is 三比五比二.
  func clock(at start: Int) -> Reading? {
    var parts: [String] = []
    var place = start
    var isTime = true
    while let number = SpokenNumber(text, at: place) {
      parts.append(number.fraction == nil ? number.whole : "")
      if number.fraction != nil { isTime = false }
      place = number.end
      guard place + 1 < text.count, ":：∶".contains(text[place]), text[place + 1].isSpokenDigit
      else { break }
      if text[place] == "∶" { isTime = false }
      place += 1
    }
    guard parts.count > 1 else { return nil }
    let minutes = parts.dropFirst()
    isTime =
      isTime && parts.count <= 3 && (Int(parts[0]) ?? 99) <= 24
      && minutes.allSatisfy { $0.count == 2 && (Int($0) ?? 99) < 60 }
      && !(start > 0 && "比分率".contains(text[start - 1]))
    if isTime { return (time(parts), place) }
    let numbers = text[start..<place].split { ":：∶".contains($0) }
    let words = numbers.map { SpokenNumber(Array($0), at: 0)?.words ?? String($0) }
    return (words.joined(separator: "比"), place)
  }

  private func time(_ parts: [String]) -> String {
    let hour = HanNumber.cardinal(parts[0])
    var words = (hour == "二" ? "两" : hour) + "点"
    for (part, unit) in zip(parts.dropFirst(), ["分", "秒"]) {
      if part == "00", parts.count == 2 { continue }
      let value = HanNumber.cardinal(part)
      words += (part.first == "0" && part != "00" ? "零" : "") + value + unit
    }
    return words
  }

  /// 3·15 and 12·9 name days: 三一五, 一二九.
  func feast(at start: Int) -> Reading? {
    guard let first = digits(at: start), first.end < text.count,
      "·•‧".contains(text[first.end]), let second = digits(at: first.end + 1)
    else { return nil }
    return (HanNumber.row(first.text) + HanNumber.row(second.text), second.end)
  }

  private func digits(at start: Int) -> (text: String, end: Int)? {
    var digits = ""
    var place = start
    while place < text.count, let digit = text[place].spokenDigit {
      digits.append(digit)
      place += 1
    }
    return digits.isEmpty ? nil : (digits, place)
  }

  private func isYear(_ digits: String) -> Bool {
    digits.count == 4 && (1800...2199).contains(Int(digits) ?? 0)
  }
}
